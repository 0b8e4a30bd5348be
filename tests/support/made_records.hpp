// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>

#include "je/model/appeal.hpp"
#include "je/model/panel.hpp"
#include "support/draft.hpp"

namespace je::test {

/// The panel of a draft that has no mistakes.
inline model::Panel made(const model::PanelDraft& draft, const model::Scheme& scheme, const model::Job* job = nullptr) {
    base::Diagnostics diagnostics;
    auto panel = model::Panel::make(draft, scheme, job, diagnostics);
    if (!panel) throw std::logic_error("the test's panel has mistakes:\n" + messages(diagnostics));
    return *std::move(panel);
}

/// The appeal of a draft that has no mistakes.
inline model::Appeal made(const model::AppealDraft& draft, const model::Scheme& scheme) {
    base::Diagnostics diagnostics;
    auto appeal = model::Appeal::make(draft, scheme, diagnostics);
    if (!appeal) throw std::logic_error("the test's appeal has mistakes:\n" + messages(diagnostics));
    return *std::move(appeal);
}

}  // namespace je::test
