// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "je/model/scheme.hpp"
#include "je/sensitivity/grid.hpp"

namespace je::sensitivity {

/// "character 12, 'peple'"; "its end".
[[nodiscard]] std::string place_in_words(std::string_view text, std::size_t at);

/// What weights of a scheme are called: ids of factors and matrices, with `factor:` before them where they look like a number,
/// and `group:` with the id of a group.
class WeightNames {
public:
    WeightNames(const model::Scheme& scheme, const Grid& grid);

    /// Factors of the grid that the name stands for. Throws an OutsideError with JE-U82 for a name without a weight, found at
    /// `at` of the expression `text`.
    [[nodiscard]] std::vector<std::size_t> factors_of(std::string_view name, std::string_view text, std::size_t at) const;

    /// A name of a weight that cannot be taken for a number, such as "8a".
    [[nodiscard]] bool is_no_number(std::string_view name) const;

private:
    [[nodiscard]] std::string why_none(std::string_view name) const;

    const model::Scheme& scheme_;
    std::vector<std::string> names_;  // in the order of the scheme
    std::map<std::string, std::vector<std::size_t>, std::less<>> factors_;
};

}  // namespace je::sensitivity
