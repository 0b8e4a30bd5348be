// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "files_read.hpp"
#include "je/render/json.hpp"
#include "je/study/panels.hpp"
#include "rendering.hpp"

namespace je::tool {

namespace {

class PanelCommand : public Command {
public:
    [[nodiscard]] std::vector<Option> options() const override;
    void parse(const GivenOptions& given) override;
    [[nodiscard]] ExitStatus run() override;

private:
    CommonOptions common_;
    study::PanelsOptions panels_options_;
    std::vector<std::string> arguments_;
};

std::vector<Option> PanelCommand::options() const {
    return joined({{{"each"}}, scheme_options(), record_options(), audience_options(), format_options(), file_options()});
}

void PanelCommand::parse(const GivenOptions& given) {
    common_ = read_common(given, all_parts);
    panels_options_.each = given.has("each");
    require_arguments(given, "panel", "records of panels");
    arguments_ = given.arguments();
}

ExitStatus PanelCommand::run() {
    protect_inputs(common_, arguments_);
    return finish(study::panels(files(), arguments_, common_, panels_options_),
                  {report::panel_document, report::panel_table, render::json}, common_);
}

}  // namespace

std::unique_ptr<Command> make_panel() { return std::make_unique<PanelCommand>(); }

}  // namespace je::tool
