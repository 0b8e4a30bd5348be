# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
cmake_minimum_required(VERSION 3.25)
# Writes OUT, a C++ file that holds the style sheet and the script of pages, which lie in FOLDER, as texts: without comments and
# most line breaks, the script without blanks beside signs and with short names too. The style of figures is a part of the style sheet.
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
string(REGEX REPLACE "([^A-Za-z0-9_$])[(]([A-Za-z]+)[)]=>" "\\1\\2=>" script "${script}")
string(REGEX REPLACE "^\n" "" script "${script}")
# Names that only the script uses are one letter each; "words" comes with the data under its own name.
set(letters A B C D E F G H I J K L M N O P Q R S T U V X Y Z)
set(names lowest before conditions possible perhaps values whyNoBand truths bandAfter pattern numbers pointsOf refused excepted
  divisor foundAt certain applies drawing bandOf raises inBand scored asked after)
foreach(name letter IN ZIP_LISTS names letters)
  foreach(_ 1 2)  # a second time for neighbours
    string(REGEX REPLACE "([^A-Za-z0-9_$.])${name}([^A-Za-z0-9_$])" "\\1${letter}\\2" script "${script}")
  endforeach()
endforeach()
string(REPLACE "words." "W." script "${script}")
string(REPLACE "{words," "{words:W," script "${script}")
string(REPLACE "const " "let " script "${script}")
string(REGEX REPLACE "([^A-Za-z\"])true([^A-Za-z\"])" "\\1!0\\2" script "${script}")
string(REGEX REPLACE "([^A-Za-z\"])false([^A-Za-z\"])" "\\1!1\\2" script "${script}")

file(WRITE ${OUT} "#include \"render/html/page_parts.hpp\"\n\nnamespace je::render::html {\n\n"
  "const std::string_view page_style = R\"je_style(${style})je_style\";\n\n"
  "const std::string_view figure_style = R\"je_style(${figure})je_style\";\n\n"
  "const std::string_view page_script = R\"je_script(${script})je_script\";\n\n}  // namespace je::render::html\n")
