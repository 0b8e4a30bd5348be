// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/bundle.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include "io/archive/zip.hpp"
#include "je/base/text.hpp"
#include "je/io/json_value.hpp"
#include "je/render/format.hpp"
#include "je/render/json.hpp"
#include "je/study/files.hpp"
#include "je/study/shared_inputs.hpp"
#include "study/bundle/names.hpp"
#include "study/bundle/readme.hpp"
#include "study/bundle/recording.hpp"
#include "study/outcome.hpp"
#include "study/page/given.hpp"

namespace je::study {

namespace {

class Bundling {
public:
    Bundling(io::Source& source, std::span<const std::string> files, const Options& options, const BundleOptions& what,
             const Control& control)
        : recording_{source}, files_{files}, options_{options}, what_{what}, control_{control} {}

    void make(Outcome<BundleFiles>& outcome) {
        if (report::hides_people(options_.audience)) refuse_audience();
        run_ = std::exchange(options_.shared, std::make_shared<SharedInputs>());  // to see what is read
        base::Diagnostics told_later;
        given_ = sort_files(recording_, files_, options_, told_later);
        if (has_results(outcome.diagnostics)) return;
        auto first = make_report(recording_, files_, options_, what_.report, control_);
        if (first.refused) throw Refusal{*std::move(first.refused)};
        outcome.diagnostics.append(first.diagnostics);
        if (!first.result) return;
        gather(*first.result);
        auto made = make_again();
        if (!made.result) {  // what it says then is new
            outcome.diagnostics.append(made.diagnostics);
            return;
        }
        write(*made.result);
        outcome.result = std::move(bundle_);
    }

private:
    [[noreturn]] void refuse_audience() const {
        refuse("JE-M11", "a bundle holds the records themselves, which these readers may not see",
               "readers who may see the record: no --audience, or panel or union",
               "give them a page: je report --audience, without the records");
    }

    [[nodiscard]] bool has_results(base::Diagnostics& diagnostics) {
        for (const auto& result : given_.results) {
            const auto files = made_from(result);
            diagnostics.error(
                {.id = "JE-M10",
                 .at = base::position_at(result, 0),
                 .message = fmt::format("'{}' is a stored result, which cannot be made again within a bundle", result->name),
                 .expected = "the files that results are made from",
                 .fix = fmt::format("give the bundle {}; the report in it has what je makes of them",
                                    files.empty() ? std::string{"those files"} : base::quoted_list(files))});
        }
        return !given_.results.empty();
    }

    /// The files a bundle could take in place of a stored result, as far as they lie where it says.
    [[nodiscard]] std::vector<std::string> made_from(const base::SourceTextPtr& result) {
        base::Diagnostics unsaid;
        const auto stored = io::read_json(result, options_.limits, unsaid);
        const io::JsonValue* inputs = stored ? stored->find("inputs") : nullptr;
        std::vector<std::string> names;
        for (std::size_t i = 0; inputs != nullptr && i < inputs->members.size(); ++i) {
            const io::JsonValue* name = inputs->members[i].second.find("name");
            if (name != nullptr && recording_.kind_of(name->word) == io::Source::Kind::file) names.push_back(name->word);
        }
        const auto sorted = sort_files(recording_, names, options_, unsaid);
        auto files = sorted.jobs;
        for (const auto* records : {&sorted.panels, &sorted.appeals})
            for (const GivenRecord& record : *records) files.push_back(record.file);
        return files;
    }

    void gather(const report::ReportResult& result) {
        for (const report::InputFile& input : result.inputs) {
            const auto text = recording_.text_of(input.name);
            if (text == nullptr) continue;  // nothing is listed that was not read
            if (run_) run_->list(text);
            const bool scheme = recording_.path_of(input.name) != input.name;
            bundle_.emplace(names_.add(input.name, scheme), text->text);
        }
    }

    /// The report from the files as they lie in the bundle.
    [[nodiscard]] Outcome<report::ReportResult> make_again() {
        io::MemorySource inside;
        for (const auto& [name, bytes] : bundle_) inside.add(name, bytes);
        Options options = options_;
        ReportOptions what = what_.report;
        std::vector<std::string> words{"report", "--format", "json", "--scheme-path", "schemes", "--records", "."};
        words.insert(words.end(), what_.words.begin(), what_.words.end());
        const auto rename = [&](std::optional<std::string>& file, std::string_view option) {
            if (!file) return;
            file = names_.of(*file);
            words.insert(words.end(), {"--" + std::string{option}, *file});
        };
        rename(options.scheme, "scheme");
        rename(options.bands, "bands");
        rename(what.holidays, "holidays");
        std::vector<std::string> files;
        base::Diagnostics told;
        for (const FoundFile& file : find_files(recording_, files_, told)) {
            const bool is_older = std::find(given_.older.begin(), given_.older.end(), file.name) != given_.older.end();
            if (names_.has(file.name) && !is_older) files.push_back(names_.of(file.name));
        }
        words.insert(words.end(), files.begin(), files.end());
        options.shared = std::make_shared<SharedInputs>();
        options.scheme_folders = {"schemes"};
        options.records = {"."};
        options.tool.arguments = std::move(words);
        return make_report(inside, files, options, what, control_);
    }

    void write(const report::ReportResult& result) {
        keep_what_was_read(result);
        for (const std::string_view name : reports_of_bundle) {
            const auto& how = render::how(*render::format_of_ending(name.substr(name.find('.'))));
            bundle_.emplace(name,
                            how.part == render::Part::document
                                ? render::document(how, report::report_document(result, how.most_jobs), render::usual_width)
                                : render::json(result));
        }
        bundle_.emplace(readme_of_bundle, readme(result.job, result.job_title, result.tool.version));
        std::string list;
        for (const auto& [name, bytes] : bundle_) list += fmt::format("{}  {}\n", io::sha256_hex(bytes), name);
        bundle_.emplace(list_of_bundle, std::move(list));
    }

    /// What went into nothing would be told by je verify, and has nothing to say.
    void keep_what_was_read(const report::ReportResult& result) {
        std::set<std::string> read;
        for (const report::InputFile& input : result.inputs) read.insert({input.name, scheme_in_bundle(input.name)});
        std::erase_if(bundle_, [&](const auto& file) { return !read.contains(file.first); });
    }

    RecordingSource recording_;
    std::span<const std::string> files_;
    Options options_;
    const BundleOptions& what_;
    const Control& control_;
    std::shared_ptr<SharedInputs> run_;  // of a run of several commands; null when there is none
    GivenFiles given_;
    BundleNames names_;
    BundleFiles bundle_;
};

}  // namespace

Outcome<BundleFiles> make_bundle(io::Source& source, std::span<const std::string> files, const Options& options,
                                 const BundleOptions& what, const Control& control) {
    return outcome_of<BundleFiles>([&](auto& outcome) { Bundling{source, files, options, what, control}.make(outcome); });
}

std::string zipped(const BundleFiles& files) { return io::zip_of(files); }

std::optional<BundleFiles> unzipped(const base::SourceTextPtr& archive, const io::Limits& limits,
                                    base::Diagnostics& diagnostics) {
    return io::read_zip(archive, limits, diagnostics);
}

bool is_zip(std::string_view bytes) { return io::is_zip(bytes); }

}  // namespace je::study
