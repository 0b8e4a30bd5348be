// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "je/base/diagnostic.hpp"
#include "je/io/file.hpp"
#include "je/model/level_uncertainty.hpp"

namespace je::io {

/// Reads how uncertain levels are (`format: je-uncertainty/1`, docs/files.md); as the readers of je/io/reader.hpp do, it
/// reports every mistake of form, and gives nothing when there was one that leaves the rest in doubt.
///
///     const auto draft = io::read_uncertainty(*text, limits, diagnostics);
///     const auto uncertainty = draft ? model::LevelUncertainty::make(*draft, scheme, diagnostics) : std::nullopt;
[[nodiscard]] std::optional<model::LevelUncertaintyDraft> read_uncertainty(const base::SourceTextPtr& text,
                                                                           const Limits& limits,
                                                                           base::Diagnostics& diagnostics);

}  // namespace je::io
