// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "files_read.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "exit_status.hpp"

namespace je::tool {

namespace {

using Identity = std::pair<dev_t, ino_t>;

/// Nothing for what is no regular file: a pipe or a terminal may be read and written.
std::optional<Identity> identity_of(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    return Identity{status.st_dev, status.st_ino};
}

/// Of all commands of the run: je batch and je merge run others, and what one has read another must not write over.
std::set<Identity>& files_read() {
    static std::set<Identity> files;
    return files;
}

}  // namespace

std::optional<base::SourceTextPtr> Files::read(const std::string& path, const std::string& name, const io::Limits& limits,
                                               base::Diagnostics& diagnostics, io::Readable readable) {
    remember_as_read(path);
    return io::FileSource::read(path, name, limits, diagnostics, readable);
}

Files& files() {
    static Files all;
    return all;
}

void remember_as_read(const std::string& path) {
    if (const auto file = identity_of(path)) files_read().insert(*file);
}

void refuse_what_was_read(const std::optional<std::string>& output, std::string_view option) {
    const auto file = output ? identity_of(*output) : std::nullopt;
    if (file && files_read().contains(*file)) refuse_to_write_over(*output, option);
}

bool is_one_place(const std::string& a, const std::string& b) {
    std::error_code error;
    const auto whole = [&error](const std::string& path) {
        return std::filesystem::weakly_canonical(std::filesystem::absolute(path), error);
    };
    return whole(a) == whole(b) && !error;
}

void refuse_to_write_over(const std::string& output, std::string_view option) {
    refuse("JE-U17", fmt::format("--{} '{}' is one of the files to be read", option, output),
           "an output beside the inputs, which are never written to", fmt::format("give another --{}", option));
}

}  // namespace je::tool
