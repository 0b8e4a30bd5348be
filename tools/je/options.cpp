// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>

#include "exit_status.hpp"
#include "je/base/text.hpp"

namespace je::tool {

namespace {

namespace po = boost::program_options;

[[noreturn]] void refuse_unknown(std::string_view command, std::span<const Option> options, const std::string& word) {
    if (word == "--weight" || word == "--weight-rest")
        refuse("JE-U87",
               fmt::format("je {} takes no {}: what it shows rests on the scheme itself, each point on a line of it", command,
                           word),
               "other weights with je score, je compare or je sensitivity, whose results say that they are a what-if",
               fmt::format("leave {} out, or ask one of these", word));
    std::vector<std::string> names;
    for (const Option& option : options) names.push_back("--" + option.name);
    const auto begun =
        std::find_if(names.begin(), names.end(), [&](const std::string& name) { return name.starts_with(word); });
    const auto near = begun != names.end() && word.size() > 2 ? std::optional{*begun} : base::nearest(word, names);
    refuse("JE-U03", fmt::format("je {} has no option '{}'", command, word), "an option of this command",
           near ? fmt::format("write {}", *near) : fmt::format("see je {} --help for the options it has", command));
}

[[noreturn]] void refuse_without_value(std::string_view command, const std::string& name) {
    refuse("JE-U04", fmt::format("{} needs a value", name), name + " and a value after it",
           fmt::format("give the value, or see je {} --help", command));
}

/// Splits `words` at the first `--`: what follows it is never an option.
std::size_t end_of_options(std::span<const std::string> words) {
    return static_cast<std::size_t>(std::find(words.begin(), words.end(), "--") - words.begin());
}

po::options_description described(std::span<const Option> options) {
    po::options_description description;
    for (const Option& option : options) {
        auto add = description.add_options();
        if (option.value.empty()) {
            add(option.name.c_str(), "");
        } else {
            add(option.name.c_str(), po::value<std::vector<std::string>>(), "");
        }
    }
    return description;
}

/// Program_options only splits the words here: what is unknown, repeated or missing is ours to say.
po::parsed_options split(const po::options_description& description, std::span<const std::string> words,
                         std::string_view command) {
    const int style = po::command_line_style::allow_long | po::command_line_style::long_allow_adjacent |
                      po::command_line_style::long_allow_next;
    try {
        return po::command_line_parser(std::vector<std::string>(words.begin(), words.end()))
            .options(description)
            .style(style)
            .allow_unregistered()
            .run();
    } catch (const po::error_with_option_name& e) {
        const std::string name = e.get_option_name();
        if (dynamic_cast<const po::invalid_command_line_syntax*>(&e) != nullptr &&
            dynamic_cast<const po::invalid_command_line_syntax&>(e).kind() == po::invalid_syntax::extra_parameter) {
            refuse("JE-U05", fmt::format("{} takes no value", name), name + " alone", "write " + name);
        }
        refuse_without_value(command, name);
    }
}

/// How many of the words to split at once: Program_options moves all that are left for each that it takes. What begins with a
/// dash may have its value in the next word.
std::size_t end_of_piece(std::span<const std::string> words) {
    constexpr std::size_t piece = 256;
    std::size_t end = std::min(piece, words.size());
    while (end < words.size() && words[end - 1].starts_with('-')) ++end;
    return end;
}

std::vector<po::option> split_in_pieces(std::span<const Option> options, std::span<const std::string> words,
                                        std::string_view command) {
    const auto description = described(options);
    std::vector<po::option> parts;
    while (!words.empty()) {
        const std::size_t end = end_of_piece(words);
        const auto piece = split(description, words.first(end), command);
        parts.insert(parts.end(), piece.options.begin(), piece.options.end());
        words = words.subspan(end);
    }
    return parts;
}

/// Whether the word taken for a value is one of the command's options, written with nothing before it.
bool is_option(std::span<const Option> options, const std::string& word) {
    return word.starts_with("--") && option_named(options, std::string_view{word}.substr(2, word.find('=') - 2)) != nullptr;
}

/// Whether an option says where a result goes, what is shown or written beside it, or which part of the work is done here, and
/// not what is in the result.
bool changes_no_result(std::string_view option) {
    return option == "width" || option == "draws" || option == "shard" || option == "output" || option == "quiet" ||
           option == "color" || option == "progress" || option == "threads";
}

void append(std::vector<std::string>& list, std::span<const std::string> words) {
    list.insert(list.end(), words.begin(), words.end());
}

}  // namespace

const Option* option_named(std::span<const Option> options, std::string_view name) {
    const auto found = std::find_if(options.begin(), options.end(), [&](const Option& o) { return o.name == name; });
    return found == options.end() ? nullptr : &*found;
}

bool GivenOptions::has(std::string_view name) const { return values_.find(name) != values_.end(); }

std::optional<std::string> GivenOptions::value(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() || found->second.empty() ? std::nullopt : std::optional{found->second.back()};
}

std::vector<std::string> GivenOptions::values(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::vector<std::string>{} : found->second;
}

GivenOptions parse_options(std::string_view command, std::span<const Option> options, std::span<const std::string> words) {
    const std::size_t end = end_of_options(words);
    GivenOptions given;
    given.made_by_.emplace_back(command);
    for (const auto& part : split_in_pieces(options, words.first(end), command)) {
        const std::string word = part.original_tokens.empty() ? part.string_key : part.original_tokens.front();
        if (part.position_key >= 0) {
            if (word.size() > 1 && word.front() == '-') refuse_unknown(command, options, word);
            given.arguments_.push_back(word);
            given.made_by_.push_back(word);
            continue;
        }
        const Option* option = option_named(options, part.string_key);
        if (option == nullptr) refuse_unknown(command, options, word.substr(0, word.find('=')));
        if (part.original_tokens.size() > 1 && is_option(options, part.original_tokens[1])) refuse_without_value(command, word);
        if (given.has(option->name) && !option->repeatable) {
            refuse("JE-U06", fmt::format("--{} is given twice", option->name), fmt::format("--{} once", option->name),
                   "keep the one that is meant");
        }
        append(given.values_[option->name], part.value);
        if (!changes_no_result(option->name)) append(given.made_by_, part.original_tokens);
    }
    if (end < words.size()) {
        append(given.arguments_, words.subspan(end + 1));
        append(given.made_by_, words.subspan(end));
    }
    return given;
}

}  // namespace je::tool
