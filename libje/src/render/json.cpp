// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/render/json.hpp"

#include <stdexcept>

#include "render/json_writer.hpp"

namespace je::render {
namespace {

using report::Description;
using report::Field;
using report::Lines;
using report::Value;

struct WriteValue {
    JsonWriter& json;
    void operator()(std::monostate) const { json.null(); }
    void operator()(double estimate) const { json.number(estimate); }
    void operator()(const report::Digits& number) const { json.digits(number.text); }
    template <class T>
    void operator()(const T& content) const {
        json.value(content);
    }
};

bool is_nothing(const Value& value) {
    if (const auto* view = std::get_if<std::string_view>(&value)) return view->empty();
    if (const auto* text = std::get_if<std::string>(&value)) return text->empty();
    return std::holds_alternative<std::monostate>(value);
}

/// Writes the fields of one struct into the object that is open.
class FieldWriter {
public:
    FieldWriter(JsonWriter& json, bool is_public, bool has_points = true)
        : json_{json}, is_public_{is_public}, has_points_{has_points} {}

    [[nodiscard]] bool has_points() const { return has_points_; }

    void write(const Description& description, const void* of) {
        if (description.has_points != nullptr && !description.has_points(of)) has_points_ = false;
        for (const Field& field : description.fields) {
            if (!field.written || (is_public_ && !field.is_public())) continue;
            if (!field.is_there || field.is_there(of)) write(field, of);
        }
    }

    void write_item(const Description& description, const void* of) {
        const bool outside = has_points_;
        json_.open_object();
        write(description, of);
        json_.close_object();
        has_points_ = outside;
    }

private:
    JsonWriter& begin(const Field& field) {
        if (field.on_line) json_.line();
        return json_.key(field.key);
    }

    [[nodiscard]] bool lacks_points(const Field& field) const { return !has_points_ && field.role == report::Role::points; }

    void write(const Field& field, const void* of) {
        if (field.is_known && !field.is_known(of)) {
            begin(field).null();
            return;
        }
        switch (field.shape) {
            case Field::Shape::value:
                return write_value(field, of);
            case Field::Shape::object:
                return write_object(field, of);
            case Field::Shape::list:
                return write_list(field, of);
            case Field::Shape::values:
                return write_values(field, of);
            case Field::Shape::by_id:
                return write_by_id(field, of);
            case Field::Shape::lists_by_id:
                return write_lists_by_id(field, of);
            case Field::Shape::inlined:
                if (field.on_line) json_.line();
                return field.each_item(of, [&](const void* part) { write(field.description(), part); });
        }
        throw std::logic_error{"a shape that is none"};
    }

    void write_value(const Field& field, const void* of) {
        if (!field.fixed_text.empty()) {
            begin(field).value(field.fixed_text);
            return;
        }
        if (lacks_points(field)) {
            if (field.absence != report::Absence::left_out) begin(field).null();
            return;
        }
        const Value value = field.get(of);
        if (field.absence == report::Absence::never || !is_nothing(value)) {
            begin(field);
            std::visit(WriteValue{json_}, value);
        } else if (field.absence == report::Absence::null) {
            begin(field).null();
        }
    }

    void write_object(const Field& field, const void* of) {
        bool written = false;
        field.each_item(of, [&](const void* item) {
            begin(field);
            write_item(field.description(), item);
            const auto has_points = field.description().has_points;
            has_points_ = has_points_ && (has_points == nullptr || has_points(item));
            written = true;
        });
        if (!written && field.absence == report::Absence::null) begin(field).null();
    }

    /// The items of a list by `write_all(write_one)`, and the lines between them; nothing of an empty list that is then left
    /// out.
    template <class WriteAll>
    void write_items(const Field& field, const WriteAll& write_all) {
        bool any = false;
        const auto open = [&] {
            if (!any) begin(field).open_array();
            any = true;
            if (field.lines == Lines::items || field.lines == Lines::items_and_end || field.lines == Lines::always_end)
                json_.line();
        };
        write_all(open);
        if (!any) {
            if (field.absence == report::Absence::left_out) return;
            begin(field).open_array();
        }
        if (field.lines == Lines::always_end || (any && field.lines == Lines::items_and_end)) json_.line();
        json_.close_array();
    }

    void write_list(const Field& field, const void* of) {
        write_items(field, [&](const auto& open) {
            field.each_item(of, [&](const void* item) {
                open();
                write_item(field.description(), item);
            });
        });
    }

    template <class Take>
    static void each_value(const Field& field, const void* of, const Take& take) {
        field.each_value(of, const_cast<void*>(static_cast<const void*>(&take)),
                         [](void* to, std::string_view id, const Value& value) { (*static_cast<const Take*>(to))(id, value); });
    }

    void write_values(const Field& field, const void* of) {
        write_items(field, [&](const auto& open) {
            each_value(field, of, [&](std::string_view, const Value& value) {
                open();
                std::visit(WriteValue{json_}, lacks_points(field) ? Value{} : value);
            });
        });
    }

    void write_by_id(const Field& field, const void* of) {
        bool any = false;
        each_value(field, of, [&](std::string_view id, const Value& value) {
            if (!any) begin(field).open_object();
            any = true;
            if (field.lines != Lines::none) json_.line();
            json_.key(id);
            std::visit(WriteValue{json_}, lacks_points(field) ? Value{} : value);
        });
        if (!any && field.absence == report::Absence::null) {
            begin(field).null();
            return;
        }
        if (!any) begin(field).open_object();
        if (field.lines == Lines::always_end) json_.line();
        json_.close_object();
    }

    void write_lists_by_id(const Field& field, const void* of) {
        begin(field).open_object();
        bool any = false;
        each_value(field, of, [&](std::string_view id, const Value& value) {
            if (!is_nothing(value)) return std::visit(WriteValue{json_}, value);
            if (any) json_.close_array();
            json_.key(id).open_array();
            any = true;
        });
        if (any) json_.close_array();
        json_.close_object();
    }

    JsonWriter& json_;
    bool is_public_;
    bool has_points_;
};

}  // namespace

std::string json(const report::DescribedResult& described, const void* result) {
    std::string out;
    JsonWriter json{out};
    FieldWriter{json, described.is_public}.write_item(*described.description, result);
    out.push_back('\n');
    return out;
}

void JsonRows::begin(const Description& description, const void* head) {
    JsonWriter json{*out_};
    FieldWriter writer{json.open_object(), false};
    writer.write(description, head);
    has_points_ = writer.has_points();
    json.line().key("jobs").open_array();
}

void JsonRows::add(const Description& description, const void* job) {
    JsonWriter json{*out_};
    FieldWriter{json.after_value(!first_).line(), false, has_points_}.write_item(description, job);
    first_ = false;
}

void JsonRows::end(const Description& description, const void* tail) {
    JsonWriter json{*out_};
    if (!first_) json.line();
    FieldWriter{json.close_array(), false, has_points_}.write(description, tail);
    json.close_object();
    out_->push_back('\n');
}

}  // namespace je::render
