// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "je/base/decimal.hpp"
#include "je/model/scheme.hpp"
#include "je/report/document.hpp"
#include "je/report/sensitivity_floors.hpp"
#include "je/report/sensitivity_rows.hpp"
#include "je/sensitivity/weights.hpp"

namespace je::report {

/// What one factor does among the jobs of a report.
struct FactorEffectView {
    std::string id;
    std::string name;
    std::string short_name;                  // empty: the scheme states none, or it is a matrix
    double weight = 0;                       // nominal
    std::optional<double> effective_weight;  // nothing: FactorsView::no_effective_weight says why
    std::size_t jobs_flipped = 0;
    /// Without the factor; nothing for an only factor.
    struct LeftOutView {
        MovesView moves;
        std::vector<MovedJobView> moved;  // jobs that change band, in the order given
    };
    std::optional<LeftOutView> left_out;
};

struct FactorsView {
    base::Decimal spread{};  // by which single weights were moved, relative
    std::size_t jobs = 0;
    std::vector<FactorEffectView> factors;  // in the scheme's order
    std::string no_effective_weight;        // empty when there is one
    bool first = false;                     // what people asked for comes before the jobs
};

/// `jobs` are ids, in the order of the effects' rows: those the reader may see, since each id may be printed.
[[nodiscard]] FactorsView factors_view(const model::Scheme& scheme, const model::BandTable& table,
                                       const sensitivity::Grid& grid, std::span<const std::string> jobs,
                                       std::span<const std::int64_t> points, base::Decimal spread, std::size_t threads = 0);

/// What an effective weight below 0 means, in words; empty for any other.
[[nodiscard]] std::string_view effective_weight_note(const FactorEffectView& factor);

/// A heading, what it says in a few sentences, and the tables.
void add_factor_blocks(Document& document, const FactorsView& view);
/// The same for CSV, part "factors".
void add_factor_rows(std::vector<LongRow>& rows, const FactorsView& view);

}  // namespace je::report
