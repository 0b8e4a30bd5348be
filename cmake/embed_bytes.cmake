# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
cmake_minimum_required(VERSION 3.25)
# Writes OUT, a C++ file that defines FUNCTION, which HEADER declares: the bytes of FILE as a std::string_view. A text between quotes may
# not be as long as that.
file(READ ${FILE} bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
file(WRITE ${OUT} "#include \"${HEADER}\"\n\nstd::string_view ${FUNCTION}() {\n    static constexpr char bytes[] = {\n        ${bytes}};\n"
  "    return {bytes, sizeof bytes};\n}\n")
