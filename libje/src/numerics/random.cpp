// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/random.hpp"

#include <Random123/philox.h>

namespace je::numerics {

std::array<std::uint32_t, 4> philox_words(const std::array<std::uint32_t, 4>& counter,
                                          const std::array<std::uint32_t, 2>& key) {
    const r123::Philox4x32::ctr_type at{{counter[0], counter[1], counter[2], counter[3]}};
    const r123::Philox4x32::key_type with{{key[0], key[1]}};
    const auto words = r123::Philox4x32{}(at, with);
    return {words[0], words[1], words[2], words[3]};
}

RandomStream::RandomStream(std::uint64_t seed, std::uint64_t scenario, std::uint32_t stream)
    : counter_{0, stream, static_cast<std::uint32_t>(scenario), static_cast<std::uint32_t>(scenario >> 32)},
      key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)} {}

void RandomStream::refill() {
    words_ = philox_words(counter_, key_);
    ++counter_[0];
    used_ = 0;
}

std::uint32_t RandomStream::below(std::uint32_t bound) {
    std::uint64_t product = std::uint64_t{next()} * bound;
    auto low = static_cast<std::uint32_t>(product);
    if (low < bound) {
        const std::uint32_t uneven = (0U - bound) % bound;
        while (low < uneven) {
            product = std::uint64_t{next()} * bound;
            low = static_cast<std::uint32_t>(product);
        }
    }
    return static_cast<std::uint32_t>(product >> 32);
}

double RandomStream::between_0_and_1() {
    const std::uint64_t high = next();
    const std::uint64_t bits = (high << 20) | (next() >> 12);  // 52 of them
    return (static_cast<double>(bits) + 0.5) * 0x1p-52;
}

}  // namespace je::numerics
