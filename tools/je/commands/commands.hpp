// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command.hpp"

namespace je::tool {

// The commands, each in the file of its name; registry.cpp lists them.

extern const Command score_command;        // total, band and margins of every job
extern const Command explain_command;      // every point of one job traced to its source, and what would move the band
extern const Command compare_command;      // two or more jobs of one scheme side by side
extern const Command diff_command;         // what a new version of a questionnaire changes, and whether that is material
extern const Command sensitivity_command;  // how firm each job's band is when weights, levels or floors move
extern const Command merge_command;        // one result from the shards of a sampled run
extern const Command panel_command;        // rules, agreement, splits, dissent and outcome of records of panels
extern const Command appeal_command;       // an appeal as a comparison of two panels under stated rules
extern const Command report_command;       // jobs, panels, appeals and stored results as one page
extern const Command check_command;        // every error and warning in the files, and what was proved of sound ones
extern const Command test_command;         // runs worked examples
extern const Command new_command;          // a commented file to start from
extern const Command seal_command;         // adds files to a sealed log
extern const Command verify_command;       // makes stored results again, and checks sealed logs
extern const Command bundle_command;       // the papers of a dispute in one folder or archive
extern const Command batch_command;        // many commands in one run, each section's results in files of its own

}  // namespace je::tool
