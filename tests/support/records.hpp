// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Records of panels and appeals under small_scheme() of draft.hpp, and rules about them, as a reader would have drafted them,
// whole or with mistakes. What panels and appeals compute is tested on those of process.hpp, which are short to write.

#include <sstream>

#include "je/model/appeal.hpp"
#include "je/model/panel.hpp"
#include "support/draft.hpp"
#include "support/made_records.hpp"

namespace je::test {

inline Strings words_in(const std::string& text) {
    std::istringstream in{text};
    Strings words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

/// Gives a rule one key, written as in a file but for lists, whose items are apart by spaces: "union management", and for
/// at_least "union 1 management 2".
inline void give(model::ProcessRuleDraft& rule, const std::string& key, const std::string& value, std::uint32_t line = 1) {
    rule.keys.push_back(text(key, line));
    if (key == "smallest") rule.smallest = number(value, line);
    if (key == "largest") rule.largest = number(value, line);
    if (key == "at_least") {
        const auto words = words_in(value);
        for (std::size_t i = 0; i + 1 < words.size(); i += 2)
            rule.at_least.emplace_back(text(words[i], line), number(words[i + 1], line));
    }
    if (key == "sides") rule.of_sides = texts(words_in(value), line);
    if (key == "side") rule.chair_side = text(value, line);
    if (key == "post") rule.chair_post = value;
    if (key == "decision") rule.decision = text(value, line);
    if (key == "differ") rule.differ = text(value, line);
    if (key == "allowed") rule.allowed = value == "true";
    if (key == "from") rule.from = text(value, line);
    if (key == "until") rule.until = text(value, line);
    if (key == "within") rule.within = text(value, line);
    if (key == "parties") rule.parties = texts(words_in(value), line);
    if (key == "accepted") rule.accepted = texts(words_in(value), line);
    if (key == "not_accepted") rule.not_accepted = texts(words_in(value), line);
}

/// A rule "r" with its further keys: process_rule("size", {{"smallest", "3"}}).
inline model::ProcessRuleDraft process_rule(const std::string& check, const Pairs& keys = {}) {
    model::ProcessRuleDraft rule;
    rule.id = text("r");
    rule.check = text(check);
    rule.at = at_line(1);
    for (const auto& [key, value] : keys) give(rule, key, value);
    return rule;
}

inline model::Document document(const std::string& id, std::uint32_t line = 1) {
    return {model::DocumentId{id}, "minutes", "", "", std::nullopt, at_line(line)};
}

inline model::Evidence evidence_in(const std::string& document, std::uint32_t line = 1) {
    return {model::DocumentId{document}, "", "", "", at_line(line)};
}

inline model::PanelDraft::Panellist panellist(const std::string& id, const std::string& side, const std::string& role) {
    model::PanelDraft::Panellist result;
    result.id = text(id);
    result.side = text(side);
    result.role = text(role);
    return result;
}

/// A factor's entry: {{"asha", "1"}, {"ben", "2"}} are the individual levels.
inline model::PanelDraft::Factor panel_factor(const std::string& id, const Pairs& individual, const std::string& agreed) {
    model::PanelDraft::Factor factor;
    factor.id = text(id);
    for (const auto& [who, level] : table_of(individual)) factor.individual.emplace_back(who, level);
    if (!agreed.empty()) factor.agreed = text(agreed);
    return factor;
}

/// Panel "first" of asha (chair, management), ben (union) and an adviser, carol, who agreed knowledge 2 and effort 1.
inline model::PanelDraft panel_draft() {
    model::PanelDraft draft;
    draft.id = text("first");
    draft.job = text("job");
    draft.scheme = text("demo");
    draft.date = {date("2026-04-14").value, at_line(1)};
    draft.stage = text("evaluation");
    draft.panellists = {panellist("asha", "management", "chair"), panellist("ben", "union", "member"),
                        panellist("carol", "independent", "adviser")};
    draft.factors = {panel_factor("knowledge", {{"asha", "2"}, {"ben", "3"}}, "2"),
                     panel_factor("effort", {{"asha", "1"}, {"ben", "1"}}, "1")};
    draft.at = at_line(1);
    return draft;
}

inline model::AppealDraft::Day day(std::string_view text, std::uint32_t line = 1) { return {date(text).value, at_line(line)}; }

inline model::AppealDraft::Ground ground(const std::string& kind, const std::string& factor = "",
                                         const std::string& claim = "") {
    model::AppealDraft::Ground result;
    result.kind = text(kind);
    if (!factor.empty()) result.factor = text(factor);
    if (!claim.empty()) result.claim = text(claim);
    result.argument = "as argued";
    result.at = at_line(1);
    return result;
}

/// An individual appeal of the jobholders against panel "first", claiming knowledge 3.
inline model::AppealDraft appeal_draft() {
    model::AppealDraft draft;
    draft.id = text("ours");
    draft.kind = text("individual");
    draft.brought_by = text("jobholders");
    draft.job = text("job");
    draft.original = text("first");
    draft.events = {{text("result-sent"), day("2026-05-04"), ""}, {text("appeal-received"), day("2026-05-15"), ""}};
    draft.grounds = {ground("level", "knowledge", "3")};
    draft.at = at_line(1);
    return draft;
}

inline std::string mistakes(const model::PanelDraft& draft, const model::Scheme& scheme, const model::Job* job = nullptr) {
    base::Diagnostics diagnostics;
    const auto panel = model::Panel::make(draft, scheme, job, diagnostics);
    return checked_messages(diagnostics, panel.has_value());
}

inline std::string mistakes(const model::AppealDraft& draft, const model::Scheme& scheme) {
    base::Diagnostics diagnostics;
    const auto appeal = model::Appeal::make(draft, scheme, diagnostics);
    return checked_messages(diagnostics, appeal.has_value());
}

}  // namespace je::test
