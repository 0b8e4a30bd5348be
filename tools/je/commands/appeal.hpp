// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "command.hpp"
#include "records.hpp"

namespace je::tool {

/// `je appeal`: an appeal as a comparison of two panels under stated rules; before the re-panel, what a case can rest on.
class AppealCommand : public Command {
public:
    [[nodiscard]] std::vector<Option> options() const override;
    void parse(const GivenOptions& given) override;
    [[nodiscard]] ExitStatus run() override;

private:
    CommonOptions common_;
    std::vector<std::string> arguments_;
    std::optional<std::string> holidays_;
    std::optional<std::size_t> changes_ = 10;  // sets shown of each kind; nothing: all
};

/// All that `je appeal` says of one record when no day and no holidays are given, without a result.
void tell_of_appeal(const model::AppealDraft& draft, const CommonOptions& options, Inputs& inputs, Records& records,
                    base::Diagnostics& said);

}  // namespace je::tool
