// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "io/open_file.hpp"
#include "je/io/file_form.hpp"
#include "je/io/seal.hpp"

namespace je::io {

namespace {

constexpr ::mode_t new_file_mode = 0666;  // less what the user's mask takes away

[[noreturn]] void fail_to_write(const std::string& path, int code) {
    throw base::OutsideError{
        {.id = "JE-X10",
         .message = fmt::format("the log '{}' cannot be written to: {}", path, std::generic_category().message(code)),
         .expected = "a folder that exists, may be written to and has room",
         .fix = "mend what the system reports, then run the command again; nothing was added to the log"}};
}

[[noreturn]] void fail_not_a_file(const std::string& path) {
    throw base::OutsideError{{.id = "JE-X14",
                              .message = fmt::format("'{}' is not an ordinary file, so it cannot hold a sealed log", path),
                              .expected = "a log in a file of its own, or a name that is free",
                              .fix = "give the log another name"}};
}

/// Waits for the lock.
bool lock(int file) {
    int done = 0;
    do {
        done = ::flock(file, LOCK_EX);
    } while (done != 0 && errno == EINTR);
    return done == 0;
}

/// With one write wherever there is room: what is left is tried for its error.
bool write_all(int file, std::string_view text) {
    while (!text.empty()) {
        const ::ssize_t written = ::write(file, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// So that a new file's name is on the disk too. Not every file system can do it for a folder, which harms nothing.
void sync_folder_of(const std::string& path) {
    const auto folder = std::filesystem::path{path}.parent_path();
    const int file = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) return;
    static_cast<void>(::fsync(file));
    ::close(file);
}

}  // namespace

SealFile::SealFile(std::string path) : path_{std::move(path)} {
    struct stat status {};
    if (::stat(path_.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
        if (S_ISDIR(status.st_mode)) fail_to_read(path_, EISDIR);
        fail_not_a_file(path_);
    }
    file_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, new_file_mode);
    if (file_ < 0) fail_to_write(path_, errno);
    if (!lock(file_)) {
        const int code = errno;
        ::close(file_);
        fail_to_write(path_, code);
    }
}

SealFile::~SealFile() { ::close(file_); }

std::optional<base::SourceTextPtr> SealFile::read(const Limits& limits, base::Diagnostics& diagnostics) const {
    if (::lseek(file_, 0, SEEK_SET) < 0) fail_to_read(path_, errno);
    auto text = read_open_file(file_, path_, limits, diagnostics);
    return text && is_for_text_readers(*text, diagnostics) ? text : std::nullopt;
}

void SealFile::append(std::string_view lines) {
    struct stat before {};
    if (::fstat(file_, &before) != 0) fail_to_write(path_, errno);
    if (write_all(file_, lines) && ::fsync(file_) == 0) {
        if (before.st_size == 0) sync_folder_of(path_);
        return;
    }
    const int code = errno;
    static_cast<void>(::ftruncate(file_, before.st_size));
    fail_to_write(path_, code);
}

FileState compare_file(const SealEntry& newest, const Limits& limits) {
    const std::string& name = newest.record.name;
    struct stat status {};
    if (name.find('\0') != std::string::npos) return FileState::not_read;
    if (::stat(name.c_str(), &status) != 0) {
        return errno == ENOENT || errno == ENOTDIR ? FileState::missing : FileState::not_read;
    }
    try {
        base::Diagnostics said;
        const auto text = read_file(name, name, limits, said);
        if (!text) return FileState::not_read;
        return sha256_hex((*text)->text) == newest.sha256 ? FileState::same : FileState::changed;
    } catch (const base::OutsideError&) {
        return FileState::not_read;
    }
}

}  // namespace je::io
