// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/batch_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>

#include "commands/batch_paths.hpp"
#include "je/base/text.hpp"
#include "schemes_path.hpp"

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
        all.push_back({&file, section, std::move(by), (fs::path{plan.folder} / file.name).lexically_normal().generic_string()});
    };
    for (std::size_t i = 0; i < plan.sections.size(); ++i) {
        for (const PlannedFile& file : plan.sections[i].files) add(file, i, fmt::format("section '{}'", plan.sections[i].name));
    }
    if (plan.summary) add(*plan.summary, plan.sections.size(), "the summary");
    return all;
}

class OutputCheck {
public:
    OutputCheck(const BatchPlan& plan, const std::string& run_file, base::Diagnostics& said)
        : plan_{plan}, run_file_{run_file}, said_{said}, written_{all_written(plan)} {}

    void check() {
        for (const Written& one : written_) {
            auto fault = fault_of_file(plan_.folder, one.file->name);
            if (fault) {
                fault->at = one.file->at;
                said_.error(*std::move(fault));
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
            const auto found = by_path_.find(above.generic_string());
            if (found == by_path_.end()) continue;
            other = found->second;
            what = "writes a file where this needs a folder:";
        }
        if (other == nullptr) return;
        said_.error({.id = "JE-N15",
                     .at = one.file->at,
                     .message = fmt::format("{} would write '{}', and {} (line {}) {} '{}'", one.by, one.file->name, other->by,
                                            other->file->at.line, what, other->file->name),
                     .expected = "files of their own for each section and format",
                     .fix = "give one of the two another output"});
    }

    void check_inputs_of(const Written& one) {
        if (is_same_file(one.path, run_file_)) return refuse_input(one, "the run file itself");
        for (std::size_t i = 0; i < plan_.sections.size(); ++i) {
            if (i > one.section) continue;  // it reads what has been written by then
            for (const PlannedInput& input : plan_.sections[i].inputs) {
                if (!is_same_file(one.path, path_of(input, plan_.sections[i]))) continue;
                return refuse_input(one, fmt::format("read by section '{}' (line {})", plan_.sections[i].name, input.at.line));
            }
        }
    }

    static std::string path_of(const PlannedInput& input, const PlannedSection& section) {
        if (!input.may_be_name || is_scheme_file(input.name)) return input.name;
        return find_scheme(input.name, scheme_folders(section.scheme_path)).value_or(input.name);
    }

    void refuse_input(const Written& one, const std::string& what) {
        said_.error({.id = "JE-N16",
                     .at = one.file->at,
                     .message = fmt::format("{} would write over '{}', which is {}", one.by, one.path, what),
                     .expected = "results beside the inputs, which are never written to",
                     .fix = "give the section another output"});
    }

    const BatchPlan& plan_;
    const std::string& run_file_;
    base::Diagnostics& said_;
    std::vector<Written> written_;
    std::map<std::string, const Written*> by_path_;
};

base::Diagnostic not_there(const PlannedInput& input, const PlannedSection& section) {
    if (!input.may_be_name || is_scheme_file(input.name)) {
        return {.id = "JE-N17",
                .at = input.at,
                .message = fmt::format("'{}' does not exist", input.name),
                .expected = "a file or folder, by its name from the folder that holds the run file",
                .fix = "look at the spelling; a list has commas between its names"};
    }
    const auto names = scheme_names(scheme_folders(section.scheme_path));
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
    if (!input.may_be_name || is_scheme_file(input.name)) return exists(input.name);
    return find_scheme(input.name, scheme_folders(section.scheme_path)).has_value();
}

}  // namespace

void check_outputs(const BatchPlan& plan, const std::string& run_file, base::Diagnostics& said) {
    OutputCheck{plan, run_file, said}.check();
}

void check_inputs(const BatchPlan& plan, bool sound, base::Diagnostics& said) {
    std::vector<std::string> written;
    const auto is_written = [&](const PlannedInput& input) {
        if (!sound && plain_path(input.name).starts_with(plan.folder + "/")) return true;
        return std::any_of(written.begin(), written.end(),
                           [&](const std::string& path) { return is_same_file(path, input.name); });
    };
    std::vector<std::string> put_elsewhere;  // where the run file alone would have them
    for (const PlannedSection& section : plan.sections) {
        for (const PlannedInput& input : section.inputs) {
            const std::string path = plain_path(input.name);
            if (std::find(put_elsewhere.begin(), put_elsewhere.end(), path) != put_elsewhere.end()) {
                said.error(is_elsewhere(input));
                continue;
            }
            if (!is_there(input, section) && !is_written(input)) said.error(not_there(input, section));
        }
        for (const PlannedFile& file : section.files) {
            written.push_back((fs::path{plan.folder} / file.name).lexically_normal().generic_string());
            if (plan.folder != plan.own_folder) put_elsewhere.push_back(plain_path(plan.own_folder + "/" + file.name));
        }
    }
}

}  // namespace je::tool
