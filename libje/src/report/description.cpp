// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/describing.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/words.hpp"

namespace je::report {

namespace {

bool hides(InPublic how) { return how != InPublic::not_said && how != InPublic::as_it_is && how != InPublic::used_alone; }

}  // namespace

std::string_view to_text(Role role) {
    constexpr base::Words<Role, 18> words{{{"text", Role::text},
                                           {"id", Role::id},
                                           {"name", Role::name},
                                           {"level", Role::level},
                                           {"band", Role::band},
                                           {"points", Role::points},
                                           {"money", Role::money},
                                           {"share", Role::share},
                                           {"number", Role::number},
                                           {"count", Role::count},
                                           {"yes or no", Role::flag},
                                           {"date", Role::date},
                                           {"place", Role::place},
                                           {"file", Role::file},
                                           {"evidence", Role::evidence},
                                           {"person", Role::person},
                                           {"verdict", Role::verdict},
                                           {"to write", Role::to_write}}};
    return base::word_for(words, role);
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

void leave_line_of_place(std::string& place) {
    if (place.empty()) return;
    const auto colon = place.find_last_of(':');
    if (colon != std::string::npos)
        place = "line " + place.substr(colon + 1);
    else if (!place.starts_with("line "))
        place = left_out;
}

void hide_text(std::string& text, InPublic how) {
    if (how == InPublic::line)
        leave_line_of_place(text);
    else if (how != InPublic::left_out)
        text.clear();
    else if (!text.empty())
        text = left_out;
}

}  // namespace describing

}  // namespace je::report
