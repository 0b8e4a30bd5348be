// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "je/base/decimal.hpp"
#include "je/report/description.hpp"
#include "je/report/explain_result.hpp"
#include "je/report/weighting_result.hpp"

namespace je::report {

/// One scored unit over all jobs. `differences` has one entry per job: its points less those of the first job; nothing where
/// either is not known.
struct UnitComparison {
    std::string id;
    std::string name;
    std::string short_name{};  // empty: the scheme states none
    bool is_matrix = false;
    std::vector<std::optional<base::Decimal>> differences;
};

struct FactorComparison {
    std::string id;
    std::string name;
    std::string short_name{};  // empty: the scheme states none
    bool same = false;         // every job has a level, and it is the same one
};

/// Jobs under one scheme side by side. The lists `units` and `factors` stand in the scheme's order, as those of each job do.
struct CompareResult {
    std::vector<ExplainResult> jobs;  // at least two; without what moves their bands
    std::vector<UnitComparison> units;
    std::vector<FactorComparison> factors;
    std::vector<std::optional<base::Decimal>> total_differences;  // as in UnitComparison
    std::optional<WeightingHead> weighting{};                     // in place of the scheme's own weights: a what-if
    LeftOutRecords left_out{};  // of the public view; for the caller to fill in, as are the next
    std::vector<InputFile> inputs;
    ToolInfo tool;
};

/// Compares explanations of two or more jobs, all under one scheme and band table. The first job is the one others are held
/// against.
[[nodiscard]] CompareResult compare(std::vector<ExplainResult> jobs);
/// The view of a sitting panel: points, totals, bands and margins of all jobs but the first are masked; levels stay.
void mask_comparators(CompareResult& result);

/// The comparison for people.
[[nodiscard]] Document compare_document(const CompareResult& result);
/// Factors and matrices as rows, then total, band and margins; per job level, points and difference to the first.
[[nodiscard]] Table compare_table(const CompareResult& result);

Description describe(Of<CompareResult>);

}  // namespace je::report
