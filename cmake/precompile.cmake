# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# Precompiled headers for a target, under JE_PCH alone: it saves time where the same code is built a second time. Builds without it
# show whether each file includes what it uses.
function(je_precompile target)
  if(JE_PCH)
    target_precompile_headers(${target} PRIVATE <algorithm> <cstdint> <map> <optional> <span> <string> <string_view> <utility>
                              <variant> <vector> <fmt/format.h> ${ARGN})
  endif()
endfunction()
