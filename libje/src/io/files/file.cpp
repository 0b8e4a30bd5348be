// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/io/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "io/files/open_file.hpp"

namespace je::io {

namespace {

constexpr auto patience = std::chrono::seconds{5};  // with a pipe that nobody writes to

class FileHandle {
public:
    explicit FileHandle(int descriptor) : descriptor_{descriptor} {}
    ~FileHandle() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    FileHandle(const FileHandle&) = delete;
    FileHandle& operator=(const FileHandle&) = delete;
    [[nodiscard]] int get() const { return descriptor_; }

private:
    int descriptor_;
};

/// A position that names the file and no line.
base::SourcePosition whole_file(const std::string& name) {
    return {std::make_shared<const base::SourceText>(base::SourceText{name, {}}), 0, 0, 1};
}

std::string_view kind_of(mode_t mode) {
    if (S_ISFIFO(mode)) return "a pipe";
    return S_ISSOCK(mode) ? "a socket" : "a device";
}

void require_file(mode_t mode, const std::string& name) {
    if (S_ISREG(mode) || S_ISDIR(mode)) return;
    throw base::OutsideError{
        {"JE-X15", whole_file(name),
         fmt::format("'{}' is {}, which is read only where the command line names it as a file", name, kind_of(mode)),
         "an ordinary file", "keep what it gives in a file, and name that"}};
}

[[noreturn]] void fail_without_writer(const std::string& name) {
    throw base::OutsideError{{"JE-X16", whole_file(name), fmt::format("'{}' is a pipe, and nobody writes to it", name),
                              fmt::format("a program that opens it for writing within {} seconds", patience.count()),
                              "start the program that writes to it first, or name a file"}};
}

// What the file is said to hold; zero for pipes and other things without a size.
std::uint64_t stated_size(int file, const std::string& name, Readable readable) {
    struct stat status {};
    if (::fstat(file, &status) != 0) fail_to_read(name, errno);
    if (S_ISDIR(status.st_mode)) fail_to_read(name, EISDIR);
    if (readable == Readable::files) require_file(status.st_mode, name);  // it may have changed since it was looked at
    return S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(status.st_size) : 0;
}

constexpr auto without_end = std::chrono::milliseconds{-1};

/// Waits for something to read, or for the last writer of a pipe to go; false when neither comes in time.
bool wait_for(int file, std::chrono::milliseconds time) {
    struct pollfd waiting {
        .fd = file, .events = POLLIN, .revents = 0
    };
    return ::poll(&waiting, 1, static_cast<int>(time.count())) > 0;
}

/// At an end: whether it is that of a named pipe which nobody has opened for writing yet. One that was written to has hung up.
bool has_no_writer_yet(int file) { return !wait_for(file, std::chrono::milliseconds{0}); }

std::size_t read_some(int file, const std::string& name, char* to, std::size_t most) {
    constexpr std::size_t largest_read = std::size_t{1} << 30U;
    for (bool waited = false;;) {
        const ::ssize_t got = ::read(file, to, std::min(most, largest_read));
        if (got > 0) return static_cast<std::size_t>(got);
        if (got == 0) {
            if (!has_no_writer_yet(file)) return 0;
            if (waited) fail_without_writer(name);
            wait_for(file, patience);
            waited = true;
        } else if (errno == EAGAIN) {
            wait_for(file, without_end);
        } else if (errno != EINTR) {
            fail_to_read(name, errno);
        }
    }
}

/// Opens without waiting for whoever writes to a pipe. What is not to be read is not opened at all: that alone can do something
/// to a device.
int open_readable(const std::string& path, const std::string& name, Readable readable) {
    struct stat status {};
    if (readable == Readable::files && ::stat(path.c_str(), &status) == 0) require_file(status.st_mode, name);
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) fail_to_open(name, errno);
    return file;
}

// All bytes, or nothing when there are more than `limit`. A file may be longer or shorter than stated: it may be growing.
std::optional<std::string> read_all(int file, const std::string& name, std::uint64_t stated, std::uint64_t limit) {
    constexpr std::size_t smallest_buffer = 4096;
    std::string text;
    text.reserve(std::max(smallest_buffer, static_cast<std::size_t>(stated) + 1));
    prefer_large_pages(text.data(), text.capacity());
    text.resize(text.capacity());
    std::size_t length = 0;
    while (const std::size_t got = read_some(file, name, text.data() + length, text.size() - length)) {
        length += got;
        if (length > limit) return std::nullopt;
        if (length == text.size()) text.resize(2 * text.size());
    }
    text.resize(length);
    if (text.capacity() > 2 * length) text.shrink_to_fit();
    return text;
}

}  // namespace

void prefer_large_pages([[maybe_unused]] const void* begin, [[maybe_unused]] std::size_t bytes) {
#ifdef MADV_HUGEPAGE
    constexpr std::uintptr_t page = 4096;
    constexpr std::size_t large_page = std::size_t{2} << 20U;
    if (bytes < 2 * large_page) return;
    const auto first = (reinterpret_cast<std::uintptr_t>(begin) + page - 1) / page * page;
    const auto last = (reinterpret_cast<std::uintptr_t>(begin) + bytes) / page * page;
    (void)::madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE);
#endif
}

void report_too_large(const std::string& name, std::uint64_t limit, base::Diagnostics& diagnostics) {
    diagnostics.error({"JE-F01", whole_file(name), fmt::format("'{}' is larger than {} bytes", name, limit),
                       fmt::format("a file of at most {} bytes", limit),
                       "split the file, or allow larger files with --max-file-size"});
}

void fail_to_open(const std::string& name, int code) {
    const std::string readable = "a file that can be read";
    if (code == ENOENT || code == ENOTDIR) {
        throw base::OutsideError{{"JE-X01", whole_file(name), fmt::format("'{}' does not exist", name), readable,
                                  "look at the spelling, and at the folder the command runs in"}};
    }
    if (code == EACCES || code == EPERM) {
        throw base::OutsideError{{"JE-X02", whole_file(name), fmt::format("'{}' may not be read: permission denied", name),
                                  readable,
                                  "ask the file's owner for permission to read it, or copy it to a folder of your own"}};
    }
    throw base::OutsideError{{"JE-X04", whole_file(name),
                              fmt::format("'{}' cannot be opened: {}", name, std::generic_category().message(code)), readable,
                              "mend what the system reports, then run the command again"}};
}

void fail_to_read(const std::string& name, int code) {
    if (code == EISDIR) {
        throw base::OutsideError{{"JE-X03", whole_file(name), fmt::format("'{}' is a folder", name), "a file",
                                  "name the file inside the folder that is meant"}};
    }
    throw base::OutsideError{{"JE-X05", whole_file(name),
                              fmt::format("reading '{}' failed: {}", name, std::generic_category().message(code)),
                              "a file that can be read to its end",
                              "check the disk or the connection the file comes from, then run the command again"}};
}

std::optional<base::SourceTextPtr> read_file(const std::string& path, const std::string& name, const Limits& limits,
                                             base::Diagnostics& diagnostics, Readable readable) {
    const FileHandle file{open_readable(path, name, readable)};
    return read_open_file(file.get(), name, limits, diagnostics, readable);
}

std::optional<base::SourceTextPtr> read_open_file(int descriptor, const std::string& name, const Limits& limits,
                                                  base::Diagnostics& diagnostics, Readable readable) {
    const std::uint64_t stated = stated_size(descriptor, name, readable);
    std::optional<std::string> text;
    if (stated <= limits.max_file_bytes) text = read_all(descriptor, name, stated, limits.max_file_bytes);
    if (!text) {
        report_too_large(name, limits.max_file_bytes, diagnostics);
        return std::nullopt;
    }
    return std::make_shared<const base::SourceText>(base::SourceText{name, std::move(*text)});
}

namespace {

using Digest = std::array<unsigned char, 32>;

void require(bool worked) {
    if (!worked) throw std::runtime_error{"libcrypto gives no SHA-256"};
}

}  // namespace

struct Sha256::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { EVP_MD_CTX_free(context); }
};

Sha256::Sha256() : state_{std::make_unique<State>()} {
    require(state_->context != nullptr && EVP_DigestInit_ex(state_->context, EVP_sha256(), nullptr) == 1);
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(std::string_view bytes) { require(EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()) == 1); }

std::string Sha256::hex() {
    Digest digest{};
    unsigned int length = 0;
    require(EVP_DigestFinal_ex(state_->context, digest.data(), &length) == 1 && length == digest.size());
    return fmt::format("{:02x}", fmt::join(digest, ""));
}

std::string sha256_hex(std::string_view bytes) {
    Sha256 sum;
    sum.add(bytes);
    return sum.hex();
}

std::string sha256_base64(std::string_view bytes) {
    Digest digest{};
    require(EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr) == 1);
    std::array<unsigned char, 45> text{};  // four for every three, and a null byte
    const int length = EVP_EncodeBlock(text.data(), digest.data(), static_cast<int>(digest.size()));
    return {text.begin(), text.begin() + length};
}

}  // namespace je::io
