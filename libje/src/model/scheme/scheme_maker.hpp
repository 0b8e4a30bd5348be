// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "je/model/scheme.hpp"
#include "model/scheme/factors.hpp"

namespace je::model {

/// Puts a scheme together from its parts, each of which says by itself what is wrong with it.
class SchemeMaker {
public:
    SchemeMaker(const SchemeDraft& draft, base::Diagnostics& diagnostics) : draft_{draft}, diagnostics_{diagnostics} {}

    [[nodiscard]] std::optional<Scheme> make();

private:
    void make_head();
    void make_groups();
    void make_points();
    void report_no_factors();
    void make_totals(const std::vector<ScoredUnit>& combined);
    void make_tables();
    /// Rules of all kinds, and their reach. Needs the factors, and is in the file of the rules.
    void make_rules();

    const SchemeDraft& draft_;
    base::Diagnostics& diagnostics_;
    SchemeNames names_;
    Scheme scheme_;
};

}  // namespace je::model
