// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "je/base/diagnostic.hpp"
#include "je/io/file.hpp"

namespace je::io {

/// How the bytes of a text are to be taken.
enum class Encoding {
    by_its_bytes,  // UTF-16 that begins with its mark; Windows-1252 where it cannot be UTF-8 and can be that; else UTF-8
    utf_8,
    utf_16,
    windows_1252,
};

/// "utf-8", "utf-16" or "windows-1252"; nothing for any other word.
[[nodiscard]] std::optional<Encoding> encoding_named(std::string_view name);

/// What a file says, in UTF-8. Where the file is not UTF-8, the encoding it was read as ("Windows-1252") and its SHA-256, which
/// is that of its bytes and not of the text.
struct TextFile {
    base::SourceTextPtr text;
    std::string read_as{};
    std::string sha256{};
};

/// A file that people write and that has been read, in UTF-8 whatever it is in. Places are those of the text. Bytes that stand
/// for nothing are errors (JE-F03), and so is a workbook, document or archive (JE-F04). Bytes that fit no encoding are left as
/// they are, for the reader of the format to report. `read_text` (je/io/source.hpp) reads and does this.
[[nodiscard]] std::optional<TextFile> in_utf8(const base::SourceTextPtr& file, Encoding encoding,
                                              base::Diagnostics& diagnostics);

/// What to say (JE-F02) of a file that was not read as UTF-8; nothing of one that was.
[[nodiscard]] std::optional<base::Diagnostic> note_of_encoding(const TextFile& file);

/// SHA-256 of the file as its bytes lie on the disk.
[[nodiscard]] std::string sha256_of(const TextFile& file);

/// "UTF-16" or "UTF-32" where the first bytes say or show that they are that; else empty.
[[nodiscard]] std::string_view foreign_encoding(std::string_view text);
/// What to do about a text in such an encoding.
[[nodiscard]] std::string fix_of_foreign(std::string_view encoding);

/// Whether these bytes, of a whole file or of its first thousands, are those of a workbook, a document, a web page, a picture
/// or an archive: what people have at hand in place of the text that it was made from.
[[nodiscard]] bool is_document(std::string_view bytes);

/// Reports (JE-F04) a file that is such a thing, with the way out; true for any other.
///
///     const auto file = io::read_file("jobs.xlsx", "jobs.xlsx", limits, diagnostics);
///     if (file && io::is_for_text_readers(*file, diagnostics)) ...
[[nodiscard]] bool is_for_text_readers(const base::SourceTextPtr& file, base::Diagnostics& diagnostics);

}  // namespace je::io
