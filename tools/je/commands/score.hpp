// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command.hpp"

namespace je::tool {

/// `je score`: total, band and margins of every job.
class ScoreCommand : public Command {
public:
    [[nodiscard]] std::vector<Option> options() const override;
    void parse(const GivenOptions& given) override;
    [[nodiscard]] ExitStatus run() override;

private:
    CommonOptions common_;
    bool require_complete_ = false;
    std::vector<std::string> arguments_;
};

}  // namespace je::tool
