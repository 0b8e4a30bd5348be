# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
if(JE_SANITIZE)
  add_compile_options(-fsanitize=${JE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  if(CMAKE_CXX_COMPILER_ID STREQUAL Clang AND JE_SANITIZE MATCHES address)
    add_compile_options(-fsanitize-address-use-after-return=never)  # code for a check that is off unless asked for at run time
  endif()
  add_link_options(-fsanitize=${JE_SANITIZE} -fuse-ld=gold)  # comes with the compiler, and takes half the time of its usual linker
endif()
if(JE_FUZZERS)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
