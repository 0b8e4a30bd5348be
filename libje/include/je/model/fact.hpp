// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "je/base/decimal.hpp"
#include "je/base/diagnostic.hpp"
#include "je/model/ids.hpp"

namespace je::model {

enum class FactKindOf { number, choice, yes_no, several };
[[nodiscard]] std::string_view to_text(FactKindOf kind);

/// Those choices of a fact of kind `several` that apply.
struct ChoiceSet {
    std::uint32_t bits = 0;  // bit i: the choice at place i applies

    [[nodiscard]] bool contains(std::size_t choice) const { return ((bits >> choice) & 1U) != 0; }
    friend constexpr auto operator<=>(const ChoiceSet&, const ChoiceSet&) = default;
};
inline constexpr std::size_t most_of_several = 16;
/// As CSV states them: "a;b", "-" for none.
[[nodiscard]] std::string text_of(const ChoiceSet& set, const std::vector<std::string>& choices);

/// The value of a fact: a number, the place among the choices, yes / no, or several choices.
using FactValue = std::variant<base::WideDecimal, std::size_t, bool, ChoiceSet>;

struct FactDefinition {
    FactId id;
    std::string name;
    FactKindOf kind = FactKindOf::number;
    std::vector<std::string> choices;
    // Of a number:
    std::optional<base::WideDecimal> min{};  // both ends included; 0 when it is not stated
    std::optional<base::WideDecimal> max{};  // no top when it is not stated
    bool whole = false;                      // whole numbers only
    std::string unit{};                      // words shown behind it; empty: none
    // Where questions ask it:
    std::string ask{};
    std::string help{};
    std::vector<std::string> choice_texts{};  // one per choice, or none at all; an empty one: the choice says enough

    /// Whether a number is one that the fact may have.
    [[nodiscard]] bool allows(const base::WideDecimal& number) const {
        return number >= min.value_or(base::WideDecimal{}) && (!max || number <= *max) && (!whole || number.is_whole());
    }
};

/// What a row of a derivation asks of one fact: a number, or the count of those choices that apply, with from <= value < below;
/// or one of some choices.
struct FactTest {
    std::optional<base::WideDecimal> from;
    std::optional<base::WideDecimal> below;
    ChoiceSet of{};                 // of `several`: the choices counted
    std::vector<std::size_t> is{};  // places among the choices; of yes-no, 0 is no and 1 yes

    [[nodiscard]] bool holds(const FactValue& value) const;
};

/// A row of a derivation: the level of every job whose facts pass all its tests.
struct DerivedRow {
    std::vector<std::optional<FactTest>> tests;  // one per fact of the derivation; nothing: any value
    LevelIndex level;
    base::SourcePosition at;
};

/// Which way levels go as numbers and counts rise and choices follow one another.
enum class DerivationOrder { up, down, none };

}  // namespace je::model
