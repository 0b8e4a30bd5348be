// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace je::scoring {

/// A set of whole numbers from 0 to a largest one, a bit each.
class SumBits {
public:
    /// Empty, with room for 0 to `largest`.
    explicit SumBits(std::uint64_t largest) : words_(largest / 64 + 1), largest_{largest} {}

    void add(std::uint64_t n) { words_[n / 64] |= std::uint64_t{1} << (n % 64); }
    /// Adds n + `by` for each n of `other`; all of them must fit.
    void add_shifted(const SumBits& other, std::uint64_t by);

    [[nodiscard]] std::uint64_t largest() const { return largest_; }
    [[nodiscard]] bool holds(std::uint64_t n) const { return n <= largest_ && ((words_[n / 64] >> (n % 64)) & 1U) != 0; }
    [[nodiscard]] std::uint64_t count() const;
    /// The first member that is at least `from`.
    [[nodiscard]] std::optional<std::uint64_t> first_from(std::uint64_t from) const;
    /// The last member that is at most `to`.
    [[nodiscard]] std::optional<std::uint64_t> last_to(std::uint64_t to) const;
    [[nodiscard]] std::vector<std::uint64_t> members() const;

private:
    std::vector<std::uint64_t> words_;
    std::uint64_t largest_;
};

/// What may be chosen at one place: one or more numbers.
using Terms = std::vector<std::uint64_t>;

/// Every sum of one term from each place.
[[nodiscard]] SumBits sums_of(std::span<const Terms> places);

/// One choice (the number of the term at each place) that adds up to `sum`; nothing when there is none.
[[nodiscard]] std::optional<std::vector<std::size_t>> pick_terms(std::span<const Terms> places, std::uint64_t sum);

}  // namespace je::scoring
