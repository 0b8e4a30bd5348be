// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "inputs.hpp"
#include "je/model/job.hpp"
#include "je/model/panel.hpp"

namespace je::tool {

/// What a new file is made from.
struct NewSources {
    std::shared_ptr<const SchemeInUse> in_use;  // null when no scheme was named
    std::optional<model::Job> job;
    std::optional<model::Panel> panel;

    [[nodiscard]] const model::Scheme* scheme() const { return in_use ? in_use->scheme.get() : nullptr; }
};

/// Reads the scheme of --scheme and, for "panel" and "appeal", the questionnaire or the panel's record in `file`, which names
/// the scheme when --scheme does not. Nothing when something cannot be used; why is in the diagnostics.
[[nodiscard]] std::optional<NewSources> read_sources(Inputs& inputs, const std::string& kind,
                                                     const std::optional<std::string>& file, base::Diagnostics& diagnostics);

}  // namespace je::tool
