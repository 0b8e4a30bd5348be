// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "files_read.hpp"
#include "je/study/worked_examples.hpp"
#include "rendering.hpp"

namespace je::tool {

namespace {

std::vector<Option> test_options() { return joined({format_options(), file_options()}); }

ExitStatus run_test(const CommonOptions& common, const std::vector<std::string>& arguments) {
    Console console{common};
    protect_inputs(common, arguments);
    const auto outcome = study::worked_examples(files(), arguments, common);
    if (outcome.result) write_result(*outcome.result, {report::test_document, nullptr, render::json}, common);
    tell(outcome, console);
    const ExitStatus status = console.finish();
    return outcome.result->passed() < outcome.result->examples.size() ? ExitStatus::data_errors : status;
}

Work read_test(const GivenOptions& given) {
    const CommonOptions common = read_common(given, no_table);
    return [=, arguments = needed_arguments(given, "test", "files of worked examples")] { return run_test(common, arguments); };
}

}  // namespace

const Command test_command{"test", Aim::schemes, test_options, read_test, {"je-test-result/1"}};

}  // namespace je::tool
