// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exit_status.hpp"
#include "options.hpp"

namespace je::tool {

/// One command of je. `parse` reads what was given and throws UsageError; `run` does the work, and throws base::OutsideError
/// when something outside fails. Only main() catches and picks the exit status of what was thrown.
class Command {
public:
    Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    virtual ~Command() = default;

    /// All options it takes, `--help` apart. Each is in its page (commands/<name>.md), and each of the page is here.
    [[nodiscard]] virtual std::vector<Option> options() const = 0;
    virtual void parse(const GivenOptions& given) = 0;
    [[nodiscard]] virtual ExitStatus run() = 0;
};

/// What a person wants who calls a command; the overview page lists commands by it.
enum class Aim { score, disputes, schemes, organisation, keeping };

/// A row of the one table of commands.
struct CommandInfo {
    std::string_view name;
    Aim aim;
    std::unique_ptr<Command> (*make)();
    std::array<std::string_view, 2> results{};  // formats of the JSON results it makes, which je verify makes again
    bool in_run_files = true;                   // it makes results from files, and changes no file
};

/// All commands, in the order in which messages name them.
[[nodiscard]] std::span<const CommandInfo> commands();
[[nodiscard]] std::vector<std::string> command_names();
/// The command of that name; null when there is none.
[[nodiscard]] std::unique_ptr<Command> make_command(std::string_view name);
/// The page of je itself, with all commands by what they are for.
[[nodiscard]] std::string overview_page();

}  // namespace je::tool
