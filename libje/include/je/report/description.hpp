// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "je/base/date.hpp"
#include "je/base/decimal.hpp"
#include "je/base/strong.hpp"
#include "je/report/audience.hpp"

namespace je::report {

// A result struct is described once, as data: a table of its fields. From it come the JSON result, its schema and the page of
// keys.
//
//     Description describe(Of<PayBounds>) {
//         return {"pay range",
//                 {value<&PayBounds::min>("min", "Lowest pay", Role::money, "the bottom of the band's pay range"),
//                  value<&PayBounds::max>("max", "Highest pay", Role::money, "the top of the band's pay range")}};
//     }

[[nodiscard]] std::string_view to_text(Role role);

/// One value of a result. monostate is nothing; a double is an estimate. Text that a result does not hold itself is a
/// std::string.
using Value = std::variant<std::monostate, std::string_view, std::string, std::int64_t, std::uint64_t, bool, double,
                           base::Decimal, base::Date>;

/// What a value is to a program. `words` are all texts that there can be; none: any text.
struct Type {
    enum class Kind { text, whole, number, truth, date };
    Kind kind = Kind::text;
    std::span<const std::string_view> words{};
    bool nullable = false;
};

/// When a field has nothing to say.
enum class Absence {
    never,     // it always has something
    null,      // the key is there, with null
    left_out,  // the key is not there
};

/// Where JSON begins a new line. It changes no meaning.
enum class Lines {
    none,
    items,          // before each item
    items_and_end,  // and after the last; none for an empty list
    always_end,     // after the last, for an empty list too
};

/// What the public view has of a field. docs/files.md, "Who sees what".
enum class InPublic {
    not_said,   // as it is; a place, a person or evidence must say
    as_it_is,   // said
    file_name,  // of a place or file, without its folders
    left_out,   // `left_out` where there is a text
    replaced,   // what the description says
    nothing,
    no_key,      // nothing, and no key either
    used_alone,  // no key; the value stays, for what is made of it
};
/// What stands for a text that the public view leaves out where something must stand.
inline constexpr std::string_view left_out = "(left out)";

struct Description;

/// One field of a result struct.
struct Field {
    enum class Shape {
        value,
        object,   // one described struct, or nothing
        list,     // of described structs
        values,   // a list of values
        by_id,    // an object whose keys are ids that the data gives
        inlined,  // the fields of another description stand among these
    };
    std::string_view key{};
    std::string_view label{};    // for people
    std::string_view meaning{};  // half a sentence for the page of keys
    Role role = Role::text;
    Shape shape = Shape::value;
    Type type{};
    std::string_view fixed_text{};  // the one text there is
    Absence absence = Absence::never;
    std::string_view reason{};  // of absence
    InPublic public_view = InPublic::not_said;
    bool written = true;  // false: only documents have it
    bool on_line = false;
    Lines lines = Lines::none;

    // Getters; `of` is the struct described. Which of them is set follows from the shape.
    Value (*get)(const void* of) = nullptr;
    void (*each)(const void* of, void* to, void (*take)(void* to, const void* item)) = nullptr;
    void (*each_value)(const void* of, void* to, void (*take)(void* to, std::string_view id, const Value& value)) = nullptr;
    const Description& (*description)() = nullptr;
    bool (*is_there)(const void* of) = nullptr;      // null: always; where it is false there is no key
    std::string_view condition{};                    // of that
    bool (*is_known)(const void* of) = nullptr;      // null: always; where it is false the value is null
    void (*hide)(void* of, InPublic how) = nullptr;  // of a data member; null: it follows from others

    /// Whether the public view has such a key.
    [[nodiscard]] bool is_public() const { return public_view != InPublic::no_key && public_view != InPublic::used_alone; }

    /// Calls `take(const void*)` with each item of an object, list or inlined struct.
    template <class Take>
    void each_item(const void* of, Take&& take) const {
        each(of, &take, [](void* to, const void* item) { (*static_cast<std::remove_reference_t<Take>*>(to))(item); });
    }

    // What follows is for writing a description.
    [[nodiscard]] Field or_null(std::string_view why) const { return absent(Absence::null, why); }
    [[nodiscard]] Field if_any(std::string_view why) const { return absent(Absence::left_out, why); }
    /// There only when `Is`, such as a member, is true or there; `only` completes "only ...".
    template <auto Is>
    [[nodiscard]] Field when(std::string_view only) const;
    /// Null where `Is` is not, for what a list or a struct cannot say itself.
    template <auto Is>
    [[nodiscard]] Field null_unless(std::string_view why) const;
    [[nodiscard]] Field in_public(InPublic how) const;
    [[nodiscard]] Field hidden_from_public() const { return in_public(InPublic::no_key); }
    /// `Replace` puts something else into the struct.
    template <auto Replace>
    [[nodiscard]] Field replaced_in_public() const;
    [[nodiscard]] Field not_written() const;
    [[nodiscard]] Field on_a_line() const;
    [[nodiscard]] Field with_lines(Lines where) const;

private:
    [[nodiscard]] Field absent(Absence how, std::string_view why) const;
};

/// All fields of a struct, in the order of JSON. `name` is unique among all descriptions.
struct Description {
    std::string_view name;
    std::vector<Field> fields;
};

/// The one description that a function makes.
template <Description (*Make)()>
[[nodiscard]] const Description& made_once() {
    static const Description description = Make();
    return description;
}

/// What `describe` takes: each described struct has one, declared beside it.
template <class T>
struct Of {};
template <class T>
[[nodiscard]] Description describe() {
    return describe(Of<T>{});
}
/// The description of T.
template <class T>
[[nodiscard]] const Description& description() {
    return made_once<describe<T>>();
}

/// Some fields of another description, by their keys.
[[nodiscard]] Description picked(std::string_view name, const Description& from, const std::vector<std::string_view>& keys);

/// A result as it is to be written.
struct DescribedResult {
    const Description* description = nullptr;  // not null
    bool is_public = false;                    // keys that the public view has not are left out
};
/// Results of several formats have an overload of their own.
template <class Result>
[[nodiscard]] DescribedResult described(const Result&) {
    return {&description<Result>()};
}

/// Takes out of a struct what the public must not see, as its description says.
void make_public(const Description& description, void* of);
template <class Result>
void make_public(Result& result) {
    make_public(*described(result).description, &result);
}

/// A kind of result that je writes.
struct ResultKind {
    std::string_view format;  // "je-score/1"
    std::string_view what;    // in half a sentence
    const Description& (*description)();
    bool has_public_view = true;
};
/// All of them, in the order of the page of keys.
[[nodiscard]] std::span<const ResultKind> result_kinds();

/// The last enumerator of an enumeration whose values have words, so that all of them can be listed.
template <class Enum>
inline constexpr Enum last_of = Enum::there_is_no_last;

namespace describing {

template <class Lambda>
struct OwnerOf : OwnerOf<decltype(&Lambda::operator())> {};
template <class T, class M>
struct OwnerOf<M T::*> {
    using type = T;
};
template <class R, class Lambda, class T>
struct OwnerOf<R (Lambda::*)(const T&) const> {
    using type = T;
};
template <class R, class T>
struct OwnerOf<R (*)(const T&)> {
    using type = T;
};
template <class T>
struct OwnerOf<void (*)(T&)> {
    using type = T;
};
template <auto Get>
using Owner = typename OwnerOf<decltype(Get)>::type;

template <auto Get>
decltype(auto) read(const void* of) {
    return std::invoke(Get, *static_cast<const Owner<Get>*>(of));
}

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_quantity = false;
template <class Kind>
inline constexpr bool is_quantity<base::Quantity<Kind>> = true;

template <class Enum>
std::span<const std::string_view> words_of() {
    static const auto words = [] {
        std::vector<std::string_view> all;
        for (int i = 0; i <= static_cast<int>(last_of<Enum>); ++i) all.push_back(to_text(static_cast<Enum>(i)));
        return all;
    }();
    return words;
}

template <class T>
Type type_of() {
    if constexpr (is_optional<T>) {
        Type type = type_of<typename T::value_type>();
        type.nullable = true;
        return type;
    } else if constexpr (std::is_enum_v<T>) {
        return {Type::Kind::text, words_of<T>()};
    } else if constexpr (std::same_as<T, bool>) {
        return {Type::Kind::truth, {}};
    } else if constexpr (std::integral<T>) {
        return {Type::Kind::whole, {}};
    } else if constexpr (std::same_as<T, double> || std::same_as<T, base::Decimal> || is_quantity<T>) {
        return {Type::Kind::number, {}};
    } else if constexpr (std::same_as<T, base::Date>) {
        return {Type::Kind::date, {}};
    } else {
        static_assert(std::convertible_to<T, std::string_view>);
        return {};
    }
}

/// `content` must live as long as the value, unless it is a text of its own.
template <class T>
Value to_value(T&& content) {
    using Plain = std::remove_cvref_t<T>;
    if constexpr (is_optional<Plain>) {
        return content ? to_value(*std::forward<T>(content)) : Value{};
    } else if constexpr (std::is_enum_v<Plain>) {
        return to_text(content);
    } else if constexpr (std::same_as<Plain, bool> || std::same_as<Plain, double> || std::same_as<Plain, base::Decimal> ||
                         std::same_as<Plain, base::Date>) {
        return content;
    } else if constexpr (is_quantity<Plain>) {
        return content.value();
    } else if constexpr (std::unsigned_integral<Plain>) {
        return static_cast<std::uint64_t>(content);
    } else if constexpr (std::signed_integral<Plain>) {
        return static_cast<std::int64_t>(content);
    } else if constexpr (std::same_as<Plain, std::string> && !std::is_lvalue_reference_v<T>) {
        return std::forward<T>(content);
    } else {
        return std::string_view{content};
    }
}

template <class T>
using Plain = std::remove_cv_t<std::remove_pointer_t<std::remove_cvref_t<T>>>;

/// What an object or the items of a list are: optional, pointer, OrNone and list taken away.
template <class T>
struct ItemOf {
    using type = T;
};
template <class T>
struct ItemOf<std::optional<T>> : ItemOf<T> {};
template <class T>
struct ItemOf<base::OrNone<T>> : ItemOf<T> {};
template <class T>
struct ItemOf<std::vector<T>> {
    using type = Plain<T>;
};
template <class T>
struct ItemOf<std::span<T>> {
    using type = Plain<T>;
};
template <auto Get>
using Item = typename ItemOf<Plain<decltype(read<Get>(nullptr))>>::type;

template <class T, class Take>
void take_one(const T& content, const Take& take) {
    if constexpr (is_optional<T> || std::is_pointer_v<T>) {
        if (content) take(&*content);
    } else if constexpr (requires { content.is_none(); }) {
        content.visit([&](const auto& one) { take(&one); });
    } else {
        take(&content);
    }
}

template <auto Get>
void each_of_object(const void* of, void* to, void (*take)(void*, const void*)) {
    const auto& content = read<Get>(of);
    take_one(content, [&](const void* item) { take(to, item); });
}

template <auto Get>
void each_of_list(const void* of, void* to, void (*take)(void*, const void*)) {
    const auto& content = read<Get>(of);
    const auto take_all = [&](const auto& list) {
        for (const auto& item : list) take_one(item, [&](const void* one) { take(to, one); });
    };
    if constexpr (is_optional<std::remove_cvref_t<decltype(content)>>) {
        if (content) take_all(*content);
    } else {
        take_all(content);
    }
}

void hide_text(std::string& text, InPublic how);

template <class T>
void hide_content(T& content, InPublic how) {
    if constexpr (std::same_as<T, std::string>) {
        hide_text(content, how);
    } else if constexpr (std::same_as<T, std::vector<std::string>>) {
        if (how == InPublic::left_out)
            for (std::string& text : content) hide_text(text, how);
        else
            content.clear();
    } else {
        content = T{};
    }
}

/// Sets `field.hide` where `Get` is a data member that can hold nothing.
template <auto Get>
Field hideable(Field field) {
    if constexpr (std::is_member_object_pointer_v<decltype(Get)> &&
                  std::default_initializable<std::remove_cvref_t<decltype(read<Get>(nullptr))>>)
        field.hide = [](void* of, InPublic how) { hide_content(std::invoke(Get, *static_cast<Owner<Get>*>(of)), how); };
    return field;
}

}  // namespace describing

template <auto Replace>
Field Field::replaced_in_public() const {
    Field field = *this;
    field.public_view = InPublic::replaced;
    field.hide = [](void* of, InPublic) { Replace(*static_cast<describing::Owner<Replace>*>(of)); };
    return field;
}

template <auto Is>
Field Field::when(std::string_view only) const {
    Field field = *this;
    field.is_there = [](const void* of) { return static_cast<bool>(describing::read<Is>(of)); };
    field.condition = only;
    return field;
}

template <auto Is>
Field Field::null_unless(std::string_view why) const {
    Field field = absent(Absence::null, why);
    field.is_known = [](const void* of) { return static_cast<bool>(describing::read<Is>(of)); };
    return field;
}

/// One value. `Get` is a member, a member function, or [](const T&) { return ...; }.
template <auto Get>
[[nodiscard]] Field value(std::string_view key, std::string_view label, Role role, std::string_view meaning) {
    Field field{.key = key, .label = label, .meaning = meaning, .role = role};
    field.type = describing::type_of<std::remove_cvref_t<decltype(describing::read<Get>(nullptr))>>();
    field.get = [](const void* of) { return describing::to_value(describing::read<Get>(of)); };
    return describing::hideable<Get>(field);
}

/// A text that is the same in every result.
[[nodiscard]] Field fixed(std::string_view key, std::string_view label, std::string_view meaning, std::string_view text);

/// A struct of its own, or nothing. Without `Fields` it is written by the description of its type.
template <auto Get, Description (*Fields)() = describe<describing::Item<Get>>>
[[nodiscard]] Field object(std::string_view key, std::string_view label, std::string_view meaning) {
    Field field{.key = key, .label = label, .meaning = meaning, .shape = Field::Shape::object};
    field.each = describing::each_of_object<Get>;
    field.description = made_once<Fields>;
    return describing::hideable<Get>(field);
}

/// Its fields stand among these; none of them where it is an optional with nothing in it.
template <auto Get, Description (*Fields)() = describe<describing::Item<Get>>>
[[nodiscard]] Field inlined() {
    Field field{.shape = Field::Shape::inlined};
    if (!std::same_as<describing::Plain<decltype(describing::read<Get>(nullptr))>, describing::Item<Get>>)
        field.absence = Absence::left_out;
    field.each = describing::each_of_object<Get>;
    field.description = made_once<Fields>;
    return field;
}
/// More fields of the same struct.
template <Description (*Fields)()>
[[nodiscard]] Field more() {
    Field field{.shape = Field::Shape::inlined};
    field.each = [](const void* of, void* to, void (*take)(void*, const void*)) { take(to, of); };
    field.description = made_once<Fields>;
    return field;
}

template <auto Get, Description (*Fields)() = describe<describing::Item<Get>>>
[[nodiscard]] Field list(std::string_view key, std::string_view label, std::string_view meaning) {
    Field field{.key = key, .label = label, .meaning = meaning, .shape = Field::Shape::list};
    field.each = describing::each_of_list<Get>;
    field.description = made_once<Fields>;
    return describing::hideable<Get>(field);
}

/// A list of values.
template <auto Get>
[[nodiscard]] Field values(std::string_view key, std::string_view label, Role role, std::string_view meaning) {
    Field field{.key = key, .label = label, .meaning = meaning, .role = role, .shape = Field::Shape::values};
    field.type = describing::type_of<describing::Item<Get>>();
    field.each_value = [](const void* of, void* to, void (*take)(void*, std::string_view, const Value&)) {
        const auto& content = describing::read<Get>(of);
        for (const auto& one : content) take(to, {}, describing::to_value(one));
    };
    return describing::hideable<Get>(field);
}

/// Pairs of an id and a value.
template <auto Get>
[[nodiscard]] Field by_id(std::string_view key, std::string_view label, Role role, std::string_view meaning) {
    Field field{.key = key, .label = label, .meaning = meaning, .role = role, .shape = Field::Shape::by_id};
    field.type = describing::type_of<std::remove_cvref_t<typename describing::Item<Get>::second_type>>();
    field.each_value = [](const void* of, void* to, void (*take)(void*, std::string_view, const Value&)) {
        const auto& content = describing::read<Get>(of);
        for (const auto& [id, one] : content) take(to, id, describing::to_value(one));
    };
    return describing::hideable<Get>(field);
}

}  // namespace je::report
