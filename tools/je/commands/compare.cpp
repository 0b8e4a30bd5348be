// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/compare.hpp"
#include "commands/commands.hpp"
#include "files_read.hpp"
#include "je/render/json.hpp"
#include "rendering.hpp"

namespace je::tool {

namespace {

class CompareCommand : public Command {
public:
    [[nodiscard]] std::vector<Option> options() const override;
    void parse(const GivenOptions& given) override;
    [[nodiscard]] ExitStatus run() override;

private:
    CommonOptions common_;
    std::vector<std::string> arguments_;
};

std::vector<Option> CompareCommand::options() const {
    return joined({scheme_options(), job_options(), audience_options(), format_options(), file_options()});
}

void CompareCommand::parse(const GivenOptions& given) {
    common_ = read_common(given, all_parts);
    require_arguments(given, "compare", "files or folders of jobs");
    arguments_ = given.arguments();
    if (common_.jobs.size() == 1)
        refuse("JE-U54", "je compare was given one --job, and one job cannot be compared",
               "--job at least twice, or not at all", "add another --job, or use je explain for one job");
}

ExitStatus CompareCommand::run() {
    protect_inputs(common_, arguments_);
    return finish(study::compare(files(), arguments_, common_), {report::compare_document, report::compare_table, render::json},
                  common_);
}

}  // namespace

std::unique_ptr<Command> make_compare() { return std::make_unique<CompareCommand>(); }

}  // namespace je::tool
