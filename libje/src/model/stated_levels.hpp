// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "je/model/scheme.hpp"
#include "model/scheme_names.hpp"

namespace je::model {

// What a questionnaire or a record states of its scheme's factors. A word that the scheme does not have is reported as error
// `id` with those it has.
[[nodiscard]] std::optional<FactorIndex> stated_factor(const Scheme& scheme, const Text& factor, std::string_view id,
                                                       base::Diagnostics& diagnostics);
[[nodiscard]] std::optional<LevelIndex> stated_level(const Factor& factor, const Text& level, std::string_view id,
                                                     base::Diagnostics& diagnostics);

}  // namespace je::model
