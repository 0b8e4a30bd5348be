// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command.hpp"

namespace je::tool {

/// `je check`: every error and warning in the files, and what was proved of the sound ones.
class CheckCommand : public Command {
public:
    [[nodiscard]] std::vector<Option> options() const override;
    void parse(const GivenOptions& given) override;
    [[nodiscard]] ExitStatus run() override;

private:
    CommonOptions common_;
    bool show_ = false;
    std::vector<std::string> arguments_;
};

}  // namespace je::tool
