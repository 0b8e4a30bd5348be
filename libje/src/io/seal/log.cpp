// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "io/seal/chain.hpp"
#include "je/base/text.hpp"
#include "je/io/seal.hpp"

namespace je::io {

namespace {

const char* const restore_from_a_copy =
    "put the line back from a copy of the log; to correct a file, seal the corrected one as a new entry";

/// Cuts a log into its entries. Where a line end was lost, the next entry is still found: its beginning cannot stand inside
/// another, whose quotes are escaped.
class LogSplitter {
public:
    LogSplitter(const base::SourceTextPtr& source, const Limits& limits) : source_{source}, most_{limits.max_nodes} {}

    /// False when there are more than the limit allows.
    bool run() {
        const std::string_view text = source_->text;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            ++line_;
            if (!take_line(text.substr(at, end - at), end < text.size())) return false;
            at = end + 1;
        }
        for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
            if (parts[i].line_number == parts[i + 1].line_number) parts[i].next = &parts[i + 1];
        }
        return true;
    }

    std::vector<SealPart> parts;

private:
    bool take_line(std::string_view line, bool ended) {
        if (is_rest_of_last(line)) return true;
        std::size_t at = 0;
        do {
            const std::size_t next = std::min(line.find(seal_beginning, at + 1), line.size());
            if (parts.size() == most_) return false;
            take_part(line, at, next, ended && next == line.size());
            at = next;
        } while (at < line.size());
        return true;
    }

    /// A line end inside an entry makes two pieces of it; the first one says so.
    [[nodiscard]] bool is_rest_of_last(std::string_view line) const {
        if (parts.empty() || line.starts_with(seal_beginning)) return false;
        const SealPart& last = parts.back();
        return !line.empty() && !last.bytes.empty() && last.line.broken_at && !last.bytes.ends_with("\"}");
    }

    void take_part(std::string_view line, std::size_t at, std::size_t next, bool ended) {
        const std::string_view bytes = line.substr(at, next - at);
        SealPart part{.line = parse_seal_line(bytes),
                      .bytes = bytes,
                      .ended = ended,
                      .source = source_,
                      .line_number = line_,
                      .offset = at,
                      .end_of_line = line.size() - (line.ends_with('\r') ? 1 : 0)};
        SealLine& read = part.line;
        if (!read.broken_at && read.length < bytes.size()) {
            read.broken_at = read.length;
            read.wanted = "the end of the line";
        }
        read.entry.at = part.position(0, bytes.size());
        const bool right = !read.broken_at && read.computed == read.entry.hash;
        if (!right || base::first_invalid_utf8(bytes)) part.state = SealPart::State::damaged;
        parts.push_back(std::move(part));
    }

    base::SourceTextPtr source_;
    std::size_t most_;
    std::uint32_t line_ = 0;
};

void report_blank(const SealPart& part, base::Diagnostics& diagnostics) {
    const bool mark = part.bytes == byte_order_mark_of_log;
    diagnostics.error({"JE-L02", part.position(0),
                       mark ? "a byte order mark stands at the beginning of the log, as some editors add it"
                            : "an empty line stands here, which je does not write",
                       mark ? "the first entry at the very beginning" : "one entry a line, and nothing between or after them",
                       mark ? "save the log as UTF-8 without a byte order mark; no entry need be changed for that"
                            : "take the empty line out; no entry need be changed for that"});
}

void report_form(const SealPart& part, base::Diagnostics& diagnostics) {
    if (part.is_blank()) return report_blank(part, diagnostics);
    const std::size_t at = *part.line.broken_at;
    const bool short_line = part.offset + at >= part.end_of_line;
    diagnostics.error({"JE-L02", part.position(at),
                       short_line ? fmt::format("{} ends too early", part.called())
                                  : fmt::format("{} is not as je writes it from here on", part.called()),
                       part.line.wanted, restore_from_a_copy});
}

void report_carriage_return(const SealPart& part, base::Diagnostics& diagnostics) {
    diagnostics.error({"JE-L02", part.position(part.line.length), fmt::format("a carriage return follows {}", part.called()),
                       "a line feed alone after each entry, as je writes it",
                       "save the log with Unix (LF) line ends, or take a copy that no editor has changed"});
}

void report_utf8(const SealPart& part, std::size_t at, base::Diagnostics& diagnostics) {
    diagnostics.error({"JE-L03", part.position(at),
                       fmt::format("{} is not UTF-8: byte 0x{:02X} is not valid here", part.called(),
                                   static_cast<unsigned char>(part.bytes[at])),
                       "UTF-8, as je writes it", restore_from_a_copy});
}

void report_edited(const SealPart& part, base::Diagnostics& diagnostics) {
    const SealEntry& entry = part.entry();
    const bool text = sha256_hex(entry.record.text) != entry.sha256;
    diagnostics.error({"JE-L04",
                       text ? part.position(part.line.text_at, entry.record.text.size() + 2)
                            : part.position(part.line.hash_at, no_hash.size() + 2),
                       fmt::format("{} was changed after it was sealed: {}", part.called(),
                                   text ? "its text is another" : "its hash does not match"),
                       fmt::format("the line as it was sealed, with the hash {}", entry.hash), restore_from_a_copy});
}

void report_text_hash(const SealPart& part, const std::string& right, base::Diagnostics& diagnostics) {
    diagnostics.error({"JE-L05", part.position(part.line.text_at, part.entry().record.text.size() + 2),
                       fmt::format("the text of {} has another SHA-256 than the entry says", part.called()),
                       fmt::format("\"sha256\":\"{}\"", right),
                       "ask whoever wrote this entry how it was made; je seal writes none like it"});
}

void report_line_end(const SealPart& part, base::Diagnostics& diagnostics) {
    const bool last = part.next == nullptr;
    diagnostics.error(
        {"JE-L06", part.position(part.bytes.size()),
         fmt::format("no line end follows {}{}", part.called(),
                     last ? ", the last: its line is not finished, as when je seal is interrupted" : ""),
         "a line feed after each entry",
         last ? "add the line end: the entry itself is whole" : "add the line end, once you know how it was lost"});
}

/// Whether bytes from `at` on are the beginning of one character.
bool is_begun_character(std::string_view bytes, std::size_t at) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    return lead <= 0xF4 && bytes.size() - at < length &&
           std::all_of(bytes.begin() + static_cast<std::ptrdiff_t>(at) + 1, bytes.end(), base::continues_character);
}

/// Whether a part is right as far as it goes, and the log stops within it: what an interrupted je seal leaves.
bool is_unfinished(const SealPart& part) {
    if (part.ended || part.next != nullptr || part.line.broken_at != part.bytes.size()) return false;
    const auto invalid = base::first_invalid_utf8(part.bytes);
    return !invalid || is_begun_character(part.bytes, *invalid);
}

/// `before`: the newest sound entry before it; null when there is none.
void report_unfinished(const SealPart& part, const SealEntry* before, base::Diagnostics& diagnostics) {
    const std::string compare = before != nullptr ? fmt::format(
                                                        "keep a copy of this log, then remove this line from it, so that the "
                                                        "log ends with entry {}; compare its hash {} with the head that "
                                                        "was noted, and seal the file again",
                                                        before->number, before->hash)
                                : part.line_number == 1
                                    ? "keep a copy of this log, then remove this line from it, which leaves no entry, and seal "
                                      "the file again; but if a head was noted, entries were "
                                      "cut off: ask for the copy that it was noted from"
                                    : "keep a copy of this log and mend the lines before this one; then remove this line, "
                                      "compare the head with the one that was noted, and "
                                      "seal the file again";
    diagnostics.error(
        {"JE-L15", part.position(part.bytes.size()),
         fmt::format("the last line is not finished: {} stops here, as when je seal is interrupted", part.called()),
         part.line.wanted, compare});
}

/// What is wrong with one part by itself, once: the first thing that explains the rest.
void report_part(const SealPart& part, const SealEntry* before, base::Diagnostics& diagnostics) {
    const auto invalid = base::first_invalid_utf8(part.bytes);
    if (is_unfinished(part)) {
        report_unfinished(part, before, diagnostics);
    } else if (invalid) {
        report_utf8(part, *invalid, diagnostics);
    } else if (!part.is_blank() && part.line.broken_at == part.line.length && part.bytes.substr(part.line.length) == "\r") {
        report_carriage_return(part, diagnostics);
    } else if (part.line.broken_at) {
        report_form(part, diagnostics);
    } else if (part.state == SealPart::State::damaged) {
        report_edited(part, diagnostics);
    } else if (const auto right = sha256_hex(part.entry().record.text); right != part.entry().sha256) {
        report_text_hash(part, right, diagnostics);
    }
    if (!part.ended && !part.line.broken_at) report_line_end(part, diagnostics);
}

bool is_no_log(const std::vector<SealPart>& parts) {
    const auto has_begun = [](const SealPart& part) { return part.entry().number > 0; };
    return !parts.empty() && std::none_of(parts.begin(), parts.end(), has_begun) && !is_unfinished(parts.front());
}

void report_no_log(const SealPart& first, base::Diagnostics& diagnostics) {
    diagnostics.error({"JE-L01", first.position(0), fmt::format("'{}' is not a sealed log", first.source->name),
                       fmt::format("lines that begin with {}", seal_beginning),
                       "name the log first and the files to seal after it; a log that does not exist is created"});
}

void report_too_many(const base::SourceTextPtr& text, const SealPart& last, const Limits& limits,
                     base::Diagnostics& diagnostics) {
    diagnostics.error({"JE-L13", last.position(0),
                       fmt::format("'{}' has more than {}", text->name, base::counted(limits.max_nodes, "entry", "entries")),
                       fmt::format("at most {}", base::counted(limits.max_nodes, "entry", "entries")),
                       "allow more with --max-nodes"});
}

void report_head(const base::SourceTextPtr& text, const std::string& expected, const SealCheck& check,
                 base::Diagnostics& diagnostics) {
    const SealEntry* const newest = check.newest();
    const base::SourcePosition at{text, newest == nullptr ? 1 : newest->at.line, 1, 1};
    diagnostics.error({"JE-L12", at, fmt::format("no sound entry of '{}' has the hash {}", text->name, expected),
                       "the entry that was the newest when this hash was noted",
                       "look whether the hash was copied whole; if it was, entries were cut off or the log was written "
                       "anew, so ask for the copy that the hash was noted from"});
}

/// Dates are what those who seal say, so that they may run backwards by a slip.
void note_dates(const std::vector<SealEntry>& entries, base::Diagnostics& diagnostics) {
    const SealEntry* latest = nullptr;
    for (const SealEntry& entry : entries) {
        if (!entry.record.date) continue;
        if (latest != nullptr && *entry.record.date < *latest->record.date) {
            diagnostics.note(
                {"JE-L16", entry.at,
                 fmt::format("{} has the date {}, before {} of entry {} above it", called(entry.number, entry.record),
                             entry.record.date->to_string(), latest->record.date->to_string(), latest->number),
                 "dates that rise as entries are added, when each is the day of sealing",
                 "nothing, when it is the date of what was sealed; the log itself is not to be changed"});
        } else {
            latest = &entry;
        }
    }
}

std::vector<SealEntry> sound_entries(std::vector<SealPart>& parts) {
    std::vector<SealEntry> entries;
    for (SealPart& part : parts) {
        if (part.sound()) entries.push_back(std::move(part.line.entry));
    }
    std::sort(entries.begin(), entries.end(), [](const SealEntry& a, const SealEntry& b) { return a.number < b.number; });
    return entries;
}

}  // namespace

std::vector<SealEntry> read_log(const base::SourceTextPtr& text, const Limits& limits, base::Diagnostics& diagnostics) {
    LogSplitter splitter{text, limits};
    const bool all = splitter.run();
    auto& parts = splitter.parts;
    if (is_no_log(parts)) {
        report_no_log(parts.front(), diagnostics);
        return {};
    }
    base::Diagnostics of_log;
    if (!all) {
        report_too_many(text, parts.back(), limits, of_log);
    } else {
        check_seal_chain(parts, of_log);
        const SealEntry* before = nullptr;
        for (const SealPart& part : parts) {
            report_part(part, before, of_log);
            if (part.sound()) before = &part.entry();
        }
    }
    of_log.sort_by_position();
    diagnostics.append(of_log);
    return sound_entries(parts);
}

const SealedFile* SealCheck::find(std::string_view name) const {
    const auto found = std::find_if(files.begin(), files.end(), [&](const SealedFile& file) { return file.name == name; });
    return found == files.end() ? nullptr : &*found;
}

SealCheck check_log(const base::SourceTextPtr& text, const Limits& limits, const std::optional<std::string>& expected_head,
                    base::Diagnostics& diagnostics) {
    SealCheck check;
    check.entries = read_log(text, limits, diagnostics);
    note_dates(check.entries, diagnostics);
    std::unordered_map<std::string_view, std::size_t> by_name;
    for (const SealEntry& entry : check.entries) {
        const auto [place, is_new] = by_name.emplace(entry.record.name, check.files.size());
        if (is_new) check.files.push_back({.name = entry.record.name});
        SealedFile& file = check.files[place->second];
        file.newest = &entry;
        ++file.entries;
        if (expected_head && entry.hash == *expected_head) check.expected = &entry;
    }
    if (expected_head && *expected_head != no_hash && check.expected == nullptr) {
        report_head(text, *expected_head, check, diagnostics);
    }
    return check;
}

}  // namespace je::io
