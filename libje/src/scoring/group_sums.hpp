// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "je/model/scheme.hpp"
#include "scoring/tied_units.hpp"

namespace je::scoring {

/// Puts sums into their order, each once.
void sort_once(std::vector<std::int64_t>& sums);

/// The options that a unit may have, by its place among the scheme's units.
using OptionsOf = std::function<const OptionClass&(std::size_t unit)>;

/// What a unit that depends on none, and all that depend on it, come to together: the sum of the points of each with each
/// choice of options.
class GroupSums {
public:
    GroupSums(const model::Scheme& scheme, std::size_t root, OptionsOf options)
        : scheme_{scheme}, root_{root}, options_{std::move(options)} {}

    /// How many choices of options there are at most; as many as can be held where they are more.
    [[nodiscard]] std::uint64_t choices() const { return choices_of(root_); }
    /// Every sum, rising, each once, in units of a decimal; nothing when there may be more than `most`.
    [[nodiscard]] std::optional<std::vector<std::int64_t>> sums(std::uint64_t most) const;
    /// Writes the levels of one choice of options with this sum, which is one of those above.
    void pick(std::int64_t sum, std::vector<model::LevelIndex>& levels) const;

private:
    using Sums = std::vector<std::int64_t>;
    /// One of the points that a unit can have, and an option that gives them.
    struct Value {
        model::Points points{};
        const AllowedOption* option;
    };

    [[nodiscard]] std::uint64_t choices_of(std::size_t unit) const;
    [[nodiscard]] std::vector<Value> values_of(std::size_t unit, model::Points of_base) const;
    [[nodiscard]] Sums sums_of(std::size_t unit, model::Points of_base) const;
    /// Sums of the dependents of `unit` from number `first` on, beside its points.
    [[nodiscard]] Sums tails_of(std::size_t unit, model::Points points, std::size_t first) const;
    bool pick(std::size_t unit, model::Points of_base, std::int64_t sum, std::vector<model::LevelIndex>& levels) const;
    bool pick_tails(std::size_t unit, model::Points points, std::int64_t sum, std::vector<model::LevelIndex>& levels) const;

    const model::Scheme& scheme_;
    std::size_t root_;
    OptionsOf options_;
};

}  // namespace je::scoring
