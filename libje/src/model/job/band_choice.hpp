// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "je/base/diagnostic.hpp"
#include "je/model/job.hpp"

namespace je::model {

/// Reports a choice of band without a reason, and is then false; `whose` is whatever records it, such as "job 'porter'".
bool check_choice(const BandChoice& choice, std::string_view whose, base::Diagnostics& diagnostics);

/// The evidence for a choice of band, where there is one.
[[nodiscard]] inline std::span<const Evidence> evidence_of(const std::optional<BandChoice>& choice) {
    return choice ? std::span<const Evidence>{choice->evidence} : std::span<const Evidence>{};
}

}  // namespace je::model
