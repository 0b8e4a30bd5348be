// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

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

/// Names of the commands, in the order the overview page shows them.
[[nodiscard]] std::vector<std::string> command_names();
/// Those of them that a run file may name: they make results from files, and change no file.
[[nodiscard]] std::vector<std::string> result_commands();
/// The command of that name; null when there is none.
[[nodiscard]] std::unique_ptr<Command> make_command(std::string_view name);

}  // namespace je::tool
