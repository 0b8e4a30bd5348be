// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/proof_words.hpp"

#include <fmt/format.h>

#include "je/base/text.hpp"

namespace je::scoring {

std::string listed(std::span<const std::string> words) {
    constexpr std::size_t shown = 8;
    if (words.size() <= shown + 1) {
        return base::quoted_list(words);
    }
    std::string text;
    for (const std::string& word : words.first(shown)) {
        text += fmt::format("'{}', ", word);
    }
    return fmt::format("{} and {} more", text.substr(0, text.size() - 2), words.size() - shown);
}

std::string combination_text(const model::Scheme& scheme, std::span<const model::LevelIndex> levels) {
    std::string text;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const model::Factor& factor = scheme.factors()[i];
        text += fmt::format("{}{} {}", i == 0 ? "" : ", ", factor.id.text(), factor[levels[i]].id.text());
    }
    return text;
}

}  // namespace je::scoring
