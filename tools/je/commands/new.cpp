// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/new.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <variant>

#include "commands/new_job.hpp"
#include "commands/new_texts.hpp"
#include "console.hpp"
#include "inputs.hpp"
#include "je/base/text.hpp"
#include "je/io/reader.hpp"
#include "je/io/writer.hpp"
#include "output.hpp"

namespace je::tool {
namespace {

constexpr const char* usual_id = "new-job";
constexpr const char* usual_title = "Title of the job";

const std::array<std::string, 4> kinds{"scheme", "job", "bands", "test"};

[[noreturn]] void refuse(std::string id, std::string message, std::string expected, std::string fix) {
    throw UsageError{
        {.id = std::move(id), .message = std::move(message), .expected = std::move(expected), .fix = std::move(fix)}};
}

std::string read_kind(const GivenOptions& given) {
    const auto& words = given.arguments();
    const auto expected = base::quoted_list(kinds, "or");
    if (words.empty())
        refuse("JE-U41", "je new needs to know what to begin", expected, "write for example: je new job --scheme NAME");
    if (words.size() > 1)
        refuse("JE-U42", fmt::format("je new makes one file at a time, but {} words were given", words.size()), expected,
               fmt::format("write: je new {} --output FILE", words.front()));
    if (std::find(kinds.begin(), kinds.end(), words.front()) != kinds.end()) return words.front();
    const auto near = base::nearest(words.front(), kinds);
    refuse("JE-U41", fmt::format("je new cannot begin '{}'", words.front()), expected,
           near ? fmt::format("write: je new {}", *near) : "write for example: je new job --scheme NAME");
}

/// Options that the kind asked for would pass over silently.
void refuse_useless(const GivenOptions& given, const std::string& kind) {
    for (const std::string option : {"scheme", "id", "title"}) {
        const bool of_use = kind == "job" || (kind == "bands" && option == "scheme");
        if (given.has(option) && !of_use)
            refuse("JE-U43", fmt::format("je new {} has no use for --{}", kind, option),
                   "--scheme, --id and --title with je new job", fmt::format("leave --{} out", option));
    }
}

void refuse_existing(const std::optional<std::string>& output) {
    std::error_code ignored;
    if (!output || !(std::filesystem::is_regular_file(*output, ignored) || std::filesystem::is_directory(*output, ignored)))
        return;
    refuse("JE-U44", fmt::format("'{}' exists already, and je new does not write over a file", *output), "a name that is free",
           "give another --output, or move what is there");
}

/// The first thing the reader has against a questionnaire whose id and title are these; nothing when it is fine.
std::optional<base::Diagnostic> fault_of(std::string_view id, std::string_view title) {
    auto text = std::make_shared<base::SourceText>();
    text->text = fmt::format("format: je-job/1\nid: {}\ntitle: {}\nscheme: s\nfactors: {{a: {{level: b}}}}\n",
                             io::yaml_scalar(id), io::yaml_scalar(title));
    base::Diagnostics diagnostics;
    if (io::read_job(text, io::Limits{}, diagnostics) || diagnostics.all().empty()) return std::nullopt;
    return diagnostics.all().front();
}

void check_names(const std::string& id, const std::string& title) {
    if (const auto fault = fault_of(id, "Title"))
        refuse("JE-U45", fmt::format("'{}' cannot be the id of a job", id), fault->expected, "give another --id");
    if (const auto fault = fault_of("id", title))
        refuse("JE-U46", "the text of --title cannot be the title of a job: " + fault->message, fault->expected,
               "give another --title");
}

/// Whether a file has no errors, by itself or, for a questionnaire, under its scheme.
bool is_sound(const std::string& text, const model::Scheme* scheme) {
    base::Diagnostics diagnostics;
    const auto source = std::make_shared<const base::SourceText>(base::SourceText{"new", text});
    const auto draft = io::read_any(source, io::Limits{}, diagnostics);
    if (const auto* job = std::get_if<model::JobDraft>(&draft); job && scheme)
        return model::Job::make(*job, *scheme, diagnostics).has_value();
    if (const auto* made = std::get_if<model::SchemeDraft>(&draft)) return model::Scheme::make(*made, diagnostics).has_value();
    if (const auto* bands = std::get_if<model::BandsFileDraft>(&draft))
        return model::BandsFile::make(*bands, diagnostics).has_value();
    return std::holds_alternative<model::WorkedExamples>(draft);
}

}  // namespace

std::vector<Option> NewCommand::options() const {
    return joined({{{"scheme", "NAME|FILE"}, {"id", "ID"}, {"title", "TITLE"}}, file_options()});
}

void NewCommand::parse(const GivenOptions& given) {
    const std::array formats{Format::text};
    common_ = read_common(given, formats);
    kind_ = read_kind(given);
    refuse_useless(given, kind_);
    id_ = given.value("id");
    title_ = given.value("title");
    if (kind_ == "job" && !common_.scheme)
        refuse("JE-U47", "je new job needs a scheme to take the factors from", "--scheme with a name or a file",
               "write for example: je new job --scheme nhs-afc");
    if (kind_ == "job") check_names(id_.value_or(usual_id), title_.value_or(usual_title));
    refuse_existing(common_.output);
}

std::string NewCommand::text_for(const model::Scheme* scheme) const {
    if (kind_ == "scheme") return std::string{new_scheme_text()};
    if (kind_ == "test") return std::string{new_test_text()};
    if (kind_ == "bands") return scheme ? new_bands_text_for(*scheme) : std::string{new_bands_text()};
    return new_job_text(*scheme, id_.value_or(usual_id), title_.value_or(usual_title));
}

ExitStatus NewCommand::run() {
    Console console{common_};
    std::shared_ptr<const SchemeInUse> in_use;
    if (common_.scheme) {
        base::Diagnostics diagnostics;
        in_use = Inputs{common_}.scheme(*common_.scheme, diagnostics);
        console.report(diagnostics);
        if (!in_use) return console.finish();
    }
    const auto* scheme = in_use ? in_use->scheme.get() : nullptr;
    const auto text = text_for(scheme);
    if (!is_sound(text, scheme)) throw std::logic_error{"je new has made a file that je would not read"};
    Output output{common_};
    output.write(text);
    output.finish();
    return console.finish();
}

}  // namespace je::tool
