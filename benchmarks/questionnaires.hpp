// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "je/model/scheme.hpp"

namespace je::benchmark {

/// A folder for the questionnaires of a run; goes with everything in it when the object does.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

struct Questionnaires {
    std::vector<std::string> files;
    std::uint64_t bytes = 0;
};

/// Writes `count` questionnaires of 3 to 5 KB as people fill them in: a level, one or two quotes and now and then a note for
/// every factor of `scheme`. The same seed writes the same files.
[[nodiscard]] Questionnaires write_questionnaires(const std::filesystem::path& folder, const model::Scheme& scheme,
                                                  std::size_t count, std::uint64_t seed);

}  // namespace je::benchmark
