// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "commands/batch/plan.hpp"
#include "je/io/file.hpp"
#include "je/report/common.hpp"
#include "output.hpp"

namespace je::tool {

/// The files of one section, written as its results come. They are put in place together once the section is done, so one that
/// fails leaves nothing.
class SectionFiles : public ResultReceiver {
public:
    /// In a trial nothing is written, and only noted. Throws base::OutsideError where a file may no longer be written (JE-N14,
    /// JE-N20): what lies in the folder may have changed since the plan was made.
    SectionFiles(const std::string& folder, const PlannedSection& section, bool trial)
        : folder_{folder}, section_{section}, trial_{trial} {}

    void write(std::optional<Format> format, std::string_view text) override;
    void finish(std::optional<Format> format) override;

    /// Whether the result in this format is complete.
    [[nodiscard]] bool has(Format format) const;
    /// Puts in place what is complete, and gives it in the order of the section, with checksums.
    [[nodiscard]] std::vector<report::InputFile> keep();

private:
    struct Open {
        std::unique_ptr<Output> output;  // null in a trial
        io::Sha256 sum;
        bool done = false;
    };
    [[nodiscard]] const PlannedFile& file_of(std::optional<Format> format) const;
    [[nodiscard]] Open& open(std::optional<Format> format);

    const std::string& folder_;
    const PlannedSection& section_;
    bool trial_;
    std::map<std::optional<Format>, Open> open_;
};

}  // namespace je::tool
