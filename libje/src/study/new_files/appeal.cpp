// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "je/io/writer.hpp"
#include "study/new_files/parts.hpp"
#include "study/new_files/texts.hpp"

namespace je::study {
namespace {

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
