// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/io/file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "je/base/text.hpp"

namespace je::io {

namespace {

using base::SourceText;
using base::SourceTextPtr;

constexpr std::uint32_t replacement = 0xFFFD;
constexpr std::size_t most_told = 20;

// What Windows-1252 has where Latin-1 has control characters; 0 where it has nothing. Microsoft's table, cp1252 2.01 of 1998,
// as the Unicode Consortium publishes it (VENDORS/MICSFT/WINDOWS/CP1252.TXT).
constexpr std::array<std::uint16_t, 32> from_0x80{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

/// The character of a byte of Windows-1252; 0 when there is none.
std::uint32_t of_windows_1252(unsigned byte) { return byte < 0x80 || byte >= 0xA0 ? byte : from_0x80[byte - 0x80]; }

/// Whether bytes that are not all UTF-8 can only be Windows-1252: no character of several bytes as UTF-8 has them, no control
/// character, as in files that are no text, and no byte that stands for nothing.
bool is_surely_windows_1252(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const unsigned byte = base::byte_at(text, at);
        if (byte >= 0x20 && byte < 0x7F) continue;
        if (byte >= 0x80 && of_windows_1252(byte) != 0 && base::decode_utf8(text, at).bytes == 0) continue;
        if (byte != '\t' && byte != '\n' && byte != '\r') return false;
    }
    return true;
}

/// The mark of UTF-16, in either order of bytes.
bool begins_as_utf16(std::string_view text) { return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"); }

/// A text in the making, and what is wrong with its bytes.
class Decoded {
public:
    explicit Decoded(const SourceText& file) : file_{file} { text_.reserve(file.text.size() + file.text.size() / 8); }

    void add(std::uint32_t code) { base::append_utf8(text_, code); }
    void add_wrong(std::string message) {
        if (wrong_.size() < most_told) wrong_.push_back({text_.size(), std::move(message)});
        add(replacement);
    }

    /// The text as UTF-8; nothing when something was wrong with the bytes, which is then said.
    [[nodiscard]] std::optional<TextFile> finish(std::string called, base::Diagnostics& diagnostics) {
        auto text = std::make_shared<const SourceText>(SourceText{file_.name, std::move(text_)});
        for (Wrong& wrong : wrong_) {
            diagnostics.error({"JE-F03", base::position_at(text, wrong.at), std::move(wrong.message), "text in " + called,
                               "save the file as UTF-8 with the program it comes from, or give --encoding with its encoding"});
        }
        if (!wrong_.empty()) return std::nullopt;
        return TextFile{std::move(text), std::move(called), sha256_hex(file_.text)};
    }

private:
    struct Wrong {
        std::size_t at;
        std::string message;
    };
    const SourceText& file_;
    std::string text_;
    std::vector<Wrong> wrong_;
};

std::optional<TextFile> from_windows_1252(const SourceText& file, base::Diagnostics& diagnostics) {
    Decoded decoded{file};
    for (std::size_t at = 0; at < file.text.size(); ++at) {
        const unsigned byte = base::byte_at(file.text, at);
        const std::uint32_t code = of_windows_1252(byte);
        if (code != 0 || byte == 0) {
            decoded.add(code);
        } else {
            decoded.add_wrong(fmt::format("byte 0x{:02X} stands for no character in Windows-1252", byte));
        }
    }
    return decoded.finish("Windows-1252", diagnostics);
}

/// The units of UTF-16, in the order of bytes that the text begins with or seems to have.
class Units {
public:
    explicit Units(std::string_view text)
        : text_{text}, big_{seems_big(text)}, at_{begins_as_utf16(text) ? std::size_t{2} : 0} {}

    [[nodiscard]] bool big() const { return big_; }
    [[nodiscard]] bool more() const { return at_ + 1 < text_.size(); }
    [[nodiscard]] bool ends_within() const { return at_ < text_.size() && !more(); }
    [[nodiscard]] std::uint32_t peek() const {
        const unsigned first = base::byte_at(text_, at_);
        const unsigned second = base::byte_at(text_, at_ + 1);
        return big_ ? first << 8U | second : second << 8U | first;
    }
    std::uint32_t take() {
        const std::uint32_t unit = peek();
        at_ += 2;
        return unit;
    }

private:
    /// Without a mark: Latin letters, digits and line ends have a zero in their upper byte.
    static bool seems_big(std::string_view text) {
        if (begins_as_utf16(text)) return text.front() == '\xFE';
        std::size_t first = 0;
        std::size_t second = 0;
        for (std::size_t at = 0; at + 1 < text.size(); at += 2) {
            first += text[at] == '\0' ? 1 : 0;
            second += text[at + 1] == '\0' ? 1 : 0;
        }
        return first > second;
    }

    std::string_view text_;
    bool big_;
    std::size_t at_;
};

bool is_high(std::uint32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low(std::uint32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

std::optional<TextFile> from_utf16(const SourceText& file, base::Diagnostics& diagnostics) {
    Decoded decoded{file};
    Units units{file.text};
    while (units.more()) {
        const std::uint32_t unit = units.take();
        if (is_high(unit) && units.more() && is_low(units.peek())) {
            decoded.add(0x10000 + ((unit - 0xD800) << 10U) + (units.take() - 0xDC00));
        } else if (is_high(unit) || is_low(unit)) {
            decoded.add_wrong(fmt::format("half a character (0x{:04X}) stands here alone", unit));
        } else {
            decoded.add(unit);
        }
    }
    if (units.ends_within()) decoded.add_wrong("the file ends within a character: UTF-16 has two bytes for each, or four");
    return decoded.finish(units.big() ? "UTF-16 (big-endian)" : "UTF-16 (little-endian)", diagnostics);
}

/// UTF-16 as the user has it, but not by its bytes.
void refuse_as_utf16(const SourceTextPtr& file, base::Diagnostics& diagnostics) {
    diagnostics.error({"JE-F03", base::position_at(file, 0),
                       "the file is not UTF-16: it has no mark at its beginning, and not one of its bytes is zero",
                       "text in UTF-16, in which Latin letters, digits and line ends have a zero byte each",
                       "leave --encoding out: the encoding is then found by the bytes of each file"});
}

std::optional<TextFile> by_its_bytes(const SourceTextPtr& file, base::Diagnostics& diagnostics) {
    if (foreign_encoding(file->text) == "UTF-16" && begins_as_utf16(file->text)) return from_utf16(*file, diagnostics);
    if (!base::first_invalid_utf8(file->text) || !is_surely_windows_1252(file->text)) return TextFile{file};
    return from_windows_1252(*file, diagnostics);
}

}  // namespace

std::string_view foreign_encoding(std::string_view text) {
    constexpr std::string_view utf32_little{"\xFF\xFE\0\0", 4};
    constexpr std::string_view utf32_big{"\0\0\xFE\xFF", 4};
    if (text.starts_with(utf32_little) || text.starts_with(utf32_big)) return "UTF-32";
    if (begins_as_utf16(text)) return "UTF-16";
    const bool every_second_zero =
        text.size() >= 4 && (text[0] == '\0') != (text[1] == '\0') && (text[2] == '\0') != (text[3] == '\0');
    return every_second_zero ? "UTF-16" : "";
}

std::string fix_of_foreign(std::string_view encoding) {
    return fmt::format(
        "{}save the file as UTF-8 (in many editors: \"Save as\", encoding \"UTF-8\"; in spreadsheets \"CSV UTF-8\")",
        encoding == "UTF-16" ? "give --encoding utf-16, or " : "");
}

std::optional<Encoding> encoding_named(std::string_view name) {
    if (name == "utf-8") return Encoding::utf_8;
    if (name == "utf-16") return Encoding::utf_16;
    if (name == "windows-1252") return Encoding::windows_1252;
    return std::nullopt;
}

std::optional<TextFile> in_utf8(const SourceTextPtr& file, Encoding encoding, base::Diagnostics& diagnostics) {
    if (!is_for_text_readers(file, diagnostics)) return std::nullopt;
    switch (encoding) {
        case Encoding::by_its_bytes:
            return by_its_bytes(file, diagnostics);
        case Encoding::utf_8:
            return TextFile{file};
        case Encoding::utf_16:
            if (begins_as_utf16(file->text) || file->text.find('\0') != std::string::npos)
                return from_utf16(*file, diagnostics);
            refuse_as_utf16(file, diagnostics);
            return std::nullopt;
        case Encoding::windows_1252:
            return from_windows_1252(*file, diagnostics);
    }
    return TextFile{file};
}

std::optional<base::Diagnostic> note_of_encoding(const TextFile& file) {
    if (file.read_as.empty()) return std::nullopt;
    const SourceTextPtr& text = file.text;
    const bool by_mark = file.read_as.starts_with("UTF-16");
    const auto foreign =
        std::find_if(text->text.begin(), text->text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    const auto place = static_cast<std::size_t>(by_mark ? 0 : foreign - text->text.begin());
    auto at = base::position_at(text, place);
    if (!by_mark) at.length = static_cast<std::uint32_t>(std::max<std::size_t>(base::decode_utf8(text->text, place).bytes, 1));
    return base::Diagnostic{
        "JE-F02",
        at,
        fmt::format("the file is read as {}, {}", file.read_as, by_mark ? "as its mark says" : "since it is not UTF-8"),
        by_mark ? "" : "letters that look right here and below",
        by_mark ? "" : "nothing if they do; else say what the file is with --encoding, or save it as UTF-8",
        base::Severity::note};
}

std::string sha256_of(const TextFile& file) { return file.sha256.empty() ? sha256_hex(file.text->text) : file.sha256; }

}  // namespace je::io
