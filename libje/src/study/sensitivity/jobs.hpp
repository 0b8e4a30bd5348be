// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "report/sensitivity/views.hpp"
#include "sensitivity/grid.hpp"
#include "study/jobs.hpp"

namespace je::study {

/// A complete job, as the parts of a sensitivity result need it.
struct StudiedJob {
    std::string id;
    std::string title;
    model::Points total{};
    std::optional<std::string> band_after_rules;  // only where a rule moved the band
    std::optional<model::Answers> answers{};      // where they were to be kept
    model::BandRange held{};                      // of a table that overlaps: the bands that hold the total
    model::BandOrNone band{};                     // and which of them it is; none: several, and none is chosen
};

/// All complete jobs of a run on the grid of their scheme, those nearest to an edge of their band first.
struct StudiedJobs {
    std::shared_ptr<const SchemeInUse> scheme;  // null: no job could be used
    std::optional<sensitivity::Grid> grid;      // nothing: there are no bands or points, or no grid; why was said
    bool by_rules = false;                      // there are no points: rules give bands
    std::vector<StudiedJob> jobs;
    std::vector<std::int64_t> points;   // a row of grid->factors() for each
    std::vector<std::uint16_t> levels;  // a row of the scheme's factors for each
    std::vector<report::ErrorEntry> errors;
    std::size_t errors_not_listed = 0;
    base::Diagnostics diagnostics;
    base::Diagnostics left_out;  // what is said of jobs that the public view leaves out
    report::LeftOutRecords left_out_counts{};

    [[nodiscard]] report::SensitivityJob view(std::size_t j) const;
    /// The band of each of these jobs, where bands overlap; else nothing.
    [[nodiscard]] std::vector<model::BandOrNone> chosen(std::size_t first, std::size_t count) const;
};

/// Reads and scores. A job that is not complete is left out, since what weights do to it cannot be said: a warning, and where
/// no job is complete an error (JE-U75). A scheme without bands is an error (JE-U76).
[[nodiscard]] StudiedJobs read_studied_jobs(std::span<const FoundFile> files, Inputs& inputs, bool keep_answers);

}  // namespace je::study
