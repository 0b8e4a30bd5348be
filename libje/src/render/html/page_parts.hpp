// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace je::render::html {

/// The style sheet of every page: page.css.
extern const std::string_view page_style;
/// What of it a figure that stands alone needs, with its light colours.
extern const std::string_view figure_style;
/// The script of pages that have a what-if: scoring.js and what_if.js.
extern const std::string_view page_script;

}  // namespace je::render::html
