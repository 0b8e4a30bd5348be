// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "je/base/decimal.hpp"

namespace je::study {

/// Weights in place of the scheme's own, for a what-if. Results that rest on them say so.
///
///     study::OtherWeights weights;
///     weights.percent.emplace_back("knowledge", base::Decimal::from_whole(25));      // the rest keeps its proportions
///     weights.percent.emplace_back("group:effort", base::Decimal::from_whole(10));   // shared inside in proportion
///
/// Refused, as the options of a use-case are, for what the scheme does not bear: JE-Z02 to Z05, Z08, Z10 and Z15 to Z17.
struct OtherWeights {
    std::vector<std::pair<std::string, base::Decimal>> percent{};  // ids of factors, matrices or group:ID, and their shares
    bool rest_equal = false;  // all others have equal weights; else they keep their proportions
};

}  // namespace je::study
