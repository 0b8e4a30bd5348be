// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "je/numerics/result.hpp"
#include "je/panel/case.hpp"

namespace je::panel {

/// One panel's record among several, for agreement over all of them. Neither is null.
struct RatedPanel {
    const model::Scheme* scheme = nullptr;
    const model::Panel* panel = nullptr;
};

/// A coefficient with its 95 % interval, where it has one.
struct Coefficient {
    numerics::Statistic value;
    std::optional<numerics::Interval> interval;
    std::string no_interval;  // why there is none; empty when there is one
};

/// Weighted kappa (quadratic) of two panellists.
struct PairAgreement {
    std::string a;
    std::string b;
    numerics::Statistic kappa;
    std::size_t units = 0;  // factors that both scored
};

/// How far panellists agreed before they talked, over all factors of all panels given: a unit is a factor of one panel, a
/// rating the place of an individual level on its scale. Panellists of the same id are taken to be the same person.
struct Agreement {
    std::size_t panels = 0;
    std::size_t panellists = 0;
    std::size_t factors = 0;            // units with two or more ratings
    std::size_t complete = 0;           // units rated by every panellist
    numerics::Statistic percent_exact;  // 0 to 100
    Coefficient krippendorff_alpha;     // ordinal
    Coefficient icc_2_1;
    Coefficient icc_2_k;
    Coefficient kendall_w;
    std::vector<PairAgreement> pairs;  // of those who scored something together; in order of appearance
    std::string caution;               // what figures of so few people can and cannot say
};
[[nodiscard]] Agreement agreement(std::span<const RatedPanel> panels);

}  // namespace je::panel
