// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string>

#include "inputs.hpp"
#include "je/report/score_result.hpp"
#include "options.hpp"
#include "output.hpp"

namespace je::tool {

/// Writes scored jobs in one format as they come. `begin` is called once, before all else; its scheme is null when none could
/// be used.
class ScoreSink {
public:
    ScoreSink() = default;
    ScoreSink(const ScoreSink&) = delete;
    ScoreSink& operator=(const ScoreSink&) = delete;
    virtual ~ScoreSink() = default;

    /// Whether jobs need their factors filled in.
    [[nodiscard]] virtual bool needs_factors() const { return false; }
    virtual void begin(const report::ScoreHead& head, const SchemeInUse* scheme) = 0;
    /// The columns carried through, before the first job.
    virtual void kept_columns(std::span<const std::string>) {}
    /// Where jobs come from, in words.
    virtual void read_from(std::string) {}
    virtual void job(const report::ScoredJob& job) = 0;
    virtual void end(const report::ScoreTail& tail) = 0;
};

[[nodiscard]] std::unique_ptr<ScoreSink> make_score_sink(Format format, Output& output, std::size_t width);

}  // namespace je::tool
