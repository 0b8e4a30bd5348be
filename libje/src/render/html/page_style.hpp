// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace je::render::html {

/// The style sheet of every page: page.css.
extern const std::string_view page_style;

}  // namespace je::render::html
