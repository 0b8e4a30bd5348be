// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "je/report/document.hpp"

namespace je::report {

/// What became of one file that was to be sealed.
struct SealedRow {
    std::uint64_t entry = 0;
    std::string kind;
    std::string id;
    std::string name;
    std::string hash;        // of the entry
    bool unchanged = false;  // the entry was there already
};

/// The result of `je seal`.
struct SealResult {
    std::string log{};
    std::vector<SealedRow> files{};
    std::uint64_t entries = 0;  // in the log now
    std::string head{};         // hash of its newest entry
};

/// The new entries, the files that needed none, and the head to note down.
[[nodiscard]] Document seal_document(const SealResult& result);

}  // namespace je::report
