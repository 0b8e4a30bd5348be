// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/described_table.hpp"

#include <algorithm>
#include <stdexcept>

namespace je::report {

namespace {

const Field* find_value(const Description& row, std::string_view key) {
    const auto found = std::find_if(row.fields.begin(), row.fields.end(),
                                    [&](const Field& field) { return field.shape == Field::Shape::value && field.key == key; });
    return found == row.fields.end() ? nullptr : &*found;
}

struct ToCell {
    Cell operator()(std::monostate) const { return {}; }
    Cell operator()(std::string_view text) const { return text_or(std::string{text}); }
    Cell operator()(const Digits& number) const { return number.text; }
    template <class T>
    Cell operator()(const T& content) const {
        return content;
    }
};

}  // namespace

Description with_more(const Description& row, std::vector<Field> more) {
    Description all = row;
    all.fields.insert(all.fields.end(), more.begin(), more.end());
    return all;
}

Table described_table(const Description& row) {
    std::vector<std::string_view> keys;
    for (const Field& field : row.fields) keys.push_back(field.key);
    return described_table(row, keys);
}

Table described_table(const Description& row, const std::vector<std::string_view>& keys) {
    Table table;
    for (const std::string_view key : keys) {
        const Field* field = find_value(row, key);
        if (field == nullptr) throw std::logic_error{"a column that is no value of the row"};
        table.columns.push_back({std::string{key}, field->label, field->role});
    }
    return table;
}

void add_described_row(Table& table, const Description& row, const void* of) {
    auto& cells = table.rows.emplace_back();
    for (const Column& column : table.columns) {
        const Field* field = find_value(row, column.key);
        if (field == nullptr)
            cells.emplace_back();
        else
            cells.push_back(field->get ? std::visit(ToCell{}, field->get(of)) : Cell{field->fixed_text});
    }
}

}  // namespace je::report
