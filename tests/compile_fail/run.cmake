# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# What must not compile: every .cpp file of this folder compiles as it is, and with JE_MUST_NOT_COMPILE defined the compiler tells an
# error in each. All are read as one, twice.
cmake_minimum_required(VERSION 3.25)
file(GLOB sources ${CMAKE_CURRENT_LIST_DIR}/*.cpp)
if(NOT sources)
  message(FATAL_ERROR "there is no file in ${CMAKE_CURRENT_LIST_DIR}")
endif()
list(JOIN sources "\"\n#include \"" all)
file(WRITE ${WORK}.cpp "#include \"${all}\"\n")
set(compile ${CXX} -std=c++20 -fsyntax-only -I${INCLUDE} ${WORK}.cpp)
execute_process(COMMAND ${compile} RESULT_VARIABLE plain ERROR_VARIABLE shown)
if(plain)
  message(FATAL_ERROR "the files should compile as they are:\n${shown}")
endif()
execute_process(COMMAND ${compile} -DJE_MUST_NOT_COMPILE RESULT_VARIABLE wrong ERROR_VARIABLE shown)
foreach(source IN LISTS sources)
  get_filename_component(name ${source} NAME_WE)
  if(NOT wrong OR NOT shown MATCHES "/${name}\\.cpp:[0-9]+:[0-9]+: error")
    message(FATAL_ERROR "${source} compiled with JE_MUST_NOT_COMPILE, and must not; the others:\n${shown}")
  endif()
endforeach()
