// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "command.hpp"

namespace je::tool {

/// `je new scheme|job|bands|test`: a commented file to start from. Never writes over a file.
class NewCommand : public Command {
public:
    [[nodiscard]] std::vector<Option> options() const override;
    void parse(const GivenOptions& given) override;
    [[nodiscard]] ExitStatus run() override;

private:
    CommonOptions common_;
    std::string kind_;
    std::optional<std::string> id_;
    std::optional<std::string> title_;
};

}  // namespace je::tool
