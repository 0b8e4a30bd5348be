// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/bundle.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>

#include "io/archive/zip.hpp"
#include "je/render/format.hpp"
#include "je/render/json.hpp"
#include "je/study/files.hpp"
#include "je/study/shared_inputs.hpp"
#include "study/bundle/recording.hpp"
#include "study/outcome.hpp"
#include "study/page/given.hpp"

namespace je::study {

namespace {

constexpr std::string_view readme_name = "README.txt";
constexpr std::array<std::string_view, 2> formats_for_people{"html", "xlsx"};  // of those that there are

/// Which file of the bundle each input is.
class Names {
public:
    /// `scheme`: it was looked up by its name.
    const std::string& add(const std::string& name, bool scheme) {
        const auto known = names_.find(name);
        if (known != names_.end()) return known->second;
        const std::string last = name.substr(name.find_last_of('/') + 1);
        const std::string kept = io::stays_within(name) ? name : std::string{};
        std::string wanted = scheme         ? "schemes/" + name
                             : kept.empty() ? "files/" + (io::stays_within(last) ? last : std::string{"file"})
                                            : kept;
        if (wanted.front() == '-' || is_ours(wanted)) wanted = "files/" + wanted;
        std::string free = wanted;
        for (int n = 2; !taken_.insert(io::without_case(free)).second; ++n) free = numbered(wanted, n);
        return names_.emplace(name, std::move(free)).first->second;
    }
    [[nodiscard]] std::string of(const std::string& name) const {
        const auto known = names_.find(name);
        return known == names_.end() ? name : known->second;
    }
    [[nodiscard]] bool has(const std::string& name) const { return names_.contains(name); }

private:
    [[nodiscard]] static bool is_ours(const std::string& name) {
        return io::without_case(name) == io::without_case(readme_name) ||
               io::without_case(name) == io::without_case(list_of_bundle) ||
               name.starts_with(std::string{report_of_bundle} + ".");
    }
    /// "a-2.yaml" of "a.yaml".
    [[nodiscard]] static std::string numbered(const std::string& name, int n) {
        const auto point = name.find_last_of("./");
        const bool ends = point != std::string::npos && name[point] == '.';
        const std::string end = ends ? name.substr(point) : std::string{};
        return fmt::format("{}-{}{}", name.substr(0, name.size() - end.size()), n, end);
    }
    std::map<std::string, std::string> names_;
    std::set<std::string> taken_;
};

class Bundling {
public:
    Bundling(io::Source& source, std::span<const std::string> files, const Options& options, const BundleOptions& what,
             const Control& control)
        : recording_{source}, files_{files}, options_{options}, what_{what}, control_{control} {}

    void make(Outcome<BundleFiles>& outcome) {
        if (report::hides_people(options_.audience)) refuse_audience();
        options_.shared = std::make_shared<SharedInputs>();
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
        base::Diagnostics told_later;
        const auto given = sort_files(recording_, files_, options_, told_later);
        for (const auto& result : given.results)
            diagnostics.error(
                {.id = "JE-M10",
                 .at = base::position_at(result, 0),
                 .message = fmt::format("'{}' is a stored result, which cannot be made again within a bundle", result->name),
                 .expected = "the files that results are made from",
                 .fix = "give the bundle those files; the report in it has what je makes of them"});
        return !given.results.empty();
    }

    void gather(const report::ReportResult& result) {
        for (const report::InputFile& input : result.inputs) {
            const auto text = recording_.text_of(input.name);
            if (text == nullptr) continue;  // nothing is listed that was not read
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
        for (const FoundFile& file : find_files(recording_, files_, told))
            if (names_.has(file.name)) files.push_back(names_.of(file.name));
        words.insert(words.end(), files.begin(), files.end());
        options.shared = std::make_shared<SharedInputs>();
        options.scheme_folders = {"schemes"};
        options.records = {"."};
        options.tool.arguments = std::move(words);
        return make_report(inside, files, options, what, control_);
    }

    void write(const report::ReportResult& result) {
        const report::Document document = report::report_document(result);
        std::vector<std::string> reports;
        for (const std::string_view name : formats_for_people) {
            const auto format = render::format_named(name);
            if (!format) continue;
            const auto& how = render::how(*format);
            put(how.ending, render::document(how, document, render::usual_width), reports);
        }
        put(render::how(render::Format::json).ending, render::json(result), reports);
        bundle_.emplace(readme_name, readme(result, reports));
        std::string list;
        for (const auto& [name, bytes] : bundle_) list += fmt::format("{}  {}\n", io::sha256_hex(bytes), name);
        bundle_.emplace(list_of_bundle, std::move(list));
    }
    void put(std::string_view ending, std::string bytes, std::vector<std::string>& reports) {
        reports.push_back(std::string{report_of_bundle}.append(ending));
        bundle_.emplace(reports.back(), std::move(bytes));
    }

    [[nodiscard]] static std::string readme(const report::ReportResult& result, const std::vector<std::string>& reports) {
        return fmt::format(
            "The papers on {0}\n\n"
            "The report is in {1}: the same figures as a page to read or print, for a spreadsheet, and for programs.\n"
            "All other files are what it was made from.\n\n"
            "To see that no file was changed, in this folder:\n\n"
            "    sha256sum -c {2}\n\n"
            "To make the report again from these files and compare every value, with je {3}:\n\n"
            "    je verify .\n\n"
            "je verify takes the ZIP archive too, without unpacking it here. The list shows a change made by accident or by\n"
            "one who did not change the list; compare the list itself with the one that the other side has:\n\n"
            "    sha256sum {2}\n",
            result.job.empty()         ? std::string{"these jobs"}
            : result.job_title.empty() ? fmt::format("job {}", result.job)
                                       : fmt::format("{} ({})", result.job_title, result.job),
            fmt::join(reports, ", "), list_of_bundle, result.tool.version);
    }

    RecordingSource recording_;
    std::span<const std::string> files_;
    Options options_;
    const BundleOptions& what_;
    const Control& control_;
    Names names_;
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
