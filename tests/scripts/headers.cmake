# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# Each public header compiles alone. One that is the first thing a file of libje includes has shown it in the build, unless that
# file has precompiled headers; the others are compiled here.
# Usage: cmake -DCXX=... -DLIBJE=<folder of libje> -DPRECOMPILED=<regex of modules> -P headers.cmake
cmake_minimum_required(VERSION 3.25)

set(shown "")
file(GLOB_RECURSE sources ${LIBJE}/src/*.cpp)
foreach(source IN LISTS sources)
  if(NOT source MATCHES "/src/(${PRECOMPILED})/")
    file(STRINGS ${source} first LIMIT_COUNT 1 REGEX "^#include")
    if(first MATCHES "\"(je/.*)\"")
      list(APPEND shown ${CMAKE_MATCH_1})
    endif()
  endif()
endforeach()

file(GLOB_RECURSE headers RELATIVE ${LIBJE}/include ${LIBJE}/include/*.hpp)
set(compiled 0)
set(bad "")
foreach(header IN LISTS headers)
  if(NOT header IN_LIST shown)
    execute_process(COMMAND ${CXX} -std=c++20 -Wall -Wextra -Wpedantic -Werror -fsyntax-only -I${LIBJE}/include -include ${header}
                            -x c++ /dev/null RESULT_VARIABLE status ERROR_VARIABLE said)
    math(EXPR compiled "${compiled} + 1")
    if(status)
      string(APPEND bad "\n${header} does not compile alone:\n${said}")
    endif()
  endif()
endforeach()
list(LENGTH headers all)
list(LENGTH shown by_build)
if(all EQUAL 0 OR by_build EQUAL 0 OR compiled EQUAL 0)
  message(FATAL_ERROR "${all} headers, ${by_build} shown by the build, ${compiled} compiled here: none of these should be 0")
endif()
if(bad)
  message(FATAL_ERROR "${bad}")
endif()
message(STATUS "${all} headers compile alone, ${compiled} of them compiled here")
