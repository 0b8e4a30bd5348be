// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "je/report/what_if.hpp"

namespace je::render::html {

/// The part of a page on which other levels and facts can be chosen, under a title of that level. It is hidden until the
/// page's script shows it, so that nothing dead stands on a page without scripts; there is at most one on a page.
[[nodiscard]] std::string what_if_part(const report::WhatIf& what_if, int title_level);

}  // namespace je::render::html
