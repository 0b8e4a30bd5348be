// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "command.hpp"
#include "je/model/scheme.hpp"

namespace je::tool {

/// `je new scheme|job|bands|test`: a commented file to start from. Never writes over a file.
class NewCommand : public Command {
public:
    [[nodiscard]] std::vector<Option> options() const override;
    void parse(const GivenOptions& given) override;
    [[nodiscard]] ExitStatus run() override;

private:
    /// The file to print; `scheme` is null unless one was given, which a questionnaire needs.
    [[nodiscard]] std::string text_for(const model::Scheme* scheme) const;

    CommonOptions common_;
    std::string kind_;
    std::optional<std::string> id_;
    std::optional<std::string> title_;
};

}  // namespace je::tool
