// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "files_read.hpp"
#include "je/study/appeals.hpp"
#include "rendering.hpp"

namespace je::tool {

namespace {

std::vector<Option> appeal_options() {
    return joined({scheme_options(),
                   {{"holidays", "FILE"}, {"changes", "N|all"}},
                   record_options(),
                   audience_options(),
                   format_options(),
                   figure_options(),
                   file_options()});
}

Work read_appeal(const GivenOptions& given) {
    const CommonOptions common = read_common(given, all_parts);
    study::AppealsOptions what{.holidays = given.value("holidays")};
    if (const auto text = given.value("changes")) what.changes = read_changes(*text);
    return [=, arguments = needed_arguments(given, "appeal", "records of appeals")] {
        protect_inputs(common, arguments);
        return finish(study::appeals(files(), arguments, common, what),
                      {report::appeal_document, report::appeal_table, render::json}, common);
    };
}

}  // namespace

const Command appeal_command{
    "appeal", Aim::disputes, appeal_options, read_appeal, {"je-appeal-result/1", "je-appeals-result/1"}};

}  // namespace je::tool
