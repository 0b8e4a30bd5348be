// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "je/report/check_result.hpp"
#include "je/study/options.hpp"

namespace je::study {

struct CheckOptions {
    bool show = false;                                  // also gather the figures of schemes and band tables
    bool paths = false;                                 // also gather which answers to questions give which level
    std::uint64_t max_paths = report::usual_max_paths;  // of one factor; more are counted, not listed
};

/// Every error and warning in files of every kind, and what was proved of the sound ones. A file found in a folder that is none
/// of ours is passed over.
///
///     const std::vector<std::string> files{"schemes"};
///     const auto outcome = study::check(source, files, options);
///     if (outcome.result) std::fputs(render::text(outcome.result->said).c_str(), stdout);
///
/// What is said is the result, so that `Outcome::said` is empty. Refused when the scheme asked for is not found (JE-U09), and
/// when a CSV file comes without a scheme (JE-U14).
[[nodiscard]] Outcome<report::CheckResult> check(io::Source& source, std::span<const std::string> files, const Options& options,
                                                 const CheckOptions& what = {}, const Control& control = {});

}  // namespace je::study
