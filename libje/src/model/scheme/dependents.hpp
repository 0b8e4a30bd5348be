// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "je/model/scheme.hpp"
#include "model/scheme/names.hpp"

namespace je::model {

/// The series of a draft without mistakes.
[[nodiscard]] std::vector<SeriesPtr> make_series(const SchemeDraft& draft, base::Diagnostics& diagnostics);

/// A unit that is a percentage of another, by their ids.
struct DependentLink {
    Text unit;
    Text base;
    std::variant<std::monostate, Rounding, SeriesRounding> rounding;
};

/// All dependent units of a draft, each after the one that it depends on. Says what of them is not known, goes in a ring, is
/// too deep, or is rounded in a way that there is not; those are left out.
[[nodiscard]] std::vector<DependentLink> link_dependents(const SchemeDraft& draft, const std::vector<SeriesPtr>& series,
                                                         base::Diagnostics& diagnostics);

/// Makes units dependent as the links say, in this order, which gives their places. Says which products cannot be rounded.
[[nodiscard]] std::vector<UnitIndex> make_dependents(std::vector<ScoredUnit>& units, const std::vector<DependentLink>& links,
                                                     base::Diagnostics& diagnostics);

}  // namespace je::model
