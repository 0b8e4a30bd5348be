// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "commands/batch/plan.hpp"

namespace je::tool {

/// The keys of a section that its command takes; those of [batch] come last.
struct SectionKeys {
    std::vector<const io::RunKey*> keys{};
    std::set<std::string> meant{};  // by those that are misspelt, or have no good value
};

/// Whether a command writes its result in formats that are asked for; je bundle alone writes an archive.
[[nodiscard]] bool has_formats(const Command& command);

/// The options that a key of a section may name: where results go, and in which form, is said otherwise.
[[nodiscard]] std::vector<Option> options_for_keys(const Command& command);

/// Makes sense of a section whose results go into `folder`, and says what is wrong with its keys (JE-N13) and what its command
/// cannot follow. Of a key that is in `bad` nothing is said; keys of which something is are added.
[[nodiscard]] PlannedSection plan_section(const io::RunSection& section, const Command& command, SectionKeys taken,
                                          const std::string& folder, std::set<const io::RunKey*>& bad,
                                          base::Diagnostics& diagnostics);

}  // namespace je::tool
