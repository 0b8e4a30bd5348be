// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/batch_paths.hpp"

#include <fmt/format.h>

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

/// By its letters alone.
std::optional<base::Diagnostic> fault_of_name(const std::string& name) {
    const fs::path path{name};
    if (path.is_absolute()) return leads_out(name, "begins at the root of the file system");
    for (const fs::path& part : path) {
        if (part == "..") return leads_out(name, "goes up, out of the folder");
    }
    if (name.empty() || plain_path(name) == "." || name.back() == '/') return leads_out(name, "names no place of its own");
    return std::nullopt;
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
    auto fault = fault_of_name(name);
    return fault ? fault : fault_on_the_way(folder, name, true);
}

bool is_same_file(const std::string& one, const std::string& other) {
    std::error_code error;
    if (fs::equivalent(one, other, error)) return true;
    return fs::absolute(one, error).lexically_normal() == fs::absolute(other, error).lexically_normal();
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
