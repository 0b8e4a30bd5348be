// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <exception>
#include <new>
#include <span>
#include <string>
#include <vector>

#include "command.hpp"
#include "console.hpp"
#include "je/base/text.hpp"
#include "je/version.hpp"
#include "output.hpp"
#include "pages.hpp"

namespace je::tool {

namespace {

using Words = std::span<const std::string>;

/// A standard stream that is closed would be opened again as the first file read or written. Something that fails to take its
/// place keeps the program from writing a message into a result.
void occupy_standard_streams() {
    constexpr std::array modes{O_RDONLY, O_RDONLY, O_WRONLY};  // output that is closed cannot be written to
    for (int file = 0; file < 3; ++file) {
        if (::fcntl(file, F_GETFD) == -1 && ::open("/dev/null", modes[static_cast<std::size_t>(file)]) != file) {
            std::terminate();
        }
    }
}

ExitStatus print(const std::string& text) {
    Output output{CommonOptions{}};
    output.write(text);
    output.finish();
    return ExitStatus::done;
}

[[noreturn]] void refuse_command(const std::string& word) {
    const auto names = command_names();
    auto candidates = names;
    candidates.insert(candidates.end(), {"--help", "--version"});
    const auto near = base::nearest(word, candidates);
    refuse("JE-U01", fmt::format("je has no command '{}'", word), base::quoted_list(names, "or"),
           near ? fmt::format("write je {}", *near) : "see je --help");
}

ExitStatus list_options(Words words) {
    const Command* command = words.empty() ? nullptr : command_named(words.front());
    if (command == nullptr) refuse_command(words.empty() ? "" : words.front());
    std::string text;
    for (const Option& option : command->options()) {
        text += "--" + option.name + (option.value.empty() ? "" : " " + option.value) + "\n";
    }
    return print(text + "--help\n");
}

/// Whether help is asked for, whatever else is there: before `--`, and not as the value of an option before it.
bool asks_help(Words words) {
    const auto end = std::find(words.begin(), words.end(), "--");
    return std::any_of(words.begin(), end, [](const std::string& word) { return word == "--help" || word == "-h"; });
}

ExitStatus run_command(const std::string& name, Words words) {
    const Command* command = command_named(name);
    if (command == nullptr) refuse_command(name);
    if (asks_help(words)) return print(page_as_text(page_as_markdown(name)));
    const auto options = command->options();
    return prepared(*command, parse_options(name, options, words))();
}

/// `je help`, `je help score`.
ExitStatus print_help(Words words) {
    if (words.empty()) return print(overview_page());
    if (command_named(words.front()) == nullptr) refuse_command(words.front());
    return print(page_as_text(page_as_markdown(words.front())));
}

ExitStatus run(Words words) {
    if (words.empty()) {
        refuse("JE-U02", "je needs a command", base::quoted_list(command_names(), "or"),
               "write for example: je score FILE, or see je --help");
    }
    const std::string& first = words.front();
    if (first == "--help" || first == "-h") return print(overview_page());
    if (first == "help") return print_help(words.subspan(1));
    if (first == "--version") return print(fmt::format("je {}\n", library_version()));
    if (first == "--list-options") return list_options(words.subspan(1));
    return run_command(first, words.subspan(1));
}

ExitStatus out_of_memory() {
    print_diagnostic({.id = "JE-X11",
                      .message = "there is not enough memory",
                      .expected = "memory for the input and the result",
                      .fix = "close other programs, or give fewer or smaller files at a time"});
    return ExitStatus::outside;
}

ExitStatus fault_of_ours(const std::string& what) {
    print_diagnostic({.id = "JE-X12",
                      .message = fmt::format("je itself has a fault: {}", what),
                      .expected = "a message about the input",
                      .fix = "report it, with the command and its input"});
    return ExitStatus::outside;
}

/// The one place where what was thrown becomes a message and an exit status.
ExitStatus guarded(Words words) {
    try {
        return run(words);
    } catch (const UsageError& e) {
        print_diagnostic(e.diagnostic());
        return ExitStatus::wrong_usage;
    } catch (const base::OutsideError& e) {
        print_diagnostic(e.diagnostic());
        return ExitStatus::outside;
    } catch (const std::bad_alloc&) {
        return out_of_memory();
    } catch (const std::exception& e) {
        return fault_of_ours(e.what());
    }
}

}  // namespace

}  // namespace je::tool

int main(int argc, char** argv) {
    je::tool::occupy_standard_streams();
    // A reader that goes away and a file that may not grow are errors of writing, with a message.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
    return static_cast<int>(je::tool::guarded(words));
}
