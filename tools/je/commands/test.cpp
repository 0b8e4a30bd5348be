// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "files_read.hpp"
#include "je/render/json.hpp"
#include "je/study/worked_examples.hpp"
#include "rendering.hpp"

namespace je::tool {

namespace {

class TestCommand : public Command {
public:
    [[nodiscard]] std::vector<Option> options() const override;
    void parse(const GivenOptions& given) override;
    [[nodiscard]] ExitStatus run() override;

private:
    CommonOptions common_;
    std::vector<std::string> arguments_;
};

std::vector<Option> TestCommand::options() const { return joined({format_options(), file_options()}); }

void TestCommand::parse(const GivenOptions& given) {
    common_ = read_common(given, no_table);
    require_arguments(given, "test", "files of worked examples");
    arguments_ = given.arguments();
}

ExitStatus TestCommand::run() {
    Console console{common_};
    protect_inputs(common_, arguments_);
    const auto outcome = study::worked_examples(files(), arguments_, common_);
    if (outcome.result) write_result(*outcome.result, {report::test_document, nullptr, render::json}, common_);
    tell(outcome, console);
    const ExitStatus status = console.finish();
    return outcome.result->passed() < outcome.result->examples.size() ? ExitStatus::data_errors : status;
}

}  // namespace

std::unique_ptr<Command> make_test() { return std::make_unique<TestCommand>(); }

}  // namespace je::tool
