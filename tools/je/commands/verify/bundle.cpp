// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/verify/bundle.hpp"

#include <fmt/format.h>
#include <stdlib.h>  // mkdtemp

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "files_read.hpp"
#include "je/base/text.hpp"
#include "output.hpp"

namespace je::tool {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 10'000;
constexpr auto& reports = study::reports_of_bundle;

base::Diagnostic no_file(const std::string& name, const std::string& bundle) {
    return {.id = "JE-M13",
            .message = fmt::format("'{}' in '{}' is no ordinary file", base::with_hidden_shown(name), bundle),
            .expected = "ordinary files and folders, as je bundle writes them",
            .fix = "ask for the bundle again: a link or a pipe may lead anywhere"};
}

base::Diagnostic no_archive(const std::string& path) {
    return {.id = "JE-M12",
            .message = fmt::format("'{}' is no ZIP archive, though its name ends as if it were one", path),
            .expected = "a bundle as je wrote it",
            .fix = "ask for the bundle again; a stored result or a sealed log needs a name that does not end in .zip"};
}

base::Diagnostic too_much(const std::string& bundle) {
    return {.id = "JE-M14",
            .message = fmt::format("'{}' holds more than may be read", bundle),
            .expected = fmt::format("at most {} files, and together no more bytes than --max-file-size allows", most_files),
            .fix = "if you trust who made it and it may be that large, give --max-file-size"};
}

}  // namespace

OpenBundle::~OpenBundle() {
    std::error_code ignored;
    if (is_ours_) fs::remove_all(folder_, ignored);
}

bool OpenBundle::open(const std::string& path, const io::Limits& limits, base::Diagnostics& diagnostics) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
        const auto holds = [&](std::string_view name) { return fs::exists(fs::path{path} / name, ignored); };
        if (!holds(study::list_of_bundle) && !std::any_of(reports.begin(), reports.end(), holds)) return false;
        folder_ = path;
        read_folder(path, limits, diagnostics);
        return true;
    }
    if (!is_archive_name(path) || !fs::is_regular_file(path, ignored)) return false;
    if (!study::is_zip(tool::files().beginning_of(path))) {
        diagnostics.error(no_archive(path));
        return true;
    }
    const auto archive = tool::files().read(path, path, limits, diagnostics, io::Readable::files);
    if (archive) files_ = study::unzipped(*archive, limits, diagnostics);
    if (files_) unpack();
    return true;
}

void OpenBundle::read_folder(const std::string& path, const io::Limits& limits, base::Diagnostics& diagnostics) {
    study::BundleFiles files;
    io::Limits left = limits;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator{path}) {
        if (!entry.is_symlink() && entry.is_directory()) continue;
        const std::string name = entry.path().lexically_relative(path).generic_string();
        if (entry.is_symlink() || !entry.is_regular_file()) return diagnostics.error(no_file(name, path));
        if (files.size() == most_files || entry.file_size() > left.max_file_bytes) return diagnostics.error(too_much(path));
        const auto text = tool::files().read(entry.path().string(), name, left, diagnostics, io::Readable::files);
        if (!text) return;
        left.max_file_bytes -= (*text)->text.size();
        files.emplace(name, (*text)->text);
    }
    files_ = std::move(files);
}

/// Names have been looked at: none leads out.
void OpenBundle::unpack() {
    std::error_code missing;
    const fs::path below = fs::temp_directory_path(missing);
    std::string made = (below / "je-bundle.XXXXXX").string();
    if (missing || ::mkdtemp(made.data()) == nullptr)
        throw base::OutsideError{
            {.id = "JE-X10",
             .message = missing ? std::string{"the archive cannot be unpacked: there is no folder for temporary files"}
                                : fmt::format("the archive cannot be unpacked below '{}': {}", below.string(),
                                              std::generic_category().message(errno)),
             .expected = "a folder for temporary files with room",
             .fix = "name another in TMPDIR"}};
    folder_ = made;
    is_ours_ = true;
    for (const auto& [name, bytes] : *files_) {
        const fs::path place = fs::path{folder_} / name;
        std::error_code ignored;
        fs::create_directories(place.parent_path(), ignored);
        write_whole(place.string(), bytes);
    }
}

}  // namespace je::tool
