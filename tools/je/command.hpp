// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exit_status.hpp"
#include "options.hpp"

namespace je::tool {

/// What a command does once its options are read. Throws base::OutsideError when something outside fails. Only main() catches
/// and picks the exit status of what was thrown.
using Work = std::function<ExitStatus()>;

/// What a person wants who calls a command; the overview page lists commands by it.
enum class Aim { score, disputes, schemes, organisation, keeping };

/// A command of je; commands/<name>.cpp has it.
struct Command {
    std::string_view name;
    Aim aim;
    /// All options it takes, `--help` apart. Each is in its page (commands/<name>.md), and each of the page is here.
    std::vector<Option> (*options)();
    /// Reads what was given. Throws UsageError when it cannot be followed.
    Work (*read)(const GivenOptions& given);
    std::array<std::string_view, 2> results{};  // formats of the JSON results it makes, which je verify makes again
    bool in_run_files = true;                   // it makes results from files, and changes no file
};

/// The work of a command as it was asked for, in the language that --language gives; what the catalogue of that lacks is told.
/// Throws UsageError (JE-W01).
[[nodiscard]] Work prepared(const Command& command, const GivenOptions& given);

/// All commands, in the order in which messages name them.
[[nodiscard]] std::span<const Command* const> commands();
[[nodiscard]] std::vector<std::string> command_names();
/// The command of that name; null when there is none.
[[nodiscard]] const Command* command_named(std::string_view name);
/// The page of je itself, with all commands by what they are for.
[[nodiscard]] std::string overview_page();

}  // namespace je::tool
