// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace je::tool {

/// Folders in which a scheme's name is looked up, in order: those of --scheme-path, those of JE_SCHEME_PATH (separated by
/// colons), then share/je/schemes beside the folder that holds the running program.
[[nodiscard]] std::vector<std::string> scheme_folders(std::span<const std::string> scheme_path);

/// Makes the folders of JE_SCHEME_PATH absolute, before the current folder is changed.
void make_scheme_path_absolute();

/// Makes a folder the current one for as long as this lives; nothing changes when none is given. A folder that cannot be
/// entered throws base::OutsideError (JE-V15).
class WorkingFolder {
public:
    explicit WorkingFolder(const std::optional<std::string>& folder);
    ~WorkingFolder();
    WorkingFolder(const WorkingFolder&) = delete;
    WorkingFolder& operator=(const WorkingFolder&) = delete;

private:
    int before_ = -1;  // the folder to return to; -1: none
};

}  // namespace je::tool
