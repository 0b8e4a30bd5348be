// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "je/base/diagnostic.hpp"
#include "je/io/source.hpp"

namespace je::study {

/// A file to be read: `name` is what messages and results call it.
struct FoundFile {
    std::string path;
    std::string name;
    bool named = true;     // by the user; false: found in a folder, or named in a file
    bool by_name = false;  // a scheme that was looked up, of which the encoding asked for says nothing
};

/// Whether a file is read as CSV: by the ending of its name, and where that may mean either, by its first bytes.
[[nodiscard]] bool is_csv(const io::Source& source, const std::string& path);
/// Whether its first bytes are those of a workbook or the like, which reading it will report.
[[nodiscard]] bool is_document(const io::Source& source, const std::string& path);

/// The bundles (je/study/bundle.hpp) that lie in a folder: what is in them was read once already, and is no input of its own.
class BundlesWithin {
public:
    /// `lead`: what the paths of the folder's files begin with. The source must outlive it.
    BundlesWithin(const io::Source& source, std::string lead) : source_{&source}, lead_{std::move(lead)} {}
    /// The outermost bundle that a file lies in, both as paths from the folder; nothing where it lies in none.
    [[nodiscard]] const std::optional<std::string>& around(const std::string& path);

private:
    const io::Source* source_;
    std::string lead_;
    std::map<std::string, std::optional<std::string>> bundles_{};  // of folders that were looked at
};

/// The files that `arguments` name, in order; a folder stands for every *.yaml below it, sorted by path (folders and files
/// whose name begins with a dot apart). Throws base::OutsideError when one does not exist, and reports a folder without any
/// (JE-U16). Bundles in a folder (JE-M23) and what is no ordinary file (JE-U99) are passed over, which is said. Where folders
/// of schemes are given, a name that is no file is that of a scheme.
[[nodiscard]] std::vector<FoundFile> find_files(const io::Source& source, std::span<const std::string> arguments,
                                                base::Diagnostics& diagnostics,
                                                std::span<const std::string> scheme_folders = {});

/// Whether a file found in a folder looks like the given format ("je-job/"), judged by its `format:` line.
[[nodiscard]] bool looks_like(std::string_view text, std::string_view format);

/// Whether what is given as a scheme names a file rather than a scheme: it has a '/' or ends as YAML files do.
[[nodiscard]] bool is_scheme_file(std::string_view text);
/// The file of the scheme with that name, in the first folder that has one; nothing for what is no plain name.
[[nodiscard]] std::optional<std::string> find_scheme(const io::Source& source, std::string_view name,
                                                     std::span<const std::string> folders);
/// What has the name of a scheme's file in one of the folders and is passed over: a pipe or a device.
[[nodiscard]] std::optional<std::string> passed_over(const io::Source& source, std::string_view name,
                                                     std::span<const std::string> folders);
/// Names of all schemes in the folders, sorted, each once.
[[nodiscard]] std::vector<std::string> scheme_names(const io::Source& source, std::span<const std::string> folders);

}  // namespace je::study
