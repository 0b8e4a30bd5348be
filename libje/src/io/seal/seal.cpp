// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/io/seal.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "io/files/open_file.hpp"
#include "je/base/text.hpp"
#include "je/io/file.hpp"

namespace je::io {

namespace {

constexpr ::mode_t new_file_mode = 0666;  // less what the user's mask takes away

[[noreturn]] void fail_to_write(const std::string& path, int code) {
    throw base::OutsideError{{"JE-X10",
                              {},
                              fmt::format("the log '{}' cannot be written to: {}", path, std::generic_category().message(code)),
                              "a folder that exists, may be written to and has room",
                              "mend what the system reports, then run the command again; nothing was added to the log"}};
}

[[noreturn]] void fail_not_a_file(const std::string& path) {
    throw base::OutsideError{{"JE-X14",
                              {},
                              fmt::format("'{}' is not an ordinary file, so it cannot hold a sealed log", path),
                              "a log in a file of its own, or a name that is free",
                              "give the log another name"}};
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

namespace {

constexpr std::size_t looked_at = 4096;  // where the first keys of a file stand
constexpr std::size_t longest_word = 64;

/// `text` without the spaces around it, a comment after it, and one pair of quotes.
std::string_view bare(std::string_view text) {
    if (const auto comment = text.find(" #"); comment != std::string_view::npos) text = text.substr(0, comment);
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    text = text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
    if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front()) {
        text = text.substr(1, text.size() - 2);
    }
    return text;
}

/// The value of a key that begins a line; empty when there is none.
std::string_view value_of(std::string_view text, std::string_view key) {
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        if (line.starts_with(key) && line.substr(key.size()).starts_with(':')) return bare(line.substr(key.size() + 1));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return {};
}

/// The value of `format` in a text in braces, JSON or YAML: `{"format":"je-score/1"`, `{format: je-job/1`.
std::string_view format_in_braces(std::string_view text) {
    const auto key = text.find_first_not_of("{ \t\r\n\"");
    constexpr std::string_view format = "format";
    if (key == std::string_view::npos || text.substr(key, format.size()) != format) return {};
    text.remove_prefix(key + format.size());
    const auto value = text.find_first_not_of("\": \t\r\n");
    if (value == std::string_view::npos) return {};
    text.remove_prefix(value);
    return bare(text.substr(0, text.find_first_of("\",} \r\n")));
}

/// "panel" of "je-panel/1"; empty for what is no format.
std::string kind_of(std::string_view format) {
    const auto slash = format.find('/');
    if (slash == std::string_view::npos || slash + 1 == format.size() || format.size() > longest_word) return {};
    if (format.find_first_not_of("0123456789", slash + 1) != std::string_view::npos) return {};
    std::string_view kind = format.substr(0, slash);
    if (kind.starts_with("je-")) kind.remove_prefix(3);
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789-";
    return kind.find_first_not_of(letters) == std::string_view::npos ? std::string{kind} : std::string{};
}

void report_not_utf8(const base::SourcePosition& at, std::string what, base::Diagnostics& diagnostics) {
    diagnostics.error(
        {"JE-L14", at, std::move(what), "UTF-8: the log holds the whole file as text",
         "seal the same content saved as UTF-8; for a file of another kind, seal a text that states its SHA-256"});
}

}  // namespace

bool can_be_sealed(const base::SourceTextPtr& file, base::Diagnostics& diagnostics) {
    const auto wrong = base::first_invalid_utf8(file->text);
    if (wrong) {
        report_not_utf8(base::position_at(file, *wrong),
                        fmt::format("byte 0x{:02X} is not valid UTF-8 here, so '{}' cannot be sealed",
                                    static_cast<unsigned char>(file->text[*wrong]), file->name),
                        diagnostics);
    } else if (base::first_invalid_utf8(file->name)) {
        report_not_utf8({}, fmt::format("the name '{}' is not UTF-8, so the file cannot be sealed", file->name), diagnostics);
        return false;
    }
    return !wrong;
}

SealRecord record_of(std::string name, std::string text, std::optional<base::Date> date) {
    std::string_view look = std::string_view{text}.substr(0, looked_at);
    if (look.starts_with("\xEF\xBB\xBF")) look.remove_prefix(3);
    const bool braces = look.substr(std::min(look.find_first_not_of(" \t\r\n"), look.size())).starts_with('{');
    SealRecord record;
    record.kind = kind_of(braces ? format_in_braces(look) : value_of(look, "format"));
    if (record.kind.empty()) {
        record.kind = "document";
    } else if (!braces) {
        const std::string_view id = value_of(look, "id");
        if (id.size() <= longest_word && !base::first_invalid_utf8(id)) record.id = id;
    }
    record.name = std::move(name);
    record.text = std::move(text);
    record.date = date;
    return record;
}

}  // namespace je::io
