// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/check.hpp"
#include "commands/commands.hpp"
#include "files_read.hpp"
#include "je/render/diagnostics.hpp"
#include "je/render/document.hpp"
#include "je/render/json.hpp"
#include "rendering.hpp"

namespace je::tool {

namespace {

/// The list without what --quiet leaves out.
base::Diagnostics shown_of(const base::Diagnostics& said, const CommonOptions& options) {
    if (!options.quiet) return said;
    base::Diagnostics kept;
    for (const base::Diagnostic& d : said.all()) {
        if (d.severity == base::Severity::error || (options.strict && d.severity == base::Severity::warning)) kept.add(d);
    }
    return kept;
}

std::string as_text(const report::CheckResult& result, const CommonOptions& options) {
    const bool color = !options.output && !options.captured && use_color(options.color, 1);
    std::string text = render::text(shown_of(result.said, options), {.color = color});
    if (!text.empty()) text += "\n";
    return text + render::text(report::check_document(result), options.width);
}

/// With what was found as a table; as text it is written as messages are.
report::Document with_what_was_found(const report::CheckResult& result) {
    report::Document document;
    if (!result.said.all().empty()) {
        document.begin("found", 1, "Found");
        document.add(report::said_table(result));
    }
    document.add(report::check_document(result));
    return document;
}

class CheckCommand : public Command {
public:
    [[nodiscard]] std::vector<Option> options() const override;
    void parse(const GivenOptions& given) override;
    [[nodiscard]] ExitStatus run() override;

private:
    CommonOptions common_;
    study::CheckOptions check_options_;
    std::vector<std::string> arguments_;
};

std::vector<Option> CheckCommand::options() const {
    return joined({{{"show"}, {"scheme", "NAME|FILE"}, {"extra-columns", "NAMES", true}, {"max-jobs", "N"}},
                   record_options(),
                   format_options(),
                   file_options()});
}

void CheckCommand::parse(const GivenOptions& given) {
    common_ = read_common(given, all_parts);
    check_options_.show = given.has("show");
    require_arguments(given, "check", "files to check");
    arguments_ = given.arguments();
}

ExitStatus CheckCommand::run() {
    Console console{common_};
    protect_inputs(common_, arguments_);
    const auto outcome = study::check(files(), arguments_, common_, check_options_);
    tell(outcome, console);
    const report::CheckResult& result = *outcome.result;
    const auto table = check_options_.show ? report::shown_table : report::said_table;
    Output output{common_};
    output.write(common_.format == Format::text ? as_text(result, common_)
                                                : rendered(result, {with_what_was_found, table, render::json},
                                                           render::how(common_.format), common_.width));
    output.finish();
    if (check_options_.show && common_.format == Format::csv) {
        console.report(result.said);
        return console.finish();
    }
    console.count(result.said);
    return console.status();
}

}  // namespace

std::unique_ptr<Command> make_check() { return std::make_unique<CheckCommand>(); }

}  // namespace je::tool
