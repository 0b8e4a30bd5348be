// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "je/base/diagnostic.hpp"
#include "je/io/file.hpp"
#include "je/model/holidays.hpp"

namespace je::io {

/// Reads a list of holidays (`format: je-holidays/1`, docs/files.md); as the readers of je/io/reader.hpp do, it reports every
/// mistake of form, and gives nothing when there was one.
///
///     const auto draft = io::read_holidays(*text, limits, diagnostics);
///     const auto holidays = draft ? model::Holidays::make(*draft, diagnostics) : std::nullopt;
///     const auto day = base::due(sent, {10, base::Period::Unit::working_days}, holidays->working_days());
[[nodiscard]] std::optional<model::HolidaysDraft> read_holidays(const base::SourceTextPtr& text, const Limits& limits,
                                                                base::Diagnostics& diagnostics);

}  // namespace je::io
