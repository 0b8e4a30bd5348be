// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/keys.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

namespace je::render {
namespace {

using Json = nlohmann::ordered_json;
using report::Absence;
using report::Description;
using report::Field;
using report::InPublic;
using report::Type;

/// Points are null in results of a scheme that has none.
bool can_be_null(const Field& field) {
    const bool of_points =
        field.role == report::Role::points && field.absence == Absence::never &&
        (field.shape == Field::Shape::value || field.shape == Field::Shape::values || field.shape == Field::Shape::by_id);
    return field.absence == Absence::null || of_points;
}

std::string type_word(Type::Kind kind) {
    switch (kind) {
        case Type::Kind::text:
        case Type::Kind::date:
            return "string";
        case Type::Kind::whole:
            return "integer";
        case Type::Kind::number:
            return "number";
        case Type::Kind::truth:
            return "boolean";
    }
    throw std::logic_error{"a type that is none"};
}

bool is_date(const Field& field) { return field.type.kind == Type::Kind::date || field.role == report::Role::date; }

/// A value's own type, or null too.
Json schema_of_value(const Field& field, bool nullable) {
    Json schema;
    if (!field.fixed_text.empty()) return {{"const", field.fixed_text}};
    const std::string word = type_word(field.type.kind);
    schema["type"] = nullable ? Json{word, "null"} : Json(word);
    if (is_date(field)) schema["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    if (field.type.words.empty()) return schema;
    schema["enum"] = field.type.words;
    if (nullable) schema["enum"].push_back(nullptr);
    return schema;
}

/// Builds the schema of one kind of result; each described struct stands once, under `$defs`.
class SchemaMaker {
public:
    Json of(const report::ResultKind& kind) {
        Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                    {"$id", fmt::format("urn:libje:{}", kind.format)},
                    {"title", kind.format},
                    {"description", kind.what}};
        schema.update(of(kind.description()));
        schema["$defs"] = defs_;
        return schema;
    }

private:
    Json of(const Description& description) {
        Json properties = Json::object();
        Json required = Json::array();
        add(description, true, properties, required);
        return {{"type", "object"}, {"properties", properties}, {"required", required}, {"additionalProperties", false}};
    }

    void add(const Description& description, bool always, Json& properties, Json& required) {
        for (const Field& field : description.fields) {
            if (!field.written) continue;
            const bool is_always = always && !field.is_there && field.is_public() && field.absence != Absence::left_out;
            if (field.shape == Field::Shape::inlined) {
                add(field.description(), is_always, properties, required);
            } else if (properties.contains(field.key)) {
                add_form(properties[std::string{field.key}], of(field));
            } else {
                Json schema = of(field);
                schema["description"] = fmt::format("{}: {}", field.label, field.meaning);
                properties[std::string{field.key}] = schema;
                if (is_always) required.push_back(field.key);
            }
        }
    }

    /// A key that is there in one form or another.
    static void add_form(Json& schema, const Json& other) {
        Json plain = schema;
        plain.erase("description");
        Json forms = plain.contains("anyOf") ? plain["anyOf"] : Json::array({plain});
        if (std::find(forms.begin(), forms.end(), other) != forms.end()) return;
        forms.push_back(other);
        schema = {{"anyOf", forms}, {"description", schema["description"]}};
    }

    Json of(const Field& field) {
        Json schema = of_content(field);
        if (field.absence != Absence::null || field.shape == Field::Shape::value) return schema;
        return {{"anyOf", {schema, {{"type", "null"}}}}};
    }

    Json of_content(const Field& field) {
        switch (field.shape) {
            case Field::Shape::value:
                return schema_of_value(field, can_be_null(field));
            case Field::Shape::object:
                return reference(field.description());
            case Field::Shape::list:
                return {{"type", "array"}, {"items", reference(field.description())}};
            case Field::Shape::values:
                return {{"type", "array"},
                        {"items", schema_of_value(field, field.type.nullable || field.role == report::Role::points)}};
            case Field::Shape::by_id:
                return {{"type", "object"},
                        {"additionalProperties",
                         schema_of_value(field, field.type.nullable || field.role == report::Role::points)}};
            case Field::Shape::lists_by_id:
                return {{"type", "object"},
                        {"additionalProperties", {{"type", "array"}, {"items", schema_of_value(field, field.type.nullable)}}}};
            case Field::Shape::inlined:
                break;
        }
        throw std::logic_error{"a field without a schema of its own"};
    }

    Json reference(const Description& description) {
        const std::string name{description.name};
        if (begun_.insert(name).second) {
            Json schema = of(description);
            defs_[name] = std::move(schema);
        }
        std::string pointer;  // RFC 6901, in an address
        for (const char c : name) pointer += c == ' ' ? "%20" : c == '/' ? "~1" : std::string(1, c);
        return {{"$ref", "#/$defs/" + pointer}};
    }

    std::set<std::string> begun_;
    Json defs_ = Json::object();
};

std::string anchor_of(std::string_view name) {
    std::string anchor;
    for (const char c : name) {
        if (c == ' ') anchor.push_back('-');
        if (c != ' ' && c != '/' && c != ',' && c != '\'') anchor.push_back(c);
    }
    return anchor;
}

/// Writes the page; a described struct gets its heading when something first refers to it.
class PageWriter {
public:
    explicit PageWriter(std::string beginning) : page_{std::move(beginning)} {}

    void add(const report::ResultKind& kind) {
        page_ += fmt::format("\n## {}\n\nOf {}.\n\n", kind.format, kind.what);
        add_fields(kind.description(), {});
        while (!waiting_.empty()) {
            const Description* next = waiting_.front();
            waiting_.erase(waiting_.begin());
            page_ += fmt::format("\n### {}\n\n", next->name);
            add_fields(*next, {});
        }
    }

    [[nodiscard]] std::string text() && { return std::move(page_); }

private:
    void add_fields(const Description& description, const std::string& condition) {
        for (const Field& field : description.fields) {
            if (!field.written) continue;
            const std::string only = field.condition.empty() ? condition : fmt::format(" Only {}.", field.condition);
            if (field.shape == Field::Shape::inlined)
                add_fields(field.description(), only);
            else
                page_ += fmt::format("- `{}` ({}): {}.{}{}{}\n", field.key, kind_of(field), field.meaning, only,
                                     absence_of(field), in_public(field));
        }
    }

    static std::string absence_of(const Field& field) {
        if (field.absence == Absence::never) return {};
        return fmt::format(" {}: {}.", field.absence == Absence::null ? "Null" : "Left out", field.reason);
    }

    static std::string_view in_public(const Field& field) {
        switch (field.public_view) {
            case InPublic::not_said:
            case InPublic::as_it_is:
                return "";
            case InPublic::line:
                return " The line alone in the public view.";
            case InPublic::left_out:
            case InPublic::replaced:
                return " Left out in the public view: another text stands there.";
            case InPublic::nothing:
                return " Nothing in the public view.";
            case InPublic::no_key:
            case InPublic::used_alone:
                return " Not in the public view.";
        }
        throw std::logic_error{"a way to hide that is none"};
    }

    std::string kind_of(const Field& field) {
        switch (field.shape) {
            case Field::Shape::value:
                return value_of(field);
            case Field::Shape::object:
                return link(field.description());
            case Field::Shape::list:
                return "list of " + link(field.description());
            case Field::Shape::values:
                return "list, each " + value_of(field);
            case Field::Shape::by_id:
                return "object by id, each " + value_of(field);
            case Field::Shape::lists_by_id:
                return "object by id, each a list of " + value_of(field);
            case Field::Shape::inlined:
                break;
        }
        throw std::logic_error{"a field without a kind of its own"};
    }

    static std::string value_of(const Field& field) {
        if (!field.fixed_text.empty()) return fmt::format("`{}`", field.fixed_text);
        if (!field.type.words.empty()) return fmt::format("`{}`", fmt::join(field.type.words, "`, `"));
        return std::string{to_text(field.role)};
    }

    std::string link(const Description& description) {
        if (begun_.insert(description.name).second) waiting_.push_back(&description);
        return fmt::format("[{}](#{})", description.name, anchor_of(description.name));
    }

    std::string page_;
    std::set<std::string_view> begun_;
    std::vector<const Description*> waiting_;
};

}  // namespace

std::string json_schema(const report::ResultKind& kind) { return SchemaMaker{}.of(kind).dump(1) + "\n"; }

std::string page_of_keys(std::span<const report::ResultKind> kinds) {
    PageWriter writer{
        "# Keys of results in JSON\n\nMade from the descriptions of the results that je writes them by; `docs/schemas` has the "
        "same as JSON Schema, draft 2020-12.\n\n"
        "Numbers are numbers: points, totals, floors and money are exact decimals, estimates have ten significant digits. "
        "Where the scheme has no points (`method: classification`), all of them are null. "
        "Lists may be empty. Dates are "
        "`2026-04-01`, places are `file:line`. Keys come in this order, and may be added to; a key that is there keeps its "
        "meaning.\n"};
    for (const report::ResultKind& kind : kinds) writer.add(kind);
    return std::move(writer).text();
}

}  // namespace je::render
