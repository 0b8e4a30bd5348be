// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "je/model/ids.hpp"

namespace je::test {

/// A band as oracles and rows of tests have it.
inline std::optional<model::BandIndex> plain(const model::BandOrNone& band) {
    return band.visit([](model::BandIndex one) { return std::optional{one}; },
                      [] { return std::optional<model::BandIndex>{}; });
}

}  // namespace je::test
