// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "je/model/scheme.hpp"

namespace je::io {

/// Finds a factor's levels by their codes, quickly for codes of at most eight bytes. The factor must outlive it.
class CsvLevels {
public:
    explicit CsvLevels(const model::Factor& factor);

    /// The level's place counted from one; zero when the factor has no such level. (An optional would be copied about in
    /// memory, which takes longer than finding the level.)
    [[nodiscard]] std::uint32_t find(std::string_view code) const {
        return code.size() == 1 ? level_of_byte_[static_cast<unsigned char>(code[0])] : find_longer(code);
    }
    [[nodiscard]] const model::Factor& factor() const { return *factor_; }

private:
    struct Slot {
        std::uint64_t packed = 0;
        std::uint32_t length = 0;
        std::uint32_t level = 0;  // counted from one; zero: nothing here
    };
    [[nodiscard]] std::uint32_t find_longer(std::string_view code) const;
    [[nodiscard]] std::size_t home_of(std::uint64_t packed) const;
    void insert(std::string_view code, std::uint32_t level);

    const model::Factor* factor_;
    std::array<std::uint32_t, 256> level_of_byte_{};  // for codes of one byte, as `find` gives them
    std::vector<Slot> slots_;                         // a power of two, at most half full
};

}  // namespace je::io
