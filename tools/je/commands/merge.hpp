// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command.hpp"
#include "commands/merge_shards.hpp"

namespace je::tool {

/// `je merge`: one result from the shards of a sampled run, the same bytes as one run over all scenarios gives.
class MergeCommand : public Command {
public:
    [[nodiscard]] std::vector<Option> options() const override;
    void parse(const GivenOptions& given) override;
    [[nodiscard]] ExitStatus run() override;

private:
    [[nodiscard]] ExitStatus make_result(const MergedShards& merged, Console& console) const;

    CommonOptions common_;
    std::vector<std::string> files_;
};

}  // namespace je::tool
