// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command.hpp"
#include "records.hpp"

namespace je::tool {

/// `je panel`: rules, agreement, splits, dissent and outcome of the records of panels.
class PanelCommand : public Command {
public:
    [[nodiscard]] std::vector<Option> options() const override;
    void parse(const GivenOptions& given) override;
    [[nodiscard]] ExitStatus run() override;

private:
    CommonOptions common_;
    bool each_ = false;
    std::vector<std::string> arguments_;
};

/// All that `je panel` says of one record, without a result.
void tell_of_panel(const model::PanelDraft& draft, const CommonOptions& options, Inputs& inputs, Records& records,
                   base::Diagnostics& said);

}  // namespace je::tool
