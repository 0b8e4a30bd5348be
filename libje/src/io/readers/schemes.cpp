// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/io/schemes.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

#include "je/io/encoding.hpp"
#include "je/io/reader.hpp"

namespace je::io {

namespace {

/// In UTF-8, with a note where the file is in another encoding.
base::SourceTextPtr file_in_utf8(const std::string& path, const std::string& name, const Limits& limits,
                                 base::Diagnostics& diagnostics) {
    const auto file = read_text(path, name, limits, diagnostics);
    if (!file) return nullptr;
    if (auto note = note_of_encoding(*file)) diagnostics.note(*std::move(note));
    return file->text;
}

}  // namespace

std::optional<std::string> find_scheme(std::string_view name, std::span<const std::string> folders) {
    if (name.empty() || name.front() == '.' || name.find('/') != std::string_view::npos) return std::nullopt;
    for (const std::string& folder : folders) {
        std::error_code ignored;
        const auto path = std::filesystem::path{folder} / (std::string{name} + ".yaml");
        if (std::filesystem::is_regular_file(path, ignored)) return path.string();
    }
    return std::nullopt;
}

std::optional<model::Scheme> load_scheme(const std::string& name, std::span<const std::string> folders,
                                         base::Diagnostics& diagnostics, const Limits& limits) {
    const std::string file = name + ".yaml";
    const auto text = file_in_utf8(find_scheme(name, folders).value_or(file), file, limits, diagnostics);
    const auto draft = text ? read_scheme(text, limits, diagnostics) : std::nullopt;
    return draft ? model::Scheme::make(*draft, diagnostics) : std::nullopt;
}

std::optional<model::Job> load_job(const std::string& file, const model::Scheme& scheme, base::Diagnostics& diagnostics,
                                   const Limits& limits) {
    const auto text = file_in_utf8(file, file, limits, diagnostics);
    const auto draft = text ? read_job(text, limits, diagnostics) : std::nullopt;
    return draft ? model::Job::make(*draft, scheme, diagnostics) : std::nullopt;
}

}  // namespace je::io
