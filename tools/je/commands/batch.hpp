// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "command.hpp"
#include "commands/batch_plan.hpp"
#include "console.hpp"
#include "je/io/encoding.hpp"
#include "je/report/batch_result.hpp"

namespace je::tool {

/// `je batch RUNFILE`: many commands in one run, each section's results in files of its own.
class BatchCommand : public Command {
public:
    [[nodiscard]] std::vector<Option> options() const override;
    void parse(const GivenOptions& given) override;
    [[nodiscard]] ExitStatus run() override;

private:
    [[nodiscard]] ExitStatus run_file(const io::TextFile& file, io::RunFileKind kind);
    [[nodiscard]] static ExitStatus refused(Console& console, base::Diagnostics said, bool outside_alone);
    void finish(Console& console, const report::BatchResult& result) const;
    void write_summary(const BatchPlan& plan, const report::BatchResult& result) const;

    CommonOptions common_;
    std::string run_file_;
    std::optional<std::string> folder_;
    std::vector<std::string> only_;
    bool dry_run_ = false;
    bool keep_going_ = false;
};

}  // namespace je::tool
