// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/job_versions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "io/readers/reader.hpp"
#include "je/base/text.hpp"

namespace je::study {

namespace {

struct Version {
    const FoundFile* file = nullptr;
    model::JobDraft draft;
};

/// What the line of `id:` says, as far as that can be told without parsing; empty when there is none.
std::string id_in(std::string_view text) {
    constexpr std::string_view key = "\nid:";
    const auto at = text.find(key);
    std::string id;
    for (const char c : text.substr(at == std::string_view::npos ? text.size() : at + key.size())) {
        if (c == '\n' || c == '#') break;
        if (std::string_view{"\"' \t\r"}.find(c) == std::string_view::npos) id += c;
    }
    return id;
}

std::string_view take_part(std::string_view& version) {
    const bool is_number = base::is_digit(version.front());
    const auto end = std::find_if(version.begin(), version.end(), [&](char c) { return base::is_digit(c) != is_number; });
    const auto part = version.substr(0, static_cast<std::size_t>(end - version.begin()));
    version.remove_prefix(part.size());
    return part;
}

/// "2.9" before "2.10", "2016-03" before "2016-11".
bool is_older(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty()) {
        std::string_view one = take_part(a), other = take_part(b);
        if (one == other) continue;
        const bool are_numbers = base::is_digit(one.front()) && base::is_digit(other.front());
        if (are_numbers && one.size() != other.size()) return one.size() < other.size();
        return one < other;
    }
    return a.empty() && !b.empty();
}

/// Questionnaires of folders by their ids; a file is parsed only where another seems to have the same.
std::map<std::string, std::vector<Version>> questionnaires_alike(std::span<const FoundFile> files, Inputs& inputs) {
    std::map<std::string, std::vector<const FoundFile*>> seeming;
    std::map<std::string, std::vector<Version>> by_id;
    base::Diagnostics unsaid;
    const auto peeked = [&](const FoundFile& file) { return inputs.peek(file, unsaid); };
    for (const FoundFile& file : files) {
        if (file.named || is_csv(inputs.source(), file.path)) continue;
        const auto text = peeked(file);
        const auto id = text && looks_like((*text)->text, "je-job/") ? id_in((*text)->text) : std::string{};
        if (!id.empty()) seeming[id].push_back(&file);
    }
    for (const auto& [id, alike] : seeming) {
        if (alike.size() < 2) continue;
        for (const FoundFile* file : alike) {
            const auto text = peeked(*file);
            auto draft = text ? inputs.parsed(*text, unsaid, io::read_job) : std::nullopt;
            if (draft) by_id[draft->id.value].push_back({file, *std::move(draft)});
        }
    }
    return by_id;
}

base::Diagnostic older_version(const Version& older, const Version& newest) {
    const std::string& version = older.draft.version;
    return {.id = "JE-U98",
            .at = older.draft.id.at,
            .message = fmt::format("{} of job '{}' is passed over, since version '{}' is at {}",
                                   version.empty() ? "a questionnaire without a version" : fmt::format("version '{}'", version),
                                   older.draft.id.value, newest.draft.version, newest.draft.id.at.file_and_line()),
            .fix = "name this file by itself where it is the one that is meant"};
}

}  // namespace

std::vector<FoundFile> newest_versions(std::span<const FoundFile> files, Inputs& inputs, base::Diagnostics& diagnostics) {
    std::vector<FoundFile> kept(files.begin(), files.end());
    for (auto& [id, versions] : questionnaires_alike(files, inputs)) {
        std::stable_sort(versions.begin(), versions.end(),
                         [](const Version& a, const Version& b) { return is_older(a.draft.version, b.draft.version); });
        const auto same = [](const Version& a, const Version& b) { return a.draft.version == b.draft.version; };
        if (std::adjacent_find(versions.begin(), versions.end(), same) != versions.end()) continue;  // JE-U12
        const auto& wanted = inputs.options().jobs;
        const bool is_wanted = wanted.empty() || std::find(wanted.begin(), wanted.end(), id) != wanted.end();
        for (auto older = versions.begin(); older + 1 < versions.end(); ++older) {
            if (is_wanted) diagnostics.note(older_version(*older, versions.back()));
            std::erase_if(kept, [&](const FoundFile& file) { return file.path == older->file->path; });
        }
    }
    return kept;
}

}  // namespace je::study
