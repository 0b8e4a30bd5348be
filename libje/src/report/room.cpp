// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <utility>

#include "report/sections.hpp"

namespace je::report {

namespace {

/// How long a part is on a page, in bytes, about: what the data says, and the marks about it.
struct Length {
    std::size_t operator()(const std::string& words) const { return words.size(); }
    std::size_t operator()(const Content& content) const {
        const auto* text = std::get_if<std::string>(&content);
        const auto* name = std::get_if<Name>(&content);
        return text != nullptr ? text->size() : name != nullptr ? name->full.size() + 2 * name->section.size() : 8;
    }
    std::size_t operator()(const Range& range) const { return (*this)(range.from) + (*this)(range.to) + 4; }
    std::size_t operator()(const Link& link) const { return link.words.size() + link.target.size() + 28; }
    std::size_t operator()(const Text& text) const {
        std::size_t length = 0;
        for (const Run& run : text.runs) length += std::visit(*this, run);
        return length;
    }
    std::size_t operator()(const Paragraph& paragraph) const { return (*this)(paragraph.text) + 8; }
    std::size_t operator()(const Caution& caution) const { return (*this)(caution.text) + 48; }
    std::size_t operator()(const Note& note) const { return (*this)(note.text) + 40; }
    std::size_t operator()(const Bullets& bullets) const {
        std::size_t length = 10;
        for (const Text& item : bullets.items) length += (*this)(item) + 10;
        return length;
    }
    std::size_t operator()(const Facts& facts) const {
        std::size_t length = 10;
        for (const auto& [label, value] : facts.rows) length += (*this)(label) + (*this)(value) + 42;
        return length;
    }
    std::size_t operator()(const Table& table) const {
        std::size_t length = 80, heads = 0;
        for (const Column& column : table.columns) length += (*this)(column.label) + 40;
        for (const Column& column : table.columns) heads += (*this)(column.label) + 40;  // that each row repeats
        for (const auto& row : table.rows) {
            length += heads + 10;
            for (const Cell& cell : row) length += std::visit(*this, cell.value) + 2 * cell.anchor.size();
        }
        return length;
    }
    std::size_t operator()(const Figure& figure) const {
        constexpr std::size_t of_a_row = 500;  // of a drawing
        return 2 * (*this)(figure.sentence) + (*this)(figure.numbers) +
               of_a_row * (figure.numbers.rows.size() + figure.marks.size() + 1);
    }
    std::size_t operator()(const WhatIf&) const { return 40'000; }
    std::size_t operator()(const Section& section) const {
        std::size_t length = (*this)(section.title) + 2 * section.id.size() + 100;
        for (const Block& block : section.blocks) length += std::visit(*this, block);
        return length;
    }
};

/// A section of many alike, with all below it.
struct OneOfMany {
    const Section* first;
    std::size_t length;
};
using Many = std::map<std::string, std::vector<OneOfMany>>;  // by what they are

/// Those that a document has. `others`: the length of all else.
Many many_in(const std::vector<Section>& sections, std::size_t& others) {
    Many many;
    OneOfMany* open = nullptr;
    for (const Section& section : sections) {
        const std::size_t length = Length{}(section);
        if (open != nullptr && section.level <= open->first->level) open = nullptr;
        if (open == nullptr && !section.one_of.empty()) open = &many[section.one_of].emplace_back(OneOfMany{&section, 0});
        (open != nullptr ? open->length : others) += length;
    }
    return many;
}

/// How many of them there is room for, one at the least.
std::size_t count_within(const std::vector<OneOfMany>& all, std::size_t room) {
    std::size_t length = 0, count = 0;
    while (count < all.size() && (length += all[count].length) <= room) ++count;
    return std::max<std::size_t>(count, 1);
}

}  // namespace

Document fitted(Document document, std::size_t room) {
    std::size_t others = 0;
    const Many many = many_in(document.sections(), others);
    std::size_t length = others;
    for (const auto& [what, all] : many)
        for (const OneOfMany& one : all) length += one.length;
    if (many.empty() || length <= room) return document;
    const std::size_t left = (room - std::min(room, others)) / many.size();
    Ids without;
    std::vector<Block> told;
    for (const auto& [what, all] : many) {
        const std::size_t count = count_within(all, left);
        for (std::size_t i = count; i < all.size(); ++i) without.insert(all[i].first->id);
        if (count < all.size())
            told.emplace_back(Caution{say("This page has room for {} of {} {}: {} are left out. --format xlsx or json has all.",
                                          count, all.size(), Content{what}, all.size() - count)});
    }
    auto sections = sections_without(document, without);
    close_ids(sections, "");
    Document kept;
    for (Section& section : sections) kept.begin(section.id, section.level, {}) = std::move(section);
    for (Block& block : told) kept.add_to_head(std::move(block));
    return kept;
}

}  // namespace je::report
