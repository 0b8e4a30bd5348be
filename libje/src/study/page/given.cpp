// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/page/given.hpp"

#include <fmt/format.h>

#include <array>

#include "io/readers/reader.hpp"
#include "je/study/files.hpp"
#include "je/study/shared_inputs.hpp"
#include "study/inputs.hpp"
#include "study/job_versions.hpp"

namespace je::study {

namespace {

class Sorting {
public:
    Sorting(io::Source& source, const Options& options, base::Diagnostics& diagnostics)
        : source_{source}, options_{options}, diagnostics_{diagnostics} {}

    void take(const FoundFile& file, bool is_newest) {
        if (is_csv(source_, file.path)) {
            given.jobs.push_back(file.name);
            return;
        }
        const auto readable = file.named ? options_.readable : io::Readable::files;
        base::Diagnostics of_file;
        const auto text =
            options_.shared->read(source_, file.path, file.name, options_.limits, of_file, readable, options_.encoding);
        if (!text) {
            if (file.named) diagnostics_.append(of_file);
            return;
        }
        if (is_newest) return take(file, text->text);
        given.all.push_back(file.name);
        given.older.push_back(file.name);
    }

    GivenFiles given;

private:
    void take(const FoundFile& file, const base::SourceTextPtr& text) {
        const auto begin = text->text.find_first_not_of(" \t\r\n");
        if (begin != std::string::npos && text->text[begin] == '{') {
            given.results.push_back(text);
            return;
        }
        given.all.push_back(file.name);
        if (looks_like(text->text, "je-job/")) {
            given.jobs.push_back(file.name);
        } else if (looks_like(text->text, "je-panel/")) {
            given.panels.push_back({file.name, job_of(text, io::read_panel)});
        } else if (looks_like(text->text, "je-appeal/")) {
            given.appeals.push_back({file.name, job_of(text, io::read_appeal)});
        } else if (file.named) {
            report_useless(file, text);
        }
    }

    /// Mistakes are told where the record is read for its part.
    template <class Draft>
    [[nodiscard]] std::string job_of(const base::SourceTextPtr& text,
                                     std::optional<Draft> (*reader)(const base::SourceTextPtr&, const io::Limits&,
                                                                    base::Diagnostics&)) const {
        base::Diagnostics told_later;
        const auto draft = options_.shared->parsed(text, options_.limits, told_later, reader);
        return draft ? draft->job.value : std::string{};
    }

    void report_useless(const FoundFile& file, const base::SourceTextPtr& text) {
        struct Other {
            std::string_view format, what, fix;
        };
        static constexpr std::array<Other, 5> others{
            {{"je-scheme/", "a scheme", "give it with --scheme"},
             {"je-bands/", "a band table", "give it with --bands"},
             {"je-holidays/", "a list of holidays", "give it with --holidays"},
             {"je-uncertainty/", "about uncertain levels", "make a result with je sensitivity --format json, and give that"},
             {"je-weightings/", "about other weightings",
              "make a result with je sensitivity --weightings FILE --format json, and give that"}}};
        std::string what = "nothing that a report can show";
        std::string fix = "look at its first line, or leave the file out";
        for (const Other& other : others) {
            if (!looks_like(text->text, other.format)) continue;
            what = other.what;
            fix = other.fix;
        }
        diagnostics_.error({.id = "JE-M02",
                            .at = base::position_at(text, 0),
                            .message = fmt::format("'{}' is {}, which has no section in a report", file.name, what),
                            .expected = "questionnaires, CSV files of jobs, records of panels and appeals, JSON results of je, "
                                        "and folders with those",
                            .fix = std::move(fix)});
    }

    io::Source& source_;
    const Options& options_;
    base::Diagnostics& diagnostics_;
};

}  // namespace

GivenFiles sort_files(io::Source& source, std::span<const std::string> files, const Options& options,
                      base::Diagnostics& diagnostics) {
    const auto found = find_files(source, files, diagnostics);
    const Control control;
    Inputs inputs{source, options, control};
    const auto newest = newest_versions(found, inputs, diagnostics);
    Sorting sorting{source, options, diagnostics};
    auto next = newest.begin();  // of the same order, without some
    for (const FoundFile& file : found) {
        const bool is_newest = next != newest.end() && next->path == file.path;
        if (is_newest) ++next;
        sorting.take(file, is_newest);
    }
    return std::move(sorting.given);
}

}  // namespace je::study
