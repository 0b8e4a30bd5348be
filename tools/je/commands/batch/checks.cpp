// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/batch/checks.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>
#include <tuple>
#include <utility>

#include "commands/batch/paths.hpp"
#include "commands/commands.hpp"
#include "files_read.hpp"
#include "folders.hpp"
#include "je/base/text.hpp"
#include "je/io/file.hpp"
#include "je/io/json_value.hpp"
#include "je/study/files.hpp"
#include "output.hpp"

namespace je::tool {

namespace {

namespace fs = std::filesystem;

bool exists(const std::string& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

/// A file that a section writes, and which section: the summary counts as one after the last.
struct Written {
    const PlannedFile* file;
    std::size_t section;
    std::string by;    // "section 'score'"
    std::string path;  // from the current folder
};

std::vector<Written> all_written(const BatchPlan& plan) {
    std::vector<Written> all;
    const auto add = [&](const PlannedFile& file, std::size_t section, std::string by) {
        all.push_back({&file, section, std::move(by), place_of(plan, file)});
    };
    for (std::size_t i = 0; i < plan.sections.size(); ++i) {
        for (const PlannedFile& file : plan.sections[i].files) add(file, i, fmt::format("section '{}'", plan.sections[i].name));
    }
    for (const PlannedFile& summary : plan.summaries) add(summary, plan.sections.size(), "the summary");
    return all;
}

/// The records in a folder, at any depth, as commands find them there: paths that begin with that of the folder.
struct FolderContents {
    std::vector<std::string> files{};
    std::error_code error{};  // why it could not be looked through to its end
};
/// Names of the files that a stored result was made from; none when this is no such result, or not there.
std::vector<std::string> names_in_result(const std::string& path) {
    base::Diagnostics unsaid;
    std::vector<std::string> names;
    try {
        const auto text = io::read_file(path, path, {}, unsaid);
        const auto stored = text ? io::read_json(*text, {}, unsaid) : std::nullopt;
        const io::JsonValue* inputs = stored ? stored->find("inputs") : nullptr;
        if (inputs == nullptr) return {};
        for (const auto& [unnamed, input] : inputs->members) {
            const io::JsonValue* name = input.find("name");
            if (name != nullptr && name->as_text()) names.emplace_back(*name->as_text());
        }
    } catch (const base::OutsideError&) {
        return {};  // that it cannot be read is told of every input
    }
    return names;
}

/// A pipe or a device is not read there. What is not there (a link that leads nowhere) is told of.
bool may_be_file(const std::string& path) {
    const auto kind = files().kind_of(path);
    return kind == io::Source::Kind::nothing || kind == io::Source::Kind::file;
}

FolderContents records_in(const std::string& folder) {
    FolderContents found;
    study::BundlesWithin bundles{files(), folder + "/"};
    fs::recursive_directory_iterator entry{folder, found.error};
    while (!found.error && entry != fs::recursive_directory_iterator{}) {
        if (entry->path().filename().string().starts_with(".")) {
            entry.disable_recursion_pending();
        } else if (entry->path().extension() == ".yaml" && may_be_file(entry->path().string()) &&
                   !bundles.around(entry->path().lexically_relative(folder).generic_string())) {
            found.files.push_back(entry->path().generic_string());
        }
        entry.increment(found.error);
    }
    std::sort(found.files.begin(), found.files.end());
    return found;
}

/// Which section is the first to read a file: under its own name, in a folder that is named, or because a stored result that it
/// verifies was made from it.
class Readers {
public:
    struct Reader {
        std::size_t section = 0;
        const PlannedInput* input = nullptr;
    };
    explicit Readers(const std::vector<PlannedSection>& sections);
    /// The first section that reads this file; null when none does.
    [[nodiscard]] const Reader* first_of(const std::string& path) const;

private:
    void add(const std::vector<std::string>& names, const Reader& reader);
    void add_what_it_was_made_from(const PlannedSection& section, const Reader& reader);
    [[nodiscard]] const std::vector<std::string>& all_known_by(const std::string& path, bool searched);

    std::map<std::pair<std::string, bool>, std::vector<std::string>> known_;  // by path, what is in a folder included
    std::map<std::string, Reader> first_;                                     // by what a file is known by
};

Readers::Readers(const std::vector<PlannedSection>& sections) {
    for (std::size_t i = 0; i < sections.size(); ++i) {
        for (const PlannedInput& input : sections[i].inputs) {
            add(all_known_by(path_of(input, sections[i]), input.searched), {i, &input});
            if (sections[i].command == &verify_command) add_what_it_was_made_from(sections[i], {i, &input});
        }
    }
}

void Readers::add(const std::vector<std::string>& names, const Reader& reader) {
    for (const std::string& name : names) first_.emplace(name, reader);
}

void Readers::add_what_it_was_made_from(const PlannedSection& section, const Reader& reader) {
    const auto option = std::find(section.words.begin(), section.words.end(), "--in");
    const fs::path folder{option == section.words.end() || std::next(option) == section.words.end() ? "" : *std::next(option)};
    for (const std::string& name : names_in_result(reader.input->name)) add(known_by((folder / name).string()), reader);
}

const std::vector<std::string>& Readers::all_known_by(const std::string& path, bool searched) {
    const auto [entry, is_new] = known_.try_emplace({path, searched});
    if (!is_new) return entry->second;
    entry->second = known_by(path);
    std::error_code ignored;
    if (!searched || !fs::is_directory(path, ignored)) return entry->second;
    for (const std::string& file : records_in(path).files) {
        const auto names = known_by(file);
        entry->second.insert(entry->second.end(), names.begin(), names.end());
    }
    return entry->second;
}

const Readers::Reader* Readers::first_of(const std::string& path) const {
    const Reader* first = nullptr;
    for (const std::string& name : known_by(path)) {
        const auto found = first_.find(name);
        if (found != first_.end() && (first == nullptr || found->second.section < first->section)) first = &found->second;
    }
    return first;
}

class OutputCheck {
public:
    OutputCheck(const BatchPlan& plan, const std::string& run_file, base::Diagnostics& diagnostics)
        : plan_{plan}, run_file_{known_by(run_file)}, diagnostics_{diagnostics}, written_{all_written(plan)} {}

    void check() {
        for (const Written& one : written_) {
            auto fault = fault_of_file(plan_.folder, one.file->name);
            if (fault) {
                fault->at = one.file->at;
                if (told_.insert(fault->id + fault->at.to_string()).second) diagnostics_.error(*std::move(fault));
                continue;
            }
            check_twice(one);
            check_inputs_of(one);
        }
    }

private:
    void check_twice(const Written& one) {
        const auto known = by_path_.emplace(one.path, &one);
        const Written* other = known.second ? nullptr : known.first->second;
        std::string what = "also writes";
        for (fs::path above = fs::path{one.path}.parent_path();
             other == nullptr && !above.empty() && above != above.parent_path(); above = above.parent_path()) {
            folders_.emplace(above.generic_string(), &one);
            const auto found = by_path_.find(above.generic_string());
            if (found == by_path_.end()) continue;
            other = found->second;
            what = "writes a file where this needs a folder:";
        }
        if (const auto found = folders_.find(one.path); other == nullptr && found != folders_.end()) {
            other = found->second;
            what = "needs a folder where this is a file:";
        }
        if (other == nullptr) return;
        diagnostics_.error({.id = "JE-N15",
                            .at = one.file->at,
                            .message = fmt::format("{} would write '{}', and {} (line {}) {} '{}'", one.by, one.file->name,
                                                   other->by, other->file->at.line, what, other->file->name),
                            .expected = "files of their own for each section and format",
                            .fix = "give one of the two another output"});
    }

    /// JSON and bundles alone are read by commands, so that a later section may be meant to read them. Whatever else a section
    /// reads was there before the run.
    void check_inputs_of(const Written& one) {
        const auto names = known_by(one.path);
        const bool is_run_file = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
            return std::find(run_file_.begin(), run_file_.end(), name) != run_file_.end();
        });
        if (is_run_file) return refuse_input(one, "the run file itself");
        const Readers::Reader* reader = readers_.first_of(one.path);
        const bool is_for_commands = one.path.ends_with(".json") || is_archive_name(one.path);
        if (reader == nullptr || (reader->section > one.section && is_for_commands)) return;
        refuse_input(
            one, fmt::format("read by section '{}' (line {})", plan_.sections[reader->section].name, reader->input->at.line));
    }

    void refuse_input(const Written& one, const std::string& what) {
        diagnostics_.error(
            {.id = "JE-N16",
             .at = one.file->at,
             .message = fmt::format("{} would write over '{}', which is {}", one.by, one.path, what),
             .expected = "results beside the inputs, which are never written to; JSON and bundles alone may be read by a later "
                         "section",
             .fix = "give the section another output"});
    }

    const BatchPlan& plan_;
    std::vector<std::string> run_file_;  // what it is known by
    base::Diagnostics& diagnostics_;
    std::vector<Written> written_;
    std::set<std::string> told_;  // faults of names with their places: a section has a file for each format
    std::map<std::string, const Written*> by_path_;
    std::map<std::string, const Written*> folders_;  // that they need
    Readers readers_{plan_.sections};
};

base::Diagnostic not_there(const PlannedInput& input, const PlannedSection& section) {
    if (!input.may_be_name || study::is_scheme_file(input.name)) {
        return {.id = "JE-N17",
                .at = input.at,
                .message = fmt::format("'{}' does not exist", input.name),
                .expected = "a file or folder, by its name from the folder that holds the run file",
                .fix = "look at the spelling; a list has commas between its names"};
    }
    const auto names = study::scheme_names(files(), scheme_folders(section.scheme_path));
    const auto near = base::nearest(input.name, names);
    return {.id = "JE-N17",
            .at = input.at,
            .message = fmt::format("there is no scheme '{}'", input.name),
            .expected = names.empty() ? "the name of a scheme, or a file" : "a file, or one of " + base::quoted_list(names),
            .fix = near ? fmt::format("write {}", *near)
                        : "write one of these names, a file such as ./scheme.yaml, or add scheme-path"};
}

/// A result of this run that is read by a later section, when --output puts it elsewhere: what lies under the name is not it.
base::Diagnostic is_elsewhere(const PlannedInput& input) {
    return {.id = "JE-N17",
            .at = input.at,
            .message = fmt::format("'{}' is written by this run, but --output puts it elsewhere", input.name),
            .expected = "results that are read again in the folder that the run file names",
            .fix = "leave --output out, or choose the other sections with --section"};
}

bool is_there(const PlannedInput& input, const PlannedSection& section) {
    if (!input.may_be_name || study::is_scheme_file(input.name)) return exists(input.name);
    return study::find_scheme(files(), input.name, scheme_folders(section.scheme_path)).has_value();
}

std::optional<base::Diagnostic> unreadable(const std::string& path, const std::error_code& error) {
    return base::Diagnostic{.id = "JE-N25",
                            .message = fmt::format("'{}' cannot be read: {}", path, error.message()),
                            .expected = "files and folders that may be read",
                            .fix = "ask its owner for the right to read it, or name a copy that you may read"};
}

/// What is wrong with reading what is there: rights, a folder in place of a file, and what is neither, which would be waited
/// for.
std::optional<base::Diagnostic> fault_of_reading(const std::string& path, const PlannedInput& input) {
    std::error_code ignored;
    const bool folder = fs::is_directory(path, ignored);
    if (!folder && !fs::is_regular_file(path, ignored))
        return base::Diagnostic{.id = "JE-N25",
                                .message = fmt::format("'{}' is neither a file nor a folder", path),
                                .expected = "files and folders, which can be read again",
                                .fix = "keep what it gives in a file, and name that"};
    if (folder && input.file_alone)
        return base::Diagnostic{.id = "JE-N25",
                                .message = fmt::format("'{}' is a folder", path),
                                .expected = "a file",
                                .fix = "name the file within the folder that is meant"};
    if (::access(path.c_str(), folder ? R_OK | X_OK : R_OK) != 0) return unreadable(path, {errno, std::generic_category()});
    if (!folder || !input.searched) return std::nullopt;
    const auto contents = records_in(path);
    if (contents.error) return unreadable(path, contents.error);
    if (!input.all_read) return std::nullopt;  // one that cannot be read is passed over
    for (const std::string& file : contents.files) {
        if (::access(file.c_str(), R_OK) != 0) return unreadable(file, {errno, std::generic_category()});
    }
    return std::nullopt;
}

class InputCheck {
public:
    InputCheck(const BatchPlan& plan, bool sound, base::Diagnostics& diagnostics)
        : plan_{plan}, sound_{sound}, diagnostics_{diagnostics} {}

    void check() {
        for (const PlannedSection& section : plan_.sections) {
            for (const PlannedInput& input : section.inputs) check(input, section);
            for (const PlannedFile& file : section.files) note(file);
        }
    }

private:
    void check(const PlannedInput& input, const PlannedSection& section) {
        if (put_elsewhere_.contains(plain_path(input.name))) {
            diagnostics_.error(is_elsewhere(input));
        } else if (is_there(input, section)) {
            check_reading(input, path_of(input, section));
        } else if (!is_written(input)) {
            diagnostics_.error(not_there(input, section));
        }
    }

    void check_reading(const PlannedInput& input, const std::string& path) {
        const auto [entry, is_new] = faults_.try_emplace({path, input.file_alone, input.searched, input.all_read});
        if (is_new) entry->second = fault_of_reading(path, input);
        if (!entry->second || !told_.insert({path, input.at.line}).second) return;
        auto fault = *entry->second;
        fault.at = input.at;
        diagnostics_.error(std::move(fault));
    }

    bool is_written(const PlannedInput& input) const {
        if (!sound_ && plain_path(input.name).starts_with(plan_.folder + "/")) return true;
        return written_.contains(known_by(input.name).front());
    }

    void note(const PlannedFile& file) {
        written_.insert(known_by((fs::path{plan_.folder} / file.name).generic_string()).front());
        if (plan_.folder != plan_.own_folder) put_elsewhere_.insert(plain_path(plan_.own_folder + "/" + file.name));
    }

    const BatchPlan& plan_;
    bool sound_;
    base::Diagnostics& diagnostics_;
    std::set<std::string> written_;        // by the sections so far
    std::set<std::string> put_elsewhere_;  // where the run file alone would have them
    std::map<std::tuple<std::string, bool, bool, bool>, std::optional<base::Diagnostic>> faults_;  // of reading what is there
    std::set<std::pair<std::string, std::uint32_t>> told_;
};

}  // namespace

std::string path_of(const PlannedInput& input, const PlannedSection& section) {
    if (!input.may_be_name || study::is_scheme_file(input.name)) return input.name;
    return study::find_scheme(files(), input.name, scheme_folders(section.scheme_path)).value_or(input.name);
}

void check_outputs(const BatchPlan& plan, const std::string& run_file, base::Diagnostics& diagnostics) {
    OutputCheck{plan, run_file, diagnostics}.check();
}

void check_places(const BatchPlan& plan, base::Diagnostics& diagnostics) {
    std::set<std::string> folders;
    std::set<std::string> told;  // of several folders that are to be made in one, that one is told once
    for (const Written& one : all_written(plan)) {
        const std::string folder = fs::path{one.path}.parent_path().generic_string();
        auto fault = folders.insert(folder).second ? fault_of_writing_in(folder) : std::nullopt;
        if (!fault || !told.insert(fault->message).second) continue;
        fault->at = one.file->at;
        diagnostics.error(*std::move(fault));
    }
}

void check_inputs(const BatchPlan& plan, bool sound, base::Diagnostics& diagnostics) {
    InputCheck{plan, sound, diagnostics}.check();
}

}  // namespace je::tool
