// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "report/sensitivity/views.hpp"

namespace je::report {

/// "band 3", or "no band".
[[nodiscard]] Band band_in_words(const std::optional<std::string>& band);
/// "bands 3 and 4", "band 3 alone".
[[nodiscard]] Text bands_in_words(const std::vector<std::optional<std::string>>& bands);
/// The band of a job by points, and where a rule of the scheme puts it: "3", "3, by rule 4", "none".
[[nodiscard]] Text band_now(const SensitivityJob& job);
/// Whether a sampled share is all of the scenarios drawn although the region reaches other bands: no certainty.
[[nodiscard]] bool is_all_drawn(const BandShare& share, const WeightsView& weights);
/// "97.1 %" for exact shares, "97.1 % (standard error 0.1 %)" for sampled ones.
[[nodiscard]] Share share_in_words(const BandShare& share);

/// What one job's weights come to, a sentence each: how firm the band is, what the region reaches, the smallest change.
[[nodiscard]] std::vector<Text> weights_in_words(const SensitivityJob& job, const SensitivityHead& head);

/// Many jobs, one line each, in the order of the result: where they stand and what weights can do, then what other levels can.
void add_job_list(Document& document, const SensitivityResult& result);

}  // namespace je::report
