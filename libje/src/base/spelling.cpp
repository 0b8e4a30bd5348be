// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "base/utf8.hpp"
#include "je/base/text.hpp"

namespace je::base {

namespace {

/// Above this no misspelling is looked for: the time grows with the square of the length, and texts come from strangers.
constexpr std::size_t longest_word = 256;

/// Characters, so that one accented letter is one slip. Bytes that are not UTF-8 keep their value, above every character.
std::u32string characters_of(std::string_view text) {
    constexpr char32_t beyond_unicode = 0x110000;
    std::u32string result;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = decode_utf8(text, at);
        const bool valid = character.bytes > 0;
        result += valid ? char32_t{character.code} : beyond_unicode + static_cast<unsigned char>(text[at]);
        at += std::max<std::size_t>(character.bytes, 1);
    }
    return result;
}

/// Distances between all beginnings of two words, with a border row and column for "nothing before the word".
class DistanceTable {
public:
    DistanceTable(std::size_t rows, std::size_t columns) : columns_{columns + 2}, cells_((rows + 2) * columns_) {
        const auto never = rows + columns;
        for (std::size_t i = 0; i <= rows + 1; ++i) at(i, 0) = never;
        for (std::size_t j = 0; j <= columns + 1; ++j) at(0, j) = never;
        for (std::size_t i = 0; i <= rows; ++i) at(i + 1, 1) = i;
        for (std::size_t j = 0; j <= columns; ++j) at(1, j + 1) = j;
    }
    std::size_t& at(std::size_t row, std::size_t column) { return cells_[row * columns_ + column]; }

private:
    std::size_t columns_;
    std::vector<std::size_t> cells_;
};

/// The unrestricted Damerau-Levenshtein distance: letters may also be put between two that were swapped.
/// R. Lowrance and R. A. Wagner, "An extension of the string-to-string correction problem", J. ACM 22 (1975).
std::size_t distance(const std::u32string& a, const std::u32string& b) {
    DistanceTable table{a.size(), b.size()};
    std::map<char32_t, std::size_t> last_row_of;  // where in `a` a character was last seen, from 1
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t last_match = 0;  // where in `b` this row's character was last seen, from 1
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto seen = last_row_of.find(b[j - 1]);
            const std::size_t swap_row = seen == last_row_of.end() ? 0 : seen->second;
            const std::size_t swap_column = last_match;
            const bool same = a[i - 1] == b[j - 1];
            if (same) last_match = j;
            const auto replaced = table.at(i, j) + (same ? 0 : 1);
            const auto one_sided = std::min(table.at(i + 1, j), table.at(i, j + 1)) + 1;
            const auto swapped = table.at(swap_row, swap_column) + (i - swap_row - 1) + 1 + (j - swap_column - 1);
            table.at(i + 1, j + 1) = std::min({replaced, one_sided, swapped});
        }
        last_row_of[a[i - 1]] = i;
    }
    return table.at(a.size() + 1, b.size() + 1);
}

bool same_but_for_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char one, char other) { return ascii_lower(one) == ascii_lower(other); });
}

}  // namespace

std::string in_small_letters(std::string_view text) {
    std::string small{text};
    for (char& c : small) c = ascii_lower(c);
    return small;
}

std::size_t edit_distance(std::string_view a, std::string_view b) { return distance(characters_of(a), characters_of(b)); }

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
    if (word.size() > longest_word) return std::nullopt;
    for (const auto& candidate : candidates) {
        if (same_but_for_case(word, candidate)) return candidate;
    }
    const auto wanted = characters_of(word);
    auto allowed = std::max<std::size_t>(1, wanted.size() / 3);
    const std::string* best = nullptr;
    for (const auto& candidate : candidates) {
        if (candidate.size() > longest_word) continue;
        const auto letters = characters_of(candidate);
        const auto found = distance(wanted, letters);
        const bool nothing_shared = found > 0 && found >= std::max(wanted.size(), letters.size());  // "9" is no slip for "1"
        if (nothing_shared || found > allowed || (best != nullptr && found == allowed)) continue;
        best = &candidate;
        allowed = found;
    }
    return best != nullptr ? std::optional{*best} : std::nullopt;
}

}  // namespace je::base
