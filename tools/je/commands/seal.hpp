// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "command.hpp"
#include "je/io/seal.hpp"
#include "je/report/seal_result.hpp"

namespace je::tool {

/// Throws UsageError (JE-U62) for a --head that is no hash.
void refuse_bad_head(const std::optional<std::string>& head);

/// `je seal LOG FILE...`: adds files to a sealed log.
class SealCommand : public Command {
public:
    [[nodiscard]] std::vector<Option> options() const override;
    void parse(const GivenOptions& given) override;
    [[nodiscard]] ExitStatus run() override;

private:
    /// The files' texts; fewer than there are files when one cannot be sealed.
    [[nodiscard]] std::vector<base::SourceTextPtr> read_files(base::Diagnostics& diagnostics) const;
    /// What to add to the log, and what became of each file.
    [[nodiscard]] std::string new_lines(const io::SealCheck& check, const std::vector<base::SourceTextPtr>& files,
                                        report::SealResult& result) const;

    CommonOptions common_;
    std::string log_;
    std::vector<std::string> files_;
    std::optional<base::Date> date_;
    std::optional<std::string> head_;
};

}  // namespace je::tool
