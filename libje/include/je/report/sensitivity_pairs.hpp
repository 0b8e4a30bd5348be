// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "je/report/sensitivity_rows.hpp"
#include "je/sensitivity/region.hpp"
#include "je/sensitivity/weights.hpp"

namespace je::report {

/// The parts of a region in which one job outscores another. Without a standard error they are exact.
struct PairView {
    std::string a;  // ids
    std::string b;
    double a_above = 0;
    double b_above = 0;
    bool equal_everywhere = false;
    double difference_min = 0;  // points of A less points of B over the region, exact
    double difference_max = 0;
    std::optional<double> standard_error;
};
[[nodiscard]] PairView pair_view(std::string a, std::string b, const sensitivity::PairShare& share,
                                 const sensitivity::Grid& grid);

/// "clerk outscores porter for 97.2 % of these weights, porter clerk for 2.8 % (exact)."
[[nodiscard]] std::string in_words(const PairView& pair);
/// Rows of the long form.
void add_rows(std::vector<LongRow>& rows, const PairView& pair);

/// A constraint that cuts the region, and whether the scheme's own weights meet it.
struct RequirementView {
    std::string text;
    bool met_now = true;
};
[[nodiscard]] std::vector<RequirementView> requirements_view(const sensitivity::Region& region, const sensitivity::Grid& grid);

/// How scenarios are walked to.
struct WalkView {
    std::size_t burn_in = 0;
    std::size_t thinning = 0;
    std::uint64_t effective_size = 0;  // independent scenarios that tell as much, rounded down
};
[[nodiscard]] WalkView walk_view(const sensitivity::WalkMade& walk);
/// What is sampled, and how: a sentence.
[[nodiscard]] std::string in_words(const WalkView& walk, std::uint64_t scenarios, std::uint64_t seed);

}  // namespace je::report
