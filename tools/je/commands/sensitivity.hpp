// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command.hpp"
#include "commands/sensitivity_options.hpp"
#include "commands/sensitivity_pairs.hpp"

namespace je::tool {

/// `je sensitivity`: how firm each job's band is when weights, levels or floors move.
class SensitivityCommand : public Command {
public:
    [[nodiscard]] std::vector<Option> options() const override;
    void parse(const GivenOptions& given) override;
    [[nodiscard]] ExitStatus run() override;

private:
    CommonOptions common_;
    SensitivityOptions asked_;
    std::vector<PairAsked> pairs_;
    std::vector<std::string> required_;
    std::vector<std::string> arguments_;
};

}  // namespace je::tool
