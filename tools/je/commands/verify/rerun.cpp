// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/verify/rerun.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <span>
#include <string_view>
#include <system_error>
#include <utility>

#include "exit_status.hpp"
#include "je/base/text.hpp"
#include "je/study/files.hpp"
#include "je/study/verify.hpp"

namespace je::tool {

namespace {

constexpr std::string_view as_written = "use the file as je wrote it, or make the result again with je";

/// The command that makes results of that format; null when none does.
const Command* command_for(std::string_view format) {
    const auto makes = [&](const Command* command) {
        return std::find(command->results.begin(), command->results.end(), format) != command->results.end();
    };
    const auto found = std::find_if(commands().begin(), commands().end(), makes);
    return format.empty() || found == commands().end() ? nullptr : *found;
}

std::string known_formats() {
    std::vector<std::string> names;
    for (const Command* command : commands()) {
        for (const std::string_view format : command->results) {
            if (!format.empty()) names.emplace_back(format);
        }
    }
    return base::quoted_list(names, "or");
}

/// A pipe would be waited for, a device read without end.
bool is_neither_file_nor_folder(const std::string& path) {
    std::error_code ignored;
    const auto status = std::filesystem::status(path, ignored);
    return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status) &&
           !std::filesystem::is_directory(status);
}

/// What the arguments name: files, folders, and schemes that are given as files.
std::vector<std::string> names_in(const GivenOptions& given) {
    std::vector<std::string> names = given.arguments();
    for (const std::string_view option :
         {"bands", "holidays", "level-uncertainty", "records", "scheme-path", "scheme", "weightings"}) {
        for (const std::string& value : given.values(option)) {
            if (option != "scheme" || study::is_scheme_file(value)) names.push_back(value);
        }
    }
    return names;
}

}  // namespace

void Rerun::refuse(base::Diagnostics& diagnostics, std::string id, std::string message, std::string expected,
                   std::string fix) const {
    const auto at = text_->text.rfind("\"arguments\"");
    diagnostics.error({.id = std::move(id),
                       .at = base::position_at(text_, at == std::string::npos ? 0 : at),
                       .message = std::move(message),
                       .expected = std::move(expected),
                       .fix = std::move(fix)});
}

void Rerun::refuse_usage(base::Diagnostics& diagnostics, const base::Diagnostic& why, std::string fix) const {
    refuse(diagnostics, "JE-V09", fmt::format("the arguments in this result cannot be followed: {}", why.message),
           why.expected.empty() ? "arguments that je takes" : why.expected, std::move(fix));
}

bool Rerun::read_arguments(base::Diagnostics& diagnostics) {
    const io::JsonValue* tool = stored_.find("tool");
    const io::JsonValue* list = tool == nullptr ? nullptr : tool->find("arguments");
    if (list == nullptr) {
        refuse(
            diagnostics, "JE-V06", "this result does not say how it was made, so je cannot make it again",
            "\"arguments\" under \"tool\", which older versions of je, and --audience public, leave out",
            "run the same command with this version of je, from the files that it was made from, and compare the two results");
        return false;
    }
    const bool texts = list->kind == io::JsonValue::Kind::list && !list->members.empty() &&
                       std::all_of(list->members.begin(), list->members.end(),
                                   [](const auto& member) { return member.second.as_text().has_value(); });
    if (!texts) {
        refuse(diagnostics, "JE-V07", "the arguments in this result are not a list of texts",
               "the command, then what was given to it", std::string{as_written});
        return false;
    }
    for (const auto& [name, value] : list->members) arguments_.push_back(value.word);
    return true;
}

bool Rerun::is_of_command(base::Diagnostics& diagnostics) const {
    if (arguments_.front() == command_->name) return true;
    refuse(diagnostics, "JE-V08",
           fmt::format("a result of format '{}' is not made by '{}'", study::format_of(stored_), arguments_.front()),
           fmt::format("'{}' as the first argument", command_->name), std::string{as_written});
    return false;
}

bool Rerun::check_output(base::Diagnostics& diagnostics) const {
    const auto options = command_->options();
    const auto names_output = [&](const Option& option) { return option.writes && given_.has(option.name); };
    if (std::any_of(options.begin(), options.end(), names_output)) {
        refuse(diagnostics, "JE-V10", "the arguments in this result would write to a file", "arguments without --output",
               std::string{as_written});
        return false;
    }
    if (given_.value("format") == "json") return true;
    refuse(diagnostics, "JE-V11", "the arguments in this result do not ask for JSON", "--format json among them",
           std::string{as_written});
    return false;
}

bool Rerun::check_limits(const io::Limits& asked, base::Diagnostics& diagnostics) const {
    const auto over = [&](std::string_view option, std::uint64_t wanted, std::uint64_t allowed) {
        if (!given_.has(option) || wanted <= allowed) return false;
        refuse(diagnostics, "JE-V12", fmt::format("this result was made with --{} {}", option, wanted),
               fmt::format("at most {}, what je verify is told to allow", allowed),
               fmt::format("if that is a size you would read yourself, give je verify --{} {}", option, wanted));
        return true;
    };
    const bool bytes = over("max-file-size", asked.max_file_bytes, limits_.max_file_bytes);
    const bool depth = over("max-depth", asked.max_depth, limits_.max_depth);
    const bool nodes = over("max-nodes", asked.max_nodes, limits_.max_nodes);
    const bool jobs = over("max-jobs", asked.max_jobs, limits_.max_jobs);
    return !(bytes || depth || nodes || jobs) && check_scenarios(diagnostics);
}

/// Sizes of what is read say nothing of how long drawing from it may take. A number that is none is refused where it is parsed.
bool Rerun::check_scenarios(base::Diagnostics& diagnostics) const {
    const auto text = given_.value("scenarios");
    const auto asked = text ? base::parse_whole(*text, max_scenarios_) : std::nullopt;
    if (!text || asked || text->find_first_not_of("0123456789") != std::string::npos) return true;
    refuse(diagnostics, "JE-V12", fmt::format("this result was made with --scenarios {}", *text),
           fmt::format("at most {}, what je verify is told to allow", max_scenarios_),
           fmt::format("if that is a run you would make yourself, give je verify --max-scenarios {}", *text));
    return false;
}

bool Rerun::check_names(base::Diagnostics& diagnostics) const {
    for (const std::string& name : names_in(given_)) {
        if (!is_neither_file_nor_folder(name)) continue;
        refuse(diagnostics, "JE-V13",
               fmt::format("the arguments in this result name '{}', which is neither a file nor a folder", name),
               "files and folders, which can be read again", "make the result again from files");
        return false;
    }
    return true;
}

std::optional<std::string> Rerun::name_outside() const {
    for (const std::string& name : names_in(given_)) {
        const std::filesystem::path path{name};
        if (path.is_absolute() || std::find(path.begin(), path.end(), "..") != path.end()) return name;
    }
    return std::nullopt;
}

bool Rerun::read_options(base::Diagnostics& diagnostics) {
    const auto options = command_->options();
    const std::span<const std::string> words{arguments_};
    CommonOptions common;
    try {
        given_ = parse_options(arguments_.front(), options, words.subspan(1));
        if (!check_output(diagnostics)) return false;
        common = read_common(given_, all_parts);
        audience_ = common.audience;
    } catch (const UsageError& e) {
        refuse_usage(diagnostics, e.diagnostic(), std::string{as_written});
        return false;
    }
    return check_limits(common.limits, diagnostics) && check_names(diagnostics);
}

bool Rerun::prepare(base::Diagnostics& diagnostics) {
    command_ = command_for(study::format_of(stored_));
    if (command_ == nullptr) {
        diagnostics.error({.id = "JE-V05",
                           .at = base::position_at(text_, 0),
                           .message = "this is not a result that je can make again",
                           .expected = fmt::format("a result of format {}, or a sealed log", known_formats()),
                           .fix = "give a result that je wrote with --format json"});
        return false;
    }
    return read_arguments(diagnostics) && is_of_command(diagnostics) && read_options(diagnostics);
}

std::string Rerun::run(base::Diagnostics& diagnostics) { return run({}, diagnostics); }

std::string Rerun::run_as(Format format, base::Diagnostics& diagnostics) { return run(std::vector{format}, diagnostics); }

std::string Rerun::run(std::vector<Format> formats, base::Diagnostics& diagnostics) {
    const auto captured = std::make_shared<Captured>();
    captured->formats = std::move(formats);
    captured->max_scenarios = max_scenarios_;
    captured->keeps_part = keeps_part_;
    given_.capture(captured);
    given_.share(shared_);
    try {
        static_cast<void>(prepared(*command_, given_)());  // what came of it is in the result
    } catch (const UsageError& e) {
        if (e.diagnostic().id == "JE-V12") {
            refuse(diagnostics, "JE-V12", e.diagnostic().message, e.diagnostic().expected, e.diagnostic().fix);
            return {};
        }
        refuse_usage(diagnostics, e.diagnostic(),
                     "put what the arguments name where they name it; a folder with schemes can be named in JE_SCHEME_PATH");
        return {};
    } catch (const base::OutsideError& e) {
        diagnostics.error(e.diagnostic());
        outside_ = e.diagnostic().id != "JE-X01";  // that an input is missing is what was to be found out
        return {};
    }
    if (captured->result.empty()) {
        diagnostics.append(captured->diagnostics);
        refuse(diagnostics, "JE-V16", "the command that made this result gives none now", "the result again",
               "look at the errors above: inputs have changed, or this version of je reads them otherwise");
    }
    part_ = std::move(captured->part);
    return std::move(captured->result);
}

/// What follows the command, with these readers in place of those named.
std::vector<std::string> Rerun::words_for(report::Audience readers) const {
    std::vector<std::string> words{fmt::format("--audience={}", to_text(readers))};
    const auto end = std::find(arguments_.begin(), arguments_.end(), "--");
    for (auto word = arguments_.begin() + 1; word != arguments_.end(); ++word) {
        if (word < end && word->starts_with("--audience=")) continue;
        if (word < end && *word == "--audience") {
            ++word;
        } else {
            words.push_back(*word);
        }
    }
    return words;
}

std::optional<report::ReportPart> Rerun::part_for(report::Audience readers, base::Diagnostics& diagnostics) const {
    const auto captured = std::make_shared<Captured>();
    captured->max_scenarios = max_scenarios_;
    captured->keeps_part = true;
    try {
        const auto options = command_->options();
        auto given = parse_options(command_->name, options, words_for(readers));
        given.capture(captured);
        given.share(shared_);
        static_cast<void>(prepared(*command_, given)());
    } catch (const UsageError& e) {
        diagnostics.error({.id = "JE-M05",
                           .at = base::position_at(text_, 0),
                           .message = fmt::format("'{}' cannot be shown to the readers of this report: {}", text_->name,
                                                  e.diagnostic().message),
                           .expected = "results that they may see",
                           .fix = "leave the file out of this report"});
        return std::nullopt;
    }
    if (!captured->part) diagnostics.append(captured->diagnostics);
    return std::move(captured->part);
}

}  // namespace je::tool
