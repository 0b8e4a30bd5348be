// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/xlsx/blocks.hpp"

#include <algorithm>
#include <map>
#include <variant>

#include "render/values.hpp"
#include "render/xlsx/charts.hpp"
#include "render/xlsx/figure_tables.hpp"
#include "render/xlsx/live.hpp"

namespace je::render::xlsx {

using report::Document;
using report::Figure;
using report::Section;
using report::Table;
using report::Text;

namespace {

constexpr std::size_t most_sheets = 150;  // of sections: what comes after goes on the last
constexpr std::size_t rows_of_own_sheet =
    30;  // a table with so many has a sheet of its own, so that its head can stay in sight

bool is_first_level(const Section& section) { return section.level == 1 && !section.title.empty(); }

/// The level of sections that each have a sheet: of a document with one title, those below it.
int level_of_sheets(const std::vector<Section>& sections) {
    return std::count_if(sections.begin(), sections.end(), is_first_level) > 1 ? 1 : 2;
}

std::size_t tables_in(const Section& section) {
    return static_cast<std::size_t>(std::count_if(section.blocks.begin(), section.blocks.end(),
                                                  [](const auto& block) { return std::holds_alternative<Table>(block); }));
}

bool has_long_table(const Section& section) {
    return std::any_of(section.blocks.begin(), section.blocks.end(), [](const auto& block) {
        const auto* table = std::get_if<Table>(&block);
        return table != nullptr && table->rows.size() >= rows_of_own_sheet;
    });
}

/// "sum-table": "Sum table".
std::string in_words(std::string id) {
    std::replace(id.begin(), id.end(), '-', ' ');
    if (!id.empty() && id[0] >= 'a' && id[0] <= 'z') id[0] = static_cast<char>(id[0] - 'a' + 'A');
    return id;
}

std::string name_of(const Table& table, const std::string& otherwise) {
    if (!table.caption.empty()) return shown(table.caption);
    if (table.id == "bands") return ours("Bands");
    return table.id.empty() ? otherwise : in_words(table.id);
}

}  // namespace

/// Puts the blocks of a document on the sheets of a plan.
class Blocks {
public:
    Blocks(Plan& plan, const Document& document) : plan_{plan}, document_{document} {
        report::for_each_table(document, [&](const Table& table) {
            if (!table.id.empty()) by_id_.emplace(table.id, &table);
        });
    }

    void place() {
        const auto& sections = document_.sections();
        const int level = level_of_sheets(sections);
        sheet_ = plan_.open_sheet(ours("Summary"), plan_.title());
        for (std::size_t i = 0; i < sections.size(); ++i) {
            const bool begins = i > 0 && sections[i].level <= level && !sections[i].title.empty() && !is_title(sections[i]) &&
                                plan_.sheets.size() < most_sheets;
            if (begins) begin_sheet(i, level);
            plan_.begin_section(sheet_, sections[i].id);
            if (!begins && !is_title(sections[i])) plan_.add_words(sheet_, sections[i].title, Look::heading);
            title_ = shown(sections[i].title);
            for (const auto& block : sections[i].blocks) std::visit(*this, block);
        }
    }

    void operator()(const report::Paragraph& paragraph) { plan_.add_words(sheet_, paragraph.text, Look::text); }
    void operator()(const report::Note& note) { plan_.add_words(sheet_, note.text, Look::note, "Note:"); }
    void operator()(const report::Caution& caution) {
        if (!plan_.is_on_each_sheet(caution.text)) plan_.add_words(sheet_, caution.text, Look::caution, "Caution:");
    }
    void operator()(const report::Bullets& bullets) {
        for (const Text& item : bullets.items) plan_.add_words(sheet_, item, Look::text, "\u2022");
    }
    void operator()(const report::Facts& facts) {
        for (const auto& [label, text] : facts.rows) {
            const report::Cell cell{text};
            Slot value{.column = 1, .value = words(shown(text)), .dress = {Look::text}, .is_wide = true};
            if (const auto* content = cell.content()) {
                value.value = value_of(*content);
                value.dress.number_format = value.value.number_format;
                value.is_wide = !value.dress.number_format.empty() ? false : value.is_wide;
            }
            plan_.add_line(sheet_, {Slot{.value = words(shown(label)), .dress = {Look::label}}, std::move(value)});
        }
    }
    void operator()(const Table& table) { add(table, title_); }
    void operator()(const Figure& figure);
    void operator()(const report::WhatIf& what_if) { add_what_if(plan_, what_if, sheet_); }

private:
    [[nodiscard]] bool is_title(const Section& section) const {
        return is_first_level(section) && level_of_sheets(document_.sections()) == 2;
    }

    void begin_sheet(std::size_t i, int level) {
        const auto& sections = document_.sections();
        sheet_ = plan_.open_sheet(shown(sections[i].title), shown(sections[i].title));
        tables_ = tables_in(sections[i]);
        has_long_table_ = has_long_table(sections[i]);
        for (std::size_t j = i + 1; j < sections.size() && sections[j].level > level; ++j) tables_ += tables_in(sections[j]);
    }

    /// Where in the plan it stands: here, or on a sheet of its own.
    std::size_t add(const Table& table, const std::string& otherwise, const std::vector<bool>& strong = {}) {
        const bool is_long = table.rows.size() >= rows_of_own_sheet;
        const bool is_apart = sheet_ == 0 || (is_long ? tables_ > 1 : has_long_table_);
        if (!is_apart) return plan_.add_table(sheet_, table, strong);
        const std::size_t added = plan_.add_table_sheet(table, name_of(table, otherwise), strong);
        const std::size_t sheet = plan_.tables[added].sheet;
        plan_.add_link(sheet_, ours("Table: {}", {plan_.sheets[sheet].name}), sheet);
        return added;
    }

    std::string add_numbers(const Figure& figure);
    std::string add_counts(const Figure& figure);

    Plan& plan_;
    const Document& document_;
    std::map<std::string, const Table*> by_id_;
    std::size_t sheet_ = 0;
    std::size_t tables_ = 0;  // of this sheet
    bool has_long_table_ = false;
    std::string title_;  // of the section
};

/// What stands in a table of the document, or beside a figure.
void Blocks::operator()(const Figure& figure) {
    plan_.add_words(sheet_, figure.sentence, Look::note);
    std::string numbers = figure.numbers_in;
    const bool has_own = numbers.empty() && !figure.numbers.rows.empty(), is_counted = figure.kind == Figure::Kind::strip;
    if (has_own) numbers = add_numbers(figure);
    if (is_counted) numbers = add_counts(figure);
    const Table* table = nullptr;
    if (const auto found = by_id_.find(numbers); found != by_id_.end()) table = found->second;
    if (auto more = table != nullptr ? chart_table(figure, *table) : std::nullopt; more && is_drawn(figure, *more)) {
        table = &plan_.own(*std::move(more));
        numbers = table->id;
        by_id_[numbers] = table;
        add(*table, in_words(figure.id));
    }
    if (table == nullptr || !is_drawn(figure, *table)) return;
    Sheet& sheet = plan_.sheets[is_counted ? 0 : has_own && has_long_table_ ? plan_.table(numbers)->sheet : sheet_];
    const std::size_t rows = rows_of(figure, *table);
    sheet.charts.push_back({&figure, numbers, sheet.lines.size(), rows});
    sheet.lines.resize(sheet.lines.size() + rows + 1);
}

/// Gives the id of the table.
std::string Blocks::add_numbers(const Figure& figure) {
    const bool is_ladder = figure.kind == Figure::Kind::band_ladder;
    std::vector<bool> strong;
    Table table = is_ladder ? ladder_table(figure, strong) : figure.numbers;
    if (table.id.empty()) table.id = figure.id + "-numbers";
    const Table& kept = plan_.own(std::move(table));
    by_id_[kept.id] = &kept;
    if (is_ladder && sheet_ == 0) {
        plan_.add_table_sheet(kept, ours("Bands"), strong);
    } else {
        add(kept, in_words(figure.id), strong);
    }
    return kept.id;
}

std::string Blocks::add_counts(const Figure& figure) {
    const auto found = by_id_.find(figure.numbers_in);
    const auto column = found == by_id_.end() ? std::nullopt : band_column(*found->second);
    if (!column) return {};
    CountSpot counted{.table = figure.numbers_in, .column = *column};
    for (const auto& mark : figure.marks) counted.bands.push_back(mark.label);
    const Table& kept = plan_.own(count_table(figure, counted.bands));
    by_id_[kept.id] = &kept;
    for (const auto& row : found->second->rows) counted.add(row);
    const std::size_t added = plan_.add_table(0, kept);
    counted.first = {0, plan_.tables[added].head + 1, 1};
    plan_.counts.push_back(std::move(counted));
    return kept.id;
}

void place_blocks(Plan& plan, const Document& document) { Blocks{plan, document}.place(); }

}  // namespace je::render::xlsx
