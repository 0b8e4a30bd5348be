// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <xlsxwriter.h>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>

#include "io/files/nameless_file.hpp"

namespace je::render::xlsx {

/// What a cell is to the eye.
enum class Look {
    plain,
    title,    // of a sheet
    heading,  // within a sheet
    text,     // words in lines, wrapped
    caution,
    note,
    label,   // of a fact
    head,    // of a column
    total,   // a row that sums up others
    strong,  // this job's band
    link,
    input  // to be changed
};

/// A format of cells: the number format as Excel writes it (empty: the usual one).
struct Dress {
    Look look = Look::plain;
    std::string number_format{};
    bool right = false;
    bool is_inside = false;  // stands off from the column before it
    friend bool operator<(const Dress& a, const Dress& b) {
        return std::tie(a.look, a.right, a.is_inside, a.number_format) <
               std::tie(b.look, b.right, b.is_inside, b.number_format);
    }
};

/// A workbook while it is written, in a file without a name in the folder for temporary files. The same calls give the same
/// bytes. `rows_at_once`: whole sheets are kept in memory; else a row is let go when the next begins, and rows come in their
/// order. Throws base::OutsideError (JE-X18) where there is no room for temporary files.
class Book {
public:
    enum class Keeps { sheets, one_row };
    Book(Keeps keeps, const std::string& title);

    /// `name` is one of SheetNames.
    [[nodiscard]] lxw_worksheet* add_sheet(const std::string& name);
    [[nodiscard]] lxw_chart* add_chart(lxw_chart_type type) {
        return workbook_add_chart(book_.get(), static_cast<uint8_t>(type));
    }
    [[nodiscard]] lxw_format* format(const Dress& dress);
    /// Keeps a text as long as the book: the library does not copy all that it is given.
    [[nodiscard]] char* kept(std::string text) { return texts_.emplace_back(std::move(text)).data(); }
    [[nodiscard]] bool keeps_sheets() const { return keeps_ == Keeps::sheets; }

    /// Hands on the finished workbook, piece by piece.
    void finish(const std::function<void(std::string_view)>& write);

private:
    void check_room() const;

    Keeps keeps_;
    io::NamelessFile file_;
    std::unique_ptr<lxw_workbook, void (*)(lxw_workbook*)> book_;
    std::map<Dress, lxw_format*> formats_;
    std::deque<std::string> texts_{};
};

}  // namespace je::render::xlsx
