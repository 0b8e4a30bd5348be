// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/page/stored.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "je/base/text.hpp"
#include "study/outcome.hpp"

namespace je::study {

namespace {

constexpr std::array<std::string_view, 8> formats_with_a_place{"je-score/1",         "je-explain/1",       "je-compare/1",
                                                               "je-sensitivity/1",   "je-panel-result/1",  "je-panels-result/1",
                                                               "je-appeal-result/1", "je-appeals-result/1"};

bool has_a_place(std::string_view format) {
    return std::find(formats_with_a_place.begin(), formats_with_a_place.end(), format) != formats_with_a_place.end();
}

base::Diagnostic no_place(const base::SourceTextPtr& text, const std::string& format) {
    return {.id = "JE-M03",
            .at = base::position_at(text, 0),
            .message = format.empty() ? fmt::format("'{}' is no result that je wrote", text->name)
                                      : fmt::format("'{}' is a result of format '{}', which has no section in a report",
                                                    text->name, format),
            .expected = fmt::format(
                "a JSON result of format {}",
                base::quoted_list(std::vector<std::string>{formats_with_a_place.begin(), formats_with_a_place.end()}, "or")),
            .fix = "leave the file out, or give the files that it was made from"};
}

/// The first things that are not as they were.
std::string what_differs(const report::VerifiedFile& file) {
    std::string text;
    if (!file.differences.empty()) {
        const auto& first = file.differences.front();
        const std::size_t all = file.differences.size() + file.differences_not_listed;
        text =
            fmt::format(": {}, the first at '{}': {} in the file, {} now", base::counted(all, "value differs", "values differ"),
                        first.path, first.stored.value_or("nothing"), first.now.value_or("nothing"));
    }
    std::vector<std::string> inputs;
    for (const report::VerifiedInput& input : file.inputs)
        if (input.state != report::KeptState::unchanged)
            inputs.push_back(fmt::format("{} ({})", input.name, to_text(input.state)));
    if (!inputs.empty()) text += fmt::format("{} of its inputs: {}", text.empty() ? ":" : ";", fmt::join(inputs, ", "));
    return text;
}

base::Diagnostic does_not_reproduce(const base::SourceTextPtr& text, const report::VerifiedFile& file) {
    return {.id = "JE-M04",
            .at = base::position_at(text, 0),
            .message = fmt::format("'{}' does not come out the same when it is made again{}", text->name, what_differs(file)),
            .expected = "a stored result that its inputs still give",
            .fix =
                "make the result again from the files as they are now, or report on the files in its place; je verify "
                "shows every difference"};
}

std::string readers(report::Audience audience) {
    return audience == report::Audience::record ? std::string{"as recorded"} : fmt::format("for '{}'", to_text(audience));
}

base::Diagnostic for_others(const base::SourceTextPtr& text, report::Audience made_for, report::Audience to) {
    return {.id = "JE-M05",
            .at = base::position_at(text, 0),
            .message = fmt::format("'{}' was made {}, and this report is made {}", text->name, readers(made_for), readers(to)),
            .expected = "results as recorded, or for the readers of the report",
            .fix = to == report::Audience::record
                       ? fmt::format("give --audience {} to the report, or make the result again without --audience",
                                     to_text(made_for))
                       : fmt::format("make the result again with --audience {}, or without --audience", to_text(to))};
}

/// What is for the public does not say from what it was made.
base::Diagnostic says_no_arguments(const base::SourceTextPtr& text) {
    return {.id = "JE-M26",
            .at = base::position_at(text, 0),
            .message = fmt::format("'{}' does not say how it was made, as results for the public and those of older versions "
                                   "of je do not",
                                   text->name),
            .expected =
                "a result that can be made again: a report for the public takes those as recorded, and shows what the "
                "public may see of them",
            .fix = "make the result again, without --audience public, or give the report the files that it was made from"};
}

bool says_arguments(const io::JsonValue& stored) {
    const io::JsonValue* tool = stored.find("tool");
    return tool != nullptr && tool->find("arguments") != nullptr;
}

}  // namespace

std::optional<StoredPart> stored_part(io::Source& source, const base::SourceTextPtr& text, const Options& options,
                                      const RemakePart& remake, base::Diagnostics& diagnostics) {
    RemadePart made;
    bool told = false;
    const auto again = [&](const base::SourceTextPtr& of, const io::JsonValue& stored, base::Diagnostics& about) {
        const bool in_place = has_a_place(format_of(stored)) && remake;
        if (!in_place || !says_arguments(stored)) {
            about.error(in_place ? says_no_arguments(of) : no_place(of, format_of(stored)));
            told = true;
            return Remade{};
        }
        made = remake(of, stored, options.audience, about);
        return made.remade;
    };
    const auto outcome = verify(source, text, {options.limits, {}, again});
    if (outcome.refused) throw Refusal{*outcome.refused};
    if (!told && outcome.result->verdict != report::Verdict::reproduces && !outcome.diagnostics.has_errors())
        diagnostics.error(has_a_place(outcome.result->format) ? does_not_reproduce(text, *outcome.result)
                                                              : no_place(text, outcome.result->format));
    diagnostics.append(outcome.diagnostics);
    if (outcome.result->verdict != report::Verdict::reproduces) return std::nullopt;
    if (!report::may_be_shown(made.audience, options.audience)) {
        diagnostics.error(for_others(text, made.audience, options.audience));
        return std::nullopt;
    }
    if (!made.part) return std::nullopt;
    return StoredPart{text->name, outcome.result->format, std::move(*made.part), text->name};
}

}  // namespace je::study
