// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/base/diagnostic.hpp"
#include "je/model/scheme_draft.hpp"

namespace je::model {

/// Reports lists that are longer than those of any plan in use, many times over: what is proved of a scheme would take for
/// ever.
void check_sizes(const SchemeDraft& draft, base::Diagnostics& diagnostics);

}  // namespace je::model
