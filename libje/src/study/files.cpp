// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "je/base/text.hpp"
#include "je/io/file.hpp"
#include "je/study/bundle.hpp"

namespace je::study {

namespace {

namespace fs = std::filesystem;

using Kind = io::Source::Kind;

/// Whether a line near the beginning says a format, as in all our YAML files; in whatever encoding.
bool begins_as_yaml(const io::Source& source, const std::string& path) {
    std::string begin = source.beginning_of(path);
    std::erase(begin, '\0');  // of UTF-16
    const auto format = begin.find("format:");
    return format != std::string::npos && (format <= 3 || begin[format - 1] == '\n');  // at most a mark before it
}

/// A note of something in a folder that is passed over; once, however often the folder is looked through.
void note_once(base::Diagnostics& diagnostics, base::Diagnostic note) {
    const auto& all = diagnostics.all();
    const auto same = [&](const base::Diagnostic& d) { return d.id == note.id && d.message == note.message; };
    if (std::none_of(all.begin(), all.end(), same)) diagnostics.note(std::move(note));
}

base::Diagnostic in_bundle(const std::string& bundle) {
    return {.id = "JE-M23",
            .message = fmt::format("the folder '{}' is a bundle of je, and what is in it is passed over", bundle),
            .fix = "name it, or a file in it, where it is meant"};
}

base::Diagnostic no_ordinary_file(const std::string& name) {
    return {.id = "JE-U99",
            .message =
                fmt::format("'{}' is a pipe or a device, and is passed over: of a folder only ordinary files are read", name),
            .fix = "name it by itself where it is meant; je then waits for what it gives"};
}

void add_folder(const io::Source& source, std::vector<FoundFile>& files, const std::string& folder,
                base::Diagnostics& diagnostics) {
    const std::string lead = folder == "." || folder == "./" ? std::string{} : folder.ends_with("/") ? folder : folder + "/";
    BundlesWithin bundles{source, lead};
    bool any = false;
    for (const std::string& path : source.yaml_in(folder, true)) {
        const std::string name = lead + path;
        if (const auto bundle = bundles.around(path)) {
            note_once(diagnostics, in_bundle(lead + *bundle));
        } else if (source.kind_of(name) == Kind::other) {
            note_once(diagnostics, no_ordinary_file(name));
        } else {
            files.push_back({name, name, false});
            any = true;
        }
    }
    if (any) return;
    diagnostics.error({.id = "JE-U16",
                       .message = fmt::format("there is no *.yaml file in the folder '{}'", folder),
                       .expected = "a folder with files that end in .yaml, at any depth",
                       .fix = "name another folder, or name CSV files one by one"});
}

/// What has the name of a scheme's file in the first folder where it is of such a kind.
template <class IsKind>
std::optional<std::string> first_under(const io::Source& source, std::string_view name, std::span<const std::string> folders,
                                       IsKind&& is_kind) {
    if (name.find('/') != std::string_view::npos) return std::nullopt;
    for (const std::string& folder : folders) {
        std::string path = (fs::path{folder} / (std::string{name} + ".yaml")).string();
        if (is_kind(source.kind_of(path))) return path;
    }
    return std::nullopt;
}

}  // namespace

const std::optional<std::string>& BundlesWithin::around(const std::string& path) {
    static const std::optional<std::string> none;
    const auto end = path.find_last_of('/');
    if (end == std::string::npos) return none;
    const std::string folder = path.substr(0, end);
    const auto known = bundles_.find(folder);
    if (known != bundles_.end()) return known->second;
    std::optional<std::string> bundle = around(folder);
    const auto holds = [&](std::string_view name) {
        return source_->kind_of(fmt::format("{}{}/{}", lead_, folder, name)) == Kind::file;
    };
    if (!bundle && holds(list_of_bundle) && holds(std::string{report_of_bundle} + ".json")) bundle = folder;
    return bundles_.emplace(folder, std::move(bundle)).first->second;
}

bool is_csv(const io::Source& source, const std::string& path) {
    std::string end = fs::path{path}.extension().string();
    std::transform(end.begin(), end.end(), end.begin(), base::ascii_lower);
    if (end == ".csv" || end == ".tsv") return true;
    if (end == ".txt") return !begins_as_yaml(source, path);
    const bool of_a_workbook = end == ".xls" || end == ".xlsx" || end == ".ods";  // which some programs give to text
    return of_a_workbook && !is_document(source, path) && !begins_as_yaml(source, path);
}

bool is_document(const io::Source& source, const std::string& path) { return io::is_document(source.beginning_of(path)); }

std::vector<FoundFile> find_files(const io::Source& source, std::span<const std::string> arguments,
                                  base::Diagnostics& diagnostics, std::span<const std::string> scheme_folders) {
    std::vector<FoundFile> files;
    for (const std::string& argument : arguments) {
        const bool is_file = is_scheme_file(argument) || source.kind_of(argument) != Kind::nothing;
        const auto scheme = is_file ? std::nullopt : find_scheme(source, argument, scheme_folders);
        if (scheme) {
            files.push_back({.path = *scheme, .name = argument + ".yaml", .by_name = true});
        } else if (source.look_at(argument) == Kind::folder) {
            add_folder(source, files, argument, diagnostics);
        } else {
            files.push_back({argument, argument, true});
        }
    }
    return files;
}

bool looks_like(std::string_view text, std::string_view format) {
    std::size_t at = text.substr(0, 7) == "format:" ? 0 : text.find("\nformat:");
    if (at == std::string_view::npos) {
        at = 0;  // no block key of that name: a flow mapping, or a quoted key, near the beginning
        return text.substr(0, 4096).find(format) != std::string_view::npos;
    }
    const std::size_t begin = text.find(':', at) + 1;
    const std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
    return line.find(format) != std::string_view::npos;
}

bool is_scheme_file(std::string_view text) {
    return text.find('/') != std::string_view::npos || text.ends_with(".yaml") || text.ends_with(".yml");
}

std::optional<std::string> find_scheme(const io::Source& source, std::string_view name, std::span<const std::string> folders) {
    if (name.empty() || name.front() == '.') return std::nullopt;
    return first_under(source, name, folders, [](Kind kind) { return kind == Kind::file; });
}

std::optional<std::string> passed_over(const io::Source& source, std::string_view name, std::span<const std::string> folders) {
    return first_under(source, name, folders, [](Kind kind) { return kind == Kind::folder || kind == Kind::other; });
}

std::vector<std::string> scheme_names(const io::Source& source, std::span<const std::string> folders) {
    std::vector<std::string> names;
    for (const std::string& folder : folders) {
        for (const std::string& file : source.yaml_in(folder, false))
            if (source.kind_of((fs::path{folder} / file).string()) != Kind::other)
                names.push_back(fs::path{file}.stem().string());
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

}  // namespace je::study
