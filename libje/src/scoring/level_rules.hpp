// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>
#include <variant>
#include <vector>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"
#include "scoring/conditions.hpp"

namespace je::scoring {

/// Whether the count that a modifier asks for is reached.
[[nodiscard]] inline Truth is_reached(const model::Modifier& modifier, const model::Answers& answers) {
    const auto& fact = answers.facts[modifier.fact.value()];
    const auto* count = fact ? std::get_if<base::WideDecimal>(&*fact) : nullptr;
    if (count == nullptr) {
        return Truth::unknown;
    }
    return *count >= modifier.at_least ? Truth::yes : Truth::no;
}

/// One of a modifier's `from_levels` after it. Never below `level`, even when that lies above the ceiling.
[[nodiscard]] inline model::LevelIndex raised_from(const model::Modifier& modifier, model::LevelIndex level) {
    const std::size_t target = std::min(level.value() + modifier.raise, modifier.ceiling.value());
    return model::LevelIndex{std::max(level.value(), target)};
}

/// Any level after a modifier whose count is reached.
[[nodiscard]] inline model::LevelIndex raised(const model::Modifier& modifier, model::LevelIndex level) {
    const auto& from = modifier.from_levels;
    return std::find(from.begin(), from.end(), level) == from.end() ? level : raised_from(modifier, level);
}

/// The levels that one factor may have, kept as a set: however many rules are not decided, a level is in it or it is not.
class PossibleLevels {
public:
    /// Of a factor that has `before` without modifiers (nothing: any level). More than one level only where a modifier's fact
    /// is not known, or the level before is not.
    PossibleLevels(const model::Scheme& scheme, const model::Answers& answers, model::FactorIndex factor,
                   const std::optional<model::LevelIndex>& before)
        : has_(scheme[factor].levels.size(), !before) {
        if (before) has_[before->value()] = true;
        const auto modifiers = scheme.modifiers();
        for (std::size_t i = 0; i < modifiers.size(); ++i) {
            if (modifiers[i].factor == factor) apply(modifiers[i], i, is_reached(modifiers[i], answers));
        }
    }

    [[nodiscard]] model::LevelIndex lowest() const { return model::LevelIndex{first_from(0)}; }
    [[nodiscard]] model::LevelIndex highest() const {
        std::size_t level = has_.size();
        while (!has_[--level]) {
        }
        return model::LevelIndex{level};
    }
    [[nodiscard]] bool contains(std::size_t level) const { return has_[level]; }
    [[nodiscard]] bool is_one() const { return lowest() == highest(); }
    /// The last modifier that certainly raised every level left; nothing when none did.
    [[nodiscard]] const std::optional<std::size_t>& modifier() const { return modifier_; }

    /// Calls `visit` with each, lowest first.
    template <class Visit>
    void visit(const Visit& visit) const {
        for (std::size_t level = first_from(0); level < has_.size(); level = first_from(level + 1))
            visit(model::LevelIndex{level});
    }

private:
    [[nodiscard]] std::size_t first_from(std::size_t level) const {
        while (level < has_.size() && !has_[level]) ++level;
        return level;
    }

    void apply(const model::Modifier& modifier, std::size_t number, Truth reached) {
        if (reached == Truth::no) return;
        std::vector<std::size_t> to;
        for (const model::LevelIndex from : modifier.from_levels) {
            const auto higher = has_[from.value()] ? raised_from(modifier, from) : from;
            if (higher != from) to.push_back(higher.value());
        }
        if (to.empty()) return;
        if (reached == Truth::yes) {
            for (const model::LevelIndex from : modifier.from_levels) {
                if (raised_from(modifier, from) != from) has_[from.value()] = false;
            }
        }
        for (const std::size_t level : to) has_[level] = true;
        modifier_ = reached == Truth::yes ? std::optional{number} : std::nullopt;
    }

    std::vector<bool> has_;
    std::optional<std::size_t> modifier_;
};

}  // namespace je::scoring
