// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "je/model/scheme.hpp"
#include "model/scheme/rules.hpp"

namespace je::model {

inline constexpr std::size_t most_ranges = 200;  // of one derivation

/// The facts that a derivation names, as `fact` or `facts`; none when one of them is not known or there are too many, which is
/// reported as mistakes of `user` ("derivation 'd'").
[[nodiscard]] std::vector<FactIndex> derivation_facts(const SchemeDraft::Rule& draft, const std::string& user,
                                                      const Facts& facts, base::Diagnostics& diagnostics);

/// Fills in the rows of a derivation, which has its facts, and their order. Reports rows that cannot be read, that no value
/// belongs to or that share values, and values that belong to no row. `factor` is null when the derivation names none.
void make_derived_rows(const SchemeDraft::Rule& draft, const std::string& user, const Facts& facts, const Factor* factor,
                       Derivation& rule, base::Diagnostics& diagnostics);

}  // namespace je::model
