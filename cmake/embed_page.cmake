# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
cmake_minimum_required(VERSION 3.25)
# Writes OUT, a C++ file that holds the style sheet and the script of pages, which lie in FOLDER, as texts: without comments and
# most line breaks, the script without blanks beside signs too. The style of figures is a part of the style sheet.
file(READ ${FOLDER}/page.css style)
# A figure alone has the rules of drawings, with the light colours in place of their names.
string(REGEX MATCH "/\\* Drawings.*/\\* End of drawings" figure "${style}")
string(REGEX MATCH ":root [{][^}]*[}]" colours "${style}")
string(REGEX MATCHALL "--[a-z-]+: #[0-9a-f]+" colours "${colours}")
foreach(colour ${colours})
  string(REGEX MATCH "^--[a-z-]+" name "${colour}")
  string(REGEX MATCH "#[0-9a-f]+$" value "${colour}")
  string(REPLACE "var(${name})" "${value}" figure "${figure}")
endforeach()
string(REGEX REPLACE "/\\*[^*]*\\*/|/\\* End of drawings" "" figure "${figure}")
string(REGEX REPLACE "[ \t]*\n[ \t]*" "" figure "${figure}")
string(REGEX REPLACE "/\\*[^*]*\\*/" "" style "${style}")
string(REGEX REPLACE "[ \t]*\n[ \t]*" "" style "${style}")

set(script "")
foreach(name scoring what_if)
  file(READ ${FOLDER}/${name}.js text)
  string(APPEND script "\n${text}")
endforeach()
string(REGEX REPLACE "\n[ \t]*//[^\n]*" "" script "${script}")
string(REGEX REPLACE "\n[\n \t]*" "\n" script "${script}")
string(REGEX REPLACE " ?([-=+*/<>?:&|,;{}()!%]) ?" "\\1" script "${script}")
string(REGEX REPLACE " ?([-=+*/<>?:&|,;{}()!%]) ?" "\\1" script "${script}")
string(REGEX REPLACE "([,;{(=>?:&|+])\n" "\\1" script "${script}")
string(REGEX REPLACE "\n}" "}" script "${script}")
string(REGEX REPLACE "^\n" "" script "${script}")

file(WRITE ${OUT} "#include \"render/html/page_parts.hpp\"\n\nnamespace je::render::html {\n\n"
  "const std::string_view page_style = R\"je_style(${style})je_style\";\n\n"
  "const std::string_view figure_style = R\"je_style(${figure})je_style\";\n\n"
  "const std::string_view page_script = R\"je_script(${script})je_script\";\n\n}  // namespace je::render::html\n")
