// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <vector>

#include "io/yaml/words.hpp"
#include "model/job/placeholders.hpp"
#include "study/new_files/parts.hpp"
#include "study/new_files/texts.hpp"

namespace je::study {

namespace {

using model::GroundKind;

constexpr std::array all_kinds{GroundKind::level,          GroundKind::process,    GroundKind::facts,
                               GroundKind::scheme_applied, GroundKind::comparator, GroundKind::job_description};

std::vector<GroundKind> kinds_not_accepted(const model::Scheme& scheme) {
    std::vector<GroundKind> kinds;
    for (const auto& rule : scheme.appeal_rules())
        for (const GroundKind kind : rule.not_accepted)
            if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(kind);
    return kinds;
}

std::vector<GroundKind> kinds_accepted(const model::Scheme& scheme) {
    const auto refused = kinds_not_accepted(scheme);
    std::vector<GroundKind> kinds;
    for (const GroundKind kind : all_kinds)
        if (std::find(refused.begin(), refused.end(), kind) == refused.end()) kinds.push_back(kind);
    return kinds.empty() ? std::vector<GroundKind>{all_kinds.begin(), all_kinds.end()} : kinds;
}

/// A level with its options: "2ab"; "none".
std::string level_text(const model::Factor& factor, const std::optional<model::LevelIndex>& level, model::OptionSet options) {
    return level ? factor[*level].id.text() + factor[*level].letters(options) : "none";
}

/// "m1 3, m2 3, u1 5, u2 none": those who decide, in the order of the record.
std::string levels_given(const model::Factor& factor, const model::Panel& panel, const model::PanelFactor& record) {
    std::string list;
    for (std::size_t i = 0; i < record.individual.size(); ++i) {
        const auto& one = panel.panellists()[i];
        if (!one.decides()) continue;
        const auto letters = i < record.individual_options.size() ? record.individual_options[i] : model::OptionSet{};
        list +=
            fmt::format("{}{} {}", list.empty() ? "" : ", ", one.id.text(), level_text(factor, record.individual[i], letters));
    }
    return list;
}

std::set<model::LevelIndex> different_levels(const model::PanelFactor& record) {
    std::set<model::LevelIndex> levels;
    for (const auto& level : record.individual)
        if (level) levels.insert(*level);
    return levels;
}

/// Whether the record shows people apart, or is silent where it should speak.
bool comes_first(const model::PanelFactor& record) {
    return different_levels(record).size() > 1 || !record.dissent.empty() || !record.agreed || record.rationale.empty();
}

std::string levels_comment(const model::Factor& factor, const model::Panel& panel, const model::PanelFactor& record) {
    const auto given = different_levels(record);
    const auto agreed = record.agreed ? fmt::format("agreed {}", level_text(factor, record.agreed, record.agreed_options))
                                      : "no level is agreed";
    if (given.empty()) return comment(fmt::format("No individual levels are recorded; {}.", agreed), 2);
    const bool by_nobody = record.agreed && !given.contains(*record.agreed);
    return comment(fmt::format("{}: {}; {}{}.", given.size() > 1 ? "The panel split" : "Levels given",
                               levels_given(factor, panel, record), agreed, by_nobody ? ", which nobody gave" : ""),
                   2, 2);
}

/// "jdq 4.1: what it says (disputed: by whom, and why)".
std::string in_words(const model::Evidence& evidence) {
    auto text = evidence.document.text();
    if (!evidence.section.empty()) text.append(" ").append(evidence.section);
    if (!evidence.quote.empty()) text.append(": ").append(evidence.quote);
    if (!evidence.disputed.empty()) text.append(" (disputed: ").append(evidence.disputed).append(")");
    return text;
}

/// What the panel recorded about one factor, as comments.
std::string record_comments(const model::Factor& factor, const model::Panel& panel, const model::PanelFactor& record) {
    auto text = levels_comment(factor, panel, record);
    for (const auto& dissent : record.dissent)
        text += comment(
            fmt::format("{} dissented{}: {}", panel[dissent.panellist].id.text(),
                        dissent.level ? fmt::format(" with {}", level_text(factor, dissent.level, dissent.options)) : "",
                        dissent.reason),
            2, 2);
    text += record.rationale.empty() ? comment("No reason is recorded.", 2)
                                     : comment(fmt::format("The reason recorded: {}", record.rationale), 2, 2);
    if (record.evidence.empty()) return text + comment("No evidence is recorded.", 2);
    for (const auto& one : record.evidence) text += comment(fmt::format("The evidence recorded: {}", in_words(one)), 2, 2);
    return text;
}

std::string ground(const model::Scheme& scheme, const model::Panel& panel, model::FactorIndex index) {
    const auto& factor = scheme[index];
    auto text = comment(fmt::format("----- {} -----", name_of(factor)), 2) + record_comments(factor, panel, panel[index]);
    text += fmt::format("  # - kind: {}\n", to_text(kinds_accepted(scheme).front()));
    text += commented_out("  factor", factor.id.text(), 2);
    text += to_fill_in("claim", "one of " + level_list(factor) + option_hint(factor), "#   ", 2);
    text += to_fill_in("argument", "what is wrong with the outcome on this factor, and why", "#   ", 2);
    return text + R"(  #   evidence:
  #     - {document: jdq, section: "1.1", quote: "the words of the document"}

)";
}

std::string grounds_where(const model::Scheme& scheme, const model::Panel& panel, bool first) {
    std::string text;
    for (std::size_t f = 0; f < scheme.factors().size(); ++f)
        if (comes_first(panel.factors()[f]) == first) text += ground(scheme, panel, model::FactorIndex{f});
    return text;
}

/// The `grounds` of a new appeal: one that says nothing yet, of a kind the scheme accepts, and one for each factor as a comment
/// with what the panel recorded about it. Factors on which people gave different levels, somebody dissented, or no level or no
/// reason is recorded come first; each group is in the scheme's order.
std::string new_grounds_text(const model::Scheme& scheme, const model::Panel& panel) {
    const auto accepted = kinds_accepted(scheme);
    auto text = comment(fmt::format("Kinds of ground: {}.", words_list(accepted)), 0);
    if (const auto refused = kinds_not_accepted(scheme); !refused.empty())
        text += comment(fmt::format("The scheme does not accept: {}.", words_list(refused)), 0);
    text += fmt::format(R"(grounds:                         # at least one; a factor has one at most
  - kind: {}
    argument: {}

)",
                        to_text(accepted.front()), model::placeholder::text);
    const auto first = grounds_where(scheme, panel, true), others = grounds_where(scheme, panel, false);
    if (!first.empty())
        text.append(
                "  # Factors on which people gave different levels, somebody dissented, or no level or no reason is "
                "recorded:\n\n")
            .append(first);
    if (!others.empty()) text.append("  # The other factors:\n\n").append(others);
    return text;
}

using model::Party;
using model::ProcessCheck;

constexpr std::array all_parties{Party::jobholders, Party::union_side, Party::employer};

/// Those who may appeal by the scheme's rules; all where it has no rule.
std::vector<Party> who_may_appeal(const model::Scheme& scheme) {
    for (const auto& rule : scheme.appeal_rules())
        if (rule.check == ProcessCheck::may_appeal && !rule.parties.empty()) return rule.parties;
    return {all_parties.begin(), all_parties.end()};
}

std::string head(const model::Scheme& scheme, const model::Panel& panel) {
    return comment(fmt::format("Appeal against the outcome of panel {} on job {}, which sat on {}. Under: {} ({}, edition {}).",
                               panel.id().text(), panel.job().text(), panel.date().to_string(), scheme.title(),
                               scheme.id().text(), scheme.edition()),
                   0) +
           R"(#
# Fill in what is known and take away the # before it. What a ground says is recorded, not judged: which level the evidence
# supports is for people to decide. See at any time how it stands with:   je check FILE PANEL-FILE
)" + caution_comments(scheme) +
           "#\n" + rule_comments(scheme.appeal_rules(), "an appeal");
}

std::string keys(const model::Scheme& scheme, const model::Panel& panel, std::string_view id) {
    const auto parties = who_may_appeal(scheme);
    return fmt::format(R"(format: je-appeal/1
id: {}
kind: individual                 # individual | collective
brought_by: {:<20} # {}{}
job: {}
original: {}
)",
                       io::yaml_scalar(id), to_text(parties.front()), words_list(parties),
                       parties.size() < all_parties.size() ? " (who may appeal by the scheme's rules)" : "",
                       io::yaml_scalar(panel.job().text()), io::yaml_scalar(panel.id().text())) +
           to_fill_in("claims_band", "the band asked for", "# ", 0) + "\n";
}

std::string documents_section(const model::Panel& panel) {
    std::string text;
    if (!panel.documents().empty()) text = "# Documents that the panel had:\n" + document_comments(panel.documents()) + "#\n";
    return text + R"(# Documents of the appeal, such as what each side wrote.
# documents:
#   - {id: case, kind: statement, title: Statement of case, date: 2026-01-31}

)";
}

void put(std::vector<std::string>& kinds, const std::string& kind, std::vector<std::string>::iterator at) {
    if (!kind.empty() && std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.insert(at, kind);
}

/// Kinds of events that time limits refer to, what a limit runs from before what must come in time; the usual ones where the
/// scheme has no limits.
std::vector<std::string> event_kinds(const model::Scheme& scheme) {
    std::vector<std::string> kinds;
    for (const auto& rule : scheme.appeal_rules()) {
        if (rule.check != ProcessCheck::time_limit) continue;
        put(kinds, rule.from, std::find(kinds.begin(), kinds.end(), rule.until));
        put(kinds, rule.until, kinds.end());
    }
    if (kinds.empty()) kinds = {"result-sent", "appeal-lodged", "repanel-sat", "decision-sent"};
    return kinds;
}

/// The limits by which an event must come, as comments.
std::string limits_until(const model::Scheme& scheme, std::string_view kind) {
    std::string text;
    for (const auto& rule : scheme.appeal_rules()) {
        if (rule.check != ProcessCheck::time_limit || rule.until != kind) continue;
        text += rule.within
                    ? comment(fmt::format("  within {} of {}: {}", rule.within->to_string(), rule.from, rule.id.text()), 2, 2)
                    : comment(fmt::format("  time from {} not set by the scheme: {}", rule.from, rule.id.text()), 2, 2);
    }
    return text;
}

std::string events_section(const model::Scheme& scheme, const model::Panel& panel) {
    auto text = fmt::format(R"(events:                          # in the order of their dates
  - {{kind: panel-sat, date: {}}}
)",
                            panel.date().to_string());
    for (const auto& kind : event_kinds(scheme)) {
        if (kind != "panel-sat") text += fmt::format("  # - {{kind: {}, date: YYYY-MM-DD}}\n", io::yaml_scalar(kind));
        text += limits_until(scheme, kind);
    }
    return text + "\n";
}

std::string_view end_of_appeal() {
    return R"(# The panel that looked again, once it has sat.
# repanel: id-of-that-panel

# From when the outcome should count, as each argues.
# effective_dates:
#   - {date: YYYY-MM-DD, argued_by: union, reason: Why from then}
#   - {date: YYYY-MM-DD, argued_by: employer, reason: Why from then}

# Once there is a decision; leave effective_date out while it is in dispute.
# decision:
#   date: YYYY-MM-DD
#   reason: What was decided, and why.
#   effective_date: YYYY-MM-DD

notes: Not filled in yet.
)";
}

}  // namespace

std::string new_appeal_text(const model::Scheme& scheme, const model::Panel& panel, std::string_view id) {
    auto text = head(scheme, panel) + keys(scheme, panel, id) + documents_section(panel) + events_section(scheme, panel);
    text += new_grounds_text(scheme, panel);
    text += end_of_appeal();
    return text;
}

}  // namespace je::study
