// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "je/base/diagnostic.hpp"
#include "je/io/file.hpp"
#include "je/report/verify_result.hpp"

namespace je::tool {

class SharedInputs;

/// Whether a text is meant as a sealed log, sound or not.
[[nodiscard]] bool is_log(std::string_view text);

/// Verifies files one by one. Names in them are looked up from the current folder.
class Verifying {
public:
    explicit Verifying(const io::Limits& limits) : limits_{limits} {}

    /// A stored result: makes it again and compares.
    [[nodiscard]] report::VerifiedFile result(const base::SourceTextPtr& text);
    /// A sealed log: checks it, and compares the files it seals. `head` is one that was noted earlier.
    [[nodiscard]] report::VerifiedFile log(const base::SourceTextPtr& text, const std::optional<std::string>& head);

    base::Diagnostics said;
    std::uint64_t max_scenarios = 1'000'000;  // that a result may ask to draw
    bool outside = false;                     // an input could not be read
    std::shared_ptr<SharedInputs> shared;     // what other commands of the run have read; null when there are none

private:
    const io::Limits& limits_;
};

}  // namespace je::tool
