// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "je/base/diagnostic.hpp"

namespace je::render {

struct DiagnosticStyle {
    bool color = false;
    std::size_t width = 120;  // columns of the user's own line that are shown
    std::size_t fold = 0;     // columns at which messages, what is expected and fixes go on in a line below; 0: never
};

/// A diagnostic as people and other programs read it:
///
///     demo.yaml:14:22: error: level 'C' of factor 'knowledge' has 80 points, not more than level 'B' (95) [JE-S07]
///        14 |   - { id: C, points: 80 }
///           |                      ^^
///       expected: points that rise from each level to the next
///       fix: give 'C' more than 95 points, or swap the two levels
///
/// Columns of the first line count bytes, as the position does; the underline stands by display columns, tabs being shown
/// as four spaces. A long line is cut around the place. Control characters are replaced. Without a position the first line is
/// `je: error: ... [id]`.
[[nodiscard]] std::string text(const base::Diagnostic& diagnostic, const DiagnosticStyle& style = {});

/// All diagnostics of a list, and how many more there were than it kept.
[[nodiscard]] std::string text(const base::Diagnostics& diagnostics, const DiagnosticStyle& style = {});

/// "2 errors, 1 warning"; empty when there is neither.
[[nodiscard]] std::string summary(std::size_t errors, std::size_t warnings);

}  // namespace je::render
