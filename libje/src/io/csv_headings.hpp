// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "je/model/scheme.hpp"

namespace je::io {

/// Headings in people's words: a factor's or a fact's name as well as its id, in any capitals, with hyphens, line breaks or
/// blanks between the words, with a number or "factor" in front or "level" behind; "Job ID", "Job title"; a name with words
/// shortened.
class CsvHeadings {
public:
    explicit CsvHeadings(const model::Scheme& scheme);

    /// The columns, by their plain names, that a heading can mean; one when it is clear.
    [[nodiscard]] const std::set<std::string>& named_by(std::string_view heading) const;
    /// The same by words that stand for longer ones, in their order, two at least: "Resp. Finance".
    [[nodiscard]] std::set<std::string> shortened_by(std::string_view heading) const;
    /// "id" for "Job number", and "title" for "Post title": only where no other column is it.
    [[nodiscard]] static std::string_view in_place_of(std::string_view heading);
    /// The plain name of the column whose name is spelt nearly so, or of the fact that has this id; empty when there is none.
    [[nodiscard]] std::string nearly(std::string_view heading) const;

private:
    void add(std::string_view name, const std::string& column);

    std::map<std::string, std::set<std::string>, std::less<>> columns_;    // by name in small letters
    std::vector<std::pair<std::vector<std::string>, std::string>> words_;  // of factors
    std::map<std::string, std::string> bare_facts_;                        // by id alone, which could be any column's name
};

}  // namespace je::io
