// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/checking.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include "base/wording.hpp"
#include "io/readers/reader.hpp"
#include "je/base/text.hpp"
#include "model/scheme/trees.hpp"
#include "scoring/proof.hpp"
#include "sensitivity/weightings.hpp"
#include "study/outcome.hpp"
#include "study/shipped_schemes.hpp"

namespace je::study {

namespace {

using base::Diagnostics;

/// Kinds of files in the order of io::AnyDraft, and how their formats begin.
constexpr std::array<std::pair<std::string_view, std::string_view>, std::variant_size_v<io::AnyDraft>> kinds_of_files{
    {{"unknown", ""},
     {"scheme", "je-scheme/"},
     {"bands", "je-bands/"},
     {"job", "je-job/"},
     {"worked examples", "je-test/"},
     {"panel", "je-panel/"},
     {"appeal", "je-appeal/"},
     {"holidays", "je-holidays/"},
     {"chances of levels", "je-uncertainty/"},
     {"other weightings", "je-weightings/"},
     {"local agreement", "je-local/"}}};

/// What a file is by its `format:` line, for files that cannot be read as such.
std::string_view kind_of(std::string_view text) {
    const auto found = std::find_if(kinds_of_files.begin() + 1, kinds_of_files.end(),
                                    [&](const auto& kind) { return looks_like(text, kind.second); });
    return found == kinds_of_files.end() ? kinds_of_files.front().first : found->first;
}

/// "2016, 2023 to 2026".
std::string years_in_words(const std::vector<int>& years) {
    std::string words;
    for (std::size_t i = 0; i < years.size();) {
        std::size_t last = i;
        while (last + 1 < years.size() && years[last + 1] == years[last] + 1) ++last;
        words += fmt::format("{}{}", words.empty() ? "" : ", ", years[i]);
        if (last > i) words += base::worded(" to {}", years[last]);
        i = last + 1;
    }
    return words;
}

}  // namespace

void Checking::check(std::span<const FoundFile> files) {
    for (const FoundFile& file : files) {
        names_.insert(file.name);
        paths_.insert(inputs_.source().one_form(file.path));
    }
    for_each_file(files, inputs_.control(), [&](const FoundFile& file) { check(file); });
}

void Checking::check(const FoundFile& file) { is_csv(inputs_.source(), file.path) ? check_csv(file) : check_yaml(file); }

void Checking::finish(report::CheckedFile&& entry, const Diagnostics& diagnostics) {
    entry.errors = diagnostics.errors();
    entry.warnings = diagnostics.warnings();
    if (diagnostics.has_errors()) entry.proved.clear();
    result_.files.push_back(std::move(entry));
    result_.diagnostics.append(diagnostics);
}

void Checking::check_yaml(const FoundFile& file) {
    Diagnostics diagnostics;
    current_ = file;
    const auto text = inputs_.peek(file, diagnostics);
    if (text && !file.named && !looks_like((*text)->text, "je-")) return;
    report::CheckedFile entry;
    entry.name = file.name;
    entry.kind = kinds_of_files.front().first;
    if (text) {
        inputs_.list(*text, diagnostics);
        const auto any = inputs_.parsed(*text, diagnostics, io::read_any);
        entry.kind = any.index() > 0 ? kinds_of_files[any.index()].first : kind_of((*text)->text);
        std::visit([&](const auto& draft) { check_draft(entry, draft, diagnostics); }, any);
    }
    diagnostics.sort_by_position();
    finish(std::move(entry), diagnostics);
}

void Checking::check_draft(report::CheckedFile& entry, const model::SchemeDraft& draft, Diagnostics& diagnostics) {
    const auto scheme = model::Scheme::make(draft, diagnostics);
    model::warn_of_trees(draft, diagnostics);
    if (!scheme) return;
    scoring::check_scheme(*scheme, diagnostics);
    auto info = report::scheme_info(*scheme, entry.name, inputs_.checksum(scheme->at().source));
    tell_origin(info, entry.name);
    if (info.replaces_shipped) {
        diagnostics.add(stands_in(info, scheme->at()));
        result_.schemes.push_back(info);
    }
    if (!diagnostics.has_errors()) entry.proved = report::proved_of(*scheme, scheme->band_tables());
    show(*scheme, std::move(info));
}

void Checking::show(const model::Scheme& scheme, report::SchemeInfo info) {
    if (what_.show) result_.shown.push_back(report::show_scheme(scheme, std::move(info)));
    if (!what_.paths) return;
    for (const model::FactorIndex factor : scheme.factors_with_trees())
        result_.trees->push_back(report::show_tree(scheme, factor, what_.max_paths));
}

void Checking::check_draft(report::CheckedFile& entry, const io::LocalDraft& draft, Diagnostics& diagnostics) {
    Diagnostics of_both;  // what was found in reading the file has been said
    const auto in_use = inputs_.scheme_in(current_, of_both);
    if (in_use) {
        Diagnostics proof = in_use->odd_trees;
        scoring::check_scheme(*in_use->scheme, proof);
        io::with_places_of_base(proof, in_use->changes);
        of_both.append(proof);
    }
    add_told(of_both, draft.at.source, diagnostics);
    if (!in_use && !diagnostics.has_errors())
        diagnostics.error({.id = "JE-U23",
                           .at = draft.base.at,
                           .message = fmt::format("scheme '{}' has errors, so '{}' cannot be held against it", draft.base.value,
                                                  draft.id.value),
                           .expected = "a scheme without errors",
                           .fix = "mend the scheme first; je check shows its errors"});
    if (!in_use) return;
    if (!diagnostics.has_errors())
        entry.proved =
            fmt::format("{}; {}", in_use->info.title, report::proved_of(*in_use->scheme, in_use->scheme->band_tables()));
    list(in_use);
    show(*in_use->scheme, in_use->info);
}

std::shared_ptr<const SchemeInUse> Checking::scheme_for(const std::optional<base::Located<std::string>>& stated,
                                                        Diagnostics& diagnostics) {
    if (!options_.scheme && !stated) return nullptr;
    auto in_use = options_.scheme ? inputs_.scheme(*options_.scheme, diagnostics) : inputs_.scheme_of(*stated, diagnostics);
    list(in_use);
    return in_use;
}

void Checking::list(const std::shared_ptr<const SchemeInUse>& in_use) {
    if (!in_use || in_use->info.file.empty()) return;
    const auto same = [&](const report::SchemeInfo& one) { return one.file == in_use->info.file; };
    if (std::none_of(result_.schemes.begin(), result_.schemes.end(), same)) result_.schemes.push_back(in_use->info);
}

bool Checking::is_checked(const std::string& scheme) const {
    const auto path = find_scheme(inputs_.source(), scheme, options_.scheme_folders);
    return path && !options_.scheme && !inputs_.lacks_only_bands(scheme) && paths_.contains(inputs_.source().one_form(*path));
}

std::shared_ptr<const SchemeInUse> Checking::need_scheme(const base::Located<std::string>& stated, const std::string& record,
                                                         Diagnostics& diagnostics) {
    Diagnostics of_the_scheme;
    auto in_use = scheme_for(stated, of_the_scheme);
    const bool is_told = !in_use && is_checked(stated.value);  // with its own file
    if (is_told || (!in_use && !of_the_scheme.has_errors())) {
        (is_told ? diagnostics : of_the_scheme)
            .error({.id = "JE-U23",
                    .at = stated.at,
                    .message = fmt::format("scheme '{}' has errors, so {} cannot be held against it", stated.value, record),
                    .expected = "a scheme without errors",
                    .fix = "mend the scheme first; je check shows its errors"});
    }
    if (is_told) return nullptr;
    const bool unknown = of_the_scheme.errors() == 1 && of_the_scheme.all().front().id == "JE-U09";
    const auto beside = unknown ? records_.find_scheme(stated.value, {}) : std::nullopt;
    if (!beside) {
        diagnostics.append(of_the_scheme);
        return in_use;
    }
    base::Diagnostic told = of_the_scheme.all().front();
    told.fix = fmt::format("give --scheme {}, which has that id", beside->name);
    diagnostics.add(std::move(told));
    return nullptr;
}

void Checking::check_draft(report::CheckedFile& entry, const model::BandsFileDraft& draft, Diagnostics& diagnostics) {
    const auto bands = model::BandsFile::make(draft, diagnostics);
    if (!bands) return;
    scoring::check_pay(bands->band_tables(), bands->pay_tables(), diagnostics);
    const auto in_use = scheme_for(draft.scheme, diagnostics);
    if (!in_use) {
        if (!diagnostics.has_errors())
            entry.proved = base::worded("well formed; name a scheme with --scheme to prove it against the totals");
        return;
    }
    const model::Scheme& scheme = *in_use->scheme;
    if (!bands->scheme().empty() && !scheme.is_called(bands->scheme())) {
        diagnostics.error(
            {.id = "JE-U15",
             .at = draft.scheme->at,
             .message = fmt::format("these bands are for scheme '{}', not '{}'", bands->scheme(), scheme.id().text()),
             .expected = fmt::format("bands for '{}'", scheme.id().text()),
             .fix = "give another --scheme, or correct the file"});
        return;
    }
    if (!scheme.has_points()) return diagnostics.error(without_floors(scheme, bands->at()));
    scoring::check_bands(scheme, bands->band_tables(), diagnostics);
    if (!diagnostics.has_errors())
        entry.proved = fmt::format("{}: {}", scheme.id().text(), report::proved_of(scheme, bands->band_tables()));
    if (what_.show) {
        report::ShownScheme shown = report::show_scheme(scheme, in_use->info);
        shown.band_tables = report::show_bands(scheme, bands->band_tables());
        result_.shown.push_back(std::move(shown));
    }
}

void Checking::check_draft(report::CheckedFile& entry, const model::WorkedExamples& examples, Diagnostics& diagnostics) {
    const auto in_use = options_.scheme ? inputs_.scheme(*options_.scheme, diagnostics)
                                        : inputs_.scheme_of_examples({entry.name, entry.name}, examples.scheme, diagnostics);
    list(in_use);
    if (in_use)
        entry.proved = base::worded("{}; je test runs them",
                                    base::counted_now(examples.examples.size(), "worked example", "worked examples"));
}

void Checking::check_draft(report::CheckedFile& entry, const model::HolidaysDraft& draft, Diagnostics& diagnostics) {
    const auto holidays = model::Holidays::make(draft, diagnostics);
    if (!holidays) return;
    entry.proved = base::worded("{} in {}", base::counted_now(holidays->holidays().size(), "holiday", "holidays"),
                                years_in_words(holidays->working_days().years()));
}

void Checking::check_draft(report::CheckedFile& entry, const model::LevelUncertaintyDraft& draft, Diagnostics& diagnostics) {
    const auto in_use = need_scheme(draft.scheme, fmt::format("'{}'", draft.id.value), diagnostics);
    if (!in_use) return;
    const auto uncertainty = model::LevelUncertainty::make(draft, *in_use->scheme, diagnostics);
    if (!uncertainty) return;
    entry.proved = base::worded("{}: chances for {} of {} factors of every job, and for {} by itself",
                                in_use->scheme->id().text(), uncertainty->factors(), in_use->scheme->factors().size(),
                                base::counted_now(uncertainty->jobs().size(), "job", "jobs"));
}

void Checking::check_draft(report::CheckedFile& entry, const model::WeightingsDraft& draft, Diagnostics& diagnostics) {
    const auto in_use = need_scheme(draft.scheme, fmt::format("'{}'", draft.id.value), diagnostics);
    if (!in_use) return;
    const auto weightings = sensitivity::make_weightings(draft, *in_use->scheme, in_use->bands, diagnostics);
    if (!weightings) return;
    entry.proved = fmt::format("{}: {}, each with exact weights that sum to 1", in_use->scheme->id().text(),
                               base::counted(weightings->size(), "weighting", "weightings"));
}

}  // namespace je::study
