// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "je/base/decimal.hpp"
#include "je/numerics/rescale.hpp"

namespace je::sensitivity {

struct Requirement;  // a linear constraint between weights; private

/// Which alternative weights are looked at.
enum class RegionKind {
    spread,     // every weight multiplied by a number of its own from 1-s to 1+s, all equally likely, then rescaled
    simplex,    // all weights that sum to 1, none below a least one, all equally likely
    dirichlet,  // weights about the scheme's own, closer to them the larger the concentration
};
[[nodiscard]] std::string_view to_text(RegionKind kind);

struct Region {
    RegionKind kind = RegionKind::spread;
    base::Decimal spread = base::Decimal::from_units(2'000);  // 0.2
    base::Decimal least_weight{};                             // simplex
    base::Decimal concentration = base::Decimal::from_whole(100);
    numerics::Rescale rescale = numerics::Rescale::max;  // none: for spread alone
    /// What weights must meet besides; for a simplex, or a spread with Rescale::max: see CutRegion. Null: nothing. Made
    /// by the use-case from the texts that it is given.
    std::shared_ptr<const std::vector<Requirement>> required{};
};

/// How shares are found: exactly where there is an exact form, or counted in sampled scenarios.
enum class Method { exact, sampled, automatic };

struct WeightsOptions {
    Region region;
    Method method = Method::automatic;
    std::uint64_t scenarios = 100'000;  // where shares are sampled
    std::uint64_t seed = 1;
    bool central = false;  // central weights too, always sampled
    std::size_t threads = 0;
    /// How many independent scenarios those of a cut region are worth, for standard errors, as walk_made says; 0: worked out.
    double effective_size = 0;
    std::function<void(std::uint64_t done, std::uint64_t all)> progress;
};

/// Levels that are off by one: a level is kept with chance 1 - `chance`, else goes up or down with half of it each. At an end
/// of the scale all of `chance` goes to the one neighbour; with `ends_stay` half of it does, and the outward half stays at the
/// level. A factor of one level keeps it.
struct AdjacentLevels {
    base::Decimal chance{};
    bool ends_stay = false;
};
/// Reads "adjacent:0.2", "adjacent:20%" or either with ",ends=stay" or ",ends=inward" after it; nothing for another text, or a
/// chance not from 0 to 1.
[[nodiscard]] std::optional<AdjacentLevels> parse_adjacent(std::string_view text);

/// How floors are made anew from the jobs.
enum class FloorRule {
    anchors,      // named jobs keep their bands
    equal_width,  // bands as wide as one another
    equal_count,  // bands with as many jobs as one another
    largest_gaps  // floors where the totals of the jobs are furthest apart
};
[[nodiscard]] std::string_view to_text(FloorRule rule);  // "anchors", "equal-width", ...

}  // namespace je::sensitivity
