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

    /// One value of each part: all choices, no and yes, numbers rising. Of several choices all sets.
    [[nodiscard]] std::vector<FactValue> values() const;

private:
    void cut_after(const base::WideDecimal& last);

    const FactDefinition* fact_;
    std::vector<base::WideDecimal> starts_;
};

}  // namespace je::model
