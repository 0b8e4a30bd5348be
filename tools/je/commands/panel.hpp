// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command.hpp"

namespace je::tool {

/// `je panel`: rules, agreement, splits, dissent and outcome of the records of panels.
class PanelCommand : public Command {
public:
    [[nodiscard]] std::vector<Option> options() const override;
    void parse(const GivenOptions& given) override;
    [[nodiscard]] ExitStatus run() override;

private:
    CommonOptions common_;
    std::vector<std::string> arguments_;
};

}  // namespace je::tool
