# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
cmake_minimum_required(VERSION 3.25)
# The JSON result of a golden case reproduces from the files of the case, and one with a value changed does not.
#   cmake -DJE=... -DCASE=... -DSCHEMES=... -DWORK=... -P verify_case.cmake
file(REMOVE_RECURSE ${WORK})
file(COPY ${CASE}/ DESTINATION ${WORK}/run PATTERN after EXCLUDE)
set(environment ${CMAKE_COMMAND} -E env --unset=COLUMNS LC_ALL=C JE_SCHEME_PATH=${SCHEMES})

function(verify file expected_status expected_words)
  execute_process(COMMAND ${environment} ${JE} verify ${file} --in run
    WORKING_DIRECTORY ${WORK} OUTPUT_VARIABLE said ERROR_VARIABLE errors RESULT_VARIABLE status INPUT_FILE /dev/null)
  string(FIND "${said}" "${expected_words}" at)
  if(NOT status EQUAL expected_status OR at EQUAL -1)
    message(FATAL_ERROR "${file}: expected '${expected_words}' and status ${expected_status}, got ${status}:\n${said}${errors}")
  endif()
endfunction()

file(COPY_FILE ${CASE}/stdout ${WORK}/stored.json)
verify(stored.json 0 "it reproduces exactly")

file(READ ${CASE}/stdout text)
string(REPLACE "\"name\":\"je\"" "\"name\":\"ej\"" altered "${text}")
file(WRITE ${WORK}/altered.json "${altered}")
verify(altered.json 1 "it does not reproduce: 1 value differs")
