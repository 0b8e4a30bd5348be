// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

/// doctest shows lists as {?} unless told how.
template <>
struct doctest::StringMaker<std::vector<std::string>> {
    static String convert(const std::vector<std::string>& lines) {
        std::string text;
        for (const auto& line : lines) text += "\n    " + line;
        return {text.c_str(), static_cast<unsigned>(text.size())};
    }
};
