// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/sections.hpp"

#include <algorithm>
#include <utility>

namespace je::report {

namespace {

/// All that links, formulas and figures of these sections can lead to.
Ids ids_of(const std::vector<Section>& sections) {
    Ids ids;
    const auto add_table = [&](const Table& table) {
        ids.insert(table.id);
        for (const auto& row : table.rows)
            for (const Cell& cell : row) ids.insert(cell.anchor);
    };
    for (const Section& section : sections) {
        ids.insert(section.id);
        for (const Block& block : section.blocks) {
            if (const auto* table = std::get_if<Table>(&block)) add_table(*table);
            if (const auto* figure = std::get_if<Figure>(&block)) add_table(figure->numbers);
        }
    }
    ids.erase("");
    return ids;
}

/// Gives all ids their prefix, and takes out what leads to none of them.
class Renaming {
public:
    Renaming(std::string_view prefix, const Ids& ids) : prefix_{prefix}, ids_{ids} {}

    void operator()(Section& section) const {
        rename(section.id);
        (*this)(section.title);
        for (Block& block : section.blocks) std::visit(*this, block);
    }
    void operator()(Paragraph& paragraph) const { (*this)(paragraph.text); }
    void operator()(Caution& caution) const { (*this)(caution.text); }
    void operator()(Note& note) const { (*this)(note.text); }
    void operator()(Bullets& bullets) const {
        for (Text& item : bullets.items) (*this)(item);
    }
    void operator()(Facts& facts) const {
        for (auto& [label, value] : facts.rows) {
            (*this)(label);
            (*this)(value);
        }
    }
    void operator()(Table& table) const {
        rename(table.id);
        (*this)(table.caption);
        for (auto& row : table.rows)
            for (Cell& cell : row) (*this)(cell);
    }
    void operator()(Figure& figure) const {
        rename(figure.id);
        rename(figure.numbers_in);
        (*this)(figure.sentence);
        (*this)(figure.numbers);
    }
    template <class Other>
    void operator()(Other&) const {}  // a block that leads nowhere

    void operator()(Text& text) const {
        for (Run& run : text.runs) {
            if (auto* link = std::get_if<Link>(&run); link != nullptr && link->to == Link::To::section) {
                if (ids_.contains(link->target)) {
                    rename(link->target);
                } else {
                    run = Run{std::string{link->words}};
                }
            } else if (auto* content = std::get_if<Content>(&run)) {
                (*this)(*content);
            }
        }
    }
    void operator()(Content& content) const {
        auto* name = std::get_if<Name>(&content);
        if (name == nullptr || name->section.empty()) return;
        if (ids_.contains(name->section)) {
            rename(name->section);
        } else {
            name->section.clear();
        }
    }
    void operator()(Cell& cell) const {
        if (auto* content = std::get_if<Content>(&cell.value)) (*this)(*content);
        if (auto* text = std::get_if<Text>(&cell.value)) (*this)(*text);
        rename(cell.anchor);
        if (!cell.formula) return;
        Formula& formula = *cell.formula;
        const bool known = std::all_of(formula.of.begin(), formula.of.end(), [&](const auto& of) { return ids_.contains(of); });
        if (!known || (!formula.floors.empty() && !ids_.contains(formula.floors))) {
            cell.formula.reset();
            return;
        }
        for (std::string& of : formula.of) rename(of);
        rename(formula.floors);
    }

private:
    void rename(std::string& id) const {
        if (!id.empty()) id.insert(0, prefix_);
    }

    std::string_view prefix_;
    const Ids& ids_;
};

}  // namespace

std::vector<Section> sections_without(const Document& document, const Ids& without) {
    std::vector<Section> kept;
    int below = 0;  // the level of the section that is being left out; 0: none
    for (const Section& section : document.sections()) {
        if (below > 0 && section.level > below) continue;
        below = without.contains(section.id) ? section.level : 0;
        if (below == 0) kept.push_back(section);
    }
    for (Section& section : kept) {
        std::erase_if(section.blocks, [&](const Block& block) {
            const auto* table = std::get_if<Table>(&block);
            const auto* figure = std::get_if<Figure>(&block);
            return (table != nullptr && without.contains(table->id)) || (figure != nullptr && without.contains(figure->id));
        });
    }
    return kept;
}

void close_ids(std::vector<Section>& sections, std::string_view prefix) {
    const Ids ids = ids_of(sections);
    const Renaming rename{prefix, ids};
    for (Section& section : sections) rename(section);
}

}  // namespace je::report
