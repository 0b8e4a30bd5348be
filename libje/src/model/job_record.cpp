// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <set>

#include "model/job_parts.hpp"
#include "model/scheme_names.hpp"

namespace je::model {

namespace {

Names document_names(const JobDraft& draft, base::Diagnostics& diagnostics) {
    Names names{{"document", "documents", "JE-J07", "JE-J05"}};
    for (const auto& document : draft.documents) names.add({document.id.text(), document.at}, diagnostics);
    return names;
}

void check_evidence(const JobDraft& draft, const Names& documents, base::Diagnostics& diagnostics) {
    for (const auto& factor : draft.factors) {
        const auto user = fmt::format("the evidence for factor '{}'", factor.id.value);
        for (const auto& evidence : factor.evidence) {
            static_cast<void>(documents.resolve({evidence.document.text(), evidence.at}, user, diagnostics));
        }
    }
}

void report_uncited(const JobDraft& draft, base::Diagnostics& diagnostics) {
    std::set<std::string> said;
    for (const auto& factor : draft.factors) {
        for (const auto& evidence : factor.evidence) said.insert(evidence.document.text());
    }
    for (const auto& document : draft.documents) {
        if (!said.insert(document.id.text()).second) continue;
        diagnostics.warning({.id = "JE-J10",
                             .at = document.at,
                             .message = fmt::format("no evidence cites document '{}'", document.id.text()),
                             .expected = "each document cited by the evidence for some factor",
                             .fix = "cite it where it is the evidence, or let it stand: it changes nothing"});
    }
}

void check_posts(const JobDraft& draft, base::Diagnostics& diagnostics) {
    Names names{{"post", "posts", "", "JE-J06"}};
    for (const auto& post : draft.posts) names.add({post.id.text(), post.at}, diagnostics);
}

void check_supersedes(const JobDraft& draft, base::Diagnostics& diagnostics) {
    if (!draft.supersedes || draft.supersedes->value != draft.id.value) return;
    diagnostics.error({.id = "JE-J12",
                       .at = draft.supersedes->at,
                       .message = fmt::format("job '{}' is said to replace itself", draft.id.value),
                       .expected = "the id of another job under 'supersedes'",
                       .fix = "give this job an id of its own, or name under 'supersedes' the job that it takes the place of"});
}

}  // namespace

void check_record(const JobDraft& draft, base::Diagnostics& diagnostics) {
    const auto documents = document_names(draft, diagnostics);
    check_evidence(draft, documents, diagnostics);
    if (!draft.flawed) report_uncited(draft, diagnostics);  // the evidence may stand under a misspelt key
    check_posts(draft, diagnostics);
    check_supersedes(draft, diagnostics);
    Names factors{{"factor", "factors", "", "JE-J04", false}};
    for (const auto& factor : draft.factors) factors.add(factor.id, diagnostics);
    Names facts{{"fact", "facts", "", "JE-J11", false}};
    for (const auto& [id, value] : draft.facts) facts.add(id, diagnostics);
}

}  // namespace je::model
