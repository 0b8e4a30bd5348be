// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "folders.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <system_error>

#include "je/base/diagnostic.hpp"
#include "je/base/text.hpp"

namespace je::tool {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> folders_of_environment() {
    const char* set = std::getenv("JE_SCHEME_PATH");
    return set == nullptr ? std::vector<std::string>{} : base::parts_between(set, ':');
}

std::optional<std::string> installed_folder() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (error) return std::nullopt;
    return (program.parent_path().parent_path() / "share" / "je" / "schemes").string();
}

[[noreturn]] void fail_to_enter(const std::string& folder, int error) {
    throw base::OutsideError{
        {.id = "JE-V15",
         .message = fmt::format("--in '{}' cannot be entered: {}", folder, std::generic_category().message(error)),
         .expected = "a folder that holds the inputs under the names in the result",
         .fix = "give the folder in which the result was made, or a copy of it"}};
}

}  // namespace

std::vector<std::string> scheme_folders(std::span<const std::string> scheme_path) {
    std::vector<std::string> folders(scheme_path.begin(), scheme_path.end());
    for (std::string& folder : folders_of_environment()) folders.push_back(std::move(folder));
    if (const auto installed = installed_folder()) folders.push_back(*installed);
    return folders;
}

void make_scheme_path_absolute() {
    std::string absolute;
    for (const std::string& folder : folders_of_environment()) {
        std::error_code ignored;
        if (!absolute.empty()) absolute.push_back(':');
        absolute.append(fs::absolute(folder, ignored).string());
    }
    if (!absolute.empty()) ::setenv("JE_SCHEME_PATH", absolute.c_str(), 1);
}

WorkingFolder::WorkingFolder(const std::optional<std::string>& folder) {
    if (!folder) return;
    before_ = ::open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (before_ < 0) fail_to_enter(*folder, errno);
    if (::chdir(folder->c_str()) == 0) return;
    const int error = errno;
    ::close(before_);
    fail_to_enter(*folder, error);
}

WorkingFolder::~WorkingFolder() {
    if (before_ < 0) return;
    if (::fchdir(before_) != 0) std::terminate();  // a report in the wrong folder would be worse than none
    ::close(before_);
}

}  // namespace je::tool
