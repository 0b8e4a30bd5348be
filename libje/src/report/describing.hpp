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
#include <vector>

#include "je/base/strong.hpp"
#include "je/report/description.hpp"

namespace je::report {

// What descriptions are written with.
//
//     Description describe(Of<PayBounds>) {
//         return {"pay range",
//                 {value<&PayBounds::min>("min", "Lowest pay", Role::money, "the bottom of the band's pay range"),
//                  value<&PayBounds::max>("max", "Highest pay", Role::money, "the top of the band's pay range")}};
//     }

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
    } else if constexpr (std::same_as<T, double> || std::same_as<T, base::Decimal> || is_quantity<T> ||
                         std::same_as<T, Digits>) {
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
                         std::same_as<Plain, base::Date> || std::same_as<Plain, Digits>) {
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

/// "schemes/demo.yaml:14" becomes "line 14".
void leave_line_of_place(std::string& place);
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

/// Pairs of an id and a list of values. Nothing, with the id, stands before the values of each.
template <auto Get>
[[nodiscard]] Field lists_by_id(std::string_view key, std::string_view label, Role role, std::string_view meaning) {
    Field field{.key = key, .label = label, .meaning = meaning, .role = role, .shape = Field::Shape::lists_by_id};
    field.type = describing::type_of<typename std::remove_cvref_t<typename describing::Item<Get>::second_type>::value_type>();
    field.each_value = [](const void* of, void* to, void (*take)(void*, std::string_view, const Value&)) {
        const auto& content = describing::read<Get>(of);
        for (const auto& [id, list] : content) {
            take(to, id, Value{});
            for (const auto& one : list) take(to, {}, describing::to_value(one));
        }
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
