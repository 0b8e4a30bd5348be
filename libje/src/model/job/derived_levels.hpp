// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"

namespace je::model {

/// The values of the facts that are given; one entry per fact of the scheme, or none at all when no fact is given.
using KnownFacts = std::span<const std::optional<FactValue>>;

/// Calls `visit(row)` with each row of a derivation that facts not given may lead to: its tests of the facts given hold.
template <class Visit>
void visit_open_rows(const Derivation& derivation, KnownFacts facts, const Visit& visit) {
    for (const DerivedRow& row : derivation.rows) {
        bool open = true;
        for (std::size_t i = 0; i < row.tests.size() && open; ++i) {
            const std::size_t fact = derivation.facts[i].value();
            open = !row.tests[i] || fact >= facts.size() || !facts[fact] || row.tests[i]->holds(*facts[fact]);
        }
        if (open) visit(row);
    }
}

/// What a derivation makes of the facts given.
struct Derived {
    enum class Is {
        level,    // one level is left
        several,  // facts not given decide between several
        any,      // the fact of a table is not given: any level may be stated in its place
        none,     // there is no level for the values given
    };
    Is is = Is::any;
    LevelIndex level{};  // of Is::level
};
[[nodiscard]] Derived derived(const Derivation& derivation, KnownFacts facts);

/// The levels that are left, lowest first; none for Is::any and Is::none.
[[nodiscard]] std::vector<LevelIndex> derived_levels(const Derivation& derivation, KnownFacts facts);

/// The scheme's derivation of a factor's level; null when there is none.
[[nodiscard]] const Derivation* derivation_of(const Scheme& scheme, FactorIndex factor);

}  // namespace je::model
