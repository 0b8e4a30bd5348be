// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/record_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "io/yaml_odd.hpp"
#include "io/yaml_words.hpp"

namespace je::io {

namespace {

/// A date on which nothing else in the file rests.
std::optional<base::Located<base::Date>> read_side_date(const YamlContext& context, const YamlNode& node,
                                                        std::string_view key) {
    const std::size_t before = context.diagnostics.errors();
    const std::size_t harmless = context.harmless;
    auto date = read_date(context, node, key);
    context.harmless = harmless + (context.diagnostics.errors() - before);
    return date;
}

}  // namespace

std::optional<YamlText> short_entry(const YamlContext& context, const YamlNode& node, std::string_view id, std::string_view key,
                                    std::string_view expected) {
    static constexpr std::array<std::string_view, 7> entry_keys{"level",      "evidence",  "note",   "agreed",
                                                                "individual", "rationale", "dissent"};
    const auto meant = without_odd(node.text);
    const bool code = has_code_characters(meant);
    if (code) ++context.harmless;
    const bool bare = code && !changed_by_readers(meant);
    if (std::find(entry_keys.begin(), entry_keys.end(), id) != entry_keys.end()) {
        context.error(
            "JE-Y40", node, fmt::format("'{}' stands where factors do, and is a key of a factor's entry", id),
            std::string{expected},
            "begin the line, and those below that belong to it, with two more spaces if it belongs to the factor above");
        return std::nullopt;
    }
    context.error("JE-Y40", node, fmt::format("the factor's entry is only '{}'", shown_text(node.text)), std::string{expected},
                  fmt::format("write {{{}: {}}}", key, bare ? meant : in_quotes(meant)));
    return code ? std::optional{YamlText{meant, context.at(node)}} : std::nullopt;
}

model::Document document_of(const YamlContext& context, const YamlNode& node) {
    static constexpr std::array<std::string_view, 5> keys{"id", "kind", "title", "version", "date"};
    const YamlMapReader map{context, node, "document", keys};
    const auto date = map.part("date", read_side_date);
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
