// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "working_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <exception>
#include <system_error>

#include "je/base/diagnostic.hpp"

namespace je::tool {

namespace {

[[noreturn]] void fail(const std::string& folder, int error) {
    throw base::OutsideError{
        {.id = "JE-V15",
         .message = fmt::format("--in '{}' cannot be entered: {}", folder, std::generic_category().message(error)),
         .expected = "a folder that holds the inputs under the names in the result",
         .fix = "give the folder in which the result was made, or a copy of it"}};
}

}  // namespace

WorkingFolder::WorkingFolder(const std::optional<std::string>& folder) {
    if (!folder) return;
    before_ = ::open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (before_ < 0) fail(*folder, errno);
    if (::chdir(folder->c_str()) == 0) return;
    const int error = errno;
    ::close(before_);
    fail(*folder, error);
}

WorkingFolder::~WorkingFolder() {
    if (before_ < 0) return;
    if (::fchdir(before_) != 0) std::terminate();  // a report in the wrong folder would be worse than none
    ::close(before_);
}

}  // namespace je::tool
