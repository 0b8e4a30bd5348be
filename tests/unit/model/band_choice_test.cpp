// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "support/records.hpp"

namespace je::test::band_choice_test {

namespace {

const model::Scheme& scheme() {
    static const model::Scheme made_once = made(small_scheme());
    return made_once;
}

model::BandChoice choice(const std::string& band, const std::string& reason) {
    model::BandChoice result{.band = text(band, 20), .reason = reason};
    return result;
}

model::JobDraft job_choosing(const model::BandChoice& chosen) {
    auto draft = job_draft(scheme(), {{"knowledge", "2"}, {"effort", "1"}});
    draft.band_choice = chosen;
    return draft;
}

template <class Draft>
std::string said(const Draft& draft) {
    base::Diagnostics diagnostics;
    if constexpr (requires { draft.panellists; }) {
        const auto job = made(job_choosing(choice("A", "As the others.")), scheme());
        static_cast<void>(model::Panel::make(draft, scheme(), &job, diagnostics));
    } else {
        static_cast<void>(model::Job::make(draft, scheme(), diagnostics));
    }
    std::string result;
    for (const auto& one : diagnostics.all()) result += (result.empty() ? "" : " ") + one.id;
    return result;
}

}  // namespace

TEST_CASE("a choice of band has a reason, in a job as in a record of a panel") {
    CHECK(said(job_choosing(choice("A", "As the others."))).empty());
    CHECK(said(job_choosing(choice("A", ""))) == "JE-J60");
    CHECK(said(job_choosing(choice("A", " \t"))) == "JE-J60");
    auto panel = panel_draft();
    panel.band_choice = choice("A", "As the others.");
    CHECK(said(panel).empty());
    panel.band_choice = choice("A", "");
    CHECK(said(panel) == "JE-J60");
}

TEST_CASE("evidence for a choice of band cites documents that are there, which are then cited") {
    auto chosen = choice("A", "As the others.");
    chosen.evidence = {evidence_in("minutes")};
    auto draft = job_choosing(chosen);
    CHECK(said(draft) == "JE-J07");
    draft.documents = {document("minutes")};
    CHECK(said(draft).empty());
    draft.band_choice->evidence.clear();
    CHECK(said(draft) == "JE-J10");
    auto panel = panel_draft();
    panel.band_choice = chosen;
    CHECK(said(panel) == "JE-P08");
    panel.documents = {document("minutes")};
    CHECK(said(panel).empty());
}

TEST_CASE("a panel's choice of band goes before the questionnaire's, which counts where the panel has none") {
    const auto job = made(job_choosing(choice("A", "By the questionnaire.")), scheme());
    REQUIRE(job.answers().choice != nullptr);
    CHECK_FALSE(job.answers().choice->by_panel);
    auto draft = panel_draft();
    const auto silent = made(draft, scheme());
    CHECK(silent.band_choice() == nullptr);
    CHECK(silent.answers(scheme(), &job).choice->band.value == "A");
    CHECK(silent.answers(scheme(), nullptr).choice == nullptr);
    draft.band_choice = choice("B", "By the panel.");
    const auto panel = made(draft, scheme());
    const auto answers = panel.answers(scheme(), &job);
    REQUIRE(answers.choice != nullptr);
    CHECK(answers.choice->band.value == "B");
    CHECK(answers.choice->by_panel);
    CHECK(answers.choice->reason == "By the panel.");
}

}  // namespace je::test::band_choice_test
