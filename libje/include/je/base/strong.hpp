// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace je::base {

/// The id of one kind of thing, kept as the user wrote it. A factor's id is not a band's id.
///
///     FactorId id{"knowledge"};
///     id.text();                  // "knowledge"
template <class Kind>
class Id {
public:
    Id() = default;
    explicit Id(std::string text) : text_{std::move(text)} {}

    [[nodiscard]] const std::string& text() const { return text_; }

    friend auto operator<=>(const Id&, const Id&) = default;
    friend bool operator==(const Id&, const Id&) = default;
    friend bool operator==(const Id& id, std::string_view text) { return id.text_ == text; }

private:
    std::string text_;
};

/// A position in one kind of list. No arithmetic between kinds; `value` when a plain number is needed.
template <class Kind>
class Index {
public:
    constexpr Index() = default;
    explicit constexpr Index(std::size_t value) : value_{value} {}

    [[nodiscard]] constexpr std::size_t value() const { return value_; }

    constexpr Index& operator++() {
        ++value_;
        return *this;
    }
    friend constexpr auto operator<=>(Index, Index) = default;

private:
    std::size_t value_ = 0;
};

/// A value, or none - which is an answer as good as a value, and must be given words of its own. So it can only be asked: there
/// is no operator* and no operator->, nothing that reads a value which may not be there.
///
///     band.visit([](const Band& one) { return one.name; }, [] { return std::string{"in no band"}; });
template <class T>
class OrNone {
public:
    constexpr OrNone() = default;
    constexpr OrNone(std::nullopt_t) {}
    constexpr OrNone(T value) : value_{std::move(value)} {}

    [[nodiscard]] constexpr bool is_none() const { return !value_.has_value(); }
    explicit constexpr operator bool() const { return value_.has_value(); }

    /// `if_one` of the value, or `if_none()`; both give one type.
    template <class IfOne, class IfNone>
    constexpr auto visit(IfOne&& if_one, IfNone&& if_none) const {
        return value_ ? std::forward<IfOne>(if_one)(*value_) : std::forward<IfNone>(if_none)();
    }
    /// `if_one` of the value, where there is one.
    template <class IfOne>
    constexpr void visit(IfOne&& if_one) const {
        if (value_) std::forward<IfOne>(if_one)(*value_);
    }
    [[nodiscard]] constexpr T value_or(T instead) const { return value_.value_or(std::move(instead)); }

    friend constexpr bool operator==(const OrNone&, const OrNone&) = default;

private:
    std::optional<T> value_;
};

}  // namespace je::base
