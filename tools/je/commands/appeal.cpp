// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "files_read.hpp"
#include "je/render/json.hpp"
#include "je/study/appeals.hpp"
#include "rendering.hpp"

namespace je::tool {

namespace {

class AppealCommand : public Command {
public:
    [[nodiscard]] std::vector<Option> options() const override;
    void parse(const GivenOptions& given) override;
    [[nodiscard]] ExitStatus run() override;

private:
    CommonOptions common_;
    study::AppealsOptions appeals_options_;
    std::vector<std::string> arguments_;
};

std::vector<Option> AppealCommand::options() const {
    return joined({scheme_options(),
                   {{"holidays", "FILE"}, {"changes", "N|all"}},
                   record_options(),
                   audience_options(),
                   format_options(),
                   file_options()});
}

void AppealCommand::parse(const GivenOptions& given) {
    common_ = read_common(given, all_parts);
    appeals_options_.holidays = given.value("holidays");
    if (const auto text = given.value("changes")) appeals_options_.changes = read_changes(*text);
    require_arguments(given, "appeal", "records of appeals");
    arguments_ = given.arguments();
}

ExitStatus AppealCommand::run() {
    protect_inputs(common_, arguments_);
    return finish(study::appeals(files(), arguments_, common_, appeals_options_),
                  {report::appeal_document, report::appeal_table, render::json}, common_);
}

}  // namespace

std::unique_ptr<Command> make_appeal() { return std::make_unique<AppealCommand>(); }

}  // namespace je::tool
