// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/csv/csv_jobs.hpp"
#include "io/csv/loose.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/draft.hpp"

namespace {

using je::base::Diagnostics;
using je::io::CsvJob;
using je::model::FactIndex;
using je::model::FactorIndex;

void require(bool condition, const char* what) {
    if (condition) return;
    std::fprintf(stderr, "csv_jobs: %s\n", what);
    std::abort();
}

const je::model::Scheme& scheme() {
    static const je::model::Scheme made = [] {
        auto draft = je::test::simple_scheme({je::test::table_factor("knowledge", {"20", "40", "60"}),
                                              je::test::named_factor("effort", {{"1-1", "10"}, {"1-2", "30"}}),
                                              je::test::named_factor("reach", {{"a long code", "10"}, {"\xC3\xA9", "30"}})});
        draft.facts = {je::test::choice_fact("base", {"low", "high"}), je::test::number_fact("staff"),
                       je::test::yes_no_fact("lead")};
        draft.derived = {je::test::derivation("by-base", "reach", "base", {{"low", "a long code"}, {"high", "\xC3\xA9"}})};
        return je::test::made(draft);
    }();
    return made;
}

constexpr std::size_t not_known = std::string::npos;

// Where reading must go on after a quoted cell that ran over a line end and came to no good: on the line after its quote.
std::size_t after_runaway(const std::string& text, std::size_t opening, std::size_t failed) {
    const auto line_feed = text.find('\n', opening);
    if (line_feed == std::string::npos) return failed >= text.size() ? text.size() : not_known;
    return failed >= text.size() || line_feed < failed ? line_feed + 1 : not_known;
}

// SLOW AND PLAIN, for comparison only: the row of RFC 4180 that begins at `at`, moving `at` to where the next must begin.
// Nothing when the row is not well formed.
std::optional<std::vector<std::string>> naive_row(const std::string& text, std::size_t& at, char separator) {
    const auto ends = [&](std::size_t i) { return i >= text.size() || text[i] == '\n' || text.compare(i, 2, "\r\n") == 0; };
    std::vector<std::string> cells;
    for (;;) {
        std::string cell;
        if (at < text.size() && text[at] == '"') {
            const std::size_t opening = at;
            for (++at;; ++at) {
                if (at >= text.size()) {
                    at = after_runaway(text, opening, at);
                    return std::nullopt;
                }
                if (text[at] == '"' && text.compare(at, 2, "\"\"") != 0) break;
                if (text[at] == '"') ++at;
                cell += text[at];
            }
            ++at;
            if (!ends(at) && text[at] != separator) {
                at = after_runaway(text, opening, at);
                return std::nullopt;
            }
        } else {
            for (; !ends(at) && text[at] != separator; ++at) {
                if (text[at] == '"') {
                    at = not_known;
                    return std::nullopt;
                }
                cell += text[at];
            }
        }
        cells.push_back(cell);
        if (ends(at)) break;
        ++at;
    }
    if (at < text.size()) at += text[at] == '\r' ? 2 : 1;
    return cells;
}

void skip_empty_lines(const std::string& text, std::size_t& at) {
    while (at < text.size() && (text[at] == '\n' || text.compare(at, 2, "\r\n") == 0)) at += text[at] == '\r' ? 2 : 1;
}

std::size_t offset_of_line(const std::string& text, std::uint32_t line) {
    std::size_t at = 0;
    for (std::uint32_t i = 1; i < line; ++i) at = text.find('\n', at) + 1;
    if (at == 0 && text.starts_with("\xEF\xBB\xBF")) at = 3;
    return at;
}

std::uint32_t line_of_offset(const std::string& text, std::size_t at) {
    return static_cast<std::uint32_t>(1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

std::string text_of(const std::optional<je::model::LevelIndex>& level, std::size_t factor) {
    return level ? scheme()[FactorIndex{factor}][*level].id.text() : "";
}

bool is_blank(const std::string& cell) { return je::io::is_blank(cell); }

// The job must say what the plain reading of its cells says, where they are written plainly.
void compare(const CsvJob& job, const std::vector<std::string>& names, const std::vector<std::string>& cells) {
    std::map<std::string, std::string> by_name;
    for (std::size_t i = 0; i < names.size(); ++i) by_name[names[i]] = i < cells.size() ? cells[i] : "";
    require(job.id == je::io::trimmed(by_name["id"]) && !job.id.empty(), "another id");
    if (by_name.contains("title")) require(job.title == by_name["title"], "another title");
    for (std::size_t i = 0; i < scheme().factors().size(); ++i) {
        const auto& factor = scheme().factors()[i];
        const auto cell = by_name.find(factor.id.text());
        if (cell == by_name.end()) continue;
        const auto& level = job.answers.levels[i];
        require(level.has_value() != is_blank(cell->second), "a level out of nothing, or none");
        if (factor.find_level(cell->second)) require(text_of(level, i) == cell->second, "another level");
    }
    for (std::size_t i = 0; i < scheme().facts().size(); ++i) {
        const auto& fact = scheme()[FactIndex{i}];
        const auto cell = by_name.find("fact:" + fact.id.text());
        if (cell == by_name.end()) continue;
        const auto plain = je::model::parse_fact(fact, cell->second);
        require(job.answers.facts[i].has_value() != is_blank(cell->second), "a fact out of nothing, or none");
        if (plain) require(job.answers.facts[i] == plain, "another fact");
    }
}

void check_positions(const Diagnostics& diagnostics, const std::string& text) {
    const auto lines = line_of_offset(text, text.size());
    for (const auto& d : diagnostics.all()) {
        require(d.at.known(), "a message without a place");
        require(d.at.line <= lines, "a place behind the last line");
        const std::size_t length = je::base::line_of(text, d.at.line).size();
        require(d.at.column >= 1 && d.at.column <= length + 2, "a place behind its line's end");
        const bool note = d.severity == je::base::Severity::note;
        require(!d.message.empty() && (note || !d.expected.empty()) && !d.fix.empty(), "a message that does not help");
    }
}

void check_places(const je::io::CsvJobReader& reader) {
    require(reader.position_of_id().known(), "an id without a place");
    for (std::size_t i = 0; i < scheme().factors().size(); ++i) {
        require(reader.position_of(FactorIndex{i}).known(), "a level without a place");
    }
}

}  // namespace

// Any bytes as a list of jobs. Nothing may crash; whatever is refused must be told with its place; whatever is accepted must be
// what the plain reading of the same row gives; and no row may be passed over.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto source = std::make_shared<const je::base::SourceText>(
        je::base::SourceText{"jobs.csv", std::string{reinterpret_cast<const char*>(data), size}});
    const std::string& text = source->text;
    Diagnostics diagnostics;
    const je::io::CsvOptions options{.extra_columns = {"note"}, .max_jobs = 1000};
    je::io::CsvJobReader reader{source, scheme(), options, diagnostics};
    CsvJob job;
    if (!reader.usable()) {
        require(diagnostics.has_errors(), "refused without a reason");
        require(!reader.next(job, diagnostics), "a job from a list that cannot be used");
        check_positions(diagnostics, text);
        return 0;
    }
    require(!diagnostics.has_errors(), "used in spite of errors");
    std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    skip_empty_lines(text, at);
    auto names = naive_row(text, at, reader.separator());
    // Headings below a title, or in words, are compared by other tests.
    const auto named = [&](const char* name) { return std::find(names->begin(), names->end(), name) != names->end(); };
    const bool plain = names && named("id") && (named("knowledge") || named("effort") || named("reach"));
    std::optional<std::size_t> next = at;  // where the next row must begin, when known
    std::size_t errors = 0;
    while (reader.next(job, diagnostics)) {
        at = offset_of_line(text, job.line);
        if (next) skip_empty_lines(text, *next);
        while (next && *next < at && plain) {
            const auto passed = naive_row(text, *next, reader.separator());
            require(passed && std::all_of(passed->begin(), passed->end(), is_blank), "a row was passed over");
            skip_empty_lines(text, *next);
        }
        require(!next || !plain || *next == at, "rows out of order");
        const auto cells = naive_row(text, at, reader.separator());
        require(job.valid || diagnostics.errors() > errors, "a row refused without a reason");
        require(!job.valid || diagnostics.errors() == errors, "a row accepted in spite of errors");
        errors = diagnostics.errors();
        if (job.valid && plain) {
            require(cells.has_value(), "a row that is not well formed was accepted");
            compare(job, *names, *cells);
        }
        next = at == not_known ? std::nullopt : std::optional{at};
        check_places(reader);
    }
    check_positions(diagnostics, text);
    return 0;
}
