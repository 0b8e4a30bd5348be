// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/batch/paths.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

namespace je::tool {

namespace {

namespace fs = std::filesystem;

base::Diagnostic leads_out(const std::string& name, std::string_view how) {
    return {
        .id = "JE-N14",
        .message = fmt::format("'{}' {}", name, how),
        .expected = "a name within the run's own output folder: relative, without '..', and through no link",
        .fix =
            "write a plain name, such as results or nhs/score; to have the results elsewhere, give je batch --output FOLDER"};
}

base::Diagnostic in_the_way(const std::string& path, std::string_view what) {
    return {.id = "JE-N20",
            .message = fmt::format("'{}' is there, and is {}", path, what),
            .expected = "nothing in the way of the results",
            .fix = "move it away, or give another output"};
}

constexpr std::size_t longest_part = 255;  // of a path, in bytes, on the file systems in use
constexpr std::size_t added_to_part = 7;   // while a file is written, it has a name that is longer by so much

std::optional<base::Diagnostic> too_long(const std::string& name, std::size_t longest = longest_part) {
    for (const fs::path& part : fs::path{name}) {
        const std::size_t length = part.string().size();
        if (length <= longest) continue;
        return base::Diagnostic{.id = "JE-N23",
                                .message = fmt::format("'{}...' is a name of {} bytes", part.string().substr(0, 40), length),
                                .expected = fmt::format("at most {} bytes, which is what file systems take", longest),
                                .fix = "give a shorter output"};
    }
    return std::nullopt;
}

/// By its letters alone.
std::optional<base::Diagnostic> fault_of_name(const std::string& name) {
    const fs::path path{name};
    if (path.is_absolute()) return leads_out(name, "begins at the root of the file system");
    for (const fs::path& part : path) {
        if (part == "..") return leads_out(name, "goes up, out of the folder");
    }
    if (name.empty() || plain_path(name) == "." || name.back() == '/') return leads_out(name, "names no place of its own");
    return too_long(name);
}

bool is_hidden(const fs::path& name) {
    return std::any_of(name.begin(), name.end(),
                       [](const fs::path& part) { return part != "." && part.string().starts_with("."); });
}

/// What lies on the way down from `base`: no link, and folders all but the last.
std::optional<base::Diagnostic> fault_on_the_way(const fs::path& base, const std::string& name, bool file) {
    fs::path at = base;
    const fs::path below = fs::path{name}.lexically_normal();
    for (auto part = below.begin(); part != below.end(); ++part) {
        at /= *part;
        std::error_code ignored;
        const auto status = fs::symlink_status(at, ignored);
        const bool last = std::next(part) == below.end();
        if (fs::is_symlink(status)) return leads_out(at.string(), "is a link, which may lead anywhere");
        if (!fs::exists(status)) return std::nullopt;
        if (last && file && !fs::is_regular_file(status)) return in_the_way(at.string(), "no plain file");
        if (!(last && file) && !fs::is_directory(status)) return in_the_way(at.string(), "no folder");
    }
    return std::nullopt;
}

}  // namespace

std::string plain_path(const std::string& path) { return fs::path{path}.lexically_normal().generic_string(); }

std::optional<base::Diagnostic> fault_of_folder(const std::string& folder) {
    auto fault = fault_of_name(folder);
    return fault ? fault : fault_on_the_way({}, folder, false);
}

std::optional<base::Diagnostic> fault_of_file(const std::string& folder, const std::string& name) {
    if (auto fault = fault_of_name(name)) return fault;
    if (is_hidden(name)) return leads_out(name, "begins a name with a dot, which hides it");
    if (auto fault = too_long(fs::path{name}.filename().string(), longest_part - added_to_part)) return fault;
    return fault_on_the_way(folder, name, true);
}

std::optional<base::Diagnostic> fault_of_given_folder(const std::string& folder) {
    if (auto fault = too_long(folder)) return fault;
    fs::path at;
    for (const fs::path& part : fs::path{folder}) {
        at /= part;
        std::error_code ignored;
        const auto status = fs::status(at, ignored);
        const bool leads_nowhere = !fs::exists(status) && fs::is_symlink(fs::symlink_status(at, ignored));
        if (leads_nowhere) return in_the_way(at.string(), "a link that leads nowhere");
        if (!fs::exists(status)) break;
        if (!fs::is_directory(status)) return in_the_way(at.string(), "no folder");
    }
    return fault_of_writing_in(folder);
}

std::optional<base::Diagnostic> fault_of_writing_in(const std::string& path) {
    std::error_code ignored;
    fs::path at{path};
    while (!at.empty() && !fs::exists(at, ignored)) {
        if (at == at.parent_path()) break;
        at = at.parent_path();
    }
    const std::string there = at.empty() ? "." : at.string();
    if (!fs::is_directory(there, ignored) || ::access(there.c_str(), W_OK | X_OK) == 0) return std::nullopt;
    const std::string why = std::generic_category().message(errno);
    return base::Diagnostic{
        .id = "JE-N24",
        .message = fmt::format("nothing can be written in the folder '{}': {}", there, why),
        .expected = "a folder that may be written to",
        .fix = "ask for the right to write there, or have the results elsewhere with je batch --output FOLDER"};
}

std::vector<std::string> known_by(const std::string& path) {
    std::error_code ignored;
    std::vector<std::string> names{fs::absolute(path, ignored).lexically_normal().generic_string()};
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0) names.push_back(fmt::format("{}:{}", status.st_dev, status.st_ino));
    return names;
}

void make_folder_of(const std::string& file) {
    std::error_code error;
    fs::create_directories(fs::path{file}.parent_path(), error);
    if (!error) return;
    throw base::OutsideError{{.id = "JE-X10",
                              .message = fmt::format("the folder of '{}' cannot be made: {}", file, error.message()),
                              .expected = "a place that may be written to",
                              .fix = "give je batch --output FOLDER with a folder that may be written to"}};
}

}  // namespace je::tool
