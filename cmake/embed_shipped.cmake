# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
cmake_minimum_required(VERSION 3.25)
# Writes OUT, a C++ file that holds the id and the SHA-256 of each SCHEMES/<id>.yaml.
file(GLOB schemes ${SCHEMES}/*.yaml)
if(NOT schemes)
  message(FATAL_ERROR "no .yaml file in ${SCHEMES}")
endif()
list(SORT schemes)
set(entries "")
foreach(scheme IN LISTS schemes)
  get_filename_component(id ${scheme} NAME_WE)
  file(SHA256 ${scheme} sum)
  string(APPEND entries "        {\"${id}\", \"${sum}\"},\n")
endforeach()
file(WRITE ${OUT} "#include \"study/shipped_schemes.hpp\"\n\nnamespace je::study {\n\nconst std::vector<ShippedScheme>& shipped_schemes() {\n"
  "    static const std::vector<ShippedScheme> all{\n${entries}    };\n    return all;\n}\n\n}  // namespace je::study\n")
