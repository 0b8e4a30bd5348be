// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <optional>
#include <utility>

#include "model/job_parts.hpp"

namespace je::model {

namespace {

bool check_scheme(const JobDraft& draft, const Scheme& scheme, base::Diagnostics& diagnostics) {
    if (scheme.id() == draft.scheme.value) return true;
    diagnostics.error({.id = "JE-J01",
                       .at = draft.scheme.at,
                       .message = fmt::format("job '{}' is for scheme '{}', but the scheme used is '{}'", draft.id.value,
                                              draft.scheme.value, scheme.id().text()),
                       .expected = "the scheme that the questionnaire was written for",
                       .fix = fmt::format("use '--scheme {}', or write 'scheme: {}' if the levels are that scheme's",
                                          draft.scheme.value, scheme.id().text())});
    return false;
}

}  // namespace

std::optional<Job> Job::make(const JobDraft& draft, const Scheme& scheme, base::Diagnostics& diagnostics) {
    const auto errors_before = diagnostics.errors();
    check_record(draft, diagnostics);
    if (!check_scheme(draft, scheme, diagnostics)) return std::nullopt;  // its factors and facts would all be unknown
    auto made = make_answers(draft, scheme, diagnostics);
    if (draft.flawed || diagnostics.errors() > errors_before) return std::nullopt;
    Job job;
    job.id_ = JobId{draft.id.value};
    job.title_ = draft.title;
    job.organisation_ = draft.organisation;
    job.version_ = draft.version;
    job.note_ = draft.note;
    job.supersedes_ = draft.supersedes ? draft.supersedes->value : "";
    job.documents_ = draft.documents;
    job.posts_ = draft.posts;
    job.answers_ = std::move(made.answers);
    job.ratings_ = std::move(made.ratings);
    job.fact_positions_ = std::move(made.fact_positions);
    job.at_ = draft.at;
    return job;
}

}  // namespace je::model
