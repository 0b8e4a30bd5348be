// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "je/model/scheme.hpp"

namespace je::model {

/// The parts that tests cut the values of one fact into: no test tells two values of one part apart.
///
///     FactCells cells{fact};
///     cells.cut(condition);       // for each test of the fact
///     cells.values();             // one value of each part, the lowest of a number
class FactCells {
public:
    explicit FactCells(const FactDefinition& fact) : fact_{&fact} {}

    /// Cuts a number where the test changes from one value to the next.
    void cut(const FactCondition& condition);
    /// Cuts a number in two: those below `from`, and the others.
    void cut_before(const base::WideDecimal& from);

    /// Of several choices: how many of these apply is told apart, and nothing else that is not asked for in the same way.
    void count_among(ChoiceSet of) { counted_.push_back(of); }

    /// One value of each part: all choices, no and yes, numbers rising. Of several choices all sets, or where counts alone are
    /// told apart one set for each way they come out.
    [[nodiscard]] std::vector<FactValue> values() const;

private:
    void cut_after(const base::WideDecimal& last);
    [[nodiscard]] std::vector<FactValue> sets_by_count() const;

    const FactDefinition* fact_;
    std::vector<base::WideDecimal> starts_;
    std::vector<ChoiceSet> counted_;
};

}  // namespace je::model
