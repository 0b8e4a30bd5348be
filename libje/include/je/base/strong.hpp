// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
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

}  // namespace je::base
