// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "command.hpp"

namespace je::tool {

// The commands, each in the file of its name; registry.cpp has the table of them.

[[nodiscard]] std::unique_ptr<Command> make_score();  // total, band and margins of every job
[[nodiscard]] std::unique_ptr<Command>
make_explain();  // every point of one job traced to its source, and what would move the band
[[nodiscard]] std::unique_ptr<Command> make_compare();      // two or more jobs of one scheme side by side
[[nodiscard]] std::unique_ptr<Command> make_sensitivity();  // how firm each job's band is when weights, levels or floors move
[[nodiscard]] std::unique_ptr<Command> make_merge();        // one result from the shards of a sampled run
[[nodiscard]] std::unique_ptr<Command> make_panel();   // rules, agreement, splits, dissent and outcome of records of panels
[[nodiscard]] std::unique_ptr<Command> make_appeal();  // an appeal as a comparison of two panels under stated rules
[[nodiscard]] std::unique_ptr<Command> make_check();  // every error and warning in the files, and what was proved of sound ones
[[nodiscard]] std::unique_ptr<Command> make_test();   // runs worked examples
[[nodiscard]] std::unique_ptr<Command> make_new();    // a commented file to start from
[[nodiscard]] std::unique_ptr<Command> make_seal();   // adds files to a sealed log
[[nodiscard]] std::unique_ptr<Command> make_verify();  // makes stored results again, and checks sealed logs
[[nodiscard]] std::unique_ptr<Command> make_batch();   // many commands in one run, each section's results in files of its own

}  // namespace je::tool
