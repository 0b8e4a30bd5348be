// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/yaml_format.hpp"
#include "io/yaml_map_reader.hpp"
#include "je/io/holidays.hpp"

namespace je::io {
namespace {

using Entry = model::HolidaysDraft::Entry;

/// Nothing when the date is missing or wrong, which has been reported.
std::optional<Entry> entry_of(const YamlContext& context, const YamlNode& node) {
    static constexpr std::array<std::string_view, 2> keys{"date", "name"};
    const YamlMapReader map{context, node, "holiday", keys};
    static_cast<void>(map.need("date"));
    const auto date = map.date("date");
    auto name = map.need_text("name").value;
    if (!date) return std::nullopt;
    return Entry{*date, std::move(name)};
}

}  // namespace

model::HolidaysDraft holidays_of(const YamlContext& context, const YamlNode& root) {
    static constexpr std::array<std::string_view, 6> keys{"format", "id", "title", "source", "url", "holidays"};
    const YamlMapReader map{context, root, "holiday list", keys};
    model::HolidaysDraft draft;
    draft.id = map.need_code("id");
    draft.title = map.need_text("title").value;
    draft.source = map.need_text("source").value;
    draft.url = map.text("url");
    for (auto& entry : map.need_list("holidays", entry_of)) {
        if (entry) draft.holidays.push_back(*std::move(entry));
    }
    draft.at = context.at(root);
    return draft;
}

std::optional<model::HolidaysDraft> read_holidays(const base::SourceTextPtr& text, const Limits& limits,
                                                  base::Diagnostics& diagnostics) {
    return read_format(text, limits, diagnostics, holidays_format, holidays_of);
}

}  // namespace je::io
