// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/scheme.hpp"

std::optional<je::model::Scheme> made(const je::model::SchemeDraft& draft, je::base::Diagnostics& diagnostics) {
    return je::model::Scheme::make(draft, diagnostics);
}
#ifdef JE_MUST_NOT_COMPILE
je::model::Scheme unchecked() { return je::model::Scheme{}; }
#endif
