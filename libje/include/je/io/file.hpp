// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "je/base/diagnostic.hpp"

namespace je::io {

/// How much of an input is accepted. Files come from the other side of a dispute; these keep them from eating the machine.
struct Limits {
    std::uint64_t max_file_bytes = std::uint64_t{64} * 1024 * 1024;
    std::size_t max_depth = 64;
    std::size_t max_nodes = 1'000'000;
    std::uint64_t max_jobs = 10'000'000;
};

/// What may be read. A pipe or a device is waited for, so that whoever chose its name chooses how long: names that come out of
/// files are for ordinary files alone.
enum class Readable { files, pipes_too };

/// Reads a whole file; `name` is what messages call it. A file larger than the limit is an error in `diagnostics` (JE-F01),
/// found without reading it all. Throws base::OutsideError for a file that cannot be read, for a directory, for what is no
/// ordinary file unless `readable` says so (JE-X15), and for a named pipe that nobody opens for writing within five seconds
/// (JE-X16).
[[nodiscard]] std::optional<base::SourceTextPtr> read_file(const std::string& path, const std::string& name,
                                                           const Limits& limits, base::Diagnostics& diagnostics,
                                                           Readable readable = Readable::files);

/// SHA-256 of `bytes` in 64 lower-case hexadecimal digits (FIPS 180-4, by OpenSSL's libcrypto).
[[nodiscard]] std::string sha256_hex(std::string_view bytes);
/// The same in base 64 (RFC 4648), as content policies of pages have it.
[[nodiscard]] std::string sha256_base64(std::string_view bytes);

/// The same of bytes that come piece by piece.
///
///     Sha256 sum;
///     while (...) sum.add(piece);
///     const std::string checksum = sum.hex();  // once, at the end
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void add(std::string_view bytes);
    [[nodiscard]] std::string hex();

private:
    struct State;
    std::unique_ptr<State> state_;
};

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
