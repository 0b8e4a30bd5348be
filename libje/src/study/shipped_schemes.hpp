// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "je/base/diagnostic.hpp"
#include "je/report/common.hpp"

namespace je::study {

/// A scheme as it came with this program when it was built, whatever lies in its folder now.
struct ShippedScheme {
    std::string_view id;
    std::string_view sha256;  // of the file
};

/// Generated from schemes/*.yaml by cmake/embed.cmake.
[[nodiscard]] const std::vector<ShippedScheme>& shipped_schemes();

/// Enters in `info` where a scheme was read from, unless it is one that came with je to the byte, and whether it stands in for
/// one.
void tell_origin(report::SchemeInfo& info, const std::string& path);
/// What to say of a scheme that stands in for one that came with je (JE-U95), a warning; `at` is the place of the scheme.
[[nodiscard]] base::Diagnostic stands_in(const report::SchemeInfo& info, const base::SourcePosition& at);

}  // namespace je::study
