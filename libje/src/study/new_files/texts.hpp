// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "je/io/file.hpp"
#include "je/model/job.hpp"
#include "je/model/panel.hpp"
#include "je/model/scheme.hpp"
#include "je/report/common.hpp"

namespace je::study {

// The files that `new_file` makes. They read without an error as they are, and say what to fill in.

/// A file that depends on nothing, and is valid as it stands: `je-scheme/1` with three factors and four bands, and every other
/// section as a comment, `je-bands/1` for that scheme, and a `je-test/1` that holds for it.
struct Template {
    std::string_view name;  // "scheme", "bands" or "test"
    std::string_view text;
};
/// Generated from the *.yaml beside this header by cmake/embed.cmake.
[[nodiscard]] const std::vector<Template>& templates();

/// A `je-job/1` to fill in under `scheme`: a valid questionnaire that states no level, with the scheme's definitions and level
/// summaries as comments. Whatever the scheme's texts hold, they stay comments. `id` must be a code.
[[nodiscard]] std::string new_job_text(const model::Scheme& scheme, std::string_view id, std::string_view title);

/// The headings of a sheet of jobs as CSV: every factor of `scheme`, and every fact its rules use. No row, since one that is
/// only an example would be scored with the others.
[[nodiscard]] std::string new_jobs_text(const model::Scheme& scheme);

/// A `je-bands/1` to fill in for `scheme`: one band over all its totals.
[[nodiscard]] std::string new_bands_text_for(const model::Scheme& scheme);

/// A `je-panel/1` to fill in under `scheme`: the rules the scheme states, placeholders for the people and the day, and every
/// factor without a level. With `job`, which may be null, its id and version, and the questionnaire's evidence beside each
/// factor as comments; never its levels, since the panel gives its own. `id` must be a code.
[[nodiscard]] std::string new_panel_text(const model::Scheme& scheme, const model::Job* job, std::string_view id);

/// A `je-appeal/1` to fill in against the outcome of `panel`, which was held under `scheme`: the rules the scheme states, the
/// events its time limits refer to, and a ground for each factor as a comment with what the panel recorded - first the factors
/// on which people differed or no reason is recorded. No level is claimed and no argument suggested. `id` must be a code.
[[nodiscard]] std::string new_appeal_text(const model::Scheme& scheme, const model::Panel& panel, std::string_view id);

/// A `je-local/1` over `scheme`, in use as `info` says: it changes nothing yet, and lists what may be changed. `id` must be a
/// code.
[[nodiscard]] std::string new_local_text(const model::Scheme& scheme, const report::SchemeInfo& info, std::string_view id);

/// A `je-test/1` with two worked examples for each question of `scheme` that has a pair of paths, which differ in the answer to
/// it alone and in the level. `named`: what the examples call the scheme, a name or a file beside them. At least one factor has
/// questions.
[[nodiscard]] std::string new_test_of_paths_text(const model::Scheme& scheme, std::string_view named);

/// A sound scheme that another is made like.
struct SchemeToFollow {
    std::string_view text;  // of its file
    report::SchemeInfo info;
    std::vector<std::string> source_ids;
    io::Limits limits;
};

/// A `je-scheme/1` that has all of `like`, as it is written there, but for its heading, which is to be filled in. Sources keep
/// their ids, since entries refer to them. `id` must be a code.
[[nodiscard]] std::string new_scheme_like_text(const SchemeToFollow& like, std::string_view id);

/// Limits under which what was made is read again: `limits` let in what it was made from, and with its heading it may be a
/// little larger.
[[nodiscard]] io::Limits room_for(const std::string& text, const io::Limits& limits);

}  // namespace je::study
