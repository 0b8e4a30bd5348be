// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "je/base/language.hpp"

namespace je::base {

/// A sentence of a result, in the language of now: the pattern as fmt::format fills it. The words of a message, which are
/// English, are made by fmt::format.
template <class... Parts>
[[nodiscard]] std::string worded(fmt::format_string<Parts...> pattern, Parts&&... parts) {
    const fmt::string_view english = pattern;
    const std::string_view now = translated(std::string_view{english.data(), english.size()});
    return fmt::vformat(fmt::string_view{now.data(), now.size()}, fmt::make_format_args(parts...));
}

/// "1 job", "3 jobs" in the language of now.
[[nodiscard]] inline std::string counted_now(std::size_t n, std::string_view one, std::string_view several) {
    return fmt::format("{} {}", n, translated(one, several, n));
}

}  // namespace je::base
