// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "base/catalogue.hpp"

#include <cstdint>

namespace je::base {

namespace {

/// Four bytes as a number, the lowest first: the build makes catalogues so on every machine.
std::size_t number_at(std::string_view bytes, std::size_t at) {
    std::size_t number = 0;
    for (std::size_t i = 4; i-- > 0;) number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

/// The text that entry `i` of the table at `table` names by its length and place.
std::string_view text_at(std::string_view bytes, std::size_t table, std::size_t i) {
    const std::size_t entry = table + 8 * i;
    return bytes.substr(number_at(bytes, entry + 4), number_at(bytes, entry));
}

/// The part of that number of what zero bytes divide; the last when there are fewer.
std::string_view part_of(std::string_view texts, std::size_t number) {
    for (; number > 0; --number) {
        const auto end = texts.find('\0');
        if (end == std::string_view::npos) break;
        texts.remove_prefix(end + 1);
    }
    return texts.substr(0, texts.find('\0'));
}

}  // namespace

std::optional<std::string_view> message_in(std::string_view catalogue, std::string_view key, std::size_t form) {
    constexpr std::size_t count_at = 8, keys_at = 12, texts_at = 16;
    if (catalogue.empty()) return std::nullopt;
    const std::size_t keys = number_at(catalogue, keys_at);
    std::size_t low = 0, high = number_at(catalogue, count_at);
    while (low < high) {  // keys are sorted
        const std::size_t middle = low + (high - low) / 2;
        const std::string_view found = part_of(text_at(catalogue, keys, middle), 0);
        if (found == key) return part_of(text_at(catalogue, number_at(catalogue, texts_at), middle), form);
        if (found < key)
            low = middle + 1;
        else
            high = middle;
    }
    return std::nullopt;
}

}  // namespace je::base
