// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/appeal/appeal_document.hpp"
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
        table.rows.push_back({appeal.appeal, appeal.job, appeal.original.date, total_of(appeal.original.outcome),
                              band_of(appeal.original.outcome), appeal.repanel ? appeal.repanel->date : Text{"not yet"},
                              appeal.repanel ? Cell{total_of(appeal.repanel->outcome)} : Cell{},
                              appeal.repanel ? Cell{band_of(appeal.repanel->outcome)} : Cell{},
                              appeal.direction ? to_text(*appeal.direction) : std::string{}});
    }
    document.add(std::move(table));
}

Table appeal_table(const AppealsResult& result) {
    if (result.left_out.any() || (!result.appeals.empty() && hides_texts(result.appeals.front().audience)))
        return public_table(result);
    Table table{.columns = {{"appeal", "Appeal", Role::id},
                            {"factor", "Factor", Role::name},
                            {"from", "From", Role::level},
                            {"to", "To", Role::level},
                            {"points", "Points", Role::points},
                            {"on_ground", "A ground"},
                            {"claim", "Claim", Role::level}}};
    for (const AppealResult& appeal : result.appeals) {
        for (const PanelFactorView& factor : appeal.original.factors) {
            std::vector<Cell> row{appeal.appeal, factor.id, factor.agreed, appeal.repanel ? factor.agreed : "",
                                  Cell{},        false,     Cell{}};
            for (const FactorMove& change : appeal.changes) {
                if (change.factor == factor.id)
                    row = std::vector<Cell>{appeal.appeal,           factor.id,        change.from, change.to,
                                            value_or(change.points), change.on_ground, change.claim};
            }
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

}  // namespace je::report
