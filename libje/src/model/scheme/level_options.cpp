// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme/level_options.hpp"

#include <fmt/format.h>

#include "model/job/level_text.hpp"
#include "model/scheme/words.hpp"

namespace je::model {

namespace {

/// Whether the option can be told by its letter; reported when it cannot.
bool check_option_id(const Text& id, const std::string& whose, const Level& level, base::Diagnostics& diagnostics) {
    const bool is_letter = id.value.size() == 1 && id.value[0] >= 'a' && id.value[0] <= 'z';
    if (is_letter && !level.find_option(id.value[0])) return true;
    diagnostics.error({"JE-O02", id.at,
                       is_letter ? fmt::format("{} has option '{}' twice", whose, id.value)
                                 : fmt::format("{} has an option '{}'", whose, id.value),
                       "options named by single letters, a to z, each once", "name it by a letter that no other option has"});
    return false;
}

/// Whether `code`, the code of another level, is how `level` is written with some of its options.
bool reads_as(const Level& level, std::string_view code) {
    const std::string_view own = level.id.text();
    if (!code.starts_with(own)) return false;
    const auto letters = option_letters(code.substr(own.size()));
    return letters && !option_mistake(level, *letters);
}

}  // namespace

void make_options(const SchemeDraft::Level& draft, const std::string& called, Level& level, base::Diagnostics& diagnostics) {
    const auto whose = fmt::format("level '{}' of {}", draft.id.value, called);
    for (const auto& option : draft.options) {
        if (!check_option_id(option.id, whose, level, diagnostics)) continue;
        if (option.text.empty())
            diagnostics.warning({"JE-O03", option.id.at, fmt::format("option '{}' of {} has no text", option.id.value, whose),
                                 "the wording that the option stands for", "add the scheme's own words"});
        level.options.push_back({option.id.value[0], option.text, option.help, option.id.at});
    }
    if (draft.options.size() == 1)
        diagnostics.warning({"JE-O04", draft.options.front().id.at,
                             fmt::format("{} has the one option '{}'", whose, draft.options.front().id.value),
                             "two options or more, or none", "add the others; a level with one wording needs no options"});
    if (!draft.choose) return;
    if (const auto choice =
            resolve_word(words::option_choices, *draft.choose, "JE-O09", whose, "what 'choose' may be", diagnostics))
        level.one_option = *choice;
}

void check_options(const Factor& factor, const std::string& called, base::Diagnostics& diagnostics) {
    for (const Level& level : factor.levels) {
        for (const Level& other : factor.levels) {
            if (&other == &level || !reads_as(level, other.id.text())) continue;
            diagnostics.error({"JE-O01", other.at,
                               fmt::format("'{}' is level '{}' of {}, and also level '{}' with its options{}", other.id.text(),
                                           other.id.text(), called, level.id.text(), first_at(level.at)),
                               "codes that no other level reads as with its options",
                               "give one of the levels another code, or the options other letters"});
        }
    }
}

}  // namespace je::model
