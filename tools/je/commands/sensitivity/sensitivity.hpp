// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <utility>

#include "command.hpp"
#include "commands/sensitivity/asked.hpp"
#include "console.hpp"

namespace je::tool {

/// `je sensitivity`: how firm each job's band is when weights, levels or floors move.
class SensitivityCommand : public Command {
public:
    [[nodiscard]] std::vector<Option> options() const override;
    void parse(const GivenOptions& given) override;
    [[nodiscard]] ExitStatus run() override;
    /// Takes these counts in place of sampling, and gives the result that one run over all scenarios gives. After `parse`.
    void supply(std::shared_ptr<const study::SuppliedTally> tally) { asked_.what.supplied = std::move(tally); }

private:
    void write_result(const study::SensitivityOptions& what, const study::Control& control, Console& console);
    void write_shard(const study::SensitivityOptions& what, const study::Control& control, Console& console);

    CommonOptions common_;
    SensitivityAsked asked_;
    std::vector<std::string> arguments_;
    std::vector<std::string> made_by_;
};

}  // namespace je::tool
