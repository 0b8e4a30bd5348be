// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "commands/commands.hpp"
#include "commands/sensitivity/sensitivity.hpp"
#include "console.hpp"
#include "files_read.hpp"
#include "je/io/file.hpp"
#include "je/study/sensitivity.hpp"
#include "output.hpp"

namespace je::tool {

namespace {

/// Hands the result of a captured run on to where je merge writes.
class HandingOn : public ResultReceiver {
public:
    explicit HandingOn(Output& output) : output_{output} {}
    void write(std::optional<Format>, std::string_view text) override { output_.write(text); }
    void finish(std::optional<Format>) override { output_.finish(); }

private:
    Output& output_;
};

[[noreturn]] void refuse_arguments(const std::string& why) {
    refuse("JE-G10", fmt::format("the arguments in the shards cannot be followed: {}", why),
           "those of je sensitivity, and what they name in the current folder",
           "merge in the folder in which the shards were made, with the version of je that made them");
}

/// What the shards say their run was asked for.
GivenOptions arguments_of(const study::MergedShards& merged) {
    if (merged.arguments.front() != "sensitivity") refuse_arguments("they do not begin with 'sensitivity'");
    const auto options = sensitivity_command.options();
    auto given = parse_options("sensitivity", options, std::span{merged.arguments}.subspan(1));
    const auto not_of_a_shard = [&](const Option& option) {
        return (option.writes || option.name == "shard") && given.has(option.name);
    };
    if (std::any_of(options.begin(), options.end(), not_of_a_shard)) refuse_arguments("they would write to a file");
    return given;
}

ExitStatus make_result(const CommonOptions& common, const study::MergedShards& merged, Console& console) {
    const auto captured = std::make_shared<Captured>();
    Output output{common};
    HandingOn handing_on{output};
    captured->receiver = &handing_on;
    ExitStatus status = ExitStatus::done;
    try {
        GivenOptions given = arguments_of(merged);
        given.capture(captured);
        status = read_sensitivity(given, merged.tally)();
    } catch (const UsageError& e) {
        if (e.diagnostic().id == "JE-G10" || e.diagnostic().id == "JE-U17") throw;  // JE-U17 is about the --output of je merge
        refuse_arguments(e.diagnostic().message);
    }
    console.report(captured->diagnostics);
    return std::max(status, console.finish());
}

ExitStatus run_merge(const CommonOptions& common, const std::vector<std::string>& names) {
    Console console{common};
    base::Diagnostics diagnostics;
    std::vector<study::ReadShard> shards;
    for (const std::string& file : names) {
        const auto text = files().read(file, file, common.limits, diagnostics, io::Readable::pipes_too);
        if (!text || !io::is_for_text_readers(*text, diagnostics)) continue;
        if (auto shard = study::read_shard(*text, common.limits, diagnostics)) shards.push_back(std::move(*shard));
    }
    std::optional<study::MergedShards> merged;
    if (shards.size() == names.size()) merged = study::merge_shards(shards, diagnostics);
    console.report(diagnostics);
    return merged ? make_result(common, *merged, console) : console.finish();
}

std::vector<Option> merge_options() {
    return {{"output", "FILE", false, true}, {"strict"},         {"quiet"},         {"color", "WHEN"},
            {"max-file-size", "BYTES"},      {"max-depth", "N"}, {"max-nodes", "N"}};
}

Work read_merge(const GivenOptions& given) {
    const CommonOptions common = read_common(given, no_result);
    const auto& names = needed_arguments(given, "merge", "the shards of a run");
    refuse_to_overwrite(common.output, names);
    return [=] { return run_merge(common, names); };
}

}  // namespace

/// One result from the shards of a sampled run, the same bytes as one run over all scenarios gives.
const Command merge_command{"merge", Aim::score, merge_options, read_merge, {}, false};

}  // namespace je::tool
