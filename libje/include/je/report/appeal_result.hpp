// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "je/appeal/case.hpp"
#include "je/report/description.hpp"
#include "je/report/explain_result.hpp"
#include "je/report/panel_result.hpp"
#include "je/report/tree_trace.hpp"

namespace je::report {

/// A factor on which the two panels differ.
struct FactorMove {
    std::string factor;
    std::string name;
    std::string short_name{};  // empty: the scheme states none
    std::optional<std::string> from;
    std::optional<std::string> to;
    std::string letters_from{};  // of the options agreed
    std::string letters_to{};
    std::string claim_letters{};
    bool level_changed = true;             // false: the same level in another wording, at the same points
    std::optional<std::size_t> from_rank;  // 1 is the lowest level
    std::optional<std::size_t> to_rank;
    std::optional<std::size_t> claim_rank;
    std::vector<std::string> scale;  // ids of all levels, lowest first
    std::optional<base::Decimal> points;
    std::vector<ViaView> via;  // the part of `points` that comes through units which depend on the factor's
    bool on_ground = false;
    std::optional<std::string> claim;      // the level claimed
    std::string argument;                  // of the ground
    std::vector<EvidenceView> claimed_on;  // evidence of the ground
    std::vector<EvidenceView> evidence;    // of the re-panel
    std::string reason;                    // of the re-panel
    std::vector<EvidenceView> before;      // evidence of the original panel
    std::string reason_before;
    std::vector<DissentView> dissent;  // on the re-panel
    std::optional<TwoPaths> paths{};   // through the factor's questions; nothing where neither panel answered any
};

/// What came of a ground about a factor.
enum class GroundOutcome { waits, no_level, stays, as_claimed, another_level, moved };
/// "waits", "no-level", "stays", "as-claimed", "another-level" (than claimed), "moved" (no level was claimed).
[[nodiscard]] std::string_view to_text(GroundOutcome outcome);

/// A ground as stated, and what came of it.
struct GroundView {
    model::GroundKind kind = model::GroundKind::level;
    std::string factor;  // name; empty for a ground that is about no factor
    std::string factor_id{};
    std::optional<std::string> claim;     // level
    std::string claim_letters{};          // of the options claimed
    std::optional<bool> level_granted{};  // nothing: no level is claimed, or the re-panel gave none
    std::string letters_granted{};        // options claimed that the re-panel agreed
    std::string letters_not_granted{};
    std::string argument;
    std::vector<EvidenceView> evidence;
    std::optional<GroundOutcome> outcome;  // nothing for a ground that is about no factor
    std::optional<std::string> level{};    // of the latest panel
    std::string level_letters{};           // of its options
    std::string at;
};

struct DateView {
    base::Date date;
    std::string argued_by;
    std::string reason;
    std::int64_t days_before_latest = 0;
    std::optional<std::int64_t> days;
    std::optional<base::Decimal> at_bottom;
    std::optional<base::Decimal> at_top;
};

struct EventView {
    base::Date date;
    std::string kind;
    std::string note;
};

/// What the original record lacks, for those who prepare a case.
struct PanelGaps {
    std::vector<std::string> no_reason;  // names of factors
    std::vector<std::string> no_evidence;
    std::vector<std::string> not_scored_by_all;
    std::vector<std::string> splits;  // with the individual levels
    std::vector<std::string> dissent;
    std::vector<PanelFactorView> split_factors;                     // those of `splits`
    std::vector<std::pair<std::string, DissentView>> all_dissents;  // factor id; those of `dissent`
    std::vector<std::string> questions;                             // open questions that follow, in plain words
};

struct AppealResult {
    SchemeInfo scheme;
    BandsInfo bands;
    std::optional<base::Date> as_of;
    Audience audience = Audience::record;
    std::string appeal;
    std::string kind;
    std::string brought_by;
    std::string job;
    std::string job_title;
    std::optional<std::string> claims_band;
    std::string notes;
    std::vector<PaperDifference> differences;
    PanelResult original;
    std::optional<PanelResult> repanel;
    std::vector<EventView> events;
    std::vector<appeal::Deadline> deadlines;
    std::vector<panel::Finding> rules;
    std::vector<std::string> waiting;
    std::vector<model::ProcessCheck> not_set;  // by the scheme
    std::vector<GroundView> grounds;
    std::vector<FactorMove> changes;
    std::size_t sat_on_both =
        0;  // those who decide on the re-panel and decided on the original one, as the public view counts them
    std::optional<model::BandMove> direction;   // nothing while it is not known, and without bands
    std::optional<base::Decimal> points_moved;  // up, below 0 down; nothing while it is not known
    std::optional<base::Date> decision_date;
    std::string decision_reason;
    std::optional<base::Date> effective_date;
    OutcomeView if_claims_met;                    // with every level claimed in place of the original panel's
    std::optional<std::string> claims_lose_band;  // why that is in no band, though the latest outcome is in one
    std::optional<std::string> present_band;      // of the latest outcome; nothing: none, or not known
    std::optional<std::string> target_band;       // of `among_appealed` and `among_all`
    bool reached = false;
    bool target_held = false;  // the band claimed holds the total of the latest outcome: another choice would do
    ChangeSetsView among_appealed;
    ChangeSetsView among_all;
    ChangeSetsView down;
    ChangeSetsView up_and_out;
    std::size_t max_factors = 0;  // that one set may change
    bool lowest_band = false;     // of the scheme: there is none to fall to
    std::optional<LoweringView> lowering;
    std::vector<DateView> dates;
    std::string currency;
    std::string pay_status;  // of the pay table
    std::string pay_note;
    PanelGaps gaps;
};
/// How an appeal is looked at, beside its case.
struct AppealOptions {
    base::WorkingDays working_days{};
    std::optional<base::Date> today{};
    std::size_t keep = 10;  // sets of changes of each kind; 0: all
};
[[nodiscard]] AppealResult appeal_result(const appeal::AppealCase& appeal_case, const PanelBasis& basis,
                                         const AppealOptions& options);

/// One appeal, or several of one job in order; none when the public view leaves all out.
struct AppealsResult {
    std::vector<AppealResult> appeals;
    LeftOutRecords left_out;
    std::vector<InputFile> inputs;
    ToolInfo tool;
};
[[nodiscard]] Document appeal_document(const AppealsResult& result);
/// One line a factor: both panels' levels, the claim, and whether it was a ground.
[[nodiscard]] Table appeal_table(const AppealsResult& result);

Description describe(Of<AppealsResult>);
/// The result of one appeal has a format of its own.
[[nodiscard]] Description one_appeal_result();
[[nodiscard]] DescribedResult described(const AppealsResult& result);

}  // namespace je::report
