# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# Precompiled headers for a target: for unit tests always; for the rest under JE_PCH alone, where the same code is built a second time.
# Builds without it show whether each file includes what it uses.
function(je_precompile_always target)
  target_precompile_headers(${target} PRIVATE <algorithm> <cstdint> <map> <optional> <span> <string> <string_view> <utility>
                            <variant> <vector> <fmt/format.h> ${ARGN})
endfunction()

function(je_precompile target)
  if(JE_PCH)
    je_precompile_always(${target} ${ARGN})
  endif()
endfunction()
