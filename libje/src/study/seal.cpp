// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/seal.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>
#include <vector>

#include "je/io/seal.hpp"
#include "study/outcome.hpp"

namespace je::study {

namespace {

/// A file's newest entry: what comparing its text and naming it needs.
struct Newest {
    std::string sha256;
    report::SealedRow row;
};

report::SealedRow row_of(const io::SealEntry& entry) {
    return {entry.number, entry.record.kind, entry.record.id, entry.record.name, entry.hash};
}

/// Warns of a date that is before the latest of the log: what is sealed now came after.
void warn_of_date(const io::SealCheck& check, const std::optional<base::Date>& date, base::Diagnostics& diagnostics) {
    const io::SealEntry* latest = nullptr;
    for (const io::SealEntry& entry : check.entries) {
        if (entry.record.date && (latest == nullptr || *latest->record.date < *entry.record.date)) latest = &entry;
    }
    if (!date || latest == nullptr || *date >= *latest->record.date) return;
    diagnostics.warning(
        {.id = "JE-L17",
         .message = fmt::format("--date {} is before the date of entry {}, {}", date->to_string(), latest->number,
                                latest->record.date->to_string()),
         .expected = "a date that is not before those already in the log",
         .fix =
             "nothing, when that is the date meant; if not, note what is right beside the head: an entry is never taken out"});
}

/// What to add to the log, and what became of each file.
Sealing sealed(const io::SealCheck& check, std::span<const base::SourceTextPtr> files, const std::optional<base::Date>& date) {
    Sealing out;
    std::map<std::string, Newest> newest;
    for (const io::SealedFile& file : check.files) newest[file.name] = {file.newest->sha256, row_of(*file.newest)};
    std::optional<io::SealEntry> last;
    if (check.newest() != nullptr) last = *check.newest();
    for (const base::SourceTextPtr& file : files) {
        const auto known = newest.find(file->name);
        if (known != newest.end() && known->second.sha256 == io::sha256_hex(file->text)) {
            out.result.files.push_back(known->second.row);
            out.result.files.back().unchanged = true;
            continue;
        }
        io::SealEntry entry = io::make_entry(last ? &*last : nullptr, io::record_of(file->name, file->text, date));
        out.lines += io::line_of(entry);
        newest[file->name] = {entry.sha256, row_of(entry)};
        out.result.files.push_back(row_of(entry));
        last = std::move(entry);
    }
    out.result.entries = last ? last->number : 0;
    out.result.head = last ? last->hash : std::string{io::no_hash};
    return out;
}

}  // namespace

Outcome<Sealing> seal(io::Source& source, std::span<const std::string> files, const std::string& log, const ReadLog& read,
                      const Options& options, const SealOptions& what) {
    return outcome_of<Sealing>([&](auto& outcome) {
        base::Diagnostics& diagnostics = outcome.diagnostics;
        std::vector<base::SourceTextPtr> texts;
        for (const std::string& file : files) {
            auto text = source.read(file, file, options.limits, diagnostics, options.readable);
            if (text && io::can_be_sealed(*text, diagnostics)) texts.push_back(*std::move(text));
        }
        if (diagnostics.has_errors()) return;
        const auto text = read(diagnostics);
        if (!text) return;
        const io::SealCheck check = io::check_log(*text, options.limits, what.head, diagnostics);
        if (diagnostics.has_errors()) return;
        outcome.result = sealed(check, texts, what.date);
        outcome.result->result.log = log;
        if (!outcome.result->lines.empty()) warn_of_date(check, what.date, diagnostics);
    });
}

}  // namespace je::study
