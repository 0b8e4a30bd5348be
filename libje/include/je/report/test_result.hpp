// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "je/model/job.hpp"
#include "je/report/common.hpp"
#include "je/report/description.hpp"
#include "je/report/score_result.hpp"

namespace je::report {

/// One value that did not come out as expected. "none" stands for a total in no band.
struct Mismatch {
    std::string what;  // "total", "points of 'knowledge'", ...
    std::string expected;
    std::string got;
    std::string at;        // where it is expected: "nurse.yaml:9"
    std::string factor{};  // the factor or matrix it is about; empty for values of the whole job
};

struct TestedExample {
    std::string name;
    std::string at;  // "nurse.yaml:3"
    std::string scheme;
    std::string source;  // where the expected values come from
    std::vector<Mismatch> mismatches;
    std::vector<ScoredFactor> factors;  // what each factor came to; for a failure
    std::string problem;                // why it could not be scored; empty when it could
    [[nodiscard]] bool passed() const { return mismatches.empty() && problem.empty(); }
};

/// Scores an example's job and compares. `job` is null when it could not be made; `said` is everything said in making it, and
/// is what `expect.errors` is held against, together with the problems that scoring finds. Errors that are not expected are a
/// mismatch.
[[nodiscard]] TestedExample test_example(const model::WorkedExample& example, const ScoringBasis& basis, const model::Job* job,
                                         const base::Diagnostics& diagnostics);

/// The result of `je test`: `je-test-result/1`.
struct TestResult {
    std::vector<SchemeInfo> schemes;  // those used that are not as they come with je
    std::vector<TestedExample> examples;
    std::size_t files = 0;
    std::vector<ErrorEntry> errors;  // of files that could not be used
    std::vector<InputFile> inputs;
    ToolInfo tool;
    [[nodiscard]] std::size_t passed() const;
};

/// Failures, each with what was expected and got, then the count.
[[nodiscard]] Document test_document(const TestResult& result);

Description describe(Of<TestResult>);

}  // namespace je::report
