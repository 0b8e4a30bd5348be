// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/weighting_words.hpp"

#include <string>
#include <vector>

namespace je::report {

void add_weighting(Document& document, const WeightingHead& head) {
    document.add(Caution{weighting_caution});
    std::vector<Text> weights;
    for (const UnitWeightView& one : head.weights) weights.push_back(say("{} {}", one.name, Share{one.share}));
    document.add(Paragraph{say(
        "Weights here: {}; {} of all weight is moved. Points are those under these weights, shown to four digits; bands are "
        "decided on the exact totals.",
        listed(weights), Share{head.moved_share})});
}

}  // namespace je::report
