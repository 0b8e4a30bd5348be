// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Rules about panels and appeals, and records of both, in a few lines of test code.
//
//     auto draft = small_scheme();
//     draft.panel = {size_rule("3", "6"), rule("trained")};
//     const model::Scheme scheme = made(draft);
//     const model::Panel panel = made(panel_draft(scheme, "m1:management:chair u1:union", {{"knowledge", "2 3", "2"}}),
//     scheme);

#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "je/model/appeal.hpp"
#include "je/model/panel.hpp"
#include "je/panel/case.hpp"
#include "support/draft.hpp"
#include "support/made_records.hpp"

namespace je::test {

// Rules. The id is that of the check where a test does not care. -------------------------------------------------------

using RuleDraft = model::ProcessRuleDraft;

inline RuleDraft rule(const std::string& check, const Strings& keys = {}) {
    RuleDraft draft;
    draft.id = text(check);
    draft.check = text(check);
    draft.keys = texts(keys);
    draft.at = at_line(1);
    return draft;
}

inline RuleDraft warning(RuleDraft draft) {
    draft.breach = text("warn");
    return draft;
}

/// "" for an end that is not stated. Also of `stages`.
inline RuleDraft size_rule(const std::string& smallest, const std::string& largest, const std::string& check = "size") {
    RuleDraft draft = rule(check);
    if (!smallest.empty()) {
        draft.smallest = number(smallest);
        draft.keys.push_back(text("smallest"));
    }
    if (!largest.empty()) {
        draft.largest = number(largest);
        draft.keys.push_back(text("largest"));
    }
    return draft;
}

inline RuleDraft sides_rule(const Pairs& at_least) {
    RuleDraft draft = rule("sides", {"at_least"});
    for (const auto& [side, least] : at_least) draft.at_least.emplace_back(text(side), number(least));
    return draft;
}

inline RuleDraft equal_sides_rule(const Strings& sides) {
    RuleDraft draft = rule("equal-sides", {"sides"});
    draft.of_sides = texts(sides);
    return draft;
}

/// "" for what is not asked.
inline RuleDraft chair_rule(const std::string& side, const std::string& post) {
    RuleDraft draft = rule("chair");
    if (!side.empty()) {
        draft.chair_side = text(side);
        draft.keys.push_back(text("side"));
    }
    if (!post.empty()) {
        draft.chair_post = post;
        draft.keys.push_back(text("post"));
    }
    return draft;
}

inline RuleDraft decision_rule(const std::string& how) {
    RuleDraft draft = rule("decision", {"decision"});
    draft.decision = text(how);
    return draft;
}

inline RuleDraft differ_rule(const std::string& who) {
    RuleDraft draft = rule("members-differ", {"differ"});
    draft.differ = text(who);
    return draft;
}

inline RuleDraft may_lower_rule(bool allowed) {
    RuleDraft draft = rule("may-lower", {"allowed"});
    draft.allowed = allowed;
    return draft;
}

inline RuleDraft may_appeal_rule(const Strings& parties) {
    RuleDraft draft = rule("may-appeal", {"parties"});
    draft.parties = texts(parties);
    return draft;
}

inline RuleDraft accepted_rule(const Strings& accepted) {
    RuleDraft draft = rule("grounds", {"accepted"});
    draft.accepted = texts(accepted);
    return draft;
}

inline RuleDraft grounds_rule(const Strings& not_accepted) {
    RuleDraft draft = rule("grounds", {"not_accepted"});
    draft.not_accepted = texts(not_accepted);
    return draft;
}

/// "" for a length that is not set.
inline RuleDraft time_rule(const std::string& id, const std::string& from, const std::string& until,
                           const std::string& within) {
    RuleDraft draft = rule("time-limit", {"from", "until"});
    draft.id = text(id);
    draft.from = text(from);
    draft.until = text(until);
    if (!within.empty()) {
        draft.within = text(within);
        draft.keys.push_back(text("within"));
    }
    return draft;
}

// Panels ------------------------------------------------------------------------------------------------------------------

/// One factor of a record: levels in the order of the panellists, '.' for none; an empty `agreed` is left out.
struct Recorded {
    std::string factor;
    std::string levels;
    std::string agreed;
    std::string rationale = "a reason";
    bool evidence = true;
};

inline model::Evidence cited(const std::string& document) {
    return {model::DocumentId{document}, "1", "a line of " + document, "", at_line(1)};
}

inline model::Document document(const std::string& id) {
    return {model::DocumentId{id}, "statement", "About " + id, "", {}, at_line(1)};
}

/// "id:side" or "id:side:role", apart by spaces; all of them trained in `scheme`.
inline std::vector<model::PanelDraft::Panellist> people(const std::string& list, const std::string& scheme) {
    std::vector<model::PanelDraft::Panellist> result;
    std::istringstream words{list};
    for (std::string word; words >> word;) {
        std::istringstream parts{word};
        std::string id;
        std::string side;
        std::string role{"member"};
        std::getline(parts, id, ':');
        std::getline(parts, side, ':');
        if (std::string given; std::getline(parts, given, ':')) role = given;
        model::PanelDraft::Panellist person;
        person.id = text(id);
        person.side = text(side);
        person.role = text(role);
        person.trained_in = texts({scheme});
        person.at = at_line(1);
        result.push_back(std::move(person));
    }
    return result;
}

inline model::PanelDraft::Factor recorded_factor(const Recorded& recorded,
                                                 const std::vector<model::PanelDraft::Panellist>& people) {
    model::PanelDraft::Factor factor;
    factor.id = text(recorded.factor);
    factor.rationale = recorded.rationale;
    factor.at = at_line(1);
    if (recorded.evidence) factor.evidence = {cited("jd")};
    if (!recorded.agreed.empty()) factor.agreed = text(recorded.agreed);
    std::istringstream levels{recorded.levels};
    std::size_t i = 0;
    for (std::string level; levels >> level; ++i) {
        if (level != ".") factor.individual.emplace_back(people.at(i).id, text(level));
    }
    return factor;
}

/// The record "panel" of job "job", held on 2016-02-24.
inline model::PanelDraft panel_draft(const model::Scheme& scheme, const std::string& panellists,
                                     const std::vector<Recorded>& factors, const std::string& id = "panel") {
    model::PanelDraft draft;
    draft.id = text(id);
    draft.job = text("job");
    draft.scheme = text(scheme.id().text());
    draft.date.value = date("2016-02-24").value;
    draft.stage = text("evaluation");
    draft.documents = {document("jd")};
    draft.panellists = people(panellists, scheme.id().text());
    draft.at = at_line(1);
    for (const Recorded& factor : factors) draft.factors.push_back(recorded_factor(factor, draft.panellists));
    return draft;
}

inline const model::BandTable* bands_of(const model::Scheme& scheme) {
    return scheme.band_tables().empty() ? nullptr : &scheme.band_tables()[0];
}

inline panel::PanelCase case_of(const model::Scheme& scheme, const model::Panel& panel, const model::Job* job = nullptr) {
    return {&scheme, bands_of(scheme), &panel, job};
}

// Appeals -----------------------------------------------------------------------------------------------------------------

/// An empty factor or claim is left out.
inline model::AppealDraft::Ground ground(const std::string& kind, const std::string& factor = "",
                                         const std::string& claim = "") {
    model::AppealDraft::Ground draft;
    draft.kind = text(kind);
    if (!factor.empty()) draft.factor = text(factor);
    if (!claim.empty()) draft.claim = text(claim);
    draft.argument = "an argument";
    draft.at = at_line(1);
    return draft;
}

/// The appeal "appeal" of the union against panel "panel", re-heard by panel "again".
inline model::AppealDraft appeal_draft(const std::vector<model::AppealDraft::Ground>& grounds) {
    model::AppealDraft draft;
    draft.id = text("appeal");
    draft.kind = text("collective");
    draft.brought_by = text("union");
    draft.job = text("job");
    draft.original = text("panel");
    draft.repanel = text("again");
    draft.grounds = grounds;
    draft.at = at_line(1);
    return draft;
}

/// Adds events: {{"result-sent", "2016-03-14"}}.
inline void add_events(model::AppealDraft& draft, const Pairs& kinds_and_days) {
    for (const auto& [kind, day] : kinds_and_days) {
        draft.events.push_back({text(kind), {date(day).value, at_line(1)}, ""});
    }
}

}  // namespace je::test
