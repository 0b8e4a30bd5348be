// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "command.hpp"
#include "commands/new_sources.hpp"

namespace je::tool {

/// `je new scheme|job|bands|test|panel|appeal`: a commented file to start from. Never writes over a file.
class NewCommand : public Command {
public:
    [[nodiscard]] std::vector<Option> options() const override;
    void parse(const GivenOptions& given) override;
    [[nodiscard]] ExitStatus run() override;

private:
    /// The file to print; `sources` holds what the kind is made from.
    [[nodiscard]] std::string text_from(const NewSources& sources) const;

    CommonOptions common_;
    std::string kind_;
    std::optional<std::string> file_;
    std::string id_;
    std::string title_;
};

}  // namespace je::tool
