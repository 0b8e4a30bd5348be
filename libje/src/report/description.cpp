// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/description.hpp"

#include <algorithm>
#include <stdexcept>

namespace je::report {

namespace {

bool hides(InPublic how) { return how != InPublic::not_said && how != InPublic::as_it_is && how != InPublic::used_alone; }

}  // namespace

std::string_view to_text(Role role) {
    switch (role) {
        case Role::text:
            return "text";
        case Role::id:
            return "id";
        case Role::name:
            return "name";
        case Role::level:
            return "level";
        case Role::band:
            return "band";
        case Role::points:
            return "points";
        case Role::money:
            return "money";
        case Role::share:
            return "share";
        case Role::number:
            return "number";
        case Role::count:
            return "count";
        case Role::flag:
            return "yes or no";
        case Role::date:
            return "date";
        case Role::place:
            return "place";
        case Role::file:
            return "file";
        case Role::evidence:
            return "evidence";
        case Role::person:
            return "person";
        case Role::verdict:
            return "verdict";
    }
    throw std::logic_error{"a role that is none"};
}

Field Field::absent(Absence how, std::string_view why) const {
    Field field = *this;
    field.absence = how;
    field.reason = why;
    return field;
}

Field Field::in_public(InPublic how) const {
    if (hides(how) && how != InPublic::no_key && !hide) throw std::logic_error{"only a data member can be hidden"};
    Field field = *this;
    field.public_view = how;
    return field;
}

Field Field::not_written() const {
    Field field = *this;
    field.written = false;
    return field;
}

Field Field::on_a_line() const {
    Field field = *this;
    field.on_line = true;
    return field;
}

Field Field::with_lines(Lines where) const {
    Field field = *this;
    field.lines = where;
    return field;
}

Field fixed(std::string_view key, std::string_view label, std::string_view meaning, std::string_view text) {
    return {.key = key, .label = label, .meaning = meaning, .fixed_text = text};
}

Description picked(std::string_view name, const Description& from, const std::vector<std::string_view>& keys) {
    Description some{name, {}};
    for (const std::string_view key : keys) {
        const auto found = std::find_if(from.fields.begin(), from.fields.end(), [&](const Field& f) { return f.key == key; });
        if (found == from.fields.end()) throw std::logic_error{"a key that is none of the description"};
        some.fields.push_back(*found);
    }
    return some;
}

namespace {

/// Getters give parts of the struct itself or of the result that it points into, so what may be changed in the one may be
/// changed in the other.
void hide(const Description& description, void* of, bool all) {
    for (const Field& field : description.fields) {
        const bool no_key = all || field.public_view == InPublic::no_key;
        if (field.hide && (all || hides(field.public_view))) {
            field.hide(of, all ? InPublic::nothing : field.public_view);
        } else if (field.each && !(no_key && field.shape == Field::Shape::list)) {  // such a list is made of hidden parts
            field.each_item(of, [&](const void* item) { hide(field.description(), const_cast<void*>(item), no_key); });
        }
    }
}

}  // namespace

void make_public(const Description& description, void* of) { hide(description, of, false); }

namespace describing {

void hide_text(std::string& text, InPublic how) {
    if (how == InPublic::file_name)
        text.erase(0, text.find_last_of('/') + 1);
    else if (how != InPublic::left_out)
        text.clear();
    else if (!text.empty())
        text = left_out;
}

}  // namespace describing

}  // namespace je::report
