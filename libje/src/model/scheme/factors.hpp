// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "je/model/scheme.hpp"
#include "model/scheme/names.hpp"

namespace je::model {

/// Whether the factor gets its points from its weight; a weight beside points is only held against them.
[[nodiscard]] bool points_from_weight(const SchemeDraft::Factor& factor);

/// What weighted factors are measured by, when the scheme states it properly; says what is wrong with `max_total`, with
/// `weights` and between them and the factors.
[[nodiscard]] std::optional<WeightScale> make_scale(const SchemeDraft& draft, base::Diagnostics& diagnostics);

/// Sets the rule of a weighted factor, and the points of its levels where there is a scale. `factor` has its levels.
void make_weighted_points(const SchemeDraft::Factor& draft, const std::optional<WeightScale>& scale, Factor& factor,
                          base::Diagnostics& diagnostics);

/// A weight that stands beside points; reported and left out when it is not above zero.
[[nodiscard]] std::optional<base::Located<Weight>> printed_weight(const SchemeDraft::Number& weight, const std::string& called,
                                                                  base::Diagnostics& diagnostics);

/// The weights as stated; nothing for a scheme that states none.
[[nodiscard]] std::optional<StatedWeights> stated_weights(const SchemeDraft& draft);

/// Names that factors, matrices and rules refer to.
struct SchemeNames {
    Names sources{{"source", "sources", "JE-S03", "JE-S02"}};
    Names groups{{"group", "groups", "JE-S04", "JE-S02"}};
    Names factors{{"factor", "factors", "JE-S05", "JE-S02"}};
};

/// One factor per draft, in order; those with mistakes have some, reported, and levels without points.
[[nodiscard]] std::vector<Factor> make_factors(const SchemeDraft& draft, Method method, const SchemeNames& names,
                                               const std::optional<WeightScale>& scale, base::Diagnostics& diagnostics);

/// One unit per draft of a matrix, in order, over factors that have no points of their own.
[[nodiscard]] std::vector<ScoredUnit> make_matrices(const SchemeDraft& draft, const SchemeNames& names,
                                                    std::span<const Factor> factors, base::Diagnostics& diagnostics);

/// What gets points, in the order of the factors: each factor that is in no other unit, and each of `combined` once. Tells each
/// factor which is its unit.
[[nodiscard]] std::vector<ScoredUnit> units_of(std::vector<Factor>& factors, const std::vector<ScoredUnit>& combined);

/// Reports a stated `max_total` that is not the sum of the largest points. With weighted factors it is what the points are
/// made from, and whether the weights add up is another question (scoring/proof.hpp).
void check_max_total(const SchemeDraft& draft, Points largest, base::Diagnostics& diagnostics);

/// The level that `reference` stands for; otherwise says that `user` names one that the factor does not have.
[[nodiscard]] std::optional<LevelIndex> resolve_level(const Factor& factor, const Text& reference, std::string_view user,
                                                      base::Diagnostics& diagnostics);

/// Reports negative points at their place; true when there was nothing to report.
bool check_not_negative(const SchemeDraft::Number& points, const std::string& whose, base::Diagnostics& diagnostics);

/// Reports a percentage that is not from 0 to 1000; true when there was nothing to report.
bool check_percent(const SchemeDraft::Number& percent, const std::string& whose, base::Diagnostics& diagnostics);

/// The id of the source stated, checked; empty when none is.
[[nodiscard]] std::string source_of(const std::optional<Text>& source, std::string_view user, const Names& sources,
                                    base::Diagnostics& diagnostics);

[[nodiscard]] std::optional<GroupIndex> group_of(const std::optional<Text>& group, std::string_view user, const Names& groups,
                                                 base::Diagnostics& diagnostics);

}  // namespace je::model
