// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/io/source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <memory>
#include <system_error>
#include <utility>

#include "io/files/open_file.hpp"

namespace je::io {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t bytes_of_beginning = 4096;

[[noreturn]] void fail_to_find(const std::string& name, const std::error_code& error) {
    const bool missing = !error || error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
    throw base::OutsideError{
        {missing ? "JE-X01" : "JE-X04",
         {},
         missing ? fmt::format("'{}' does not exist", name) : fmt::format("'{}' cannot be opened: {}", name, error.message()),
         "a file that can be read, or a folder",
         missing ? "look at the spelling, and at the folder the command runs in"
                 : "mend what the system reports, then run the command again"}};
}

Source::Kind kind_by(const fs::file_status& status) {
    if (!fs::exists(status)) return Source::Kind::nothing;
    if (fs::is_directory(status)) return Source::Kind::folder;
    return fs::is_regular_file(status) ? Source::Kind::file : Source::Kind::other;
}

bool is_hidden_file(const fs::path& path) {
    const std::string name = path.filename().string();
    return !name.empty() && name.front() == '.';
}

/// Whether what was found in a folder may hold YAML: no folder, by itself or through a link. What is not there (a link that
/// leads nowhere) may be a file, so that it is told of, and so is what is no ordinary file.
bool is_yaml_file(const fs::directory_entry& entry) {
    if (entry.path().extension() != ".yaml" || is_hidden_file(entry.path())) return false;
    std::error_code ignored;
    return kind_by(entry.status(ignored)) != Source::Kind::folder;
}

std::vector<std::string> yaml_below(const std::string& folder) {
    std::vector<std::string> found;
    std::error_code error;
    fs::recursive_directory_iterator entry{folder, error};
    while (!error && entry != fs::recursive_directory_iterator{}) {
        if (is_hidden_file(entry->path())) {
            entry.disable_recursion_pending();
        } else if (is_yaml_file(*entry)) {
            found.push_back(entry->path().lexically_relative(folder).generic_string());
        }
        entry.increment(error);
    }
    if (error) fail_to_find(folder, error);
    return found;
}

std::string plain_name(std::string_view path) {
    std::string plain = fs::path{path}.lexically_normal().generic_string();
    if (plain.size() > 1 && plain.back() == '/') plain.pop_back();
    return plain.empty() ? "." : plain;
}

/// What the paths of all files in a folder begin with.
std::string lead_of(const std::string& folder) {
    const std::string plain = plain_name(folder);
    if (plain == ".") return {};
    return plain == "/" ? plain : plain + "/";
}

}  // namespace

Source::Kind Source::look_at(const std::string& path) const {
    const Kind kind = kind_of(path);
    if (kind == Kind::nothing) fail_to_find(path, {});
    return kind;
}

Source::Kind FileSource::kind_of(const std::string& path) const {
    std::error_code ignored;
    return kind_by(fs::status(path, ignored));
}

Source::Kind FileSource::look_at(const std::string& path) const {
    std::error_code error;
    const Kind kind = kind_by(fs::status(path, error));
    if (kind == Kind::nothing) fail_to_find(path, error);
    return kind;
}

std::optional<base::SourceTextPtr> FileSource::read(const std::string& path, const std::string& name, const Limits& limits,
                                                    base::Diagnostics& diagnostics, Readable readable) {
    return read_file(path, name, limits, diagnostics, readable);
}

std::string FileSource::beginning_of(const std::string& path) const {
    if (kind_of(path) != Kind::file) return {};
    std::string begin(bytes_of_beginning, '\0');
    std::ifstream file{path, std::ios::binary};
    file.read(begin.data(), static_cast<std::streamsize>(begin.size()));
    begin.resize(static_cast<std::size_t>(file.gcount()));
    return begin;
}

std::vector<std::string> FileSource::yaml_in(const std::string& folder, bool below) const {
    std::vector<std::string> names;
    if (below) {
        names = yaml_below(folder);
    } else {
        std::error_code error;
        for (fs::directory_iterator entry{folder, error}, end; !error && entry != end; entry.increment(error)) {
            if (is_yaml_file(*entry)) names.push_back(entry->path().filename().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string FileSource::one_form(const std::string& path) const {
    std::error_code error;
    const auto canonical = fs::weakly_canonical(path, error);
    return error ? path : canonical.string();
}

void MemorySource::add(std::string_view path, std::string text) { texts_.insert_or_assign(plain_name(path), std::move(text)); }

Source::Kind MemorySource::kind_of(const std::string& path) const {
    if (texts_.contains(plain_name(path))) return Kind::file;
    const std::string lead = lead_of(path);
    const auto first = texts_.lower_bound(lead);
    return first != texts_.end() && first->first.starts_with(lead) ? Kind::folder : Kind::nothing;
}

std::optional<base::SourceTextPtr> MemorySource::read(const std::string& path, const std::string& name, const Limits& limits,
                                                      base::Diagnostics& diagnostics, Readable) {
    const auto found = texts_.find(plain_name(path));
    if (found == texts_.end()) fail_to_open(name, ENOENT);
    if (found->second.size() > limits.max_file_bytes) {
        report_too_large(name, limits.max_file_bytes, diagnostics);
        return std::nullopt;
    }
    return std::make_shared<const base::SourceText>(base::SourceText{name, found->second});
}

std::string MemorySource::beginning_of(const std::string& path) const {
    const auto found = texts_.find(plain_name(path));
    return found == texts_.end() ? std::string{} : found->second.substr(0, bytes_of_beginning);
}

std::vector<std::string> MemorySource::yaml_in(const std::string& folder, bool below) const {
    const std::string lead = lead_of(folder);
    std::vector<std::string> names;
    for (auto one = texts_.lower_bound(lead); one != texts_.end() && one->first.starts_with(lead); ++one) {
        const std::string name = one->first.substr(lead.size());
        const bool hidden = name.starts_with(".") || name.find("/.") != std::string::npos;
        if (!hidden && name.ends_with(".yaml") && (below || name.find('/') == std::string::npos)) names.push_back(name);
    }
    return names;
}

std::string MemorySource::one_form(const std::string& path) const { return plain_name(path); }

std::optional<TextFile> read_text(Source& source, const std::string& path, const std::string& name, const Limits& limits,
                                  base::Diagnostics& diagnostics, Readable readable, Encoding encoding) {
    const auto file = source.read(path, name, limits, diagnostics, readable);
    return file ? in_utf8(*file, encoding, diagnostics) : std::nullopt;
}

}  // namespace je::io
