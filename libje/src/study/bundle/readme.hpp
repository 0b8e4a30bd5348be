// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace je::study {

/// What README.txt says in the bundle of a report: about which job (empty: none leads) of which title (empty: not known), by
/// which version of je.
[[nodiscard]] std::string readme(std::string_view job, std::string_view job_title, std::string_view version);

}  // namespace je::study
