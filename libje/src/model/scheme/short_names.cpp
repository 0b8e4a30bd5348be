// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme/short_names.hpp"

#include <fmt/format.h>

#include <map>

#include "je/base/text.hpp"

namespace je::model {

namespace {

void check_form(const ShortNamed& one, base::Diagnostics& diagnostics) {
    const Text& name = **one.short_name;
    const auto called = fmt::format("{} '{}'", one.kind, one.id->value);
    if (name.value.find_first_of("\n\r") != std::string::npos) {
        diagnostics.error({"JE-S86", name.at, fmt::format("the short name of {} takes more than one line", called),
                           "a short name on one line", "write its words on one line"});
    } else if (const auto width = base::display_width(name.value); width > one.widest) {
        diagnostics.error({"JE-S85", name.at, fmt::format("the short name of {} is {} columns wide", called, width),
                           fmt::format("a short name of at most {} columns", one.widest),
                           "choose a shorter one; the full name stays under 'name'"});
    }
}

/// Who has a name in tables without room, and where it is stated.
struct Holder {
    const ShortNamed* who;
    base::SourcePosition at;
};

void report_same(const ShortNamed& one, const Holder& first, base::Diagnostics& diagnostics) {
    const Text& name = **one.short_name;
    const auto place = first.at.known() ? fmt::format(" ({})", first.at.file_and_line()) : std::string{};
    diagnostics.error({"JE-S87", name.at,
                       fmt::format("the short name '{}' of {} '{}' also stands for {} '{}'{}", name.value, one.kind,
                                   one.id->value, first.who->kind, first.who->id->value, place),
                       fmt::format("a short name that stands for one {} alone", one.kind),
                       "give one of the two another short name; the full name stays under 'name'"});
}

void check_differ(std::span<const ShortNamed> all, base::Diagnostics& diagnostics) {
    std::map<std::string_view, Holder> taken;  // by name
    base::LookAlikes looks;
    for (const ShortNamed& one : all) {
        if (*one.short_name || one.name.empty()) continue;
        taken.try_emplace(one.name, Holder{&one, one.id->at});
        static_cast<void>(looks.add(one.name, one.id->at));
    }
    for (const ShortNamed& one : all) {
        if (!*one.short_name) continue;
        const Text& name = **one.short_name;
        const auto [first, is_new] = taken.try_emplace(name.value, Holder{&one, name.at});
        if (is_new)
            look_at_name(looks, "short name", name.value, name.at, diagnostics);
        else
            report_same(one, first->second, diagnostics);
    }
}

}  // namespace

void check_short_names(std::span<const ShortNamed> all, base::Diagnostics& diagnostics) {
    for (const ShortNamed& one : all)
        if (*one.short_name) check_form(one, diagnostics);
    check_differ(all, diagnostics);
}

}  // namespace je::model
