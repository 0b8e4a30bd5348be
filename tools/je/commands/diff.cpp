// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/diff.hpp"

#include <fmt/format.h>

#include "commands/commands.hpp"
#include "files_read.hpp"
#include "je/base/text.hpp"
#include "rendering.hpp"

namespace je::tool {

namespace {

std::vector<Option> diff_options() {
    return joined({{{"older-than", "AGE|DATE"}, {"long"}},
                   scheme_options(),
                   job_options(),
                   audience_options(),
                   format_options(),
                   figure_options(),
                   file_options()});
}

struct Age {
    std::uint64_t count = 0;
    char unit = 'y';  // or m, d
};

/// "3y", "18m", "90d".
std::optional<Age> read_age(std::string_view text) {
    constexpr std::uint64_t most = 9999;
    if (text.size() < 2 || std::string_view{"ymd"}.find(text.back()) == std::string_view::npos) return std::nullopt;
    const auto count = base::parse_whole(text.substr(0, text.size() - 1), most);
    return count && *count > 0 ? std::optional{Age{*count, text.back()}} : std::nullopt;
}

std::optional<base::Date> before(base::Date day, const Age& age) {
    const auto count = static_cast<std::int64_t>(age.count);
    if (age.unit == 'd') return day.plus_days(-count);
    return day.plus_months(age.unit == 'y' ? -12 * count : -count);
}

/// The day before which documents are old. An age is counted back from --as-of: no result depends on the clock.
std::optional<base::Date> read_older_than(const GivenOptions& given, const std::optional<base::Date>& as_of) {
    const auto text = given.value("older-than");
    if (!text) return std::nullopt;
    if (const auto date = base::Date::parse(*text)) return date;
    const auto age = read_age(*text);
    if (!age)
        refuse_value("older-than", *text, "years, months or days such as 3y, 18m or 90d, or a date such as 2023-01-31",
                     "write for example: --older-than 3y --as-of 2026-01-31", "JE-Q24");
    if (!as_of)
        refuse("JE-Q24", fmt::format("--older-than is '{}', an age, and nothing says on which day", *text),
               "--as-of with that day, or a date in place of the age",
               fmt::format("add for example: --as-of 2026-01-31, from which {} are counted back", *text));
    const auto day = before(*as_of, *age);
    if (!day)
        refuse_value("older-than", *text, "an age that leads to no day before the year 1", "give a shorter age, or a date",
                     "JE-Q24");
    return day;
}

Work read_diff(const GivenOptions& given) {
    const CommonOptions common = read_common(given, all_parts);
    const auto& arguments = needed_arguments(given, "diff", "the old and the new version of a questionnaire");
    if (arguments.size() != 2)
        refuse("JE-Q20",
               fmt::format("je diff was given {}, and compares two versions of one job",
                           base::counted(arguments.size(), "file", "files")),
               "the old version and the new one, in that order",
               arguments.size() > 2
                   ? "give two of them, or set several jobs side by side with je compare"
                   : "add the other version; one file may hold both jobs, and is then given twice with --job twice");
    if (common.jobs.size() > 2)
        refuse("JE-Q20", fmt::format("je diff compares two versions, and --job was given {} times", common.jobs.size()),
               "--job once for both versions, or twice, for the old version first",
               "set several jobs side by side with je compare");
    const study::DiffOptions what{read_older_than(given, common.as_of)};
    const auto table = given.has("long") ? report::diff_long_table : report::diff_table;
    return [=] {
        protect_inputs(common, arguments);
        return finish(study::diff(files(), arguments[0], arguments[1], common, what),
                      {report::diff_document, table, render::json}, common);
    };
}

}  // namespace

const Command diff_command{"diff", Aim::score, diff_options, read_diff, {"je-diff/1"}};

}  // namespace je::tool
