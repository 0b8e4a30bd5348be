// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/tree.hpp"

#include <algorithm>
#include <stdexcept>

namespace je::model {

std::optional<std::size_t> Question::find_option(std::string_view option) const {
    const auto found = std::find_if(options.begin(), options.end(), [&](const TreeOption& one) { return one.id == option; });
    return found == options.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - options.begin())};
}

std::size_t Question::option_of(const FactValue& value) const {
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const TreeOption& one) { return one.test && one.test->holds(value); });
    if (found == options.end()) throw std::logic_error{"a value of a fact that belongs to no option"};
    return static_cast<std::size_t>(found - options.begin());
}

bool Tree::asks(FactIndex fact) const {
    return std::any_of(questions.begin(), questions.end(), [&](const Question& one) { return one.fact == fact; });
}

std::optional<QuestionIndex> Tree::find(std::string_view question) const {
    const auto found =
        std::find_if(questions.begin(), questions.end(), [&](const Question& one) { return one.id == question; });
    return found == questions.end() ? std::nullopt
                                    : std::optional{QuestionIndex{static_cast<std::size_t>(found - questions.begin())}};
}

}  // namespace je::model
