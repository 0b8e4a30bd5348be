// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace je::base {

/// A word of files and results, and what it stands for.
template <class E>
struct Word {
    std::string_view text;
    E value;
};

/// The words of one enumeration, in the order messages list them.
template <class E, std::size_t n>
using Words = std::array<Word<E>, n>;

/// Whether an enumerator has that value, as the compiler spells it: "Kind::text", or "(Kind)17" where none has.
template <auto value>
[[nodiscard]] constexpr bool is_enumerator() {
    constexpr std::string_view spelt = __PRETTY_FUNCTION__;
    return spelt[spelt.find("value = ") + 8] != '(';
}

template <class E, std::size_t n>
[[nodiscard]] constexpr std::string_view word_for(const Words<E, n>& words, E value) {
    static_assert(!is_enumerator<static_cast<E>(n)>(), "an enumerator has no word");
    for (const Word<E>& word : words) {
        if (word.value == value) return word.text;
    }
    return "";
}

}  // namespace je::base
