// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/xlsx/book.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <system_error>

#include "io/files/nameless_file.hpp"
#include "je/version.hpp"
#include "render/xlsx/colours.hpp"
#include "render/xlsx/texts.hpp"

namespace je::render::xlsx {

namespace {

lxw_workbook* open_book(Book::Keeps keeps, const std::string& path) {
    std::string folder = io::temporary_folder();
    lxw_workbook_options options{};
    options.constant_memory = keeps == Book::Keeps::one_row ? LXW_TRUE : LXW_FALSE;
    options.tmpdir = folder.data();
    lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
    if (book == nullptr) io::fail_temporary("there is no memory");
    return book;
}

void dress_in(lxw_format* format, lxw_color_t fill, lxw_color_t text) {
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_bg_color(format, fill);
    format_set_font_color(format, text);
}

void dress_as(lxw_format* format, Look look) {
    format_set_font_color(format, colour::ink);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    switch (look) {
        case Look::title:
            format_set_font_size(format, 16);
            format_set_bold(format);
            break;
        case Look::heading:
            format_set_font_size(format, 13);
            format_set_bold(format);
            break;
        case Look::caution:
            dress_in(format, colour::caution_fill, colour::caution_ink);
            format_set_text_wrap(format);
            break;
        case Look::note:
            format_set_font_color(format, colour::second);
            format_set_text_wrap(format);
            break;
        case Look::label:
            format_set_bold(format);
            format_set_text_wrap(format);
            break;
        case Look::head:
            format_set_bold(format);
            format_set_text_wrap(format);
            dress_in(format, colour::wash, colour::ink);
            format_set_bottom(format, LXW_BORDER_THIN);
            format_set_bottom_color(format, colour::edge);
            format_set_align(format, LXW_ALIGN_VERTICAL_BOTTOM);
            break;
        case Look::total:
            format_set_bold(format);
            format_set_text_wrap(format);
            format_set_top(format, LXW_BORDER_THIN);
            format_set_top_color(format, colour::edge);
            break;
        case Look::strong:
            format_set_bold(format);
            format_set_text_wrap(format);
            dress_in(format, colour::strong, colour::white);
            break;
        case Look::link:
            format_set_font_color(format, colour::link);
            format_set_underline(format, LXW_UNDERLINE_SINGLE);
            format_set_text_wrap(format);
            break;
        case Look::input:
            format_set_bold(format);
            format_set_border(format, LXW_BORDER_MEDIUM);
            format_set_border_color(format, colour::strong);
            format_set_unlocked(format);
            break;
        case Look::plain:
            format_set_bottom(format, LXW_BORDER_HAIR);
            format_set_bottom_color(format, colour::hair);
            format_set_text_wrap(format);
            break;
        case Look::text:
            format_set_text_wrap(format);
            break;
    }
}

}  // namespace

Book::Book(Keeps keeps, const std::string& title) : keeps_{keeps}, book_{open_book(keeps, file_.path()), lxw_workbook_free} {
    std::string name{beginning(cell_text(title), 250)};
    std::string author = fmt::format("je {}", version);
    lxw_doc_properties properties{};
    properties.title = name.data();
    properties.author = author.data();
    properties.created = 315'532'800;  // 1 January 1980, as ZIP begins: no output shows a clock
    workbook_set_properties(book_.get(), &properties);
}

lxw_worksheet* Book::add_sheet(const std::string& name) {
    lxw_worksheet* sheet = workbook_add_worksheet(book_.get(), name.c_str());
    if (sheet == nullptr) io::fail_temporary(fmt::format("there is no room for the sheet '{}'", name));
    return sheet;
}

lxw_format* Book::format(const Dress& dress) {
    const auto [found, is_new] = formats_.try_emplace(dress, nullptr);
    if (is_new) {
        found->second = workbook_add_format(book_.get());
        dress_as(found->second, dress.look);
        if (!dress.number_format.empty()) format_set_num_format(found->second, dress.number_format.c_str());
        format_set_align(found->second, dress.right ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
        if (dress.is_inside) format_set_indent(found->second, 1);
    }
    return found->second;
}

/// The library does not look whether its temporary files could be written.
void Book::check_room() const {
    std::uintmax_t rows = 0;
    for (lxw_worksheet* sheet = STAILQ_FIRST(book_->worksheets); sheet != nullptr; sheet = STAILQ_NEXT(sheet, list_pointers)) {
        if (sheet->optimize_tmpfile == nullptr) continue;
        if (std::fflush(sheet->optimize_tmpfile) != 0 || std::ferror(sheet->optimize_tmpfile) != 0)
            io::fail_temporary("the rows of a sheet could not be written");
        rows += static_cast<std::uintmax_t>(std::ftell(sheet->optimize_tmpfile));
    }
    std::error_code error;
    const auto space = std::filesystem::space(io::temporary_folder(), error);
    constexpr std::uintmax_t beside = 1 << 20;
    if (!error && space.available < 2 * rows + beside) io::fail_temporary("there is no room left on the device");
}

void Book::finish(const std::function<void(std::string_view)>& write) {
    check_room();
    const lxw_error error = workbook_close(book_.release());
    if (error != LXW_NO_ERROR) io::fail_temporary(lxw_strerror(error));
    file_.read(write);
}

}  // namespace je::render::xlsx
