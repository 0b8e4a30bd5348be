// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace je::test {

/// A fuzz target that is replayed in one program with the others; the build gives each a name of its own.
struct FuzzTarget {
    const char* name;
    int (*run)(const std::uint8_t* data, std::size_t size);
};

/// All of them; the build writes the list.
[[nodiscard]] std::span<const FuzzTarget> fuzz_targets();

}  // namespace je::test
