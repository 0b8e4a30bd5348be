// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "je/report/test_result.hpp"
#include "je/study/options.hpp"

namespace je::study {

/// Runs the worked examples in files and folders: scores each, and holds what comes out against what it expects.
///
///     const auto outcome = study::worked_examples(source, files, {.scheme_folders = {"schemes"}});
///     if (outcome.result && outcome.result->passed() == outcome.result->examples.size()) ...
///
/// Files without any are an error (JE-U24). There is a result beside errors in files.
[[nodiscard]] Outcome<report::TestResult> worked_examples(io::Source& source, std::span<const std::string> files,
                                                          const Options& options, const Control& control = {});

}  // namespace je::study
