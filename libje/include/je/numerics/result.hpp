// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

namespace je::numerics {

/// Something computed, or nothing with the reason in plain words.
///
///     const auto line = fit_line(points, pay);
///     if (!line) return line.reason();            // "all points are the same, so no line can be drawn through them"
///     line->slope.value;
template <class T>
class Result {
public:
    Result(T value) : value_{std::move(value)} {}
    [[nodiscard]] static Result none(std::string reason) { return Result{std::nullopt, std::move(reason)}; }

    [[nodiscard]] bool has_value() const { return value_.has_value(); }
    [[nodiscard]] explicit operator bool() const { return has_value(); }
    /// The value. Throws std::logic_error, with the reason, when there is none.
    [[nodiscard]] const T& value() const {
        if (!value_) throw std::logic_error("there is no value: " + reason_);
        return *value_;
    }
    [[nodiscard]] const T& operator*() const { return value(); }
    [[nodiscard]] const T* operator->() const { return &value(); }
    /// Why there is no value; empty when there is one.
    [[nodiscard]] const std::string& reason() const { return reason_; }

private:
    Result(std::optional<T> value, std::string reason) : value_{std::move(value)}, reason_{std::move(reason)} {}
    std::optional<T> value_;
    std::string reason_;
};

/// How much a statistic was computed from.
struct Used {
    std::size_t units = 0;   // things rated
    std::size_t raters = 0;  // those who rated them
};

/// One number that describes ratings, or nothing with the reason in plain words. It is never NaN and never infinite.
///
///     const auto alpha = krippendorff_alpha(table);
///     if (alpha.value) show(*alpha.value, alpha.used.units); else show(alpha.reason);
struct Statistic {
    std::optional<double> value;
    /// Why there is no value; empty when there is one.
    std::string reason;
    /// What the formula gives, also where that number means nothing (an average reliability of 8.75). Equal to `value` when
    /// there is a value; for those who compare with other programs, not for a report.
    std::optional<double> formula;
    Used used;

    /// A value; nothing, with a reason, when it is not finite because the ratings are too large to be squared and added.
    [[nodiscard]] static Statistic of(double value, Used used);
    [[nodiscard]] static Statistic none(std::string reason, Used used);
    /// No value, although the formula gives a number.
    [[nodiscard]] static Statistic meaningless(double formula, std::string reason, Used used);
};

/// Two ends with the estimate between them.
struct Interval {
    double lower = 0;
    double upper = 0;
};

}  // namespace je::numerics
