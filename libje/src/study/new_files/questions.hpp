// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "je/model/scheme.hpp"

namespace je::study {

/// The questions of a factor with their options as comments, and the keys for their answers to fill in, at four columns;
/// nothing for a factor without questions. No option says which level it gives. `where`: facts stand "under facts above".
[[nodiscard]] std::string questions_to_answer(const model::Factor& factor, std::span<const model::FactDefinition> facts,
                                              std::string_view where);

/// What is asked of a fact, its help and the texts of its choices, as comments; nothing where the scheme does not say.
[[nodiscard]] std::string asked_of(const model::FactDefinition& fact);

}  // namespace je::study
