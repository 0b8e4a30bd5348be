// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "je/base/diagnostic.hpp"
#include "je/study/bundle.hpp"

namespace je::tool {

/// A bundle that lies in a folder, or is unpacked into one that goes with this.
class OpenBundle {
public:
    OpenBundle() = default;
    ~OpenBundle();
    OpenBundle(const OpenBundle&) = delete;
    OpenBundle& operator=(const OpenBundle&) = delete;

    /// Reads what lies at `path`. False when that is no bundle: neither a folder with a list of checksums or a report nor a
    /// file whose name ends in .zip. What is wrong with one is said (JE-M12 to JE-M14), and it then has no files.
    [[nodiscard]] bool open(const std::string& path, const io::Limits& limits, base::Diagnostics& diagnostics);

    [[nodiscard]] const std::optional<study::BundleFiles>& files() const { return files_; }
    [[nodiscard]] const std::string& folder() const { return folder_; }

private:
    void read_folder(const std::string& path, const io::Limits& limits, base::Diagnostics& diagnostics);
    void unpack();

    std::optional<study::BundleFiles> files_;
    std::string folder_;
    bool is_ours_ = false;  // to be removed
};

}  // namespace je::tool
