// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/sum_bits.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace je::scoring {

void SumBits::add_shifted(const SumBits& other, std::uint64_t by) {
    const std::size_t whole = by / 64;
    const unsigned rest = static_cast<unsigned>(by % 64);
    for (std::size_t i = 0; i < other.words_.size(); ++i) {
        const std::uint64_t word = other.words_[i];
        if (word == 0) {
            continue;
        }
        words_[i + whole] |= word << rest;
        const std::uint64_t carried = rest == 0 ? 0 : word >> (64 - rest);
        if (carried != 0) {
            words_[i + whole + 1] |= carried;
        }
    }
}

std::uint64_t SumBits::count() const {
    return std::accumulate(words_.begin(), words_.end(), std::uint64_t{0}, [](std::uint64_t sum, std::uint64_t word) {
        return sum + static_cast<std::uint64_t>(std::popcount(word));
    });
}

std::optional<std::uint64_t> SumBits::first_from(std::uint64_t from) const {
    std::uint64_t mask = ~std::uint64_t{0} << (from % 64);
    for (std::size_t i = from / 64; i < words_.size(); ++i) {
        if (const std::uint64_t word = words_[i] & mask; word != 0) {
            return i * 64 + static_cast<std::uint64_t>(std::countr_zero(word));
        }
        mask = ~std::uint64_t{0};
    }
    return std::nullopt;
}

std::optional<std::uint64_t> SumBits::last_to(std::uint64_t to) const {
    const std::uint64_t start = std::min(to, largest_);
    std::uint64_t mask = ~std::uint64_t{0} >> (63 - start % 64);
    for (std::size_t i = start / 64 + 1; i-- > 0;) {
        if (const std::uint64_t word = words_[i] & mask; word != 0) {
            return i * 64 + 63 - static_cast<std::uint64_t>(std::countl_zero(word));
        }
        mask = ~std::uint64_t{0};
    }
    return std::nullopt;
}

std::vector<std::uint64_t> SumBits::members() const {
    std::vector<std::uint64_t> result;
    for (auto next = first_from(0); next; next = first_from(*next + 1)) {
        result.push_back(*next);
    }
    return result;
}

namespace {

SumBits with_place(const SumBits& sums, const Terms& terms) {
    SumBits next{sums.largest() + *std::max_element(terms.begin(), terms.end())};
    for (const std::uint64_t term : terms) {
        next.add_shifted(sums, term);
    }
    return next;
}

SumBits only_nothing() {
    SumBits sums{0};
    sums.add(0);
    return sums;
}

}  // namespace

SumBits sums_of(std::span<const Terms> places) {
    SumBits sums = only_nothing();
    for (const Terms& terms : places) {
        sums = with_place(sums, terms);
    }
    return sums;
}

std::optional<std::vector<std::size_t>> pick_terms(std::span<const Terms> places, std::uint64_t sum) {
    std::vector<SumBits> before{only_nothing()};  // of the places before each
    for (const Terms& terms : places) {
        before.push_back(with_place(before.back(), terms));
    }
    if (!before.back().holds(sum)) {
        return std::nullopt;
    }
    std::vector<std::size_t> picked(places.size());
    for (std::size_t place = places.size(); place-- > 0;) {
        const Terms& terms = places[place];
        const auto term =
            std::find_if(terms.begin(), terms.end(), [&](std::uint64_t t) { return t <= sum && before[place].holds(sum - t); });
        picked[place] = static_cast<std::size_t>(term - terms.begin());
        sum -= *term;
    }
    return picked;
}

}  // namespace je::scoring
