// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "schemes_path.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "je/io/schemes.hpp"

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

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// A pipe or device, which is passed over: it would be waited for. A link that leads nowhere may be a file.
bool is_no_file(const fs::file_status& status) { return fs::exists(status) && !fs::is_regular_file(status); }

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

bool is_scheme_file(std::string_view text) {
    return text.find('/') != std::string_view::npos || ends_with(text, ".yaml") || ends_with(text, ".yml");
}

std::optional<std::string> find_scheme(std::string_view name, std::span<const std::string> folders) {
    return io::find_scheme(name, folders);
}

std::optional<std::string> passed_over(std::string_view name, std::span<const std::string> folders) {
    if (name.find('/') != std::string_view::npos) return std::nullopt;
    for (const std::string& folder : folders) {
        std::error_code ignored;
        const fs::path path = fs::path{folder} / (std::string{name} + ".yaml");
        if (is_no_file(fs::status(path, ignored))) return path.string();
    }
    return std::nullopt;
}

std::vector<std::string> scheme_names(std::span<const std::string> folders) {
    std::vector<std::string> names;
    for (const std::string& folder : folders) {
        std::error_code error;
        for (fs::directory_iterator entry{folder, error}, end; !error && entry != end; entry.increment(error)) {
            std::error_code ignored;
            if (entry->path().extension() == ".yaml" && !is_no_file(entry->status(ignored)))
                names.push_back(entry->path().stem().string());
        }
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

}  // namespace je::tool
