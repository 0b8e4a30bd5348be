# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# Warnings for our own code; dependencies are system headers and stay silent.
add_library(je_warnings INTERFACE)
target_compile_options(je_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
if(JE_WERROR)
  target_compile_options(je_warnings INTERFACE -Werror)
endif()
# g++ 12 sees an overlapping copy in every `"text" + std::string` (GCC bug 105651, mended in 13).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(je_warnings INTERFACE -Wno-restrict)
endif()
# Results must not depend on how the compiler joins floating-point operations.
target_compile_options(je_warnings INTERFACE -ffp-contract=off)
