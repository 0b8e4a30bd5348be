// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A CSV list of jobs as read under a small scheme, in texts that a test can compare.

#include <memory>
#include <string>
#include <vector>

#include "io/csv/csv_jobs.hpp"
#include "support/draft.hpp"

namespace je::test::csv {

using je::base::Diagnostics;
using je::io::CsvJob;
using je::io::CsvJobReader;
using je::io::CsvOptions;
using je::model::FactorIndex;

// Factors knowledge (levels 1, 2, 3), effort (levels A, B) and grade (derived from the fact base); facts base, staff, lead.
inline const je::model::Scheme& scheme() {
    static const je::model::Scheme made = [] {
        auto draft = je::test::simple_scheme({je::test::table_factor("knowledge", {"20", "40", "60"}),
                                              je::test::named_factor("effort", {{"A", "10"}, {"B", "30"}}),
                                              je::test::named_factor("grade", {{"5-1", "10"}, {"5-2", "30"}})});
        draft.factors[0].name = "Knowledge and training";
        draft.facts = {je::test::choice_fact("base", {"low", "high"}), je::test::number_fact("staff"),
                       je::test::yes_no_fact("lead")};
        draft.derived = {je::test::derivation("by-base", "grade", "base", {{"low", "5-1"}, {"high", "5-2"}})};
        return je::test::made(draft);
    }();
    return made;
}

struct Reading {
    bool usable = false;
    char separator = '?';
    std::vector<CsvJob> jobs;
    Diagnostics diagnostics;

    // "JE-C25 jobs.csv:2:5: message" for each error and warning.
    [[nodiscard]] std::vector<std::string> said() const {
        std::vector<std::string> all;
        for (const auto& d : diagnostics.all()) all.push_back(d.id + " " + d.at.to_string() + ": " + d.message);
        return all;
    }
    [[nodiscard]] std::string only() const {
        const auto all = said();
        return all.size() == 1 ? all[0] : std::to_string(all.size()) + " messages\n" + je::test::messages(diagnostics);
    }
    [[nodiscard]] std::vector<std::string> ids() const {
        std::vector<std::string> all;
        for (const auto& d : diagnostics.all()) all.push_back(d.id);
        return all;
    }
};

inline Reading read(const std::string& text, const CsvOptions& options = {}) {
    Reading reading;
    const auto source = std::make_shared<const je::base::SourceText>(je::base::SourceText{"jobs.csv", text});
    CsvJobReader reader{source, scheme(), options, reading.diagnostics};
    reading.usable = reader.usable();
    reading.separator = reader.separator();
    CsvJob job;
    while (reader.next(job, reading.diagnostics)) reading.jobs.push_back(job);
    return reading;
}

inline constexpr const char* header = "id,title,knowledge,effort,grade\n";
inline Reading read_rows(const std::string& rows) { return read(header + rows); }

inline std::string level_text(const CsvJob& job, std::size_t factor) {
    const auto level = job.answers.levels[factor];
    return level ? scheme()[FactorIndex{factor}][*level].id.text() : "-";
}

// "id/title/1/A/5-1", with "!" in front of a row with errors.
inline std::string as_text(const CsvJob& job) {
    std::string text = (job.valid ? "" : "!") + job.id + "/" + job.title;
    for (std::size_t i = 0; i < job.answers.levels.size(); ++i) text.append("/").append(level_text(job, i));
    return text;
}

inline std::vector<std::string> as_texts(const std::vector<CsvJob>& jobs) {
    std::vector<std::string> all;
    for (const auto& job : jobs) all.push_back(as_text(job));
    return all;
}

using Strings = std::vector<std::string>;

}  // namespace je::test::csv
