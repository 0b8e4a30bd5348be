// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/panel.hpp"

#include <algorithm>

namespace je::model {

bool Panellist::is_trained_in(std::string_view scheme) const {
    return std::find(trained_in.begin(), trained_in.end(), scheme) != trained_in.end();
}

Answers Panel::answers(const Scheme& scheme, const Job* job) const {
    Answers answers{scheme};
    for (std::size_t i = 0; i < factors_.size(); ++i) answers.levels[i] = factors_[i].agreed;
    if (job != nullptr) answers.facts = job->answers().facts;
    return answers;
}

}  // namespace je::model
