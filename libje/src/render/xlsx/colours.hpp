// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace je::render::xlsx::colour {

// The colours of the pages, as RGB. Two blues that stand 3:1 apart tell this job's band from all others.
inline constexpr std::uint32_t strong = 0x163E69, mid = 0x8093A0, ink = 0x14181D, second = 0x48515B, edge = 0x76828F,
                               hair = 0xD6DBE1, wash = 0xF4F6F8, caution_fill = 0xFFF3D9, caution_ink = 0x3D2F06,
                               link = 0x15508F, white = 0xFFFFFF, between = 0x2F6BA8, pale = 0xC4D4E6;

}  // namespace je::render::xlsx::colour
