# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
cmake_minimum_required(VERSION 3.25)
# Writes OUT, a C++ file that holds the style sheet STYLE as text, without its comments and line breaks.
file(READ ${STYLE} text)
string(REGEX REPLACE "/\\*[^*]*\\*/" "" text "${text}")
string(REGEX REPLACE "[ \t]*\n[ \t]*" "" text "${text}")
file(WRITE ${OUT} "#include \"render/html/page_style.hpp\"\n\nnamespace je::render::html {\n\n"
  "const std::string_view page_style = R\"je_style(${text})je_style\";\n\n}  // namespace je::render::html\n")
