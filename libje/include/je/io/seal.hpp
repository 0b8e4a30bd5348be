// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "je/base/date.hpp"
#include "je/base/diagnostic.hpp"
#include "je/io/file.hpp"

namespace je::io {

// The sealed log: files as they were when they were sealed, one entry a line, each bound to the one before by its hash, so that
// nobody can change, take out, move or slip in an entry without the log telling which.
//
//     base::Diagnostics diagnostics;
//     SealFile log{"appeal.sealed"};                            // created when missing, locked until it goes
//     const auto text = log.read(limits, diagnostics);
//     const SealCheck check = check_log(*text, limits, std::nullopt, diagnostics);
//     if (!diagnostics.has_errors()) {
//         const auto entry = make_entry(check.newest(), record_of("panel.yaml", panel_text, std::nullopt));
//         log.append(line_of(entry));
//     }
//
// What it cannot show. Entries cut off at the END of a log leave a log that is sound, only shorter, and whoever may write to
// the file can write the whole of it anew. Both show when the HEAD - the hash of the newest entry - was written down elsewhere:
// in the minutes, in a letter to the other side. A head that was noted is given to `check_log` as `expected_head`.

inline constexpr std::string_view seal_format = "je-seal/1";
/// What stands for the hash of the entry before the first.
inline constexpr std::string_view no_hash = "0000000000000000000000000000000000000000000000000000000000000000";

/// What is sealed: a file under the name that was given, and what it says it is.
struct SealRecord {
    std::string kind;  // "panel" of a `je-panel/1` file; "document" of a file that does not say
    std::string id;    // of the file's `id:`; may be empty
    std::string name;  // of the file, as given
    std::string text;  // the whole file, so that the log is an archive
    std::optional<base::Date> date{};
};

/// One entry of a log.
struct SealEntry {
    std::uint64_t number = 0;  // from 1
    std::string previous;      // hash of the entry before; `no_hash` for the first
    SealRecord record;
    std::string sha256;  // of record.text
    std::string hash;    // of every byte of the line before the comma in front of `"hash"`
    base::SourcePosition at{};
};

/// Names and texts in a log are UTF-8; what is not cannot be sealed. Where the first wrong byte lies, in the text or (line 0)
/// in the name, is reported (JE-L14); true when there is none.
[[nodiscard]] bool can_be_sealed(const base::SourceTextPtr& file, base::Diagnostics& diagnostics);

/// The record of a file. `kind` and `id` come from a light look at its first keys: `format: je-panel/1` gives "panel" and its
/// `id:`; a JSON result gives the kind its format names; a file without a format is a "document" without id.
[[nodiscard]] SealRecord record_of(std::string name, std::string text, std::optional<base::Date> date);

/// The entry that follows `previous`; the first one when that is null.
[[nodiscard]] SealEntry make_entry(const SealEntry* previous, SealRecord record);

/// The entry's line, line feed included: JSON with its keys in one order, no spaces, and only the escapes that JSON demands
/// (`\" \\ \b \f \n \r \t`, else `\u00` and two lower-case digits).
[[nodiscard]] std::string line_of(const SealEntry& entry);

/// Reads a log and checks all of it: each line byte for byte against what `line_of` writes, each hash, and that the entries
/// follow one another. Every problem is reported where it stands, with the entry it is about, and one change is not held
/// against the entries after it. An empty text is a log without entries.
///
/// JE-L01 not a sealed log, L02 a line of another form, L03 not UTF-8, L04 edited, L05 text and its hash differ, L06 a line end
/// missing, L07 missing entry, L08 out of place, L09 repeated, L10 inserted, L11 replaced, L13 too many entries
/// (limits.max_nodes), L15 a last line that stops too early, as when the writing of it was interrupted.
///
/// Gives the sound entries in the order of their numbers: all of them when there was no error.
[[nodiscard]] std::vector<SealEntry> read_log(const base::SourceTextPtr& text, const Limits& limits,
                                              base::Diagnostics& diagnostics);

/// A file as the log last sealed it.
struct SealedFile {
    std::string name;
    const SealEntry* newest = nullptr;  // never null; points into SealCheck::entries
    std::size_t entries = 0;            // how many entries seal a file of this name
};

/// A log that was checked. May be moved, not copied: files point into the entries.
struct SealCheck {
    std::vector<SealEntry> entries;  // as read_log gives them
    std::vector<SealedFile> files;   // by name, in the order of their first entries
    /// The entry whose hash was expected; null when none was, or there is no such entry.
    const SealEntry* expected = nullptr;

    SealCheck() = default;
    SealCheck(SealCheck&&) = default;
    SealCheck& operator=(SealCheck&&) = default;
    SealCheck(const SealCheck&) = delete;
    SealCheck& operator=(const SealCheck&) = delete;
    ~SealCheck() = default;

    [[nodiscard]] const SealEntry* newest() const { return entries.empty() ? nullptr : &entries.back(); }
    /// Hash of the newest entry, to be noted elsewhere; `no_hash` of an empty log.
    [[nodiscard]] std::string_view head() const { return entries.empty() ? no_hash : std::string_view{entries.back().hash}; }
    /// How `name` was sealed last; null when it was not.
    [[nodiscard]] const SealedFile* find(std::string_view name) const;
};

/// As `read_log`. With `expected_head`, a hash noted earlier, the log must hold the entry of that hash, and so all it held
/// then; entries that came later may follow it. When there is no such entry, entries at the end were cut off or the log was
/// written anew (JE-L12). `no_hash` is the head of every log.
[[nodiscard]] SealCheck check_log(const base::SourceTextPtr& text, const Limits& limits,
                                  const std::optional<std::string>& expected_head, base::Diagnostics& diagnostics);

/// Whether `text` is 64 lower-case hexadecimal digits.
[[nodiscard]] bool is_hash(std::string_view text);

/// A log on the disk, created when missing and locked (flock) against other writers for as long as this lives. Trouble with the
/// file throws base::OutsideError: as read_file does, JE-X10 when it cannot be created or written to, and JE-X14 when it is not
/// a regular file.
class SealFile {
public:
    explicit SealFile(std::string path);
    ~SealFile();
    SealFile(const SealFile&) = delete;
    SealFile& operator=(const SealFile&) = delete;

    /// The whole log; nothing when it is larger than the limit (JE-F01).
    [[nodiscard]] std::optional<base::SourceTextPtr> read(const Limits& limits, base::Diagnostics& diagnostics) const;
    /// Adds `lines` at the end with one write and waits until they are on the disk. When that fails the log is left as it was.
    void append(std::string_view lines);

private:
    std::string path_;
    int file_ = -1;
};

}  // namespace je::io
