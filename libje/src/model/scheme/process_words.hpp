// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "je/base/diagnostic.hpp"
#include "je/model/process_rules.hpp"
#include "je/model/scheme.hpp"
#include "model/scheme/names.hpp"

namespace je::model {

/// A word of the files and what it stands for.
template <class E>
struct Word {
    std::string_view text;
    E value;
};

/// The words of a kind, in the order messages list them.
template <class E>
[[nodiscard]] std::span<const Word<E>> words_of();
template <>
std::span<const Word<Side>> words_of();
template <>
std::span<const Word<Role>> words_of();
template <>
std::span<const Word<Stage>> words_of();
template <>
std::span<const Word<Decision>> words_of();
template <>
std::span<const Word<AppealKind>> words_of();
template <>
std::span<const Word<Party>> words_of();
template <>
std::span<const Word<GroundKind>> words_of();
template <>
std::span<const Word<Differ>> words_of();
template <>
std::span<const Word<ProcessCheck>> words_of();

template <class E>
[[nodiscard]] std::string_view word_for(E value) {
    for (const auto& word : words_of<E>()) {
        if (word.value == value) return word.text;
    }
    return "";
}

/// What `text` stands for; otherwise says as error `id` that `user` names none of `what` ("the sides of a panel").
template <class E>
[[nodiscard]] std::optional<E> resolve_word(const Text& text, std::string_view id, std::string_view user, std::string_view what,
                                            base::Diagnostics& diagnostics) {
    std::vector<std::string> allowed;
    for (const auto& word : words_of<E>()) {
        if (word.text == text.value) return word.value;
        allowed.emplace_back(word.text);
    }
    report({.id = id,
            .word = text,
            .message = fmt::format("{} says '{}', which is none of {}", user, text.value, what),
            .what = std::string{what},
            .allowed = allowed},
           diagnostics);
    return std::nullopt;
}

/// The rules of a scheme's `panel` or `appeal` list, checked; those with mistakes are reported.
[[nodiscard]] std::vector<ProcessRule> make_process_rules(const std::vector<ProcessRuleDraft>& drafts, bool of_panel,
                                                          const Names& sources, base::Diagnostics& diagnostics);

}  // namespace je::model
