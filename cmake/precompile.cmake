# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# Precompiled headers for a target, in place of reading the same ones for every file: its own common headers come after the target.
# What is public, and the modules below `report`, are built without: there each file shows that it includes what it uses. Under
# JE_PCH they are built with them too, where the same code is built a second time.
function(je_precompile_always target)
  target_precompile_headers(${target} PRIVATE <algorithm> <cstdint> <functional> <map> <memory> <optional> <span> <string>
                            <string_view> <utility> <variant> <vector> <fmt/format.h> ${ARGN})
endfunction()

function(je_precompile target)
  if(JE_PCH)
    je_precompile_always(${target} ${ARGN})
  endif()
endfunction()
