// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/document.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/gaps.hpp"
#include "je/base/language.hpp"

namespace je::report {

ValueOrRange between(Content low, Content high) {
    if (low == high) return low;
    return Range{std::move(low), std::move(high)};
}

Content text_or(std::optional<std::string> text, Reason reason) {
    return text && !text->empty() ? Content{*std::move(text)} : Content{Nothing{reason}};
}

Content level_or(std::optional<std::string> level, Reason reason) {
    return level ? Content{Level{*std::move(level)}} : Content{Nothing{reason}};
}

Content level_or(const std::optional<std::string>& level, std::string_view letters, Reason reason) {
    return level ? Content{Level{*level, std::string{letters}}} : Content{Nothing{reason}};
}

Text::Text(std::string words) {
    if (!words.empty()) runs.emplace_back(std::move(words));
}

Text::Text(ValueOrRange value) {
    std::visit([&](auto& one) { runs.emplace_back(std::move(one)); }, value);
}

Text::Text(std::string_view words) : Text{std::string{base::translated(words)}} {}

/// Words that meet become one run, so that equal texts have equal runs.
Text& Text::operator+=(Text more) {
    for (Run& run : more.runs) {
        auto* words = std::get_if<std::string>(&run);
        auto* before = runs.empty() ? nullptr : std::get_if<std::string>(&runs.back());
        if (words != nullptr && before != nullptr) {
            *before += *words;
        } else {
            runs.push_back(std::move(run));
        }
    }
    return *this;
}

Text say_parts(std::string_view pattern, std::vector<Text> parts) {
    Text text;
    std::size_t used = 0;
    const auto part = [&](std::size_t i) {
        if (i >= parts.size()) throw std::logic_error{"say: a place without a text"};
        text += parts[i];
        ++used;
    };
    const auto words = [&](std::string_view piece) { text += Text{std::string{piece}}; };
    base::each_piece(base::translated(pattern), words, part);
    if (used != parts.size()) throw std::logic_error{"say: more texts than places"};
    return text;
}

Text listed(const std::vector<Text>& texts, std::string_view between) {
    Text all;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0) all += Text{between};
        all += texts[i];
    }
    return all;
}

Text listed(const std::vector<std::string>& texts, std::string_view between) {
    return listed(std::vector<Text>(texts.begin(), texts.end()), between);
}

Text list_in_words(const std::vector<Text>& texts) {
    Text all;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0) all += i + 1 == texts.size() ? " and " : ", ";
        all += texts[i];
    }
    return all;
}

Text list_in_words(const std::vector<std::string>& texts) {
    return list_in_words(std::vector<Text>(texts.begin(), texts.end()));
}

Text counted(std::size_t n, std::string_view one, std::string_view several) {
    return say("{} {}", n, std::string{base::translated(one, several, n)});
}

Cell::Cell(Text text) {
    if (text.runs.empty()) return;
    if (text.runs.size() > 1) {
        value = std::move(text);
        return;
    }
    Run& run = text.runs.front();
    if (auto* words = std::get_if<std::string>(&run)) {
        value = Content{std::move(*words)};
    } else if (auto* one = std::get_if<Content>(&run)) {
        value = std::move(*one);
    } else if (auto* range = std::get_if<Range>(&run)) {
        value = std::move(*range);
    } else {
        value = std::move(text);
    }
}

Cell Cell::at(std::string name) && {
    anchor = std::move(name);
    return std::move(*this);
}

Cell Cell::is(Formula how) && {
    formula = std::move(how);
    return std::move(*this);
}

Section& Document::begin(std::string_view id, int level, Text title) {
    std::string free{id};
    for (int n = ++taken_[free]; n > 1; n = ++taken_[free]) free = std::string{id} + "-" + std::to_string(n);
    return sections_.emplace_back(Section{std::move(free), level, std::move(title)});
}

void Document::add(Block block) {
    if (sections_.empty()) begin("beginning", 1, {});
    sections_.back().blocks.push_back(std::move(block));
}

void Document::add(std::vector<Block> blocks) {
    for (Block& block : blocks) add(std::move(block));
}

void Document::add_to_head(Block block) {
    const auto head =
        std::find_if(sections_.begin(), sections_.end(), [](const Section& section) { return !section.title.empty(); });
    if (head == sections_.end()) return add(std::move(block));
    head->blocks.push_back(std::move(block));
}

void leave_out_points(Table& table) {
    for (std::size_t i = table.columns.size(); i-- > 0;) {
        if (table.columns[i].role != Role::points) continue;
        const auto place = static_cast<std::ptrdiff_t>(i);
        table.columns.erase(table.columns.begin() + place);
        for (auto& row : table.rows) row.erase(row.begin() + place);
    }
}

void empty_points(Table& table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].role != Role::points) continue;
        for (auto& row : table.rows) row[i] = Cell{};
    }
}

namespace {

/// Whether what a block shows is points, or follows from them.
bool is_of_points(const Block& block) {
    if (std::holds_alternative<WhatIf>(block)) return true;
    const auto* figure = std::get_if<Figure>(&block);
    return figure != nullptr && figure->kind != Figure::Kind::dot_plot && figure->kind != Figure::Kind::time_line &&
           figure->kind != Figure::Kind::shares && figure->kind != Figure::Kind::tree;
}

}  // namespace

void Document::leave_out_points() {
    for (Section& section : sections_) {
        std::erase_if(section.blocks, is_of_points);
        for (Block& block : section.blocks) {
            if (auto* table = std::get_if<Table>(&block)) report::leave_out_points(*table);
        }
    }
}

void Document::add(Document other) {
    for (Section& section : other.sections_) {
        Section& added = begin(section.id, section.level, std::move(section.title));
        added.folded = section.folded;
        added.one_of = std::move(section.one_of);
        added.blocks = std::move(section.blocks);
    }
}

}  // namespace je::report
