// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/page/embedded.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace je::report {

void Page::add(Block block) {
    const auto is_new = [](auto& before, const auto& one, const auto& equal) {
        if (std::any_of(before.begin(), before.end(), [&](const auto& other) { return equal(one, other); })) return false;
        before.push_back(one);
        return true;
    };
    const auto is_new_text = [&](const Text& text) { return is_new(said_, text, std::equal_to<>{}); };
    const auto* caution = std::get_if<Caution>(&block);
    const auto* note = std::get_if<Note>(&block);
    const auto* facts = std::get_if<Facts>(&block);
    if (caution != nullptr && !is_new_text(caution->text)) return;
    if (note != nullptr && !is_new_text(note->text)) return;
    if (facts != nullptr && !is_new(facts_, *facts, [](const Facts& a, const Facts& b) { return a.rows == b.rows; })) return;
    document_.add(std::move(block));
}

Embedded::Embedded(Document document, std::string prefix, const Ids& without, Factors factors)
    : prefix_{std::move(prefix)}, sections_{sections_without(document, without)} {
    for (Section& section : sections_) {
        section.folded = section.folded || (factors == Factors::fold && section.id.starts_with("factor-"));
        ++section.level;
    }
    close_ids(sections_, prefix_ + "-");
}

std::vector<Section>::const_iterator Embedded::place_of(std::string_view id) const {
    const std::string renamed = id_of(id);
    return std::find_if(sections_.begin(), sections_.end(), [&](const Section& section) { return section.id == renamed; });
}

const Section* Embedded::find(std::string_view id) const {
    const auto found = place_of(id);
    return found == sections_.end() ? nullptr : &*found;
}

const Figure* Embedded::figure(Figure::Kind kind) const {
    for (const Section& section : sections_) {
        for (const Block& block : section.blocks) {
            const auto* figure = std::get_if<Figure>(&block);
            if (figure != nullptr && figure->kind == kind) return figure;
        }
    }
    return nullptr;
}

void Embedded::put(Page& page, const Section& section) {
    Section& begun = page.begin(section.id, section.level, section.title);
    begun.folded = section.folded;
    begun.one_of = section.one_of;
    for (const Block& block : section.blocks) page.add(block);
}

void Embedded::put(Page& page, std::string_view id) const {
    const auto first = place_of(id);
    if (first == sections_.end()) return;
    put(page, *first);
    put_below(page, id);
}

void Embedded::put_below(Page& page, std::string_view id) const {
    const auto first = place_of(id);
    if (first == sections_.end()) return;
    for (auto next = first + 1; next != sections_.end() && next->level > first->level; ++next) put(page, *next);
}

void Embedded::put_blocks(Page& page, std::string_view id) const {
    if (const Section* section = find(id))
        for (const Block& block : section->blocks) page.add(block);
}

}  // namespace je::report
