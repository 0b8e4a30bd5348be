// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "io/local/local_draft.hpp"
#include "je/base/diagnostic.hpp"
#include "je/study/files.hpp"

namespace je::study {

class Inputs;

/// A file that may be the scheme a local agreement extends.
struct BaseFile {
    FoundFile file;
    base::SourceTextPtr text;
    std::string sha256;
};

/// Finds the base of a local agreement: by its id in the folders of schemes, and beside the agreement's own file. Of several
/// the one with the checksum that was agreed on, else the first. Files that cannot be read are passed over.
class BaseSearch {
public:
    /// Both are kept by reference.
    BaseSearch(Inputs& inputs, const io::LocalDraft& local) : inputs_{inputs}, local_{local} {}

    /// `of`: the file of the agreement. Says JE-Z61 when there is none, and JE-Z62 when it is a local agreement itself.
    [[nodiscard]] std::optional<BaseFile> find(const FoundFile& of, base::Diagnostics& diagnostics);
    /// Says that `base` is not the file agreed on (JE-Z60), with the differences from that file where it is at hand.
    void report_changed(const BaseFile& base, const FoundFile& of, base::Diagnostics& diagnostics);

private:
    [[nodiscard]] std::optional<BaseFile> read(const FoundFile& file);
    /// The *.yaml files of a folder whose texts begin as those of schemes do.
    [[nodiscard]] std::vector<BaseFile> schemes_in(const std::string& folder, bool below, const FoundFile& of);
    void look_by_name();
    [[nodiscard]] const BaseFile* recorded(const std::vector<BaseFile>& files) const;

    Inputs& inputs_;
    const io::LocalDraft& local_;
    std::vector<BaseFile> found_;
    std::vector<std::string> broken_;  // files beside that cannot be read as they are
    bool met_local_ = false;
};

}  // namespace je::study
