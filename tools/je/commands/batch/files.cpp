// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/batch/files.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "commands/batch/paths.hpp"

namespace je::tool {

const PlannedFile& SectionFiles::file_of(std::optional<Format> format) const {
    return *std::find_if(section_.files.begin(), section_.files.end(),
                         [&](const PlannedFile& f) { return f.format == format; });
}

SectionFiles::Open& SectionFiles::open(std::optional<Format> format) {
    const auto known = open_.find(format);
    if (known != open_.end()) return known->second;
    if (trial_) return open_[format];
    const std::string& name = file_of(format).name;
    if (auto fault = fault_of_file(folder_, name)) throw base::OutsideError{*std::move(fault)};
    CommonOptions options;
    options.output = (std::filesystem::path{folder_} / name).generic_string();
    make_folder_of(*options.output);
    Open& made = open_[format];
    made.output = std::make_unique<Output>(options);
    return made;
}

void SectionFiles::write(std::optional<Format> format, std::string_view text) {
    Open& to = open(format);
    if (!to.output || to.done) return;  // a command that is run once for each format gives its table each time
    to.output->write(text);
    to.sum.add(text);
}

void SectionFiles::finish(std::optional<Format> format) {
    Open& to = open(format);
    if (to.output && !to.done) to.output->complete();
    to.done = true;
}

bool SectionFiles::has(Format format) const {
    const auto found = open_.find(format);
    return found != open_.end() && found->second.done;
}

std::vector<report::InputFile> SectionFiles::keep() {
    std::vector<report::InputFile> kept;
    for (const PlannedFile& file : section_.files) {
        const auto found = open_.find(file.format);
        if (found == open_.end() || !found->second.done) continue;
        if (found->second.output) found->second.output->finish();
        kept.push_back({plain_path(file.name), trial_ ? std::string{} : found->second.sum.hex()});
    }
    return kept;
}

}  // namespace je::tool
