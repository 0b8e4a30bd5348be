# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# Makes the C++ file OUT, which defines FUNCTION: each file of FOLDER that ends in ENDING as a TYPE of its name without the ending
# and of its text, or with SUMS of its SHA-256. HEADER declares FUNCTION and TYPE.
function(je_embed)
  cmake_parse_arguments(PARSE_ARGV 0 of "SUMS" "OUT;FOLDER;ENDING;TYPE;FUNCTION;HEADER" "")
  file(GLOB files CONFIGURE_DEPENDS ${of_FOLDER}/*${of_ENDING})
  set(script ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/embed_texts.cmake)
  add_custom_command(OUTPUT ${of_OUT}
    COMMAND ${CMAKE_COMMAND} -DOUT=${of_OUT} -DFOLDER=${of_FOLDER} -DENDING=${of_ENDING} -DTYPE=${of_TYPE} -DFUNCTION=${of_FUNCTION}
            -DHEADER=${of_HEADER} -DSUMS=${of_SUMS} -P ${script}
    DEPENDS ${files} ${script} VERBATIM)
endfunction()
