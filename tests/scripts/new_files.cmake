# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
cmake_minimum_required(VERSION 3.25)
# Every file that je new makes, under each shipped scheme, is read back by je check without errors and without warnings: a
# questionnaire, a panel with and without it, and an appeal against each panel; and those made from real records. Evidence
# that a new panel takes over from a questionnaire can be used by taking the # away.
#   cmake -DJE=... -DROOT=... -DWORK=... -P new_files.cmake
set(ENV{JE_SCHEME_PATH} ${ROOT}/schemes)
file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})

function(make file)
  execute_process(COMMAND ${JE} new ${ARGN} --output ${WORK}/${file} RESULT_VARIABLE status ERROR_VARIABLE shown)
  if(NOT status EQUAL 0 OR shown OR NOT EXISTS ${WORK}/${file})
    message(FATAL_ERROR "je new ${ARGN}: ${status}\n${shown}")
  endif()
endfunction()

file(GLOB schemes ${ROOT}/schemes/*.yaml)
if(NOT schemes)
  message(FATAL_ERROR "no schemes in ${ROOT}/schemes")
endif()
foreach(scheme IN LISTS schemes)
  get_filename_component(name ${scheme} NAME_WE)
  make(job-${name}.yaml job --scheme ${name} --id job-${name})
  make(bare-panel-${name}.yaml panel --scheme ${name} --id bare-panel-${name})
  make(panel-${name}.yaml panel ${WORK}/job-${name}.yaml --id panel-${name})
  make(bare-appeal-${name}.yaml appeal ${WORK}/bare-panel-${name}.yaml --scheme ${name} --id bare-appeal-${name})
  make(appeal-${name}.yaml appeal ${WORK}/panel-${name}.yaml --id appeal-${name})
  # A sheet of jobs has no row yet, and every column is known.
  make(jobs-${name}.csv jobs --scheme ${name} --format csv)
  execute_process(COMMAND ${JE} check --scheme ${name} ${WORK}/jobs-${name}.csv RESULT_VARIABLE status OUTPUT_VARIABLE shown
    ERROR_VARIABLE said)
  string(REGEX MATCHALL "JE-[A-Z][0-9][0-9]" ids "${said}${shown}")
  if(NOT status EQUAL 0 OR NOT ids STREQUAL "JE-C20")
    message(FATAL_ERROR "je check of a new sheet for ${name}: ${status}\n${said}\n${shown}")
  endif()
  # Placeholders of bands are held against the scheme's totals, of which some may be in none of them.
  make(bands-${name}.yml bands --scheme ${name})
  execute_process(COMMAND ${JE} check --scheme ${name} ${WORK}/bands-${name}.yml RESULT_VARIABLE status OUTPUT_VARIABLE shown
    ERROR_VARIABLE said)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "je check of new bands for ${name}: ${status}\n${said}\n${shown}")
  endif()
endforeach()
set(probation ${ROOT}/examples/probation)
file(GLOB records RELATIVE ${probation}/history ${probation}/history/panel-*.yaml)
if(NOT records)
  message(FATAL_ERROR "no records of panels in ${probation}/history")
endif()
foreach(record IN LISTS records)
  file(COPY ${probation}/history/${record} DESTINATION ${WORK})
  make(appeal-of-${record} appeal ${WORK}/${record} --id appeal-of-${record})
endforeach()
file(COPY ${probation}/vlo.yaml DESTINATION ${WORK})
make(panel-of-vlo.yaml panel ${WORK}/vlo.yaml --id panel-of-vlo)
file(READ ${WORK}/panel-of-vlo.yaml text)
string(REPLACE "id: panel-of-vlo" "id: evidence-used" used "${text}")
string(REGEX REPLACE "\n    # (evidence:|  - document:|    section:|    quote:|    disputed:)" "\n    \\1" used "${used}")
if(NOT used MATCHES "\n    evidence:\n      - document: jdq\n        section:")
  message(FATAL_ERROR "the questionnaire's evidence is not in the new panel")
endif()
file(WRITE ${WORK}/evidence-used.yaml "${used}")

# A record that is not filled in yet keeps few of the scheme's rules, and its job may not be there. That is told (JE-P15, JE-P20, JE-P21), and nothing else.
execute_process(COMMAND ${JE} check --strict ${WORK} --format json RESULT_VARIABLE status ERROR_VARIABLE said OUTPUT_VARIABLE shown)
string(REGEX MATCHALL "\"id\":\"JE-[A-Z][0-9]+\"" ids "${shown}")
list(REMOVE_DUPLICATES ids)
list(REMOVE_ITEM ids "\"id\":\"JE-P15\"" "\"id\":\"JE-P20\"" "\"id\":\"JE-P21\"")
if(ids OR NOT shown MATCHES "\"format\":\"je-check/1\"" OR NOT shown MATCHES "JE-P20")
  message(FATAL_ERROR "je check: ${status} ${ids}\n${said}\n${shown}")
endif()
