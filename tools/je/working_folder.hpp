// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

namespace je::tool {

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
