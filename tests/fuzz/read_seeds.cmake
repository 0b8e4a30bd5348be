# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# Every seed is read to its end by `je check`: it may find errors, but neither crash nor hang.
set(ENV{JE_SCHEME_PATH} ${SCHEMES})
file(GLOB folders ${SEEDS}/*_yaml)
if(NOT folders)
  message(FATAL_ERROR "no seeds in ${SEEDS}")
endif()
foreach(folder IN LISTS folders)
  execute_process(COMMAND ${JE} check ${folder} RESULT_VARIABLE status OUTPUT_QUIET ERROR_VARIABLE said TIMEOUT 60)
  if(NOT status MATCHES "^[01]$")
    message(FATAL_ERROR "je check ${folder}: ${status}")
  endif()
endforeach()
