// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/description.hpp"

#include <stdexcept>

namespace je::report {

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

Field Field::hidden_from_public() const {
    Field field = *this;
    field.not_public = true;
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

Field inlined(const Description& (*fields)()) {
    Field field{.shape = Field::Shape::inlined};
    field.each = [](const void* of, void* to, void (*take)(void*, const void*)) { take(to, of); };
    field.description = fields;
    return field;
}

}  // namespace je::report
