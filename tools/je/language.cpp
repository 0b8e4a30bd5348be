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
                 near ? fmt::format("write --language {}", *near) : "leave --language out for English", "JE-W01");
}

/// Tells of texts that stay English.
void tell_missing(const base::InLanguage& in, const GivenOptions& given) {
    if (in.missing().empty() || given.has("quiet")) return;
    const std::vector<std::string> missing(in.missing().begin(), in.missing().end());
    const std::string_view code = base::info(in.language()).code;
    base::Diagnostic note{.id = "JE-W02",
                          .message = fmt::format("the report has {} in English, as the catalogue of '{}' lacks {}: {}",
                                                 base::counted(missing.size(), "text", "texts"), code,
                                                 missing.size() == 1 ? "it" : "them", base::quoted_list(missing)),
                          .expected = "a translation of each",
                          .fix = fmt::format("send translations to who gives out je: they go into {}.po", code),
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
