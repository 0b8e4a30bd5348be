// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "je/base/diagnostic.hpp"

namespace je::tool {

/// What is wrong with the folder that a run file asks its results to be put in, relative to its own folder: a path that leads
/// out of it (JE-N14), or something else in the way (JE-N20). Nothing when all is well; the folder need not exist.
[[nodiscard]] std::optional<base::Diagnostic> fault_of_folder(const std::string& folder);

/// The same of a file `name` within `folder`, which is trusted. Links are never followed, wherever they lead.
[[nodiscard]] std::optional<base::Diagnostic> fault_of_file(const std::string& folder, const std::string& name);

/// The same of a folder that --output names, which may lie anywhere and be reached through links.
[[nodiscard]] std::optional<base::Diagnostic> fault_of_given_folder(const std::string& folder);

/// What is wrong when nothing may be written at `path`, a folder that need not exist, or the file system is read-only (JE-N24).
[[nodiscard]] std::optional<base::Diagnostic> fault_of_writing_in(const std::string& path);

/// What a path is known by: its spelling from the root without '.' and '..', and what it leads to where that exists. Two paths
/// that have one of these in common are one file.
[[nodiscard]] std::vector<std::string> known_by(const std::string& path);

/// Makes the folder that is to hold `file`, and those above it. Throws base::OutsideError (JE-X10).
void make_folder_of(const std::string& file);

/// One spelling of a path without '.' and doubled slashes.
[[nodiscard]] std::string plain_path(const std::string& path);

}  // namespace je::tool
