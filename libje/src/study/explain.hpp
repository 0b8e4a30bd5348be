// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "je/report/explain_result.hpp"
#include "study/inputs.hpp"

namespace je::study {

/// The explanation of a job in use, without its list of inputs. Warnings about its levels go into `diagnostics`; nothing is
/// returned when there are errors about them, which go there too.
[[nodiscard]] std::optional<report::ExplainResult> explain_job(const SchemeInUse& scheme, const model::Job& job,
                                                               const Options& options, const report::ExplainOptions& what,
                                                               base::Diagnostics& diagnostics);

}  // namespace je::study
