// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/shared_inputs.hpp"

#include <algorithm>
#include <utility>

namespace je::study {

namespace {

constexpr std::size_t most_kept_bytes = std::size_t{256} << 20;

}  // namespace

std::optional<io::TextFile> SharedInputs::read(io::Source& source, const std::string& path, const std::string& name,
                                               const io::Limits& limits, base::Diagnostics& diagnostics, io::Readable readable,
                                               io::Encoding encoding) {
    const Place place{source.one_form(path), name, limits.max_file_bytes, encoding};
    ++asked_;
    if (const auto known = texts_.find(place); known != texts_.end()) return known->second;
    ++read_;
    auto file = io::read_text(source, path, name, limits, diagnostics, readable, encoding);
    if (!file) return file;
    if (!file->sha256.empty()) checksums_[file->text] = file->sha256;
    if (kept_bytes_ + file->text->text.size() <= most_kept_bytes) {
        kept_bytes_ += file->text->text.size();
        texts_.emplace(place, *file);
    }
    return file;
}

std::string SharedInputs::sha256(const base::SourceTextPtr& text) {
    if (const auto known = checksums_.find(text); known != checksums_.end()) return known->second;
    if (text->text.size() > most_kept_bytes / 4) return io::sha256_hex(text->text);  // not worth keeping the text for
    return checksums_[text] = io::sha256_hex(text->text);
}

void SharedInputs::list(const base::SourceTextPtr& text) {
    const report::InputFile file{text->name, sha256(text)};
    const auto same = [&](const report::InputFile& other) { return other.name == file.name && other.sha256 == file.sha256; };
    if (std::none_of(listed_.begin(), listed_.end(), same)) listed_.push_back(file);
}

std::vector<report::InputFile> SharedInputs::take_list() { return std::exchange(listed_, {}); }

}  // namespace je::study
