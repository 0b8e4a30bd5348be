// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/new_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <utility>
#include <variant>

#include "io/readers/reader.hpp"
#include "io/yaml/format.hpp"
#include "io/yaml/schemas.hpp"
#include "io/yaml/words.hpp"
#include "je/scoring/trees.hpp"
#include "study/inputs.hpp"
#include "study/new_files/parts.hpp"
#include "study/new_files/texts.hpp"
#include "study/outcome.hpp"
#include "study/shipped_schemes.hpp"

namespace je::study {

namespace {

/// What a file is made from.
struct Sources {
    std::shared_ptr<const SchemeInUse> in_use;  // null when no scheme was named
    std::optional<model::Job> job;
    std::optional<model::Panel> panel;
    [[nodiscard]] const model::Scheme* scheme() const { return in_use ? in_use->scheme.get() : nullptr; }
};

std::string id_of(const NewFile& file) {
    return file.id.value_or(file.kind == NewKind::scheme ? "my-scheme" : fmt::format("new-{}", to_text(file.kind)));
}

using Stated = base::Located<std::string>;

/// The scheme of --scheme, else the one that the file states.
std::shared_ptr<const SchemeInUse> scheme_for(Inputs& inputs, const Stated& stated, base::Diagnostics& diagnostics) {
    const auto& named = inputs.options().scheme;
    return named ? inputs.scheme(*named, diagnostics) : inputs.scheme_of(stated, diagnostics);
}

bool read_job_file(Sources& sources, Inputs& inputs, const base::SourceTextPtr& text, base::Diagnostics& diagnostics) {
    const auto draft = io::read_job(text, inputs.options().limits, diagnostics);
    if (!draft) return false;
    sources.in_use = scheme_for(inputs, draft->scheme, diagnostics);
    if (sources.in_use) sources.job = model::Job::make(*draft, *sources.scheme(), diagnostics);
    return sources.job.has_value();
}

bool read_panel_file(Sources& sources, Inputs& inputs, const base::SourceTextPtr& text, base::Diagnostics& diagnostics) {
    const auto draft = io::read_panel(text, inputs.options().limits, diagnostics);
    if (!draft) return false;
    sources.in_use = scheme_for(inputs, draft->scheme, diagnostics);
    if (sources.in_use) sources.panel = model::Panel::make(*draft, *sources.scheme(), nullptr, diagnostics);
    return sources.panel.has_value();
}

/// Nothing when something that was named cannot be used.
std::optional<Sources> read_sources(Inputs& inputs, const NewFile& file, base::Diagnostics& diagnostics) {
    Sources sources;
    bool usable = true;
    if (file.from) {
        const auto text = inputs.read({*file.from, *file.from}, diagnostics);
        const auto read = file.kind == NewKind::panel ? read_job_file : read_panel_file;
        usable = text && read(sources, inputs, *text, diagnostics);
    } else if (inputs.options().scheme) {
        sources.in_use = inputs.scheme(*inputs.options().scheme, diagnostics);
        usable = sources.in_use != nullptr;
    }
    diagnostics.sort_by_position();
    return usable ? std::optional{std::move(sources)} : std::nullopt;
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

void check_names(const NewFile& file) {
    const std::string kind{to_text(file.kind)};
    const auto* const article = file.kind == NewKind::appeal ? "an" : "a";
    const std::string id = id_of(file);
    if (const auto fault = fault_of(id, "Title"))
        refuse("JE-U45", fmt::format("'{}' cannot be the id of {} {}", id, article, kind), fault->expected,
               "give another --id");
    if (const auto fault = fault_of("id", file.title))
        refuse("JE-U46", "the text of --title cannot be the title of a job: " + fault->message, fault->expected,
               "give another --title");
}

/// Whether a draft has no errors, by itself or under the scheme it was made from.
bool is_sound(const io::AnyDraft& draft, const Sources& sources, base::Diagnostics& diagnostics) {
    const auto* scheme = sources.scheme();
    if (const auto* job = std::get_if<model::JobDraft>(&draft)) return scheme && model::Job::make(*job, *scheme, diagnostics);
    if (const auto* panel = std::get_if<model::PanelDraft>(&draft))
        return scheme && model::Panel::make(*panel, *scheme, sources.job ? &*sources.job : nullptr, diagnostics);
    if (const auto* appeal = std::get_if<model::AppealDraft>(&draft))
        return scheme && model::Appeal::make(*appeal, *scheme, diagnostics);
    if (const auto* made = std::get_if<model::SchemeDraft>(&draft)) return model::Scheme::make(*made, diagnostics).has_value();
    if (const auto* bands = std::get_if<model::BandsFileDraft>(&draft))
        return model::BandsFile::make(*bands, diagnostics).has_value();
    return std::holds_alternative<model::WorkedExamples>(draft) || std::holds_alternative<io::LocalDraft>(draft);
}

/// What the head of a form says of a scheme that stands in for one of ours.
std::string stand_in_comments(const Sources& sources) {
    if (!sources.in_use || !sources.in_use->info.replaces_shipped) return {};
    return comment("CAUTION: " + report::replacement_in_words(sources.in_use->info), 0);
}

void must_be_sound(const std::string& text, const Sources& sources, const io::Limits& limits) {
    base::Diagnostics diagnostics;
    const auto source = std::make_shared<const base::SourceText>(base::SourceText{"new", text});
    if (!is_sound(io::read_any(source, room_for(text, limits), diagnostics), sources, diagnostics))
        throw std::logic_error{"new_file has made a file that je would not read"};
}

/// What a kind cannot do without.
void need_sources(const NewFile& file, const Options& options) {
    if (file.kind == NewKind::local && !options.scheme)
        refuse("JE-U47", "je new local needs the scheme that the agreement changes", "--scheme with a name or a file",
               "write for example: je new local --scheme nhs-afc");
    if (file.paths && !options.scheme)
        refuse("JE-U58", "je new test --paths needs the scheme whose questions it takes", "--scheme with a name or a file",
               "write for example: je new test --paths --scheme my-scheme.yaml");
    const bool sheet = file.kind == NewKind::jobs;
    if ((file.kind == NewKind::job || sheet) && !options.scheme)
        refuse("JE-U47", fmt::format("je new {} needs a scheme to take the factors from", to_text(file.kind)),
               "--scheme with a name or a file",
               fmt::format("write for example: je new {} --scheme nhs-afc", to_text(file.kind)));
    if (file.kind == NewKind::panel && !options.scheme && !file.from)
        refuse("JE-U71", "je new panel needs a scheme to take the factors from",
               "--scheme with a name or a file, or a questionnaire",
               "write for example: je new panel JOB.yaml, or je new panel --scheme nhs-afc");
    if (file.kind == NewKind::appeal && !file.from)
        refuse("JE-U72", "je new appeal needs the record of the panel whose outcome is appealed", "a je-panel/1 file",
               "write for example: je new appeal PANEL.yaml");
}

void need_questions(const model::Scheme& scheme) {
    const auto factors = scheme.factors_with_trees();
    const bool any = std::any_of(factors.begin(), factors.end(), [&](const model::FactorIndex factor) {
        return !scoring::path_pairs(*scheme[factor].tree, scheme.facts()).pairs.empty();
    });
    if (any) return;
    refuse("JE-U59",
           fmt::format("no answer to a question of scheme '{}' changes a level by itself, so there is no pair of paths",
                       scheme.id().text()),
           "a scheme with a factor that has questions", "leave --paths out for a worked example to fill in");
}

/// The template of that kind.
std::string template_of(NewKind kind) {
    const auto found =
        std::find_if(templates().begin(), templates().end(), [&](const Template& one) { return one.name == to_text(kind); });
    return std::string{found->text};
}

std::string text_of(const NewFile& file, const Sources& sources, const Options& options) {
    const auto* scheme = sources.scheme();
    switch (file.kind) {
        case NewKind::test:
            if (file.paths) need_questions(*scheme);
            if (file.paths) return new_test_of_paths_text(*scheme, *options.scheme);
            return template_of(file.kind);
        case NewKind::scheme:
            return template_of(file.kind);
        case NewKind::bands:
            if (scheme && !scheme->has_points())
                refuse("JE-U89",
                       fmt::format("scheme '{}' has no points, so bands with floors have nothing to hold", scheme->id().text()),
                       "a scheme with points beside je new bands",
                       "change the rules of the scheme itself, under 'decide', or in a local agreement");
            return scheme ? new_bands_text_for(*scheme) : template_of(file.kind);
        case NewKind::jobs:
            return new_jobs_text(*scheme);
        case NewKind::panel:
            return new_panel_text(*scheme, sources.job ? &*sources.job : nullptr, id_of(file));
        case NewKind::appeal:
            return new_appeal_text(*scheme, *sources.panel, id_of(file));
        case NewKind::local:
            return new_local_text(*scheme, sources.in_use->info, id_of(file));
        case NewKind::job:
            return new_job_text(*scheme, id_of(file), file.title);
    }
    throw std::logic_error{"a kind of file that is none"};
}

/// A local agreement says only what differs: a scheme made like it would lack all else.
void refuse_local(const std::string& named, const base::SourceTextPtr& text, const io::Limits& limits) {
    if (!looks_like(text->text, io::local_format)) return;
    base::Diagnostics unsaid;
    const auto local = io::read_local(text, limits, unsaid);
    const std::string base = local && !local->base.value.empty() ? local->base.value : "NAME";
    refuse("JE-U55",
           fmt::format("a new scheme is made like a whole one, and '{}' is a local agreement, which says only what differs",
                       named),
           "a scheme (je-scheme/1), by name or file",
           fmt::format("write: je new scheme --like {0}, and carry over what was agreed; or begin an agreement of your own: je "
                       "new local --scheme {0}",
                       base));
}

std::vector<std::string> source_ids(const model::SchemeDraft& draft) {
    std::vector<std::string> ids;
    for (const auto& source : draft.sources) ids.push_back(source.id.value);
    return ids;
}

/// Nothing where the scheme cannot be used; why is in the diagnostics.
std::optional<std::string> text_like(Inputs& inputs, const NewFile& file, base::Diagnostics& diagnostics) {
    const FoundFile found = inputs.file_of_scheme(*file.like);
    const auto text = inputs.read(found, diagnostics);
    if (!text) return std::nullopt;
    const io::Limits& limits = inputs.options().limits;
    refuse_local(*file.like, *text, limits);
    const auto draft = io::read_scheme(*text, limits, diagnostics);
    const auto scheme = draft ? model::Scheme::make(*draft, diagnostics) : std::nullopt;
    if (!scheme || diagnostics.has_errors()) return std::nullopt;
    auto info = report::scheme_info(*scheme, found.name, inputs.checksum(*text));
    tell_origin(info, found.path);
    if (info.replaces_shipped) diagnostics.add(stands_in(info, scheme->at()));
    return new_scheme_like_text({(*text)->text, std::move(info), source_ids(*draft), limits}, id_of(file));
}

/// What the file of that kind says its format is; a sheet of jobs says none.
std::string_view format_made(NewKind kind) {
    constexpr std::array<std::string_view, new_kinds.size()> formats{io::scheme_format, io::job_format,    {},
                                                                     io::bands_format,  io::worked_format, io::panel_format,
                                                                     io::appeal_format, io::local_format};
    return formats[static_cast<std::size_t>(kind)];
}

}  // namespace

io::Limits room_for(const std::string& text, const io::Limits& limits) {
    const io::Limits usual;
    return {.max_file_bytes = std::max<std::uint64_t>(usual.max_file_bytes, text.size()),
            .max_depth = std::max(usual.max_depth, limits.max_depth),
            .max_nodes = std::max(usual.max_nodes, text.size()),
            .max_jobs = usual.max_jobs};
}

std::string_view to_text(NewKind kind) {
    constexpr std::array<std::string_view, new_kinds.size()> names{"scheme", "job",   "jobs",   "bands",
                                                                   "test",   "panel", "appeal", "local"};
    return names[static_cast<std::size_t>(kind)];
}

Outcome<std::string> new_file(io::Source& source, const NewFile& file, const Options& options) {
    return outcome_of<std::string>([&](auto& outcome) {
        need_sources(file, options);
        check_names(file);
        const Control control;
        Inputs inputs{source, options, control, true};
        if (file.like) {
            auto like = text_like(inputs, file, outcome.diagnostics);
            if (like) outcome.result = io::lines_for_editors(io::scheme_format) + *std::move(like);
            if (like) must_be_sound(*outcome.result, {}, options.limits);
            return;
        }
        const auto sources = read_sources(inputs, file, outcome.diagnostics);
        if (!sources) return;
        std::string text = text_of(file, *sources, options);
        if (file.kind != NewKind::jobs) {
            text = io::lines_for_editors(format_made(file.kind)) + stand_in_comments(*sources) + text;
            must_be_sound(text, *sources, options.limits);
        }
        outcome.result = std::move(text);
    });
}

}  // namespace je::study
