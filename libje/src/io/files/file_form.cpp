// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>

#include "je/base/text.hpp"
#include "je/io/file.hpp"

namespace je::io {

namespace {

using namespace std::string_view_literals;

/// What a file is, and how to come to a text from it.
struct FileForm {
    std::string_view what;
    std::string_view way_out;
};

constexpr std::string_view save_as_csv =
    "open it in a spreadsheet and save the sheet as CSV in UTF-8; for a sheet with the columns of a scheme, je new jobs "
    "--scheme NAME "
    "--format csv";
constexpr std::string_view copy_words =
    "keep it, and copy what it says into a text file in UTF-8; je new job --scheme NAME gives one to fill in";
constexpr std::string_view save_table =
    "open it and save its table as CSV in UTF-8, with a spreadsheet if need be, or copy what it says into a text file";
constexpr std::string_view unpack = "unpack it, and name the files that were in it";

constexpr FileForm workbook{"a spreadsheet's workbook", save_as_csv};
constexpr FileForm word_document{"a document of a word processor", copy_words};
constexpr FileForm web_page{"a web page", save_table};

/// Forms that a file's first bytes tell.
struct Signature {
    std::string_view bytes;
    FileForm form;
};
constexpr std::array<Signature, 12> signatures{{{"{\\rtf"sv, word_document},
                                                {"%PDF-"sv, {"a PDF", copy_words}},
                                                {"\x1F\x8B\x08"sv, {"a file packed with gzip", unpack}},
                                                {"BZh91AY&SY"sv, {"a file packed with bzip2", unpack}},
                                                {"\xFD"
                                                 "7zXZ\0"sv,
                                                 {"a file packed with xz", unpack}},
                                                {"7z\xBC\xAF\x27\x1C"sv, {"a 7z archive", unpack}},
                                                {"Rar!\x1A\x07"sv, {"a RAR archive", unpack}},
                                                {"\x28\xB5\x2F\xFD"sv, {"a file packed with zstd", unpack}},
                                                {"\x89PNG\r\n"sv, {"a picture", copy_words}},
                                                {"\xFF\xD8\xFF"sv, {"a picture", copy_words}},
                                                {"GIF8"sv, {"a picture", copy_words}},
                                                {"PK\x05\x06"sv, {"an empty zip archive", unpack}}}};

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// Workbooks and documents of today are zip archives; what lies in them is named without being packed.
FileForm form_of_zip(std::string_view bytes) {
    constexpr std::size_t first_name = 30;
    const std::string_view open_document = bytes.substr(std::min(bytes.size(), first_name), 100);
    if (holds(open_document, "opendocument.spreadsheet") || holds(bytes, "xl/workbook")) return workbook;
    if (holds(open_document, "opendocument.text") || holds(bytes, "word/document")) return word_document;
    if (holds(bytes, "Index/Document.iwa")) return {"a document of Numbers or Pages", save_table};
    return {"a zip archive", unpack};
}

/// Those of before 2007, and those of today that a password protects.
FileForm form_of_old_office(std::string_view bytes) {
    if (holds(bytes, "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t"sv)) return word_document;
    if (holds(bytes, "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e"sv))
        return {"a workbook or document that a password protects", save_as_csv};
    return workbook;
}

/// The first letters in small, without a mark, the zeros of UTF-16 and blanks before them.
std::string beginning_of(std::string_view bytes) {
    constexpr std::size_t looked_at = 2048;
    std::string begin{bytes.substr(0, looked_at)};
    for (const std::string_view mark : {"\xEF\xBB\xBF"sv, "\xFF\xFE"sv, "\xFE\xFF"sv}) {
        if (begin.starts_with(mark)) begin.erase(0, mark.size());
    }
    std::erase(begin, '\0');
    begin.erase(0, std::min(begin.find_first_not_of(" \t\r\n"), begin.size()));
    std::transform(begin.begin(), begin.end(), begin.begin(), base::ascii_lower);
    return begin;
}

/// Without declarations and comments in front.
std::string_view first_element(std::string_view text) {
    while (text.starts_with("<?") || text.starts_with("<!--")) {
        const std::string_view end = text.starts_with("<?") ? "?>" : "-->";
        const std::size_t at = text.find(end);
        if (at == std::string_view::npos) return {};
        text.remove_prefix(at + end.size());
        text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    }
    return text;
}

std::optional<FileForm> form_of_markup(std::string_view begin) {
    if (begin.starts_with("mime-version:") || begin.starts_with("from: <saved by")) return web_page;
    if (!begin.starts_with('<')) return std::nullopt;
    if (holds(begin, "progid=\"word.document\"")) return word_document;
    if (holds(begin, "progid=\"excel.sheet\"")) return workbook;
    const std::string_view element = first_element(begin);
    for (const std::string_view name : {"<workbook", "<ss:workbook", "<office:document"}) {
        if (element.starts_with(name)) return workbook;
    }
    for (const std::string_view name : {"<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<style"}) {
        if (element.starts_with(name)) return web_page;
    }
    return std::nullopt;
}

std::optional<FileForm> form_of_file(std::string_view bytes) {
    if (bytes.starts_with("PK\x03\x04")) return form_of_zip(bytes);
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) return form_of_old_office(bytes);
    const auto* const found =
        std::find_if(signatures.begin(), signatures.end(), [&](const Signature& one) { return bytes.starts_with(one.bytes); });
    if (found != signatures.end()) return found->form;
    constexpr std::size_t tar_mark = 257;
    if (bytes.size() > tar_mark && bytes.substr(tar_mark).starts_with("ustar")) return FileForm{"a tar archive", unpack};
    return form_of_markup(beginning_of(bytes));
}

}  // namespace

bool is_document(std::string_view bytes) { return form_of_file(bytes).has_value(); }

bool is_for_text_readers(const base::SourceTextPtr& file, base::Diagnostics& diagnostics) {
    const auto form = form_of_file(file->text);
    if (!form) return true;
    const auto unshown =
        std::make_shared<const base::SourceText>(base::SourceText{file->name, {}});  // its lines say nothing to anyone
    diagnostics.error({"JE-F04",
                       {unshown, 1, 1, 1},
                       fmt::format("this is {}, not a text file", form->what),
                       "YAML, CSV or JSON as text in UTF-8",
                       std::string{form->way_out}});
    return false;
}

}  // namespace je::io
