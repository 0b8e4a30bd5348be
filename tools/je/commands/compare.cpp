// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/compare.hpp"
#include "commands/commands.hpp"
#include "files_read.hpp"
#include "rendering.hpp"
#include "weight_options.hpp"

namespace je::tool {

namespace {

std::vector<Option> compare_options() {
    return joined({scheme_options(), job_options(), weight_options(), audience_options(), format_options(), figure_options(),
                   file_options()});
}

Work read_compare(const GivenOptions& given) {
    const CommonOptions common = read_common(given, all_parts);
    const auto& arguments = needed_arguments(given, "compare", "files or folders of jobs");
    if (common.jobs.size() == 1)
        refuse("JE-U54", "je compare was given one --job, and one job cannot be compared",
               "--job at least twice, or not at all", "add another --job, or use je explain for one job");
    return [=, what = study::CompareOptions{read_other_weights(given)}] {
        protect_inputs(common, arguments);
        return finish(study::compare(files(), arguments, common, what),
                      {report::compare_document, report::compare_table, render::json}, common);
    };
}

}  // namespace

const Command compare_command{"compare", Aim::score, compare_options, read_compare, {"je-compare/1"}};

}  // namespace je::tool
