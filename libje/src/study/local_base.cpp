// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/local_base.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "io/local/merge.hpp"
#include "io/readers/reader.hpp"
#include "je/base/text.hpp"
#include "study/inputs.hpp"

namespace je::study {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_told = 100;

/// "." for a file without one.
std::string folder_of(const std::string& path) {
    const std::string folder = fs::path{path}.parent_path().generic_string();
    return folder.empty() ? "." : folder;
}

std::string in_folder(const std::string& folder, const std::string& name) {
    return folder == "." ? name : (fs::path{folder} / name).generic_string();
}

std::string as_it_reads(const std::string& text) { return text.empty() ? "nothing" : fmt::format("'{}'", text); }

}  // namespace

std::optional<BaseFile> BaseSearch::read(const FoundFile& file) {
    base::Diagnostics unsaid;
    try {
        const auto text = inputs_.peek(file, unsaid);
        if (text) return BaseFile{file, *text, inputs_.checksum(*text)};
    } catch (const base::OutsideError&) {  // what cannot be read is not the base
    }
    return std::nullopt;
}

void BaseSearch::look_by_name() {
    for (const std::string& folder : inputs_.options().scheme_folders) {
        const auto path = find_scheme(inputs_.source(), local_.base.value, std::span{&folder, 1});
        if (!path) continue;
        auto file = read({.path = *path, .name = local_.base.value + ".yaml", .named = false, .by_name = true});
        if (!file) continue;
        if (looks_like(file->text->text, "je-local/"))
            met_local_ = true;
        else if (looks_like(file->text->text, "je-scheme/"))
            found_.push_back(*std::move(file));
    }
}

std::vector<BaseFile> BaseSearch::schemes_in(const std::string& folder, bool below, const FoundFile& of) {
    std::vector<BaseFile> files;
    std::vector<std::string> names;
    try {
        if (inputs_.source().kind_of(folder) == io::Source::Kind::folder) names = inputs_.source().yaml_in(folder, below);
    } catch (const base::OutsideError&) {  // as above
    }
    for (const std::string& name : names) {
        const std::string path = in_folder(folder, name);
        if (inputs_.source().kind_of(path) != io::Source::Kind::file || path == of.path) continue;
        const std::string begin = inputs_.source().beginning_of(path);
        if (begin.find("je-scheme/") == std::string::npos && begin.find("je-local/") == std::string::npos) continue;
        auto file = read({.path = path, .name = of.by_name ? name : path, .named = false, .by_name = of.by_name});
        if (file) files.push_back(*std::move(file));
    }
    return files;
}

const BaseFile* BaseSearch::recorded(const std::vector<BaseFile>& files) const {
    const auto same =
        std::find_if(files.begin(), files.end(), [&](const BaseFile& one) { return one.sha256 == local_.base_sha256.value; });
    return same == files.end() ? nullptr : &*same;
}

std::optional<BaseFile> BaseSearch::find(const FoundFile& of, base::Diagnostics& diagnostics) {
    look_by_name();
    if (recorded(found_) == nullptr) {
        for (BaseFile& file : schemes_in(folder_of(of.path), false, of)) {
            base::Diagnostics unsaid;
            const auto any = inputs_.parsed(file.text, unsaid, io::read_any);
            const auto* scheme = std::get_if<model::SchemeDraft>(&any);
            const auto* local = std::get_if<io::LocalDraft>(&any);
            met_local_ = met_local_ || (local != nullptr && local->id.value == local_.base.value);
            const bool meant =
                scheme != nullptr ? scheme->id.value == local_.base.value : file.sha256 == local_.base_sha256.value;
            if (scheme == nullptr && local == nullptr) broken_.push_back(file.file.name);
            if (meant) found_.push_back(std::move(file));
        }
    }
    if (const BaseFile* exact = recorded(found_)) return *exact;
    if (!found_.empty()) return found_.front();
    const std::string& id = local_.base.value;
    if (met_local_)
        diagnostics.error(
            {"JE-Z62", local_.base.at, fmt::format("'{}' is a local agreement itself", id), "the id of a scheme",
             "extend the scheme that it extends, and state all changes in one file: what was agreed must be readable "
             "from two files"});
    else
        diagnostics.error({"JE-Z61", local_.base.at, fmt::format("there is no scheme '{}' to change", id),
                           "a scheme with that id in a folder of --scheme-path, among those of je, or beside this file",
                           broken_.empty() ? std::string{"correct the id, or give --scheme-path FOLDER"}
                                           : fmt::format("mend {} first if that is it: je check shows the mistakes",
                                                         base::quoted_list(broken_))});
    return std::nullopt;
}

void BaseSearch::report_changed(const BaseFile& base, const FoundFile& of, base::Diagnostics& diagnostics) {
    base::Diagnostics unsaid;
    const auto now = inputs_.parsed(base.text, unsaid, io::read_scheme);
    const std::string edition = now ? now->edition : std::string{"?"};
    const bool accepted = inputs_.options().accept_base;
    base::Diagnostic changed{
        .id = "JE-Z60",
        .at = local_.base_sha256.at,
        .message =
            fmt::format("scheme '{}' is not as it was when this was agreed: then edition {}, SHA-256 {}; "
                        "now edition {}, SHA-256 {}",
                        local_.base.value, local_.base_edition.value, std::string_view{local_.base_sha256.value}.substr(0, 12),
                        edition, std::string_view{base.sha256}.substr(0, 12)),
        .expected = "the file that both sides had before them",
        .fix =
            "give --scheme-path with the folder that holds it; or agree on the new one and state its "
            "checksum; --accept-base goes on, and has every result say so",
        .severity = accepted ? base::Severity::warning : base::Severity::error};
    diagnostics.add(std::move(changed));
    std::vector<BaseFile> files;
    const auto look_in = [&](const std::string& folder, bool below) {
        for (BaseFile& file : schemes_in(folder, below, of)) files.push_back(std::move(file));
    };
    for (const std::string& folder : inputs_.options().scheme_folders) look_in(folder, false);
    for (const std::string& folder : inputs_.options().records) look_in(folder, true);
    const BaseFile* old = recorded(files);
    if (old == nullptr) return;
    const auto all = io::differences(old->text, base.text, inputs_.options().limits);
    for (std::size_t i = 0; i < std::min(all.size(), most_told); ++i)
        diagnostics.note({.id = "JE-Z65",
                          .at = local_.base_sha256.at,
                          .message = fmt::format("the base has changed in '{}': then {}, now {}", all[i].where,
                                                 as_it_reads(all[i].before), as_it_reads(all[i].after))});
    if (all.size() > most_told)
        diagnostics.note({.id = "JE-Z65",
                          .at = local_.base_sha256.at,
                          .message = fmt::format("the base has changed in {} more places", all.size() - most_told)});
}

}  // namespace je::study
