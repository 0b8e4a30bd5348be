// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "commands/batch_plan.hpp"
#include "je/io/file.hpp"
#include "je/report/common.hpp"
#include "output.hpp"

namespace je::tool {

/// The files of one section, written as its results come. Each is put in place when it is complete, so a section that fails
/// leaves nothing that is half done.
class SectionFiles : public ResultReceiver {
public:
    /// Throws base::OutsideError where a file may no longer be written (JE-N14, JE-N20): what lies in the folder may have
    /// changed since the plan was made.
    SectionFiles(const std::string& folder, const PlannedSection& section) : folder_{folder}, section_{section} {}

    void write(Format format, std::string_view text) override;
    void finish(Format format) override;

    /// Whether the result in this format is in place.
    [[nodiscard]] bool has(Format format) const;
    /// The files in place, in the order of the section, with their checksums.
    [[nodiscard]] const std::vector<report::InputFile>& written() const { return written_; }

private:
    struct Open {
        std::unique_ptr<Output> output;
        io::Sha256 sum;
    };
    [[nodiscard]] const PlannedFile& file_of(Format format) const;
    [[nodiscard]] Open& open(Format format);

    const std::string& folder_;
    const PlannedSection& section_;
    std::map<Format, Open> open_;
    std::vector<Format> done_;
    std::vector<report::InputFile> written_;
};

}  // namespace je::tool
