// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/appeal/appeal_document.hpp"
#include "report/described_table.hpp"
#include "report/describing.hpp"
#include "report/panel/panel_words.hpp"
#include "report/panel/public_records.hpp"

namespace je::report {

void add_chain(Document& document, const AppealsResult& result) {
    document.begin("appeals", 1, counted(result.appeals.size(), "appeal", "appeals"));
    Table table{.caption = "In the order in which the original panels sat",
                .columns = {{"appeal", "Appeal", Role::id},
                            {"job", "Job", Role::id},
                            {"original", "Original"},
                            {"before", "Total", Role::points},
                            {"band_before", "Band"},
                            {"repanel", "Re-panel"},
                            {"after", "Total", Role::points},
                            {"band_after", "Band"},
                            {"outcome", "Outcome"}}};
    for (const AppealResult& appeal : result.appeals) {
        table.rows.push_back({appeal.appeal, appeal.job, value_or(appeal.original.date), total_of(appeal.original.outcome),
                              bands_of(appeal.original.outcome),
                              appeal.repanel ? Text{value_or(appeal.repanel->date)} : Text{"not yet"},
                              appeal.repanel ? Cell{total_of(appeal.repanel->outcome)} : Cell{},
                              appeal.repanel ? Cell{bands_of(appeal.repanel->outcome)} : Cell{},
                              appeal.direction ? to_text(*appeal.direction) : std::string{}});
    }
    document.add(std::move(table));
}

namespace {

/// A factor, and how it moved where it did.
struct MoveRow {
    const AppealResult* appeal = nullptr;
    const PanelFactorView* factor = nullptr;
    const FactorMove* move = nullptr;
};
using MaybeText = std::optional<std::string_view>;

MaybeText level_after(const MoveRow& one) {
    if (one.move) return one.move->to;
    return one.appeal->repanel ? MaybeText{one.factor->agreed} : MaybeText{};
}

std::string_view letters_after(const MoveRow& one) {
    if (one.move) return one.move->letters_to;
    return one.appeal->repanel ? std::string_view{one.factor->agreed_letters} : std::string_view{};
}

Description move_row() {
    using T = MoveRow;
    using Points = std::optional<base::Decimal>;
    return {
        "move of a factor",
        {value<[](const T& one) { return std::string_view{one.appeal->appeal}; }>("appeal", "Appeal", Role::id,
                                                                                  "of the record"),
         value<[](const T& one) { return std::string_view{one.factor->id}; }>("factor", "Factor", Role::id, "of the factor"),
         value<[](const T& one) { return MaybeText{one.move ? one.move->from : one.factor->agreed}; }>("from", "From",
                                                                                                       Role::level, "before"),
         value<level_after>("to", "To", Role::level, "after"),
         value<[](const T& one) { return one.move ? one.move->points : Points{}; }>("points", "Points", Role::points, "moved"),
         value<[](const T& one) { return one.move && one.move->on_ground; }>("on_ground", "A ground", Role::flag, "it is one"),
         value<[](const T& one) { return one.move ? MaybeText{one.move->claim} : MaybeText{}; }>("claim", "Claim", Role::level,
                                                                                                 "the level claimed"),
         value<[](const T& one) { return std::string_view{one.move ? one.move->letters_from : one.factor->agreed_letters}; }>(
             "options_from", "Options before", Role::level, "letters of the options agreed"),
         value<letters_after>("options_to", "Options after", Role::level, "letters of the options agreed"),
         value<[](const T& one) { return one.move ? std::string_view{one.move->claim_letters} : std::string_view{}; }>(
             "claim_options", "Options claimed", Role::level, "letters of the options claimed")}};
}

bool appeals_state_options(const AppealsResult& result) {
    for (const AppealResult& appeal : result.appeals) {
        for (const PanelFactorView& factor : appeal.original.factors)
            if (!factor.agreed_letters.empty()) return true;
        for (const FactorMove& move : appeal.changes)
            if (!move.letters_from.empty() || !move.letters_to.empty() || !move.claim_letters.empty()) return true;
    }
    return false;
}

}  // namespace

Table appeal_table(const AppealsResult& result) {
    if (result.left_out.any() || (!result.appeals.empty() && hides_texts(result.appeals.front().audience)))
        return public_table(result);
    const Description& row = made_once<move_row>();
    Table table = appeals_state_options(result)
                      ? described_table(row)
                      : described_table(row, {"appeal", "factor", "from", "to", "points", "on_ground", "claim"});
    for (const AppealResult& appeal : result.appeals) {
        for (const PanelFactorView& factor : appeal.original.factors) {
            const auto move = std::find_if(appeal.changes.begin(), appeal.changes.end(),
                                           [&](const FactorMove& one) { return one.factor == factor.id; });
            const MoveRow one{&appeal, &factor, move == appeal.changes.end() ? nullptr : &*move};
            add_described_row(table, row, &one);
        }
    }
    if (!result.appeals.empty() && !result.appeals.front().scheme.has_points()) empty_points(table);
    return table;
}

}  // namespace je::report
