// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "fuzz/replay.hpp"

// Runs a fuzz target once over each file of the folders given: fuzz_replay TARGET FOLDER... A missing or empty first folder is
// a failure.
int main(int argc, char** argv) {
    const auto targets = je::test::fuzz_targets();
    const auto target = std::find_if(targets.begin(), targets.end(),
                                     [&](const auto& one) { return argc > 2 && std::strcmp(one.name, argv[1]) == 0; });
    if (target == targets.end()) return 2;
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (int i = 2; i < argc && (i == 2 || !files.empty()); ++i) {
        for (const auto& entry : std::filesystem::directory_iterator{argv[i], error}) {
            if (entry.is_regular_file()) files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    for (const auto& path : files) {
        std::ifstream file{path, std::ios::binary};
        const std::vector<char> bytes{std::istreambuf_iterator<char>{file}, {}};
        std::printf("%s\n", path.filename().c_str());
        std::fflush(stdout);
        target->run(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    }
    std::printf("%zu inputs replayed\n", files.size());
    return files.empty() ? 1 : 0;
}
