// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/panel/case.hpp"

#include <fmt/format.h>

#include "base/wording.hpp"

namespace je::panel {

std::vector<model::PanellistIndex> deciders(const model::Panel& panel) {
    std::vector<model::PanellistIndex> people;
    for (std::size_t i = 0; i < panel.panellists().size(); ++i) {
        if (panel.panellists()[i].decides()) people.emplace_back(i);
    }
    return people;
}

Names Names::as_recorded(const model::Panel& panel) {
    Names names;
    for (const model::Panellist& panellist : panel.panellists()) names.names_.push_back(panellist.id.text());
    return names;
}

std::size_t Pseudonyms::number_of(const model::PanellistId& person) {
    return numbers_.try_emplace(person.text(), numbers_.size() + 1).first->second;
}

Names Names::pseudonyms(const model::Panel& panel, Pseudonyms& numbers) {
    Names names;
    names.pseudonyms_ = true;
    for (const model::Panellist& panellist : panel.panellists()) {
        names.names_.push_back(
            base::worded("panellist {} ({})", numbers.number_of(panellist.id), base::translated(to_text(panellist.side))));
    }
    return names;
}

std::string Names::list(const std::vector<model::PanellistIndex>& people) const {
    if (people.empty()) return base::worded("nobody");
    std::string names;
    for (std::size_t i = 0; i < people.size(); ++i)
        names.append(i == 0 ? "" : i + 1 == people.size() ? base::translated(" and ") : ", ").append((*this)[people[i]]);
    return names;
}

}  // namespace je::panel
