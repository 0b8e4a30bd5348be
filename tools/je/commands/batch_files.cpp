// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/batch_files.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "commands/batch_paths.hpp"

namespace je::tool {

const PlannedFile& SectionFiles::file_of(Format format) const {
    return *std::find_if(section_.files.begin(), section_.files.end(),
                         [&](const PlannedFile& f) { return f.format == format; });
}

SectionFiles::Open& SectionFiles::open(Format format) {
    const auto known = open_.find(format);
    if (known != open_.end()) return known->second;
    const std::string& name = file_of(format).name;
    if (auto fault = fault_of_file(folder_, name)) throw base::OutsideError{*std::move(fault)};
    CommonOptions options;
    options.output = (std::filesystem::path{folder_} / name).generic_string();
    make_folder_of(*options.output);
    Open& made = open_[format];
    made.output = std::make_unique<Output>(options);
    return made;
}

void SectionFiles::write(Format format, std::string_view text) {
    Open& to = open(format);
    to.output->write(text);
    to.sum.add(text);
}

void SectionFiles::finish(Format format) {
    Open& to = open(format);
    to.output->finish();
    written_.push_back({plain_path(file_of(format).name), to.sum.hex()});
    done_.push_back(format);
    open_.erase(format);
}

bool SectionFiles::has(Format format) const { return std::find(done_.begin(), done_.end(), format) != done_.end(); }

}  // namespace je::tool
