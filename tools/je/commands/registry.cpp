// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "command.hpp"
#include "commands/commands.hpp"
#include "pages.hpp"

namespace je::tool {

namespace {

constexpr std::array table_of_commands{&score_command,       &explain_command, &compare_command, &diff_command,
                                       &sensitivity_command, &merge_command,   &panel_command,   &appeal_command,
                                       &report_command,      &check_command,   &test_command,    &new_command,
                                       &seal_command,        &verify_command,  &bundle_command,  &batch_command};

constexpr std::array aims{Aim::score, Aim::disputes, Aim::schemes, Aim::organisation, Aim::keeping};

std::string_view words_of(Aim aim) {
    switch (aim) {
        case Aim::score:
            return "Score jobs and explain how they came out";
        case Aim::disputes:
            return "Panels and appeals";
        case Aim::schemes:
            return "Schemes, and files to begin with";
        case Aim::organisation:
            return "A whole organisation";
        case Aim::keeping:
            return "Keep results and check them";
    }
    throw std::logic_error{"an aim that is none"};
}

/// What a command's page says it is for, after its name.
std::string_view summary_of(std::string_view command) {
    const std::string_view page = page_as_markdown(command);
    const auto begin = page.find(" - ") + 3;
    return page.substr(begin, page.find('\n', begin) - begin);
}

std::string list_of_commands() {
    std::string list;
    for (const Aim aim : aims) {
        list += fmt::format("{}{}:\n\n", list.empty() ? "" : "\n", words_of(aim));
        for (const Command* command : table_of_commands) {
            if (command->aim == aim) list += fmt::format("- `je {}`: {}.\n", command->name, summary_of(command->name));
        }
    }
    return list;
}

}  // namespace

std::span<const Command* const> commands() { return table_of_commands; }

std::vector<std::string> command_names() {
    std::vector<std::string> names;
    for (const Command* command : table_of_commands) names.emplace_back(command->name);
    return names;
}

const Command* command_named(std::string_view name) {
    const auto* const found = std::find_if(table_of_commands.begin(), table_of_commands.end(),
                                           [&](const Command* command) { return command->name == name; });
    return found == table_of_commands.end() ? nullptr : *found;
}

std::string overview_page() {
    constexpr std::string_view mark = "@COMMANDS@\n";
    std::string page{page_as_markdown("je")};
    page.replace(page.find(mark), mark.size(), list_of_commands());
    return page_as_text(std::string_view{page});
}

}  // namespace je::tool
