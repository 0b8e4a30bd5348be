// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "command.hpp"
#include "console.hpp"
#include "je/base/language.hpp"
#include "je/base/text.hpp"

namespace je::tool {

namespace {

base::Language read_language(const std::string& code) {
    if (const auto language = base::language_named(code)) return *language;
    std::vector<std::string> codes;
    for (const base::LanguageInfo& one : base::languages()) codes.emplace_back(one.code);
    const auto near = base::nearest(code, codes);
    refuse_value("language", code, base::quoted_list(codes, "or"),
                 near ? fmt::format("write --language {}", *near)
                      : "leave --language out for English",
                 "JE-W01");
}

/// Tells of texts that stay English, the first of them in full.
void tell_missing(const base::InLanguage& in, const GivenOptions& given) {
    constexpr std::size_t most_listed = 20;
    if (in.missing().empty() || given.has("quiet")) return;
    std::vector<std::string> listed;
    for (const std::string& text : in.missing()) {
        if (listed.size() < most_listed) listed.push_back(text);
    }
    const std::size_t more = in.missing().size() - listed.size();
    base::Diagnostic note{
        .id = "JE-W02",
        .message =
            fmt::format("{} of the report {} in the catalogue of '{}', and stand{} in English: {}{}",
                        base::counted(in.missing().size(), "text", "texts"), in.missing().size() == 1 ? "is not" : "are not",
                        base::info(in.language()).code, in.missing().size() == 1 ? "s" : "", base::quoted_list(listed),
                        more == 0 ? "" : fmt::format(", and {} more", more)),
        .expected = "a translation of each",
        .fix = fmt::format("add them to libje/catalogues/{}.po", base::info(in.language()).code),
        .severity = base::Severity::note};
    if (given.captured()) {
        given.captured()->diagnostics.note(std::move(note));
    } else {
        print_diagnostic(note);
    }
}

}  // namespace

Work prepared(const Command& command, const GivenOptions& given) {
    const auto code = given.value("language");
    const base::Language language = code ? read_language(*code) : base::Language::english;
    return [work = command.read(given), given, language] {
        const base::InLanguage in{language};
        const ExitStatus status = work();
        tell_missing(in, given);
        return status;
    };
}

}  // namespace je::tool
