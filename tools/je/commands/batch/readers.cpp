// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/batch/readers.hpp"

#include <algorithm>
#include <filesystem>

#include "commands/batch/paths.hpp"
#include "commands/commands.hpp"
#include "files_read.hpp"
#include "folders.hpp"
#include "je/io/file.hpp"
#include "je/io/json_value.hpp"
#include "je/study/files.hpp"

namespace je::tool {

namespace fs = std::filesystem;

namespace {

/// Names of the files that a stored result was made from; none when this is no such result, or not there.
std::vector<std::string> names_in_result(const std::string& path) {
    base::Diagnostics unsaid;
    std::vector<std::string> names;
    try {
        const auto text = io::read_file(path, path, {}, unsaid);
        const auto stored = text ? io::read_json(*text, {}, unsaid) : std::nullopt;
        const io::JsonValue* inputs = stored ? stored->find("inputs") : nullptr;
        if (inputs == nullptr) return {};
        for (const auto& [unnamed, input] : inputs->members) {
            const io::JsonValue* name = input.find("name");
            if (name != nullptr && name->as_text()) names.emplace_back(*name->as_text());
        }
    } catch (const base::OutsideError&) {
        return {};  // that it cannot be read is told of every input
    }
    return names;
}

/// A pipe or a device is not read there. What is not there (a link that leads nowhere) is told of.
bool may_be_file(const std::string& path) {
    const auto kind = files().kind_of(path);
    return kind == io::Source::Kind::nothing || kind == io::Source::Kind::file;
}

}  // namespace

FolderContents records_in(const std::string& folder) {
    FolderContents found;
    fs::recursive_directory_iterator entry{folder, found.error};
    while (!found.error && entry != fs::recursive_directory_iterator{}) {
        if (entry->path().filename().string().starts_with(".")) {
            entry.disable_recursion_pending();
        } else if (entry->path().extension() == ".yaml" && may_be_file(entry->path().string())) {
            found.files.push_back(entry->path().generic_string());
        }
        entry.increment(found.error);
    }
    std::sort(found.files.begin(), found.files.end());
    return found;
}

std::string path_of(const PlannedInput& input, const PlannedSection& section) {
    if (!input.may_be_name || study::is_scheme_file(input.name)) return input.name;
    return study::find_scheme(files(), input.name, scheme_folders(section.scheme_path)).value_or(input.name);
}

Readers::Readers(const std::vector<PlannedSection>& sections) {
    for (std::size_t i = 0; i < sections.size(); ++i) {
        for (const PlannedInput& input : sections[i].inputs) {
            add(all_known_by(path_of(input, sections[i]), input.searched), {i, &input});
            if (sections[i].command == &verify_command) add_what_it_was_made_from(sections[i], {i, &input});
        }
    }
}

void Readers::add(const std::vector<std::string>& names, const Reader& reader) {
    for (const std::string& name : names) first_.emplace(name, reader);
}

void Readers::add_what_it_was_made_from(const PlannedSection& section, const Reader& reader) {
    const auto option = std::find(section.words.begin(), section.words.end(), "--in");
    const fs::path folder{option == section.words.end() || std::next(option) == section.words.end() ? "" : *std::next(option)};
    for (const std::string& name : names_in_result(reader.input->name)) add(known_by((folder / name).string()), reader);
}

const std::vector<std::string>& Readers::all_known_by(const std::string& path, bool searched) {
    const auto [entry, is_new] = known_.try_emplace({path, searched});
    if (!is_new) return entry->second;
    entry->second = known_by(path);
    std::error_code ignored;
    if (!searched || !fs::is_directory(path, ignored)) return entry->second;
    for (const std::string& file : records_in(path).files) {
        const auto names = known_by(file);
        entry->second.insert(entry->second.end(), names.begin(), names.end());
    }
    return entry->second;
}

const Readers::Reader* Readers::first_of(const std::string& path) const {
    const Reader* first = nullptr;
    for (const std::string& name : known_by(path)) {
        const auto found = first_.find(name);
        if (found != first_.end() && (first == nullptr || found->second.section < first->section)) first = &found->second;
    }
    return first;
}

}  // namespace je::tool
