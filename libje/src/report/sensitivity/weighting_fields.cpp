// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/weighting_result.hpp"
#include "report/shared_fields.hpp"

namespace je::report {

namespace {

std::vector<std::pair<std::string_view, std::string_view>> weights_by_unit(const WeightingHead& head) {
    std::vector<std::pair<std::string_view, std::string_view>> weights;
    for (const UnitWeightView& one : head.weights) weights.emplace_back(one.id, one.weight);
    return weights;
}

}  // namespace

Description describe(Of<WeightingHead>) {
    using T = WeightingHead;
    return {"weighting",
            {value<&T::id>("id", "Weighting", Role::id, "of the weighting; scheme: the scheme's own"),
             value<&T::reason>("reason", "Reason", Role::text, "who proposes it, and why").shown_to_public(),
             by_id<weights_by_unit>("weights", "Weights", Role::text, "exact fractions of all weight, such as 3/8")
                 .shown_to_public(),
             value<&T::moved>("moved", "Moved", Role::text, "half the sum of what the weights differ by, an exact fraction")
                 .shown_to_public(),
             value<&T::largest_relative>("largest_relative", "Largest change", Role::text,
                                         "of one weight by its own size, an exact fraction")
                 .shown_to_public(),
             value<&T::floors>("floors", "Floors", Role::text, "kept, equal-width, equal-numbers, widest-gaps or anchors")
                 .shown_to_public(),
             value<&T::rounded_to>("rounded_to", "Rounded to", Role::points, "new points of each level")
                 .if_any("totals are exact fractions"),
             value<&T::rounding_mode>("rounding_mode", "Rounding", Role::text, "half-up, half-even, up or down")
                 .shown_to_public()
                 .when<&T::rounded_to>("beside `rounded_to`"),
             value<&T::largest_total>("largest_total", "Largest total", Role::points,
                                      "that the weighting can give; another than the scheme's only where points are rounded")}};
}

Description describe(Of<NewFloorView>) {
    using T = NewFloorView;
    return {"floor under a weighting",
            {value<&T::band>("band", "Band", Role::band, "that begins there"),
             value<&T::floor>("floor", "Floor", Role::points, "made anew")}};
}

Description describe(Of<WeighedJobView>) {
    using T = WeighedJobView;
    return {"job under a weighting",
            {value<&T::id>("id", "Job", Role::id, "of the job"),
             value<&T::total>("total", "Total", Role::points, "under these weights, half up to four digits"),
             value<&T::total_exact>("total_exact", "Exact total", Role::text, "such as 3680/7")
                 .shown_to_public()
                 .if_any("four digits are exact"),
             value<&T::band>("band", "Band", Role::band, "by points, decided on the exact total").or_null("in none"),
             value<&T::direction>("direction", "Direction", Role::verdict, "from its band under the scheme's own weights"),
             value<&T::rank>("rank", "Rank", Role::count, "1 is the highest total; equal ones share the better rank"),
             value<&T::rank_change>("rank_change", "Rank change", Role::number,
                                    "rank under the scheme's own weights less this one: above 0, it rises")}};
}

Description describe(Of<WeightingView>) {
    using T = WeightingView;
    return {"weighting of all jobs",
            {inlined<&T::head>(), list<&T::new_floors>("new_floors", "New floors", "made anew").if_any("floors are kept"),
             object<&T::moves>("moves", "Moves", "how many jobs go which way"),
             list<&T::jobs>("jobs", "Jobs", "those with the highest total under the scheme's own weights first")
                 .on_a_line()
                 .with_lines(Lines::items)}};
}

}  // namespace je::report
