// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/csv_levels.hpp"

#include <bit>
#include <cstring>

namespace je::io {

namespace {

constexpr std::size_t longest_packed = 8;

template <class Word>
std::uint64_t load(const char* p) {
    Word word;
    std::memcpy(&word, p, sizeof word);
    return word;
}

// Distinct for distinct codes of one length, two to eight bytes.
std::uint64_t pack(std::string_view code) {
    const char* const first = code.data();
    const char* const last = first + code.size();
    if (code.size() >= 4) return load<std::uint32_t>(first) | load<std::uint32_t>(last - 4) << 32U;
    return load<std::uint16_t>(first) | load<std::uint16_t>(last - 2) << 16U;
}

}  // namespace

CsvLevels::CsvLevels(const model::Factor& factor) : factor_{&factor}, slots_(std::bit_ceil(2 * factor.levels.size() + 2)) {
    std::uint32_t number = 0;
    for (const model::Level& level : factor.levels) insert(level.id.text(), ++number);
}

std::size_t CsvLevels::home_of(std::uint64_t packed) const {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;  // 2^64 over the golden ratio: spreads neighbours
    return static_cast<std::size_t>((packed * odd) >> 32U) & (slots_.size() - 1);
}

void CsvLevels::insert(std::string_view code, std::uint32_t level) {
    if (code.empty() || code.size() > longest_packed) return;
    if (code.size() == 1) {
        level_of_byte_[static_cast<unsigned char>(code[0])] = level;
        return;
    }
    const std::uint64_t packed = pack(code);
    std::size_t at = home_of(packed);
    while (slots_[at].level != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {packed, static_cast<std::uint32_t>(code.size()), level};
}

std::uint32_t CsvLevels::find_longer(std::string_view code) const {
    if (code.empty()) return 0;
    if (code.size() > longest_packed) {
        const auto level = factor_->find_level(code);
        return level ? static_cast<std::uint32_t>(level->value() + 1) : 0;
    }
    const std::uint64_t packed = pack(code);
    for (std::size_t at = home_of(packed); slots_[at].level != 0; at = (at + 1) & (slots_.size() - 1)) {
        if (slots_[at].packed == packed && slots_[at].length == code.size()) return slots_[at].level;
    }
    return 0;
}

}  // namespace je::io
