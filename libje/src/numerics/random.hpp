// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace je::numerics {

/// One call of the counter-based generator Philox4x32-10 (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as
/// 1, 2, 3", 2011): four words that depend on nothing but the counter and the key.
[[nodiscard]] std::array<std::uint32_t, 4> philox_words(const std::array<std::uint32_t, 4>& counter,
                                                        const std::array<std::uint32_t, 2>& key);

/// The random numbers of one scenario: the same for the same (seed, scenario, stream), whatever was drawn before, by whom, or
/// in which order. Different streams of a scenario are independent, such as one for weights and one for levels.
///
///     RandomStream random{seed, scenario, 0};
///     const auto level = random.below(6);         // 0 to 5, each exactly as likely
///
/// The key is the seed; the counter holds the scenario (two words), the stream, and the number of the call. A stream has 2^34
/// words.
class RandomStream {
public:
    RandomStream(std::uint64_t seed, std::uint64_t scenario, std::uint32_t stream);

    /// 32 random bits.
    [[nodiscard]] std::uint32_t next() {
        if (used_ == 4) refill();
        return words_[used_++];
    }
    /// A whole number from 0 to bound - 1, all equally likely: draws that would favour some are made again (Lemire, "Fast
    /// random integer generation in an interval", 2019). `bound` is above 0.
    [[nodiscard]] std::uint32_t below(std::uint32_t bound);
    /// An odd multiple of 2^-53 from 0 to 1, all equally likely.
    [[nodiscard]] double between_0_and_1();

private:
    void refill();

    std::array<std::uint32_t, 4> counter_;
    std::array<std::uint32_t, 2> key_;
    std::array<std::uint32_t, 4> words_{};
    std::size_t used_ = 4;
};

}  // namespace je::numerics
