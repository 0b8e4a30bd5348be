// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "command.hpp"
#include "commands/verifying.hpp"

namespace je::tool {

/// `je verify FILE...`: makes stored results again, and checks sealed logs.
class VerifyCommand : public Command {
public:
    [[nodiscard]] std::vector<Option> options() const override;
    void parse(const GivenOptions& given) override;
    [[nodiscard]] ExitStatus run() override;

private:
    void verify(const std::string& name, Verifying& verifying, report::VerifyResult& result) const;
    void protect(const report::VerifyResult& result) const;

    CommonOptions common_;
    std::vector<std::string> files_;
    std::optional<std::string> head_;
    std::optional<std::string> in_;
    std::optional<std::uint64_t> max_scenarios_;
};

}  // namespace je::tool
