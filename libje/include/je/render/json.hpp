// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "je/report/check_result.hpp"
#include "je/report/score_result.hpp"
#include "je/report/test_result.hpp"

namespace je::render {

// Results as JSON: key order fixed, numbers as numbers (whole decimals as integers, others in their shortest exact form),
// one job a line, one line feed at the end. The page of each command lists the keys.

/// `je-score/1`, written piece by piece so that a run of any size needs little memory:
///
///     ScoreJson json{out};
///     json.begin(head);
///     for (...) json.job(scored_job);
///     json.end(tail);
///
/// Everything is appended to `out`, which the caller may empty at any time.
class ScoreJson {
public:
    explicit ScoreJson(std::string& out) : out_{out} {}
    void begin(const report::ScoreHead& head);
    void job(const report::ScoredJob& job);
    void end(const report::ScoreTail& tail);

private:
    std::string& out_;
    bool first_ = true;
};

[[nodiscard]] std::string json(const report::ScoreResult& result);
[[nodiscard]] std::string json(const report::CheckResult& result);
[[nodiscard]] std::string json(const report::TestResult& result);

}  // namespace je::render
