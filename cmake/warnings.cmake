# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# Warnings for our own code; dependencies are system headers and stay silent.
add_library(je_warnings INTERFACE)
target_compile_options(je_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
if(JE_WERROR)
  target_compile_options(je_warnings INTERFACE -Werror)
endif()
if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # Where several files are read as one, g++ takes what one file keeps to itself for a part of a header.
  target_compile_options(je_warnings INTERFACE -Wno-subobject-linkage)
  # So much is read at once that g++ spends a tenth of the time on taking memory back; a fifth more memory does without.
  target_compile_options(je_warnings INTERFACE --param=ggc-min-heapsize=1500000)
endif()
# Results must not depend on how the compiler joins floating-point operations.
target_compile_options(je_warnings INTERFACE -ffp-contract=off)
# Reading what is not there - an empty optional, past the end of a list - stops the program instead of going on with anything. In
# every build: what decides a grading must never be a value that was read by mistake.
target_compile_definitions(je_warnings INTERFACE _GLIBCXX_ASSERTIONS)
# At -O3 g++ 12 warns of its own library where assertions are on; what it means to find, the sanitized build and clang do find.
target_compile_options(je_warnings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict;-Wno-stringop-overflow;-Wno-maybe-uninitialized>)
