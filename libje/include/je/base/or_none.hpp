// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <utility>

namespace je::base {

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
