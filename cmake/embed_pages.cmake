# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
cmake_minimum_required(VERSION 3.25)
# Writes OUT, a C++ file that holds each PAGES/<name>.md as text.
file(GLOB pages ${PAGES}/*.md)
if(NOT pages)
  message(FATAL_ERROR "no .md file in ${PAGES}")
endif()
list(SORT pages)
set(entries "")
foreach(page IN LISTS pages)
  get_filename_component(name ${page} NAME_WE)
  file(READ ${page} text)
  string(APPEND entries "    {\"${name}\", R\"je_page(${text})je_page\"},\n")
endforeach()
file(WRITE ${OUT} "#include \"pages.hpp\"\n\nnamespace je::tool {\n\nconst std::vector<Page>& pages() {\n"
  "    static const std::vector<Page> all{\n${entries}    };\n    return all;\n}\n\n}  // namespace je::tool\n")
