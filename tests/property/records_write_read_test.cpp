// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "property/any_parts.hpp"

namespace records_write_read_test {

using namespace je;
using namespace je::test;

namespace {

model::PanelDraft any_panel() {
    model::PanelDraft panel;
    panel.id = *code();
    panel.job = *code();
    panel.job_version = *maybe_code();
    panel.scheme = *code();
    panel.edition = *maybe_code();
    panel.date = any_day();
    panel.stage = *code();
    panel.decision = *maybe_code();
    panel.documents = any_documents();
    const auto people = *rc::gen::inRange(0, 3);
    for (int i = 0; i < people; ++i) {
        panel.panellists.push_back(
            {*code(), *any_text(), *code(), *code(), *any_text(), any_codes(), *any_text(), maybe_text(), {}});
    }
    for (auto& key : keys()) {
        model::PanelDraft::Factor factor;
        factor.id = key;
        for (auto& person : keys()) factor.individual.emplace_back(person, *code());
        factor.agreed = *maybe_code();
        factor.rationale = *any_text();
        factor.evidence = any_evidence();
        factor.answers = any_answers();
        if (*rc::gen::arbitrary<bool>()) factor.dissent.push_back({*code(), *maybe_code(), *some_text(), {}});
        panel.factors.push_back(std::move(factor));
    }
    if (*rc::gen::arbitrary<bool>()) panel.band_choice = model::BandChoice{*code(), *any_text(), any_evidence(), *any_text()};
    panel.notes = *any_text();
    return panel;
}

model::AppealDraft any_appeal() {
    model::AppealDraft appeal;
    appeal.id = *code();
    appeal.kind = *code();
    appeal.brought_by = *code();
    appeal.job = *code();
    appeal.original = *code();
    appeal.claims_band = *maybe_code();
    appeal.documents = any_documents();
    const auto count = *rc::gen::inRange(0, 3);
    for (int i = 0; i < count; ++i) {
        appeal.events.push_back({*code(), any_day(), *any_text()});
        appeal.grounds.push_back({*code(), *maybe_code(), *maybe_code(), *some_text(), any_evidence(), {}});
        appeal.effective_dates.push_back({any_day(), located(*some_text()), *any_text()});
    }
    appeal.repanel = *maybe_code();
    if (*rc::gen::arbitrary<bool>()) {
        appeal.decision = {any_day(), *any_text(), {}};
        if (*rc::gen::arbitrary<bool>()) appeal.decision->effective_date = any_day();
    }
    appeal.notes = *any_text();
    return appeal;
}

/// A rule with any of the keys that rules may have, whatever its check.
model::ProcessRuleDraft any_process_rule() {
    model::ProcessRuleDraft rule;
    rule.id = *code();
    rule.check = *code();
    rule.breach = *maybe_code();
    rule.summary = *any_text();
    rule.source = *maybe_code();
    if (*rc::gen::arbitrary<bool>()) rule.smallest = *number();
    if (*rc::gen::arbitrary<bool>()) rule.largest = *number();
    for (auto& key : keys()) rule.at_least.emplace_back(key, *number());
    rule.of_sides = any_codes();
    rule.chair_side = *maybe_code();
    rule.chair_post = *any_text();
    rule.decision = *maybe_code();
    rule.differ = *maybe_code();
    if (*rc::gen::arbitrary<bool>()) rule.allowed = *rc::gen::arbitrary<bool>();
    rule.from = *maybe_code();
    rule.until = *maybe_code();
    if (*rc::gen::arbitrary<bool>()) rule.within = located(*some_text());
    rule.parties = any_codes();
    rule.not_accepted = any_codes();
    return rule;
}

/// All that a panel's draft says, places apart.
Words facts_of(const model::PanelDraft& panel) {
    Words all{panel.id.value,       panel.job.value,   value_of(panel.job_version), panel.scheme.value, value_of(panel.edition),
              value_of(panel.date), panel.stage.value, value_of(panel.decision),    panel.notes};
    add_documents(all, panel.documents);
    for (const auto& p : panel.panellists) {
        for (const auto& text : {p.id.value, p.name, p.side.value, p.role.value, p.post, p.organisation, p.connected_to_job})
            all.push_back("panellist " + text);
        add_codes(all, p.trained_in);
    }
    for (const auto& factor : panel.factors) {
        all.push_back("factor " + factor.id.value + value_of(factor.agreed) + factor.rationale);
        for (const auto& [who, level] : factor.individual) all.push_back(who.value + " gives " + level.value);
        add_evidence(all, factor.evidence);
        add_answers(all, factor.answers);
        for (const auto& d : factor.dissent) all.push_back("dissent " + d.panellist.value + value_of(d.level) + d.reason);
    }
    if (panel.band_choice) {
        all.push_back("choice " + panel.band_choice->band.value + panel.band_choice->reason + panel.band_choice->decided_by);
        add_evidence(all, panel.band_choice->evidence);
    }
    return all;
}

/// All that an appeal's draft says, places apart.
Words facts_of(const model::AppealDraft& appeal) {
    Words all{appeal.id.value,          appeal.kind.value,     appeal.brought_by.value,
              appeal.job.value,         appeal.original.value, value_of(appeal.claims_band),
              value_of(appeal.repanel), appeal.notes};
    add_documents(all, appeal.documents);
    for (const auto& e : appeal.events) all.push_back("event " + e.kind.value + value_of(e.date) + e.note);
    for (const auto& ground : appeal.grounds) {
        all.push_back("ground " + ground.kind.value + value_of(ground.factor) + value_of(ground.claim) + ground.argument);
        add_evidence(all, ground.evidence);
    }
    for (const auto& d : appeal.effective_dates) all.push_back(value_of(d.date) + " by " + d.argued_by.value + d.reason);
    if (appeal.decision) {
        const auto& decision = *appeal.decision;
        all.push_back("decision " + value_of(decision.date) + decision.reason +
                      (decision.effective_date ? value_of(*decision.effective_date) : "none"));
    }
    return all;
}

/// All that a rule's draft says, places apart.
Words facts_of(const model::ProcessRuleDraft& rule) {
    Words all{rule.id.value,         rule.check.value,        value_of(rule.breach),  rule.summary,
              value_of(rule.source), value_of(rule.smallest), value_of(rule.largest), value_of(rule.chair_side),
              rule.chair_post,       value_of(rule.decision), value_of(rule.differ),  value_of(rule.from),
              value_of(rule.until),  value_of(rule.within)};
    all.push_back(rule.allowed ? (*rule.allowed ? "allowed" : "not allowed") : "not said");
    for (const auto& [side, count] : rule.at_least) all.push_back(side.value + count.value.to_string());
    add_codes(all, rule.of_sides);
    add_codes(all, rule.parties);
    add_codes(all, rule.not_accepted);
    return all;
}

}  // namespace

TEST_CASE("a panel that is written reads as the same panel") {
    CHECK(rc::check([] {
        const model::PanelDraft panel = any_panel();
        const std::string text = test::write_panel(panel);
        base::Diagnostics diagnostics;
        const auto again = io::read_panel(source(text), io::Limits{}, diagnostics);
        RC_LOG() << text << complaints(diagnostics);
        RC_ASSERT(again.has_value());
        RC_ASSERT(facts_of(*again) == facts_of(panel));
    }));
}

TEST_CASE("an appeal that is written reads as the same appeal") {
    CHECK(rc::check([] {
        const model::AppealDraft appeal = any_appeal();
        const std::string text = test::write_appeal(appeal);
        base::Diagnostics diagnostics;
        const auto again = io::read_appeal(source(text), io::Limits{}, diagnostics);
        RC_LOG() << text << complaints(diagnostics);
        RC_ASSERT(again.has_value());
        RC_ASSERT(facts_of(*again) == facts_of(appeal));
    }));
}

TEST_CASE("rules about panels and appeals that are written read as the same rules") {
    CHECK(rc::check([] {
        model::SchemeDraft scheme;
        scheme.id = *code();
        scheme.title = *some_text();
        scheme.edition = *any_code();
        scheme.status = *code();
        scheme.panel = {any_process_rule(), any_process_rule()};
        scheme.appeal = {any_process_rule()};
        const std::string text = test::write_scheme(scheme);
        base::Diagnostics diagnostics;
        const auto again = io::read_scheme(source(text), io::Limits{}, diagnostics);
        RC_LOG() << text << complaints(diagnostics);
        RC_ASSERT(again.has_value());
        RC_ASSERT(again->panel.size() == 2U);
        RC_ASSERT(again->appeal.size() == 1U);
        for (std::size_t i = 0; i < 2; ++i) RC_ASSERT(facts_of(again->panel[i]) == facts_of(scheme.panel[i]));
        RC_ASSERT(facts_of(again->appeal[0]) == facts_of(scheme.appeal[0]));
    }));
}

}  // namespace records_write_read_test
