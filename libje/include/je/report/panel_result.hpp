// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "je/panel/agreement.hpp"
#include "je/panel/case.hpp"
#include "je/panel/outcome.hpp"
#include "je/report/audience.hpp"
#include "je/report/common.hpp"
#include "je/report/description.hpp"
#include "je/report/score_result.hpp"

namespace je::report {

struct PersonView {
    std::string id;  // or a pseudonym
    std::string name;
    model::Side side = model::Side::management;
    model::Role role = model::Role::member;
    std::string post;
    std::string organisation;
    std::vector<std::string> trained_in;
    std::string connected_to_job;
};

struct DissentView {
    std::string panellist;
    std::optional<std::string> level;  // nothing: none is recorded
    std::string reason;
    std::string letters{};  // of the options of the level
};

/// A factor on which panellists gave one level in other wordings: options that are not the same. No points are at stake.
struct OptionSplit {
    std::string factor;
    std::string name;
    std::string level;                                                      // that they gave
    std::vector<std::pair<std::string, std::vector<std::string>>> options;  // panellist, letters; of those who gave the level
    std::vector<std::string> agreed;                                        // letters; empty where another level was agreed
};

/// What the panel recorded about one factor.
struct PanelFactorView {
    std::string id;
    std::string name;
    std::string short_name{};                                     // empty: the scheme states none
    std::vector<std::pair<std::string, std::string>> individual;  // panellist, level; in the order of the record
    std::vector<std::string> individual_letters{};                // of the options stated; one for each of these
    std::vector<std::string> not_scored_by;
    std::size_t spread = 0;  // steps from the lowest to the highest individual level
    std::optional<std::string> agreed;
    std::string agreed_letters{};            // of the options agreed
    std::optional<std::size_t> agreed_rank;  // 1 is the lowest level
    std::vector<std::string> scale;          // ids of all levels, lowest first
    std::optional<base::Decimal> points;
    std::string rationale;
    std::vector<EvidenceView> evidence;
    std::vector<DissentView> dissent;
    std::string at;

    [[nodiscard]] bool is_split() const { return spread > 0; }
};

/// An outcome that may be open: the ends differ where a rule does not decide.
struct OutcomeView {
    base::Decimal total_min{};
    base::Decimal total_max{};
    std::optional<std::string> band_min;  // nothing: in no band
    std::optional<std::string> band_max;

    [[nodiscard]] bool is_decided() const { return total_min == total_max && band_min == band_max; }
};

/// The outcome had each level been decided by this rule.
struct OutcomeUnderRule {
    panel::LevelRule rule = panel::LevelRule::median;
    OutcomeView outcome;
};

struct LeaveOneOutView {
    std::string panellist;
    OutcomeView by_median;
    base::Decimal moves_total{};
};

/// Where a record and the papers at hand are not the same.
struct PaperDifference {
    enum class Kind {
        other_edition,     // the scheme asked for is not of the edition that the record names
        own_edition,       // scored under the edition that the record names, which is not the one in use
        no_questionnaire,  // the version that the panel scored is not at hand
        other_levels       // the questionnaire states other levels than the panel agreed
    };
    Kind kind = Kind::other_edition;
    std::string panel;
    std::optional<std::string> recorded;  // an edition, a version, or an outcome in words
    std::optional<std::string> at_hand;
    std::string text;  // a sentence
};
/// "other-edition", "own-edition", "no-questionnaire", "other-levels".
[[nodiscard]] std::string_view to_text(PaperDifference::Kind kind);

/// One panel: outcome, rules, what each panellist gave, and how firm the outcome is.
struct PanelResult {
    SchemeInfo scheme;
    BandsInfo bands;
    std::optional<base::Date> as_of;
    Audience audience = Audience::record;
    std::string panel;
    std::string job;
    std::string job_title;
    std::string job_version;
    std::optional<base::Date> date;  // nothing only before it is made
    model::Stage stage = model::Stage::evaluation;
    std::optional<model::Decision> decision;  // how the record says levels were decided; nothing: it does not
    std::string notes;
    std::size_t deciding = 0;  // panellists who decided
    std::vector<PaperDifference> differences;
    std::vector<PersonView> people;
    ScoredJob outcome;
    model::BandOrNone band;                // of a complete outcome
    std::vector<std::string> bands_used;   // ids of the band table, from the lowest; empty: there is none
    std::vector<PanelFactorView> factors;  // in the scheme's order
    std::vector<OptionSplit> option_splits{};
    std::vector<panel::Finding> rules;
    std::vector<model::ProcessCheck> not_set;  // by the scheme
    panel::Agreement agreement;
    std::vector<OutcomeUnderRule> under_rules;
    std::vector<LeaveOneOutView> leave_one_out;
    std::vector<std::string> most_influential;
    std::vector<panel::SideMean> sides;
    std::vector<BandShare> band_chances;         // exact
    std::optional<std::string> no_band_chances;  // why there are none

    /// Split factors, widest first, then in the scheme's order.
    [[nodiscard]] std::vector<const PanelFactorView*> splits() const;
};

/// What a panel's result is made from, beside its case.
struct PanelBasis {
    SchemeInfo scheme;
    BandsInfo bands;
    const model::PayTable* pay = nullptr;
    std::optional<base::Date> as_of;
    Audience audience = Audience::record;
    std::string job_title;
    std::vector<PaperDifference> differences;
    panel::Pseudonyms* pseudonyms = nullptr;  // of all results of the run; needed for an audience that people are hidden from
};
[[nodiscard]] PanelResult panel_result(const panel::PanelCase& panel_case, const PanelBasis& basis);

/// How the outcomes of several panels on the same jobs compare, by band: each with the one before on its job.
struct Movers {
    model::BandMoves bands;
    std::size_t other_bands = 0;  // the two do not stand under one band table, so that neither is higher

    [[nodiscard]] bool any() const { return bands.all() + other_bands > 0; }
};

/// What is left out and why, in a paragraph; `one` and `several` name the records ("panel", "panels").
[[nodiscard]] Text in_words(const LeftOutRecords& left_out, std::string_view one, std::string_view several);

/// One or several panels; none when the public view leaves all out.
struct PanelsResult {
    std::vector<PanelResult> panels;
    LeftOutRecords left_out;
    panel::Agreement agreement;  // over all of them
    Movers movers;
    bool each = false;  // a page for each of several panels follows the table over them
    std::vector<InputFile> inputs;
    ToolInfo tool;
};
[[nodiscard]] Movers count_movers(const std::vector<PanelResult>& panels);

/// The result for people. Several panels: a table over them and agreement over all, then each in turn.
[[nodiscard]] Document panel_document(const PanelsResult& result);
/// One line a factor and panellist, for a spreadsheet.
[[nodiscard]] Table panel_table(const PanelsResult& result);

Description describe(Of<PanelsResult>);
/// The result of one panel has a format of its own.
[[nodiscard]] Description one_panel_result();
[[nodiscard]] DescribedResult described(const PanelsResult& result);

}  // namespace je::report
