# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
cmake_minimum_required(VERSION 3.25)
set(compile ${CXX} -std=c++20 -fsyntax-only -I${INCLUDE} ${SOURCE})
execute_process(COMMAND ${compile} RESULT_VARIABLE plain ERROR_VARIABLE shown)
if(plain)
  message(FATAL_ERROR "${SOURCE} should compile as it is:\n${shown}")
endif()
execute_process(COMMAND ${compile} -DJE_MUST_NOT_COMPILE RESULT_VARIABLE wrong ERROR_VARIABLE shown)
if(NOT wrong)
  message(FATAL_ERROR "${SOURCE} compiled with JE_MUST_NOT_COMPILE, and must not")
endif()
