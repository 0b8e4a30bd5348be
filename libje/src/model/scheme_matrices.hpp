// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "je/model/scheme.hpp"
#include "model/scheme_factors.hpp"

namespace je::model {

/// One matrix per draft, in order; its two factors are marked as its sides.
[[nodiscard]] std::vector<Matrix> make_matrices(const SchemeDraft& draft, const SchemeNames& names,
                                                std::vector<Factor>& factors, base::Diagnostics& diagnostics);

}  // namespace je::model
