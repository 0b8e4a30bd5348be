// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "je/base/decimal.hpp"
#include "je/base/diagnostic.hpp"

namespace je::model {

/// What a file says of one condition, before it is checked: a test of a factor or a fact, or how many of several hold.
struct ConditionDraft {
    using Text = base::Located<std::string>;
    std::optional<Text> factor{};  // exactly one of factor and fact, unless there is `of`
    std::optional<Text> fact{};
    Text test{};                 // is, is_not, at_least, at_most, one_of; of a count at_least or at_most
    std::vector<Text> values{};  // one, or several for one_of
    base::SourcePosition at{};
    std::optional<base::Located<base::Decimal>> count{};  // of a count
    std::optional<std::vector<ConditionDraft>> of{};      // makes it a count
};

/// What a file says of a rule that gives a band. One of `when`, `agree`, `reach` and `level_of` is given.
struct DecidingRuleDraft {
    using Text = base::Located<std::string>;
    Text id{};
    std::string summary{};
    std::optional<Text> source{};
    std::optional<std::vector<ConditionDraft>> when{};
    std::optional<Text> band{};
    std::vector<Text> agree{};
    std::vector<Text> reach{};
    std::optional<Text> level_of{};
    std::optional<base::Located<base::Decimal>> at_least{};
    std::optional<std::vector<std::pair<Text, Text>>> bands{};  // by level
    base::SourcePosition at{};
};

}  // namespace je::model
