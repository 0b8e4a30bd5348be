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

#include "commands/explain.hpp"
#include "commands/new_appeal.hpp"
#include "commands/new_job.hpp"
#include "commands/new_panel.hpp"
#include "commands/new_parts.hpp"
#include "commands/new_sources.hpp"
#include "commands/new_texts.hpp"
#include "console.hpp"
#include "exit_status.hpp"
#include "inputs.hpp"
#include "je/base/text.hpp"
#include "je/io/reader.hpp"
#include "je/io/writer.hpp"
#include "output.hpp"

namespace je::tool {
namespace {

constexpr const char* usual_title = "Title of the job";

const std::array<std::string, 7> kinds_made{"scheme", "job", "jobs", "bands", "test", "panel", "appeal"};

std::string read_kind(const GivenOptions& given) {
    const auto& words = given.arguments();
    const auto expected = base::quoted_list(kinds_made, "or");
    if (words.empty())
        refuse("JE-U41", "je new needs to know what to begin", expected, "write for example: je new job --scheme NAME");
    const auto& kind = words.front();
    if (words.size() > 1 && kind != "panel" && kind != "appeal")
        refuse("JE-U42", fmt::format("je new makes one file at a time, but {} words were given", words.size()), expected,
               fmt::format("write: je new {} --output FILE", kind));
    if (std::find(kinds_made.begin(), kinds_made.end(), kind) != kinds_made.end()) return kind;
    const auto near = base::nearest(kind, kinds_made);
    refuse("JE-U41", fmt::format("je new cannot begin '{}'", kind), expected,
           near ? fmt::format("write: je new {}", *near) : "write for example: je new job --scheme NAME");
}

/// The questionnaire of a new panel or the panel's record of a new appeal, as given after the kind.
std::optional<std::string> read_source_file(const GivenOptions& given, const std::string& kind) {
    const auto& words = given.arguments();
    if (words.size() < 2) return std::nullopt;
    const std::string what = kind == "panel" ? "one questionnaire" : "the record of one panel";
    if (words.size() > 2)
        refuse("JE-U70", fmt::format("je new {} takes {}, but {} files were given", kind, what, words.size() - 1), "one file",
               fmt::format("write for example: je new {} {}, and the same again for the next", kind, words[1]));
    if (FoundFile{words[1], words[1]}.is_csv())
        refuse("JE-U73", fmt::format("je new {} takes {}, and '{}' is a CSV file", kind, what, words[1]),
               kind == "panel" ? "a je-job/1 file" : "a je-panel/1 file",
               kind == "panel" ? "leave the file out and give --scheme, or put the job into a questionnaire with je new job"
                               : "give the YAML file with the record of the panel");
    return words[1];
}

/// What a kind cannot do without.
void require_sources(const GivenOptions& given, const std::string& kind) {
    const bool has_file = given.arguments().size() > 1;
    if ((kind == "job" || kind == "jobs") && !given.has("scheme"))
        refuse("JE-U47", fmt::format("je new {} needs a scheme to take the factors from", kind),
               "--scheme with a name or a file", fmt::format("write for example: je new {} --scheme nhs-afc", kind));
    if (kind == "panel" && !given.has("scheme") && !has_file)
        refuse("JE-U71", "je new panel needs a scheme to take the factors from",
               "--scheme with a name or a file, or a questionnaire",
               "write for example: je new panel JOB.yaml, or je new panel --scheme nhs-afc");
    if (kind == "appeal" && !has_file)
        refuse("JE-U72", "je new appeal needs the record of the panel whose outcome is appealed", "a je-panel/1 file",
               "write for example: je new appeal PANEL.yaml");
}

/// Options that the kind asked for would pass over silently.
void refuse_useless(const GivenOptions& given, const std::string& kind) {
    for (const std::string option : {"scheme", "id", "title"}) {
        const bool is_record = kind == "panel" || kind == "appeal";
        const bool takes_scheme = option == "scheme" && (kind == "bands" || kind == "jobs");
        const bool of_use = kind == "job" || takes_scheme || (is_record && option != "title");
        if (given.has(option) && !of_use)
            refuse("JE-U43", fmt::format("je new {} has no use for --{}", kind, option),
                   "--scheme, --id and --title with je new job; --scheme and --id with je new panel and je new appeal",
                   fmt::format("leave --{} out", option));
    }
}

/// A sheet of jobs is CSV, and nothing else is.
void check_format(const std::string& kind, const CommonOptions& common, bool given) {
    if (!given || common.format == (kind == "jobs" ? Format::csv : Format::text)) return;
    refuse("JE-U43",
           fmt::format("je new {} writes {}, not {}", kind, kind == "jobs" ? "a sheet of jobs as CSV" : "text",
                       render::how(common.format).name),
           "--format csv with je new jobs, and no --format with the others", "leave --format out");
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
    static_cast<void>(io::read_job(text, io::Limits{}, diagnostics));  // a draft may come of it in spite of a bad id
    if (!diagnostics.has_errors()) return std::nullopt;
    return diagnostics.all().front();
}

void check_names(const std::string& kind, const std::string& id, const std::string& title) {
    const auto* const article = kind == "appeal" ? "an" : "a";
    if (const auto fault = fault_of(id, "Title"))
        refuse("JE-U45", fmt::format("'{}' cannot be the id of {} {}", id, article, kind), fault->expected,
               "give another --id");
    if (const auto fault = fault_of("id", title))
        refuse("JE-U46", "the text of --title cannot be the title of a job: " + fault->message, fault->expected,
               "give another --title");
}

/// Whether a draft has no errors, by itself or under the scheme it was made from.
bool is_sound(const io::AnyDraft& draft, const NewSources& sources, base::Diagnostics& diagnostics) {
    const auto* scheme = sources.scheme();
    if (const auto* job = std::get_if<model::JobDraft>(&draft)) return scheme && model::Job::make(*job, *scheme, diagnostics);
    if (const auto* panel = std::get_if<model::PanelDraft>(&draft))
        return scheme && model::Panel::make(*panel, *scheme, sources.job ? &*sources.job : nullptr, diagnostics);
    if (const auto* appeal = std::get_if<model::AppealDraft>(&draft))
        return scheme && model::Appeal::make(*appeal, *scheme, diagnostics);
    if (const auto* made = std::get_if<model::SchemeDraft>(&draft)) return model::Scheme::make(*made, diagnostics).has_value();
    if (const auto* bands = std::get_if<model::BandsFileDraft>(&draft))
        return model::BandsFile::make(*bands, diagnostics).has_value();
    return std::holds_alternative<model::WorkedExamples>(draft);
}

/// What the head of a form says of a scheme that stands in for one of ours.
std::string stand_in_comments(const NewSources& sources) {
    if (!sources.in_use || !sources.in_use->info.replaces_shipped) return {};
    return comment("CAUTION: " + report::replacement_in_words(sources.in_use->info), 0);
}

void must_be_sound(const std::string& text, const NewSources& sources) {
    base::Diagnostics diagnostics;
    const auto source = std::make_shared<const base::SourceText>(base::SourceText{"new", text});
    if (!is_sound(io::read_any(source, io::Limits{}, diagnostics), sources, diagnostics))
        throw std::logic_error{"je new has made a file that je would not read"};
}

}  // namespace

std::vector<Option> NewCommand::options() const {
    return joined({{{"scheme", "NAME|FILE"}, {"id", "ID"}, {"title", "TITLE"}, {"format", "FORMAT"}}, file_options()});
}

void NewCommand::parse(const GivenOptions& given) {
    constexpr std::array parts{Part::document, Part::table};
    common_ = read_common(given, parts);
    kind_ = read_kind(given);
    check_format(kind_, common_, given.has("format"));
    refuse_useless(given, kind_);
    require_sources(given, kind_);
    file_ = read_source_file(given, kind_);
    id_ = given.value("id").value_or(fmt::format("new-{}", kind_));
    title_ = given.value("title").value_or(usual_title);
    check_names(kind_, id_, title_);
    refuse_existing(common_.output);
}

std::string NewCommand::text_from(const NewSources& sources) const {
    const auto* scheme = sources.scheme();
    if (kind_ == "scheme") return std::string{new_scheme_text()};
    if (kind_ == "test") return std::string{new_test_text()};
    if (kind_ == "bands") return scheme ? new_bands_text_for(*scheme) : std::string{new_bands_text()};
    if (kind_ == "jobs") return new_jobs_text(*scheme);
    if (kind_ == "panel") return new_panel_text(*scheme, sources.job ? &*sources.job : nullptr, id_);
    if (kind_ == "appeal") return new_appeal_text(*scheme, *sources.panel, id_);
    return new_job_text(*scheme, id_, title_);
}

ExitStatus NewCommand::run() {
    Console console{common_};
    Inputs inputs{with_checksums(common_)};
    base::Diagnostics diagnostics;
    const auto sources = read_sources(inputs, kind_, file_, diagnostics);
    console.report(diagnostics);
    if (!sources) return console.finish();
    const auto text = (kind_ == "jobs" ? "" : stand_in_comments(*sources)) + text_from(*sources);
    if (kind_ != "jobs") must_be_sound(text, *sources);
    Output output{common_};
    output.write(text);
    output.finish();
    return console.finish();
}

}  // namespace je::tool
