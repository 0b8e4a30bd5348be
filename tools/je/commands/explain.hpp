// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command.hpp"
#include "je/report/explain_result.hpp"
#include "jobs.hpp"

namespace je::tool {

/// `je explain`: every point of one job traced to its source, and what would move the band.
class ExplainCommand : public Command {
public:
    [[nodiscard]] std::vector<Option> options() const override;
    void parse(const GivenOptions& given) override;
    [[nodiscard]] ExitStatus run() override;

private:
    CommonOptions common_;
    report::ExplainOptions explain_options_;
    std::vector<std::string> arguments_;
};

/// Reads --changes: how many sets of level changes to show; nothing for all.
[[nodiscard]] std::optional<std::size_t> read_changes(const std::string& text);

/// Options under which Inputs keeps the checksum of every file, as it does for JSON: what is printed to be argued over has to
/// say what it was made from, whatever the format.
[[nodiscard]] CommonOptions with_checksums(CommonOptions common);

/// The explanation of a job in use, without its list of inputs. Warnings about its levels go into `diagnostics`; nothing is
/// returned when there are errors about them, which go there too.
[[nodiscard]] std::optional<report::ExplainResult> explain_job(const SchemeInUse& scheme, const model::Job& job,
                                                               const CommonOptions& common,
                                                               const report::ExplainOptions& options,
                                                               base::Diagnostics& diagnostics);

}  // namespace je::tool
