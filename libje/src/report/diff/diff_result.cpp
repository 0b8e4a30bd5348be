// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/diff_result.hpp"

#include <algorithm>

#include "base/words.hpp"
#include "report/compare/masking.hpp"
#include "report/diff/diff_parts.hpp"

namespace je::report {
namespace {

LevelSide side_of(const FactorTrace& trace) {
    LevelSide side{.level = trace.level,
                   .options = trace.letters(),
                   .summary = trace.level_summary,
                   .source = trace.source,
                   .points = trace.points,
                   .points_min = trace.points_min,
                   .points_max = trace.points_max,
                   .at = trace.stated_at};
    if (trace.level)
        side.possible.push_back(*trace.level);
    else
        for (const LevelView& level : trace.possible) side.possible.push_back(level.id);
    return side;
}

std::optional<base::Decimal> difference_of(const std::optional<base::Decimal>& after,
                                           const std::optional<base::Decimal>& before) {
    return before && after ? std::optional{*after - *before} : std::nullopt;
}

Moves moves_between(const std::vector<std::string>& before, const std::vector<std::string>& after) {
    const bool any_shared = std::any_of(before.begin(), before.end(),
                                        [&](const auto& one) { return std::ranges::find(after, one) != after.end(); });
    if (!any_shared) return Moves::yes;
    return before.size() == 1 && after.size() == 1 ? Moves::no : Moves::may;
}

FactorDiff diff_factor(const DiffResult& result, std::size_t i) {
    const FactorTrace& before = result.before.factors[i];
    const FactorTrace& after = result.after.factors[i];
    FactorDiff diff{.id = after.id, .name = after.name, .short_name = after.short_name};
    diff.before = side_of(before);
    diff.after = side_of(after);
    diff.level_moves = moves_between(diff.before.possible, diff.after.possible);
    diff.difference = difference_of(after.points, before.points);
    return diff;
}

UnitDiff diff_unit(const UnitTrace& before, const UnitTrace& after) {
    return {.id = after.id,
            .name = after.name,
            .short_name = after.short_name,
            .is_matrix = after.is_matrix,
            .difference = difference_of(after.points, before.points)};
}

void look_at_ages(DiffResult& result, const model::Job& after, base::Date older_than) {
    for (const model::Document& document : after.documents()) {
        if (!document.date)
            result.undated_documents.push_back(document.id.text());
        else if (*document.date < older_than)
            result.old_documents.push_back({document.id.text(), document.title, *document.date, document.at.file_and_line()});
    }
}

}  // namespace

std::string_view to_text(Moves moves) {
    constexpr base::Words<Moves, 3> words{{{"no", Moves::no}, {"may", Moves::may}, {"yes", Moves::yes}}};
    return base::word_for(words, moves);
}

std::string_view to_text(DiffMove move) {
    constexpr base::Words<DiffMove, 4> words{{{"added", DiffMove::added},
                                              {"removed", DiffMove::removed},
                                              {"changed", DiffMove::changed},
                                              {"moved", DiffMove::moved}}};
    return base::word_for(words, move);
}

std::string_view to_text(AnswerPlace place) {
    constexpr base::Words<AnswerPlace, 3> words{
        {{"path", AnswerPlace::path}, {"ahead", AnswerPlace::ahead}, {"off_path", AnswerPlace::off_path}}};
    return base::word_for(words, place);
}

bool FactorDiff::any() const {
    return level_moves == Moves::yes || before.level != after.level || before.possible != after.possible || source_changes() ||
           options_change() || !answers.empty() || !evidence.empty() || !notes.empty();
}

bool DiffResult::any() const {
    return material == Moves::yes || answers_change || !facts.empty() || !documents.empty() || !posts.empty() ||
           !changed.empty() || std::any_of(factors.begin(), factors.end(), [](const FactorDiff& one) { return one.any(); });
}

DiffResult diff(const DiffSide& before, const DiffSide& after, std::optional<base::Date> older_than) {
    const ExplainOptions without_changes{.max_factors = 0, .keep = 0};
    DiffResult result;
    result.before = explain(*before.input, *before.score, without_changes);
    result.after = explain(*after.input, *after.score, without_changes);
    result.before.what_if.reset();
    result.after.what_if.reset();
    for (std::size_t u = 0; u < result.after.units.size(); ++u)
        result.units.push_back(diff_unit(result.before.units[u], result.after.units[u]));
    for (std::size_t f = 0; f < result.after.factors.size(); ++f)
        diff_records(result.factors.emplace_back(diff_factor(result, f)), before, after, model::FactorIndex{f});
    result.facts = diff_facts(before, after);
    result.documents = diff_documents(*before.input->job, *after.input->job);
    result.posts = diff_posts(*before.input->job, *after.input->job);
    result.changed = changed_heads(*before.input->job, *after.input->job);
    result.older_than = older_than;
    if (older_than) look_at_ages(result, *after.input->job, *older_than);
    judge(result, *before.input->job, *after.input->job);
    return result;
}

void mask_before(DiffResult& result) {
    mask_comparator(result.before);
    result.total_difference.reset();
    result.band_moves.reset();
    result.total_moves.reset();
    result.bands_before.clear();
    result.material = result.levels_move;
    for (UnitDiff& unit : result.units) unit.difference.reset();
    for (FactorDiff& factor : result.factors) {
        factor.difference.reset();
        for (auto* points : {&factor.before.points, &factor.before.points_min, &factor.before.points_max}) points->reset();
    }
}

}  // namespace je::report
