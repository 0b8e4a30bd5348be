// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <utility>

#include "command.hpp"
#include "commands/sensitivity_options.hpp"
#include "commands/sensitivity_pairs.hpp"
#include "commands/sensitivity_sampling.hpp"

namespace je::tool {

/// `je sensitivity`: how firm each job's band is when weights, levels or floors move.
class SensitivityCommand : public Command {
public:
    [[nodiscard]] std::vector<Option> options() const override;
    void parse(const GivenOptions& given) override;
    [[nodiscard]] ExitStatus run() override;
    /// Takes these counts in place of sampling, and gives the result that one run over all scenarios gives.
    void supply(std::shared_ptr<const SuppliedTally> tally) { supplied_ = std::move(tally); }

private:
    [[nodiscard]] report::SensitivityHead head_of(const StudiedJobs& studied, const Sampling* sampling) const;
    void write_result(const StudiedJobs& studied, Sampling* sampling, Inputs& inputs, base::Diagnostics& said,
                      Console& console);
    void write_shard(const StudiedJobs& studied, Sampling* sampling, const Inputs& inputs, Console& console) const;

    CommonOptions common_;
    SensitivityOptions asked_;
    std::vector<PairAsked> pairs_;
    std::vector<std::string> required_;
    std::vector<std::string> arguments_;
    std::optional<report::WalkView> walk_;  // when scenarios are walked to
    std::shared_ptr<const SuppliedTally> supplied_;
};

}  // namespace je::tool
