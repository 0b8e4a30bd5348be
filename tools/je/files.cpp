// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "inputs.hpp"
#include "je/base/text.hpp"
#include "je/io/encoding.hpp"
#include "output.hpp"
#include "schemes_path.hpp"

namespace je::tool {

namespace {

namespace fs = std::filesystem;

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

[[noreturn]] void fail(const std::string& name, const std::error_code& error) {
    const bool missing = error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
    throw base::OutsideError{{.id = missing ? "JE-X01" : "JE-X04",
                              .message = missing ? fmt::format("'{}' does not exist", name)
                                                 : fmt::format("'{}' cannot be opened: {}", name, error.message()),
                              .expected = "a file that can be read, or a folder",
                              .fix = missing ? "look at the spelling, and at the folder the command runs in"
                                             : "mend what the system reports, then run the command again"}};
}

/// The first bytes of a file. Pipes are left alone.
std::string beginning_of(const std::string& path) {
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) return {};
    std::string begin(4096, '\0');
    std::ifstream file{path, std::ios::binary};
    file.read(begin.data(), static_cast<std::streamsize>(begin.size()));
    begin.resize(static_cast<std::size_t>(file.gcount()));
    return begin;
}

/// Whether a line near the beginning says a format, as in all our YAML files; in whatever encoding.
bool begins_as_yaml(const std::string& path) {
    std::string begin = beginning_of(path);
    std::erase(begin, '\0');  // of UTF-16
    const auto format = begin.find("format:");
    return format != std::string::npos && (format <= 3 || begin[format - 1] == '\n');  // at most a mark before it
}

bool is_hidden(const fs::path& path) {
    const std::string name = path.filename().string();
    return !name.empty() && name.front() == '.';
}

/// Paths of *.yaml below a folder, relative to it, sorted. Links to folders are not followed.
std::vector<std::string> yaml_below(const std::string& folder) {
    std::vector<std::string> found;
    std::error_code error;
    fs::recursive_directory_iterator entry{folder, error};
    while (!error && entry != fs::recursive_directory_iterator{}) {
        if (is_hidden(entry->path())) {
            entry.disable_recursion_pending();
        } else if (entry->path().extension() == ".yaml" && may_be_file(*entry)) {
            found.push_back(entry->path().lexically_relative(folder).generic_string());
        }
        entry.increment(error);
    }
    if (error) fail(folder, error);
    std::sort(found.begin(), found.end());
    return found;
}

void add_folder(std::vector<FoundFile>& files, const std::string& folder, base::Diagnostics& diagnostics) {
    const auto found = yaml_below(folder);
    if (found.empty()) {
        diagnostics.error({.id = "JE-U16",
                           .message = fmt::format("there is no *.yaml file in the folder '{}'", folder),
                           .expected = "a folder with files that end in .yaml, at any depth",
                           .fix = "name another folder, or name CSV files one by one"});
    }
    for (const std::string& path : found) {
        const std::string name = folder == "." || folder == "./" ? path
                                 : ends_with(folder, "/")        ? folder + path
                                                                 : folder + "/" + path;
        files.push_back({name, name, false});
    }
}

}  // namespace

bool may_be_file(const fs::directory_entry& entry) {
    std::error_code ignored;
    const auto status = entry.status(ignored);
    return !fs::exists(status) || fs::is_regular_file(status);
}

bool FoundFile::is_csv() const {
    std::string end = fs::path{path}.extension().string();
    std::transform(end.begin(), end.end(), end.begin(), base::ascii_lower);
    if (end == ".csv" || end == ".tsv") return true;
    if (end == ".txt") return !begins_as_yaml(path);
    const bool of_a_workbook = end == ".xls" || end == ".xlsx" || end == ".ods";  // which some programs give to text
    return of_a_workbook && !is_document() && !begins_as_yaml(path);
}

bool FoundFile::is_document() const { return io::is_document(beginning_of(path)); }

std::vector<FoundFile> find_files(std::span<const std::string> arguments, base::Diagnostics& diagnostics) {
    std::vector<FoundFile> files;
    for (const std::string& argument : arguments) {
        std::error_code error;
        const auto status = fs::status(argument, error);
        if (!fs::exists(status)) fail(argument, error ? error : std::make_error_code(std::errc::no_such_file_or_directory));
        if (fs::is_directory(status)) {
            add_folder(files, argument, diagnostics);
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

void protect_inputs(const CommonOptions& options, std::span<const FoundFile> files, std::string_view option) {
    std::vector<std::string> paths;
    for (const FoundFile& file : files) paths.push_back(file.path);
    if (options.bands) paths.push_back(*options.bands);
    if (options.scheme) {
        const auto found = is_scheme_file(*options.scheme) ? options.scheme
                                                           : find_scheme(*options.scheme, scheme_folders(options.scheme_path));
        if (found) paths.push_back(*found);
    }
    refuse_to_overwrite(options.output, paths, option);
}

}  // namespace je::tool
