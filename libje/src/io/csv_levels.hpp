// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "je/model/scheme.hpp"

namespace je::io {

/// Finds a factor's levels by their codes, quickly for codes of at most eight bytes. The factor must outlive it.
class CsvLevels {
public:
    explicit CsvLevels(const model::Factor& factor);

    [[nodiscard]] std::optional<model::LevelIndex> find(std::string_view code) const;
    [[nodiscard]] const model::Factor& factor() const { return *factor_; }

private:
    struct Slot {
        std::uint64_t packed = 0;
        std::uint32_t length = 0;  // zero: nothing here
        std::uint32_t level = 0;
    };
    [[nodiscard]] std::size_t home_of(std::uint64_t packed) const;
    void insert(std::string_view code, std::size_t level);

    const model::Factor* factor_;
    std::array<std::uint32_t, 256> level_of_byte_{};  // codes of one byte; level plus one, zero when there is none
    std::vector<Slot> slots_;                         // a power of two, at most half full
};

}  // namespace je::io
