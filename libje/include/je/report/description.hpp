// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "je/base/date.hpp"
#include "je/base/decimal.hpp"
#include "je/report/audience.hpp"

namespace je::report {

// A result struct is described once, as data: a table of its fields. From it come the JSON result, its schema, the page of keys
// and what the public sees. report/describing.hpp, which is not installed, has what descriptions are written with.

[[nodiscard]] std::string_view to_text(Role role);

/// A number of more digits than a Decimal has, as it is written.
struct Digits {
    std::string text;
};

/// One value of a result. monostate is nothing; a double is an estimate. Text that a result does not hold itself is a
/// std::string.
using Value = std::variant<std::monostate, std::string_view, std::string, std::int64_t, std::uint64_t, bool, double,
                           base::Decimal, base::Date, Digits>;

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
    not_said,  // as it is; a place, a person, evidence or a free text must say
    as_it_is,  // said
    line,      // of a place, without the name of the file, which may name people: "line 14"
    left_out,  // `left_out` where there is a text
    replaced,  // what the description says
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
        object,       // one described struct, or nothing
        list,         // of described structs
        values,       // a list of values
        by_id,        // an object whose keys are ids that the data gives
        lists_by_id,  // the same, of lists of values
        inlined,      // the fields of another description stand among these
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

    // What follows is for writing a description; report/describing.hpp defines the templates.
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
    [[nodiscard]] Field shown_to_public() const { return in_public(InPublic::as_it_is); }
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
    // Set for what says whether there are points at all: where there are none, all values of Role::points in it, and in what
    // follows beside it, are nothing.
    bool (*has_points)(const void* of) = nullptr;
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

}  // namespace je::report
