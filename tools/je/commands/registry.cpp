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

constexpr std::array<CommandInfo, 13> table_of_commands{
    {{"score", Aim::score, make_score, {"je-score/1"}},
     {"explain", Aim::score, make_explain, {"je-explain/1"}},
     {"compare", Aim::score, make_compare, {"je-compare/1"}},
     {"sensitivity", Aim::score, make_sensitivity, {"je-sensitivity/1"}},
     {"merge", Aim::score, make_merge, {}, false},
     {"panel", Aim::disputes, make_panel, {"je-panel-result/1", "je-panels-result/1"}},
     {"appeal", Aim::disputes, make_appeal, {"je-appeal-result/1", "je-appeals-result/1"}},
     {"check", Aim::schemes, make_check, {"je-check/1"}},
     {"test", Aim::schemes, make_test, {"je-test-result/1"}},
     {"new", Aim::schemes, make_new, {}, false},
     {"seal", Aim::keeping, make_seal, {}, false},
     {"verify", Aim::keeping, make_verify},
     {"batch", Aim::organisation, make_batch, {}, false}}};

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
        for (const CommandInfo& command : table_of_commands) {
            if (command.aim == aim) list += fmt::format("- `je {}`: {}.\n", command.name, summary_of(command.name));
        }
    }
    return list;
}

}  // namespace

std::span<const CommandInfo> commands() { return table_of_commands; }

std::vector<std::string> command_names() {
    std::vector<std::string> names;
    for (const CommandInfo& command : table_of_commands) names.emplace_back(command.name);
    return names;
}

std::unique_ptr<Command> make_command(std::string_view name) {
    const auto* found = std::find_if(table_of_commands.begin(), table_of_commands.end(),
                                     [&](const CommandInfo& command) { return command.name == name; });
    return found == table_of_commands.end() ? nullptr : found->make();
}

std::string overview_page() {
    constexpr std::string_view mark = "@COMMANDS@\n";
    std::string page{page_as_markdown("je")};
    page.replace(page.find(mark), mark.size(), list_of_commands());
    return page_as_text(std::string_view{page});
}

}  // namespace je::tool
