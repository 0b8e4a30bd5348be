// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/io/file.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>

namespace file_form_test {

namespace {

using std::string_literals::operator""s;

/// What is said of a file; empty for one that may be read.
std::string said_of(std::string bytes) {
    je::base::Diagnostics said;
    const auto file = std::make_shared<const je::base::SourceText>(je::base::SourceText{"f", std::move(bytes)});
    const bool readable = je::io::is_for_text_readers(file, said);
    CHECK(readable == said.all().empty());
    CHECK(readable != je::io::is_document(file->text));
    return readable ? "" : said.all().front().message;
}

}  // namespace

TEST_CASE("workbooks, documents, pages, pictures and archives are known by their first bytes") {
    CHECK(said_of("PK\x03\x04" + std::string(26, '\0') + "[Content_Types].xml and xl/workbook.xml") ==
          "this is a spreadsheet's workbook, not a text file");
    CHECK(said_of("PK\x03\x04" + std::string(26, '\0') + "mimetypeapplication/vnd.oasis.opendocument.text") ==
          "this is a document of a word processor, not a text file");
    CHECK(said_of("\xD0\xCF\x11\xE0 and so on") == "this is a spreadsheet's workbook, not a text file");
    CHECK(said_of("\xD0\xCF\x11\xE0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s) ==
          "this is a workbook or document that a password protects, not a text file");
    CHECK(said_of("{\\rtf1") == "this is a document of a word processor, not a text file");
    CHECK(said_of("%PDF-1.4") == "this is a PDF, not a text file");
    CHECK(said_of("\x1F\x8B\x08\0"s) == "this is a file packed with gzip, not a text file");
    CHECK(said_of(std::string(257, 'a') + "ustar") == "this is a tar archive, not a text file");
}

TEST_CASE("a web page or a workbook as XML is known in any encoding, a run file is neither") {
    const std::string page = "<!-- saved -->\n<HTML>";
    CHECK(said_of(page) == "this is a web page, not a text file");
    CHECK(said_of("\xEF\xBB\xBF \r\n" + page) == "this is a web page, not a text file");
    std::string wide = "\xFF\xFE";
    for (const char c : page) wide.append({c, '\0'});
    CHECK(said_of(wide) == "this is a web page, not a text file");
    CHECK(said_of("<?xml version='1.0'?><Workbook>") == "this is a spreadsheet's workbook, not a text file");
    CHECK(said_of("<?xml version='1.0'?><!-- <html> --><run><score/></run>").empty());
    CHECK(said_of("<?xml version").empty());
}

TEST_CASE("texts are readable, whatever they begin with") {
    for (const char* text :
         {"", "PK", "id,title\n", "{\"format\": 1}", "%YAML 1.2\n", "format: je-job/1\n", "<", "GIF", "\xFF\xFEi"}) {
        CAPTURE(text);
        CHECK(said_of(text).empty());
    }
}

}  // namespace file_form_test
