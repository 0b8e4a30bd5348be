// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/yaml/schemas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <vector>

#include "io/yaml/shapes.hpp"
#include "je/model/process_rules.hpp"
#include "model/scheme/rule_lists.hpp"
#include "model/scheme/words.hpp"

namespace je::io {
namespace {

using Json = nlohmann::ordered_json;

template <class Words>
Json texts_of(const Words& words) {
    Json list = Json::array();
    for (const auto& word : words) list.push_back(word.text);
    return list;
}

Json process_checks() {
    Json list = Json::array();
    for (std::size_t i = 0; i <= static_cast<std::size_t>(model::ProcessCheck::stages); ++i)
        list.push_back(to_text(static_cast<model::ProcessCheck>(i)));
    return list;
}

/// The fixed words of that name, as `enum`; of a format its own name.
Json fixed_words(std::string_view name) {
    namespace w = model::words;
    const std::vector<std::pair<std::string_view, Json>> lists{
        {"statuses", texts_of(w::statuses)},
        {"eu_criteria", texts_of(w::eu_criteria)},
        {"rounding_modes", texts_of(w::rounding_modes)},
        {"points_rule_kinds", texts_of(w::points_rule_kinds)},
        {"fact_kinds", texts_of(w::fact_kinds)},
        {"derivation_orders", texts_of(w::derivation_orders)},
        {"methods", texts_of(w::methods)},
        {"severities", texts_of(w::severities)},
        {"option_choices", texts_of(w::option_choices)},
        {"sides", texts_of(w::sides)},
        {"roles", texts_of(w::roles)},
        {"stages", texts_of(w::stages)},
        {"decisions", texts_of(w::decisions)},
        {"appeal_kinds", texts_of(w::appeal_kinds)},
        {"parties", texts_of(w::parties)},
        {"ground_kinds", texts_of(w::ground_kinds)},
        {"differs", texts_of(w::differs)},
        {"process_checks", process_checks()},
        {"breaches", {"fail", "warn"}},
        {"rests", {"in-proportion", "equal"}},
        {"floor_words", {"kept", "equal-width", "equal-numbers", "widest-gaps"}}};
    for (const auto& [known, words] : lists)
        if (known == name) return {{"enum", words}};
    throw std::logic_error{fmt::format("no words are called '{}'", name)};
}

/// What a value of a kind is to a reader of JSON; null for what is no kind of value.
Json value_of_kind(std::string_view kind) {
    if (kind == "number") return {{"type", "number"}};
    if (kind == "positive") return {{"type", "number"}, {"exclusiveMinimum", 0}};
    if (kind == "percent") return {{"type", "number"}, {"minimum", 0}, {"maximum", 100}};
    if (kind == "whole") return {{"type", "integer"}, {"minimum", 0}};
    if (kind == "share")
        return {{"anyOf", {{{"type", "number"}, {"minimum", 0}}, {{"type", "string"}, {"pattern", "^[0-9.]+%$"}}}}};
    if (kind == "flag") return {{"type", "boolean"}};
    if (kind == "date") return {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}};
    if (kind == "sha256") return {{"type", "string"}, {"pattern", "^[0-9a-f]{64}$"}};
    if (kind == "null") return {{"type", "null"}};
    if (kind == "any") return Json::object();
    return nullptr;
}

/// Kinds that stand once, under `$defs`; null for what is none.
Json shared_kind(std::string_view kind) {
    if (kind == "code")
        return {{"type", {"string", "number"}}, {"minLength", 1}, {"description", "a short text such as an id"}};
    if (kind == "text") return {{"type", {"string", "number", "boolean"}}};
    if (kind == "value")
        return {{"type", {"string", "number", "boolean"}}, {"description", "a number, a choice, or yes or no"}};
    if (kind == "answered") return {{"type", {"string", "number", "boolean"}}, {"description", "the id of an option"}};
    return nullptr;
}

const MapShape* find_map(std::string_view name) {
    const auto* found =
        std::find_if(shapes::all.begin(), shapes::all.end(), [&](const MapShape& one) { return one.name == name; });
    return found == shapes::all.end() ? nullptr : &*found;
}

const model::RuleList* find_rules(std::string_view key) {
    for (const model::RuleList& list : model::rule_lists())
        if (list.key == key) return &list;
    return model::convention_list().key == key ? &model::convention_list() : nullptr;
}

/// One line of a shape.
struct KeyLine {
    std::string_view key;
    bool needed = false;
    std::string_view value;
    std::string_view told;
};

std::vector<KeyLine> lines_of(std::string_view values) {
    std::vector<KeyLine> lines;
    while (!values.empty()) {
        const auto line = values.substr(0, values.find('\n'));
        values.remove_prefix(std::min(values.size(), line.size() + 1));
        const auto blank = line.find(' ');
        const auto dash = line.find(" - ");
        auto key = line.substr(0, blank);
        const bool needed = key.ends_with('!');
        if (needed) key.remove_suffix(1);
        lines.push_back({key, needed, line.substr(blank + 1, dash == std::string_view::npos ? dash : dash - blank - 1),
                         dash == std::string_view::npos ? std::string_view{} : line.substr(dash + 3)});
    }
    return lines;
}

/// The lines of the keys that a map takes, in the order of the lines; each key has one.
std::vector<KeyLine> lines_for(std::span<const std::string_view> keys, std::string_view values, std::string_view name,
                               bool all_used) {
    std::vector<KeyLine> lines;
    for (const KeyLine& line : lines_of(values)) {
        if (std::find(keys.begin(), keys.end(), line.key) != keys.end())
            lines.push_back(line);
        else if (all_used)
            throw std::logic_error{fmt::format("'{}' has a shape for '{}', which is no key of it", name, line.key)};
    }
    if (lines.size() != keys.size()) throw std::logic_error{fmt::format("a key of '{}' has no shape, or two", name)};
    return lines;
}

/// Makes the schema of one format; what may stand in several places stands once, under `$defs`.
class FileSchemaMaker {
public:
    explicit FileSchemaMaker(std::string_view format) : format_{format} {}

    [[nodiscard]] Json make(const shapes::FormatShape& shape) {
        Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                    {"$id", fmt::format("urn:libje:file:{}", shape.format)},
                    {"title", shape.format},
                    {"description", fmt::format("{} docs/files.md tells what each key means.", shape.holds)}};
        schema.update(map_of(*find_map(shape.map)));
        schema["$defs"] = defs_;
        return schema;
    }

private:
    Json map_of(const MapShape& shape) {
        Json map = with_keys(lines_for(shape.keys->words(), shape.values, shape.name, true));
        if (!shape.more.empty()) map.merge_patch(Json::parse(shape.more));
        return map;
    }

    Json rules_of(const model::RuleList& list) {
        auto lines = lines_for(list.keys, shapes::of_rules, list.key, false);
        for (KeyLine& line : lines) line.needed = list.needs(line.key);
        return with_keys(lines);
    }

    Json with_keys(const std::vector<KeyLine>& lines) {
        Json properties = Json::object();
        Json required = Json::array();
        for (const KeyLine& line : lines) {
            Json value = value_of(line.value);
            if (!line.told.empty()) value["description"] = line.told;
            properties[std::string{line.key}] = std::move(value);
            if (line.needed) required.push_back(line.key);
        }
        Json map{{"type", "object"}, {"properties", std::move(properties)}};
        if (!required.empty()) map["required"] = std::move(required);
        map["additionalProperties"] = false;
        return map;
    }

    Json value_of(std::string_view value) {
        if (const auto bar = bar_outside(value); bar != std::string_view::npos)
            return {{"anyOf", {value_of(value.substr(0, bar)), value_of(value.substr(bar + 1))}}};
        const auto inner = value.substr(1, value.rfind(value.front() == '[' ? ']' : value.front() == '{' ? '}' : ')') - 1);
        if (value.front() == '[') {
            Json list{{"type", "array"}, {"items", value_of(inner)}};
            if (value.ends_with('+')) list["minItems"] = 1;
            return list;
        }
        if (value.front() == '{') return {{"type", "object"}, {"additionalProperties", value_of(inner)}};
        if (value.front() == '(') return inner.ends_with("_format") ? Json{{"const", format_}} : fixed_words(inner);
        Json known = value_of_kind(value);
        return known.is_null() ? reference(value) : known;
    }

    /// A `|` that is in no brackets.
    static std::size_t bar_outside(std::string_view value) {
        std::size_t depth = 0;
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (value[i] == '[' || value[i] == '{') ++depth;
            if (value[i] == ']' || value[i] == '}') --depth;
            if (value[i] == '|' && depth == 0) return i;
        }
        return std::string_view::npos;
    }

    Json reference(std::string_view name) {
        const std::string key{name};
        if (begun_.insert(key).second) {
            defs_[key] = nullptr;  // keeps its place
            defs_[key] = definition(name);
        }
        return {{"$ref", "#/$defs/" + key}};
    }

    Json definition(std::string_view name) {
        if (Json kind = shared_kind(name); !kind.is_null()) return kind;
        if (name == "words")
            return {{"description", "a text, or the same in English and Welsh"},
                    {"anyOf", {reference("text"), reference("by_language")}}};
        if (name == "cells") return cells();
        if (name == "row_of_facts")
            return {{"description", "a test of each fact by its id, and the level"},
                    {"type", "object"},
                    {"properties", {{"level", reference("code")}}},
                    {"required", Json::array({"level"})},
                    {"additionalProperties", reference("fact_test")}};
        if (name == "whole_rounding")
            return with_keys(lines_for(keys::rounding.words(), "to! positive\nmode! (rounding_modes)", name, true));
        if (const auto* shape = find_map(name)) return map_of(*shape);
        if (const auto* rules = find_rules(name)) return rules_of(*rules);
        throw std::logic_error{fmt::format("nothing has the shape '{}'", name)};
    }

    /// Points, a mark beside them, null for what is not allowed; or more cells, by level or in a list.
    Json cells() {
        const Json again = {{"$ref", "#/$defs/cells"}};
        return {{"anyOf",
                 {{{"type", {"number", "null"}}},
                  reference("cell"),
                  {{"type", "array"}, {"items", {{"anyOf", {{{"type", {"number", "null"}}}, reference("cell")}}}}},
                  {{"type", "object"}, {"additionalProperties", again}}}}};
    }

    std::string format_;
    std::set<std::string> begun_;
    Json defs_ = Json::object();
};

}  // namespace

std::string file_schema(std::string_view format) {
    for (const auto& shape : shapes::formats)
        if (shape.format == format) return FileSchemaMaker{format}.make(shape).dump(1) + "\n";
    throw std::logic_error{fmt::format("'{}' is no format of files", format)};
}

std::string schema_file(std::string_view format) {
    std::string name{format};
    name.replace(name.find('/'), 1, "-");
    return name + ".json";
}

std::string lines_for_editors(std::string_view format) {
    const std::string address = "docs/schemas/files/" + schema_file(format);
    return fmt::format("# yaml-language-server: $schema={0}\n# $schema: {0}\n", address);
}

}  // namespace je::io
