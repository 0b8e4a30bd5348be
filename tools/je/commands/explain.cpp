// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "commands/commands.hpp"
#include "files_read.hpp"
#include "je/base/text.hpp"
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

std::vector<Option> explain_options() {
    return joined({{{"changes", "N|all"}, {"max-factors", "N"}},
                   scheme_options(),
                   job_options(),
                   audience_options(),
                   format_options(),
                   figure_options(),
                   file_options()});
}

Work read_explain(const GivenOptions& given) {
    const CommonOptions common = read_common(given, all_parts);
    const auto& arguments = needed_arguments(given, "explain", "a file or folder of jobs");
    if (common.jobs.size() > 1)
        refuse("JE-U49", fmt::format("je explain explains one job, and --job was given {} times", common.jobs.size()),
               "--job once", "run je explain for each, or set jobs side by side with je compare");
    report::ExplainOptions what;
    if (const auto text = given.value("changes")) what.keep = read_changes(*text);
    if (const auto text = given.value("max-factors")) what.max_factors = read_max_factors(*text);
    return [=] {
        protect_inputs(common, arguments);
        return finish(study::explain(files(), arguments, common, what),
                      {report::explain_document, report::explain_table, render::json}, common);
    };
}

}  // namespace

const Command explain_command{"explain", Aim::score, explain_options, read_explain, {"je-explain/1"}};

}  // namespace je::tool
