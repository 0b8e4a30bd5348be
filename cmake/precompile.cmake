# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# Precompiled headers for a target, in place of reading the same ones for every file: its own common headers come after the target.
# Without JE_PCH each file shows that it includes what it uses.
function(je_precompile target)
  if(JE_PCH)
    target_precompile_headers(${target} PRIVATE <algorithm> <cstdint> <functional> <map> <memory> <optional> <span> <string>
                              <string_view> <utility> <variant> <vector> ${ARGN})
  endif()
endfunction()
