// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scheme_folders.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>

namespace je::tool {

namespace {

namespace fs = std::filesystem;

void add_parts(std::vector<std::string>& folders, std::string_view list) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(':'), list.size());
        if (end > 0) folders.emplace_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

std::optional<std::string> installed_folder() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (error) return std::nullopt;
    return (program.parent_path().parent_path() / "share" / "je" / "schemes").string();
}

}  // namespace

std::vector<std::string> scheme_folders(std::span<const std::string> scheme_path) {
    std::vector<std::string> folders(scheme_path.begin(), scheme_path.end());
    if (const char* set = std::getenv("JE_SCHEME_PATH")) add_parts(folders, set);
    if (const auto installed = installed_folder()) folders.push_back(*installed);
    return folders;
}

void make_scheme_path_absolute() {
    const char* set = std::getenv("JE_SCHEME_PATH");
    if (set == nullptr) return;
    std::vector<std::string> folders;
    add_parts(folders, set);
    std::string absolute;
    for (const std::string& folder : folders) {
        std::error_code ignored;
        if (!absolute.empty()) absolute.push_back(':');
        absolute.append(fs::absolute(folder, ignored).string());
    }
    ::setenv("JE_SCHEME_PATH", absolute.c_str(), 1);
}

}  // namespace je::tool
