// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "je/base/decimal.hpp"

namespace je::base {

/// A share as people write it: "0.2", "20%" or "20 %". Nothing for another text, one below 0, or one that needs more than four
/// digits after the point of the share. It may be above 1; how large a share may be is for the caller to say.
[[nodiscard]] std::optional<Decimal> parse_share(std::string_view text);

}  // namespace je::base
