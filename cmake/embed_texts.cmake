# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
cmake_minimum_required(VERSION 3.25)
# Writes OUT, a C++ file that defines FUNCTION: each file of FOLDER that ends in ENDING, as a TYPE of its name without ending and of
# its text - with SUMS, of its SHA-256. HEADER declares both.
file(GLOB files ${FOLDER}/*${ENDING})
if(NOT files)
  message(FATAL_ERROR "no ${ENDING} file in ${FOLDER}")
endif()
list(SORT files)
set(entries "")
foreach(file IN LISTS files)
  get_filename_component(name ${file} NAME_WE)
  if(SUMS)
    file(SHA256 ${file} text)
  else()
    file(READ ${file} text)
  endif()
  string(APPEND entries "        {\"${name}\", R\"je_text(${text})je_text\"},\n")
endforeach()
file(WRITE ${OUT} "#include \"${HEADER}\"\n\nconst std::vector<${TYPE}>& ${FUNCTION}() {\n"
  "    static const std::vector<${TYPE}> all{\n${entries}    };\n    return all;\n}\n")
