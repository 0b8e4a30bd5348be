// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "files_read.hpp"
#include "je/study/panels.hpp"
#include "rendering.hpp"

namespace je::tool {

namespace {

std::vector<Option> panel_options() {
    return joined({{{"each"}},
                   scheme_options(),
                   record_options(),
                   audience_options(),
                   format_options(),
                   figure_options(),
                   file_options()});
}

Work read_panel(const GivenOptions& given) {
    const CommonOptions common = read_common(given, all_parts);
    const study::PanelsOptions what{.each = given.has("each")};
    return [=, arguments = needed_arguments(given, "panel", "records of panels")] {
        protect_inputs(common, arguments);
        return finish(study::panels(files(), arguments, common, what),
                      {report::panel_document, report::panel_table, render::json}, common);
    };
}

}  // namespace

const Command panel_command{"panel", Aim::disputes, panel_options, read_panel, {"je-panel-result/1", "je-panels-result/1"}};

}  // namespace je::tool
