# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
cmake_minimum_required(VERSION 3.25)
# Runs one case folder and compares stdout, stderr and exit status to the byte.
#   cmake -DJE=... -DCASE=... -DSCHEMES=... -DWORK=... -P run_case.cmake
# A case folder holds `args` (one shell-like line), its inputs, and the expected `stdout`, `stderr` and `exit`.
# The program runs in a copy of the folder, so a case may write files; `after/<file>` holds what such a file must contain.
# JE_UPDATE_GOLDEN=1 in the environment rewrites the expected files; read the diff before you commit it.
foreach(needed args)
  if(NOT EXISTS ${CASE}/${needed})
    message(FATAL_ERROR "${CASE}: no '${needed}' file")
  endif()
endforeach()
file(REMOVE_RECURSE ${WORK})
file(COPY ${CASE}/ DESTINATION ${WORK}/run PATTERN after EXCLUDE)
file(STRINGS ${CASE}/args line LIMIT_COUNT 1)
separate_arguments(arguments UNIX_COMMAND "${line}")
execute_process(COMMAND ${CMAKE_COMMAND} -E env --unset=COLUMNS LC_ALL=C JE_SCHEME_PATH=${SCHEMES} ${JE} ${arguments}
  WORKING_DIRECTORY ${WORK}/run OUTPUT_FILE ${WORK}/stdout ERROR_FILE ${WORK}/stderr RESULT_VARIABLE status INPUT_FILE /dev/null)
file(WRITE ${WORK}/exit "${status}\n")

set(failed "")
foreach(part stdout stderr exit)
  if("$ENV{JE_UPDATE_GOLDEN}")
    file(COPY_FILE ${WORK}/${part} ${CASE}/${part})
  endif()
  if(NOT EXISTS ${CASE}/${part})
    string(APPEND failed "no expected '${part}'\n")
    continue()
  endif()
  execute_process(COMMAND diff -u ${CASE}/${part} ${WORK}/${part} RESULT_VARIABLE differs OUTPUT_VARIABLE shown)
  if(differs)
    string(APPEND failed "${part} differs (expected, then got):\n${shown}\n")
  endif()
endforeach()
file(GLOB after RELATIVE ${CASE}/after ${CASE}/after/*)
foreach(name IN LISTS after)
  execute_process(COMMAND diff -u ${CASE}/after/${name} ${WORK}/run/${name} RESULT_VARIABLE differs OUTPUT_VARIABLE shown ERROR_VARIABLE shown)
  if(differs)
    string(APPEND failed "file ${name} differs:\n${shown}\n")
  endif()
endforeach()
if(failed)
  message(FATAL_ERROR "${CASE}\n$ je ${line}\n${failed}")
endif()
