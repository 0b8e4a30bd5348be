// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>

#include "numerics/int128.hpp"

namespace je::numerics {

/// A whole number whose arithmetic throws std::overflow_error rather than leave 128 bits.
class Checked {
public:
    Checked(Int128 value = 0) : value_{value} {}
    [[nodiscard]] Int128 value() const { return value_; }

    friend Checked operator+(Checked a, Checked b) { return kept(sum(a.value_, b.value_)); }
    friend Checked operator-(Checked a, Checked b) { return kept(sum(a.value_, -b.value_)); }
    friend Checked operator-(Checked a) { return {-a.value_}; }
    friend Checked operator*(Checked a, Checked b) { return kept(product(a.value_, b.value_)); }
    friend Checked operator/(Checked a, Checked b) { return {a.value_ / b.value_}; }
    friend bool operator==(Checked a, Checked b) { return a.value_ == b.value_; }
    friend bool operator<(Checked a, Checked b) { return a.value_ < b.value_; }
    friend bool operator>(Checked a, Checked b) { return a.value_ > b.value_; }

private:
    static Checked kept(const std::optional<Int128>& value) {
        if (!value) throw std::overflow_error("a step of exact arithmetic does not fit 128 bits");
        return {*value};
    }
    Int128 value_ = 0;
};

}  // namespace je::numerics
