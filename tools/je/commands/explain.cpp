// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "commands/commands.hpp"
#include "files_read.hpp"
#include "je/base/text.hpp"
#include "je/render/json.hpp"
#include "je/study/explain.hpp"
#include "rendering.hpp"

namespace je::tool {

namespace {

constexpr std::uint64_t most_factors = 6;

std::size_t read_max_factors(const std::string& text) {
    if (const auto number = base::parse_whole(text, most_factors); number && *number > 0) return *number;
    refuse("JE-U51", fmt::format("--max-factors is '{}'", text), fmt::format("a whole number from 1 to {}", most_factors),
           "write for example: --max-factors 2");
}

class ExplainCommand : public Command {
public:
    [[nodiscard]] std::vector<Option> options() const override;
    void parse(const GivenOptions& given) override;
    [[nodiscard]] ExitStatus run() override;

private:
    CommonOptions common_;
    report::ExplainOptions explain_options_;
    std::vector<std::string> arguments_;
};

std::vector<Option> ExplainCommand::options() const {
    return joined({{{"changes", "N|all"}, {"max-factors", "N"}},
                   scheme_options(),
                   job_options(),
                   audience_options(),
                   format_options(),
                   file_options()});
}

void ExplainCommand::parse(const GivenOptions& given) {
    common_ = read_common(given, all_parts);
    require_arguments(given, "explain", "a file or folder of jobs");
    arguments_ = given.arguments();
    if (common_.jobs.size() > 1)
        refuse("JE-U49", fmt::format("je explain explains one job, and --job was given {} times", common_.jobs.size()),
               "--job once", "run je explain for each, or set jobs side by side with je compare");
    if (const auto text = given.value("changes")) explain_options_.keep = read_changes(*text);
    if (const auto text = given.value("max-factors")) explain_options_.max_factors = read_max_factors(*text);
}

ExitStatus ExplainCommand::run() {
    protect_inputs(common_, arguments_);
    return finish(study::explain(files(), arguments_, common_, explain_options_),
                  {report::explain_document, report::explain_table, render::json}, common_);
}

}  // namespace

std::unique_ptr<Command> make_explain() { return std::make_unique<ExplainCommand>(); }

}  // namespace je::tool
