// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace je::report {

/// What a rule that gives a band asks for, and what was found.
struct ConditionTrace {
    std::string text;
    std::string found;
    std::optional<bool> holds{};  // nothing: a level or fact that it needs is not known
};

/// A rule that gives a band, of a scheme without points.
struct DecidingTrace {
    std::string id;
    std::string summary{};  // empty: the scheme states none
    std::string source{};
    std::string scheme_at{};
    std::optional<bool> holds{};
    bool decides = false;
    std::optional<std::string> band{};  // that it gives where it holds
    std::vector<ConditionTrace> conditions{};
};

}  // namespace je::report
