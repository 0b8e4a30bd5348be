// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "je/base/diagnostic.hpp"
#include "je/numerics/linear_programme.hpp"
#include "je/sensitivity/grid.hpp"

namespace je::sensitivity {

/// A linear constraint between weights: `constraint` has a coefficient for each factor of a grid.
struct Requirement {
    std::string text;  // as written
    numerics::LinearConstraint constraint;

    /// Whether these weights meet it, exactly.
    [[nodiscard]] bool met_by(std::span<const numerics::Fraction> weights) const;
};

/// Reads a constraint between the weights of a scheme's factors.
///
///     const auto read = read_requirement("group:skills >= 0.40", scheme, grid);
///     read_requirement("emotional-demands >= mental-demands", scheme, grid);
///     read_requirement("2*knowledge + people <= 50%", scheme, grid);
///
/// On either side of >= or <= stand weights and numbers, added or subtracted, with a space about + and -, as ids may hold a
/// hyphen. A weight is the id of a factor or matrix (`factor:7` for one that reads as a number), or `group:` and the id of a
/// group, which is the sum of the weights in it; a number and * may stand before it. Numbers have at most four digits after the
/// point, and may be in percent.
///
/// Otherwise what is wrong, with the place in the expression: JE-U81 for its form, JE-U82 for an id that has no weight, with
/// the nearest spelling, and JE-U83 for =, < and >: weights on a plane have no room to sample, and < and > cut off no more than
/// their edge.
[[nodiscard]] std::variant<Requirement, base::Diagnostic> read_requirement(std::string_view text, const model::Scheme& scheme,
                                                                           const Grid& grid);

}  // namespace je::sensitivity
