// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/files/nameless_file.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "je/base/diagnostic.hpp"

namespace je::io {

void fail_temporary(std::string_view why) {
    throw base::OutsideError{{.id = "JE-X18",
                              .message = fmt::format("the result cannot be put together in a temporary file: {}", why),
                              .expected = "a folder for temporary files that may be written to and has room for the result",
                              .fix = "make room there, or name another folder in the environment variable TMPDIR"}};
}

std::string temporary_folder() {
    std::error_code error;
    std::string folder = std::filesystem::temp_directory_path(error).string();
    if (error) fail_temporary("there is no folder for temporary files");
    return folder;
}

NamelessFile::NamelessFile() {
    std::string path = temporary_folder() + "/je-XXXXXX";
    file_ = ::mkstemp(path.data());
    if (file_ < 0) fail_temporary(std::generic_category().message(errno));
    ::unlink(path.c_str());
}

NamelessFile::~NamelessFile() { ::close(file_); }

std::string NamelessFile::path() const { return fmt::format("/dev/fd/{}", file_); }

void NamelessFile::read(const std::function<void(std::string_view)>& take) const {
    std::array<char, 1 << 16> piece{};
    ::off_t at = 0;
    for (;;) {
        const auto got = ::pread(file_, piece.data(), piece.size(), at);
        if (got < 0) fail_temporary(std::generic_category().message(errno));
        if (got == 0) return;
        take({piece.data(), static_cast<std::size_t>(got)});
        at += got;
    }
}

}  // namespace je::io
