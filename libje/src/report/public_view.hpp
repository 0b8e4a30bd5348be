// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "je/model/job.hpp"
#include "je/panel/case.hpp"
#include "je/report/common.hpp"
#include "je/report/compare_result.hpp"
#include "je/report/explain_result.hpp"

namespace je::report {

/// What stands for a text that the public view leaves out where something must stand.
inline constexpr std::string_view left_out = "(left out)";

/// What posts say of how many people hold their job: several when those that say how many come to two or more; else one (or
/// nobody) when all of them say; else it is not known.
enum class Holders { one, several, not_known };
[[nodiscard]] Holders holders_of(std::span<const model::Post> posts);

/// Takes out of an explanation all that people wrote - quotes, notes, names of documents and of files - and leaves how much of
/// each there is, but for what is disputed, which is left out altogether. Levels, points, bands and what the scheme says stay.
void make_public(ExplainResult& result);
void make_public(CompareResult& result);
/// An error keeps its id alone.
void make_public(ErrorEntry& error);
/// A rule keeps its verdict; what was found, which names people and counts them by side, gives way to what the scheme asks.
void make_public(std::vector<panel::Finding>& findings);
/// Files are told by number: "file 1".
void make_public(std::vector<InputFile>& files);

/// The view of a sitting panel: points, totals, bands and margins of all jobs but the first are masked; levels stay.
void mask_comparators(CompareResult& result);

}  // namespace je::report
