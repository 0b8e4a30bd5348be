// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace je {

// The version that these headers belong to. CMake refuses to configure when it is not the project's.
inline constexpr int version_major = 0;
inline constexpr int version_minor = 1;
inline constexpr int version_patch = 0;
inline constexpr std::string_view version = "0.1.0";

/// The version of the library that a program runs with, which may be newer than its headers.
[[nodiscard]] std::string_view library_version();

}  // namespace je
