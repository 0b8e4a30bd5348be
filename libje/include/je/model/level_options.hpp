// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "je/base/diagnostic.hpp"
#include "je/model/ids.hpp"

namespace je::model {

/// One of several wordings of a level, as NHS outcomes name them: the `b` of `2b`. It gives no points, and no rule reads it.
struct LevelOption {
    char id = 'a';  // a to z
    std::string text{};
    std::string help{};
    base::SourcePosition at{};
};

/// Which options of one level are met, by their places in the level's list.
class OptionSet {
public:
    static constexpr std::size_t most = 26;

    void add(std::size_t place) { bits_ |= std::uint32_t{1} << place; }
    [[nodiscard]] bool contains(std::size_t place) const { return ((bits_ >> place) & 1U) != 0; }
    [[nodiscard]] bool empty() const { return bits_ == 0; }
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(std::popcount(bits_)); }
    friend bool operator==(const OptionSet&, const OptionSet&) = default;

private:
    std::uint32_t bits_ = 0;
};

/// A level with the options stated of it.
struct StatedLevel {
    LevelIndex level;
    OptionSet options{};
};

/// A level as a record writes it: its code, with options behind it (`2bc`, `2(b)(c)`) or beside it (`options: [b, c]`).
struct StatedText : base::Located<std::string> {
    StatedText() = default;
    StatedText(base::Located<std::string> code, std::vector<base::Located<std::string>> beside = {})  // NOLINT: a code alone
        : base::Located<std::string>(std::move(code)), options{std::move(beside)} {}
    std::vector<base::Located<std::string>> options{};
};

}  // namespace je::model
