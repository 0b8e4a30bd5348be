// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "je/base/diagnostic.hpp"
#include "je/model/scheme.hpp"
#include "je/model/scheme_draft.hpp"

namespace je::model {

/// The options that a level's draft states, and whether one at most may be stated of it. `called` is the factor in messages.
/// Reports options that are not one letter, options without a text, and one that is alone.
void make_options(const SchemeDraft::Level& draft, const std::string& called, Level& level, base::Diagnostics& diagnostics);

/// Reports levels that with options read as another level's code.
void check_options(const Factor& factor, const std::string& called, base::Diagnostics& diagnostics);

}  // namespace je::model
