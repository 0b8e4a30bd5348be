// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "output.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <thread>

#include "console.hpp"
#include "endings.hpp"
#include "files_read.hpp"
#include "je/study/files.hpp"

namespace je::tool {

namespace {

/// What the handler of a signal may look at: it may neither allocate nor lock.
struct Slot {
    std::array<char, 4096> path;
    std::atomic<bool> taken;
};
static_assert(std::atomic<bool>::is_always_lock_free);

std::array<Slot, 8> slots;  // more files at once, or longer paths, are left as they were before: behind

extern "C" void remove_and_end(int signal) {
    for (const Slot& slot : slots) {
        if (slot.taken.load()) ::unlink(slot.path.data());
    }
    ::raise(signal);  // SA_RESETHAND: it ends the program now
}

void end_by(int signal) {
    struct sigaction before {};
    if (::sigaction(signal, nullptr, &before) != 0 || before.sa_handler != SIG_DFL) return;
    struct sigaction action {};
    action.sa_handler = remove_and_end;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(signal, &action, nullptr);
}

constexpr std::size_t block = std::size_t{1} << 16;

/// The permissions that a new file at `path` is to have: those of the file it replaces, else what the user's mask leaves.
mode_t mode_for(const std::string& path) {
    struct stat state {};
    if (::stat(path.c_str(), &state) == 0) return state.st_mode & 0777;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

/// The file that a symbolic link leads to, so that the link is kept.
std::string target_of(const std::string& path) {
    std::error_code ignored;
    if (!std::filesystem::is_symlink(path, ignored)) return path;
    const auto target = std::filesystem::canonical(path, ignored);
    return target.empty() ? path : target.string();
}

bool is_written_directly(const std::string& path) {
    std::error_code ignored;
    const auto status = std::filesystem::status(path, ignored);
    return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
}

constexpr auto patience = std::chrono::seconds{5};  // with a pipe that nobody reads

[[noreturn]] void fail_without_reader(const std::string& path) {
    throw base::OutsideError{
        {.id = "JE-X17",
         .message = fmt::format("'{}' is a pipe, and nobody reads from it", path),
         .expected = fmt::format("a program that opens it for reading within {} seconds", patience.count()),
         .fix = "start the program that reads from it first, or have the result in a file"}};
}

/// Opens what is no regular file. A pipe waits for its reader, but not without end.
int open_for_writing(const std::string& path) {
    std::error_code ignored;
    const auto until = std::chrono::steady_clock::now() + patience;
    int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK);
    while (file < 0 && errno == ENXIO && std::filesystem::is_fifo(path, ignored)) {
        if (std::chrono::steady_clock::now() > until) fail_without_reader(path);
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
        file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK);
    }
    const int error = errno;
    if (file >= 0) static_cast<void>(::fcntl(file, F_SETFL, O_WRONLY));  // writing itself may wait
    errno = error;
    return file;
}

}  // namespace

UnfinishedFile::UnfinishedFile(const std::string& path) : slot_{slots.size()} {
    std::error_code error;
    const std::string whole = std::filesystem::absolute(path, error).string();  // the current folder may change
    if (error || whole.size() >= slots.front().path.size()) return;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU}) end_by(signal);
    for (slot_ = 0; slot_ < slots.size() && slots[slot_].taken.load(); ++slot_) {
    }
    if (slot_ == slots.size()) return;
    slots[slot_].path[whole.copy(slots[slot_].path.data(), whole.size())] = '\0';
    slots[slot_].taken.store(true);
}

UnfinishedFile::~UnfinishedFile() {
    if (slot_ < slots.size()) slots[slot_].taken.store(false);
}

Output::Output(const CommonOptions& options, std::optional<Format> format) : captured_{options.captured}, format_{format} {
    if (captured_) return;
    path_ = options.output;
    buffer_.reserve(2 * block);
    if (!path_) return;
    refuse_what_was_read(path_);
    if (is_written_directly(*path_)) {
        file_ = open_for_writing(*path_);
        if (file_ < 0) fail(errno);
        return;
    }
    target_ = target_of(*path_);
    temporary_ = target_ + ".XXXXXX";
    file_ = ::mkstemp(temporary_.data());
    if (file_ < 0) {
        temporary_.clear();
        fail(errno);
    }
    unfinished_.emplace(temporary_);
    if (::fchmod(file_, mode_for(target_)) != 0) fail_and_clear(errno);
}

Output::~Output() {
    if (path_ && file_ >= 0) ::close(file_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void Output::write(std::string_view text) {
    if (captured_ && captured_->receiver != nullptr) return captured_->receiver->write(format_, text);
    if (captured_) {
        captured_->result += text;
        return;
    }
    if (text.size() >= block) {
        flush();
        write_through(text);
        return;
    }
    buffer_ += text;
    if (buffer_.size() >= block) flush();
}

void Output::flush() {
    refuse_what_was_read(path_);  // files may be read while the result is made
    write_through(buffer_);
    buffer_.clear();
}

void Output::write_through(std::string_view text) {
    if (!path_ && !text.empty()) make_way_for_result();
    while (!text.empty()) {
        const auto written = ::write(file_, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(errno);
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

void Output::complete() {
    flush();
    if (!path_ || file_ < 0) return;
    const int closed = ::close(file_);
    file_ = -1;
    if (closed != 0) fail(errno);
}

void Output::finish() {
    if (captured_ && captured_->receiver != nullptr) return captured_->receiver->finish(format_);
    complete();
    if (temporary_.empty()) return;
    if (std::rename(temporary_.c_str(), target_.c_str()) != 0) fail(errno);
    temporary_.clear();
    unfinished_.reset();
}

void Output::fail_and_clear(int error) {
    ::close(file_);
    file_ = -1;
    ::unlink(temporary_.c_str());
    temporary_.clear();
    unfinished_.reset();
    fail(error);
}

void Output::fail(int error) const {
    const std::string where = path_ ? fmt::format("'{}'", *path_) : "standard output";
    throw base::OutsideError{
        {.id = "JE-X10",
         .message = fmt::format("the result cannot be written to {}: {}", where, std::generic_category().message(error)),
         .expected = path_ ? "a folder that exists, may be written to and has room" : "an open standard output with room",
         .fix = path_ ? "give an --output in such a folder" : "keep standard output open, or use --output FILE"}};
}

bool is_archive_name(const std::string& path) { return ending_of(path) == ".zip"; }

void write_whole(const std::string& path, std::string_view bytes) {
    CommonOptions options;
    options.output = path;
    Output output{options};
    output.write(bytes);
    output.finish();
}

std::vector<Format> formats_of(const CommonOptions& options) {
    const bool several = options.captured && !options.captured->formats.empty();
    return several ? options.captured->formats : std::vector{options.format};
}

void refuse_to_overwrite(const std::optional<std::string>& output, std::span<const std::string> inputs,
                         std::string_view option) {
    if (!output) return;
    const auto same = [&](const std::string& input) {
        std::error_code ignored;
        return std::filesystem::equivalent(*output, input, ignored);
    };
    if (std::none_of(inputs.begin(), inputs.end(), same)) return;
    refuse_to_write_over(*output, option);
}

void protect_inputs(const CommonOptions& options, std::span<const std::string> arguments, std::string_view option) {
    base::Diagnostics told_later;
    std::vector<std::string> paths;
    for (const study::FoundFile& file : study::find_files(files(), arguments, told_later, options.scheme_folders))
        paths.push_back(file.path);
    if (options.bands) paths.push_back(*options.bands);
    if (options.scheme) {
        const auto found = study::is_scheme_file(*options.scheme)
                               ? options.scheme
                               : study::find_scheme(files(), *options.scheme, options.scheme_folders);
        if (found) paths.push_back(*found);
    }
    refuse_to_overwrite(options.output, paths, option);
}

}  // namespace je::tool
