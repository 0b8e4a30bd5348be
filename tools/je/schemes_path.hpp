// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace je::tool {

/// Folders in which a scheme's name is looked up, in order: those of --scheme-path, those of JE_SCHEME_PATH (separated by
/// colons), then share/je/schemes beside the folder that holds the running program.
[[nodiscard]] std::vector<std::string> scheme_folders(std::span<const std::string> scheme_path);

/// Makes the folders of JE_SCHEME_PATH absolute, before the current folder is changed.
void make_scheme_path_absolute();

/// Whether `text` is meant as a file: it has a slash or ends in .yaml or .yml. Anything else is a name.
[[nodiscard]] bool is_scheme_file(std::string_view text);

/// As io::find_scheme.
[[nodiscard]] std::optional<std::string> find_scheme(std::string_view name, std::span<const std::string> folders);

/// What stands where a scheme of that name would, and is no file: a pipe or device, a folder.
[[nodiscard]] std::optional<std::string> passed_over(std::string_view name, std::span<const std::string> folders);

/// Names of all schemes in the folders, sorted, each once.
[[nodiscard]] std::vector<std::string> scheme_names(std::span<const std::string> folders);

}  // namespace je::tool
