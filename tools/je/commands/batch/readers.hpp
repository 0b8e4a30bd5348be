// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "commands/batch/plan.hpp"

namespace je::tool {

/// The records in a folder, at any depth, as commands find them there: paths that begin with that of the folder.
struct FolderContents {
    std::vector<std::string> files{};
    std::error_code error{};  // why it could not be looked through to its end
};
[[nodiscard]] FolderContents records_in(const std::string& folder);

/// Where an input lies: a scheme that is named is looked up.
[[nodiscard]] std::string path_of(const PlannedInput& input, const PlannedSection& section);

/// Which section is the first to read a file: under its own name, in a folder that is named, or because a stored result that it
/// verifies was made from it.
class Readers {
public:
    struct Reader {
        std::size_t section = 0;
        const PlannedInput* input = nullptr;
    };
    explicit Readers(const std::vector<PlannedSection>& sections);
    /// The first section that reads this file; null when none does.
    [[nodiscard]] const Reader* first_of(const std::string& path) const;

private:
    void add(const std::vector<std::string>& names, const Reader& reader);
    void add_what_it_was_made_from(const PlannedSection& section, const Reader& reader);
    [[nodiscard]] const std::vector<std::string>& all_known_by(const std::string& path, bool searched);

    std::map<std::pair<std::string, bool>, std::vector<std::string>> known_;  // by path, what is in a folder included
    std::map<std::string, Reader> first_;                                     // by what a file is known by
};

}  // namespace je::tool
