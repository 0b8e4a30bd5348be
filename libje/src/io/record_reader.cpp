// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/record_reader.hpp"

namespace je::io {

model::Document document_of(const YamlContext& context, const YamlNode& node) {
    static constexpr std::array<std::string_view, 5> keys{"id", "kind", "title", "version", "date"};
    const YamlMapReader map{context, node, "document", keys};
    const auto date = map.date("date");
    return {.id = model::DocumentId{map.need_code("id").value},
            .kind = map.need_text("kind").value,
            .title = map.text("title"),
            .version = map.reference("version"),
            .date = date ? std::optional{date->value} : std::nullopt,
            .at = context.at(node)};
}

model::Evidence evidence_of(const YamlContext& context, const YamlNode& node) {
    static constexpr std::array<std::string_view, 4> keys{"document", "section", "quote", "disputed"};
    const YamlMapReader map{context, node, "evidence", keys};
    return {.document = model::DocumentId{map.need_code("document").value},
            .section = map.reference("section"),
            .quote = map.text("quote"),
            .disputed = map.text("disputed"),
            .at = context.at(node)};
}

base::Located<std::optional<base::Date>> need_date(const YamlMapReader& map, std::string_view key) {
    static_cast<void>(map.need(key));
    const auto date = map.date(key);
    return date ? base::Located<std::optional<base::Date>>{date->value, date->at} : base::Located<std::optional<base::Date>>{};
}

YamlFields fields_of_document(const model::Document& document) {
    YamlFields fields;
    fields.text("id", document.id.text())
        .text("kind", document.kind)
        .text("title", document.title)
        .text("version", document.version);
    if (document.date) fields.raw("date", document.date->to_string());
    return fields;
}

YamlFields fields_of_evidence(const model::Evidence& evidence) {
    YamlFields fields;
    fields.text("document", evidence.document.text()).text("section", evidence.section);
    fields.text("quote", evidence.quote).text("disputed", evidence.disputed);
    return fields;
}

}  // namespace je::io
