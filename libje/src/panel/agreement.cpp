// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/panel/agreement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/wording.hpp"
#include "je/base/text.hpp"
#include "numerics/agreement/agreement.hpp"
#include "numerics/agreement/ratings.hpp"

namespace je::panel {

namespace {

using numerics::Rating;
using numerics::RatingTable;
using numerics::Statistic;

/// All individual levels, by factor and person, as places on the factor's scale counted from 1.
class Ratings {
public:
    explicit Ratings(std::span<const RatedPanel> panels) {
        for (const RatedPanel& one : panels) {
            for (const model::Panellist& panellist : one.panel->panellists()) {
                if (panellist.decides()) static_cast<void>(column_of(panellist.id.text()));
            }
        }
        for (const RatedPanel& one : panels) add(one);
    }

    [[nodiscard]] const std::vector<std::string>& people() const { return people_; }
    [[nodiscard]] int highest() const { return highest_; }
    [[nodiscard]] std::size_t gave_levels() const {
        std::set<std::size_t> columns;
        for (const auto& row : rows_) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (row[i]) columns.insert(i);
            }
        }
        return columns.size();
    }
    [[nodiscard]] RatingTable table() const {
        RatingTable table{people_.size()};
        for (const auto& row : rows_) table.add_unit(row);
        return table;
    }

private:
    void add(const RatedPanel& one) {
        for (std::size_t f = 0; f < one.panel->factors().size(); ++f) {
            highest_ = std::max(highest_, static_cast<int>(one.scheme->factors()[f].levels.size()));
            std::vector<Rating> row(people_.size());
            bool any = false;
            for (std::size_t i = 0; i < one.panel->panellists().size(); ++i) {
                const auto& level = one.panel->factors()[f].individual[i];
                if (!level) continue;
                row[column_of(one.panel->panellists()[i].id.text())] = static_cast<double>(level->value() + 1);
                any = true;
            }
            if (any) rows_.push_back(std::move(row));
        }
    }

    std::size_t column_of(const std::string& person) {
        const auto found = std::find(people_.begin(), people_.end(), person);
        if (found != people_.end()) return static_cast<std::size_t>(found - people_.begin());
        people_.push_back(person);
        return people_.size() - 1;
    }

    std::vector<std::string> people_;
    std::vector<std::vector<Rating>> rows_;
    int highest_ = 1;
};

Coefficient without_interval(Statistic value, std::string why) { return {std::move(value), std::nullopt, std::move(why)}; }

Coefficient icc(const Statistic& value, const numerics::Result<numerics::Interval>& interval) {
    if (!value.value) return without_interval(value, value.reason);
    if (!interval) return without_interval(value, interval.reason());
    return {value, *interval, ""};
}

Statistic percent(Statistic share) {
    if (share.value) share.value = 100 * *share.value;
    if (share.formula) share.formula = 100 * *share.formula;
    return share;
}

std::vector<PairAgreement> pairs_of(const Ratings& ratings, const RatingTable& table) {
    const auto& people = ratings.people();
    std::vector<PairAgreement> pairs;
    for (std::size_t a = 0; a < people.size(); ++a) {
        for (std::size_t b = a + 1; b < people.size(); ++b) {
            const auto kappa = numerics::cohen_kappa(table, a, b, numerics::Scale::whole(1, ratings.highest()));
            if (kappa.used.units == 0) continue;  // never sat together
            pairs.push_back({people[a], people[b], kappa, kappa.used.units});
        }
    }
    return pairs;
}

/// `gave_levels`: how many people.
std::string caution_of(const Agreement& agreement, std::size_t gave_levels) {
    if (gave_levels == 0) return base::worded("Nobody's own levels are recorded, so there is nothing to compare.");
    if (gave_levels == 1) return base::worded("Only one person gave levels, so there is nobody to agree or disagree with.");
    if (agreement.factors == 0) return base::worded("No factor has levels of two people, so there is nothing to compare.");
    if (agreement.panels == 1) {
        return base::worded(
            "These figures rest on {} people and {} of one job. So few can show where views differed; they cannot show how "
            "reliable the scheme or any person is. The factors differ in their scales, which by itself raises the "
            "correlations.",
            agreement.panellists, base::counted_now(agreement.factors, "factor", "factors"));
    }
    const std::string on = base::worded("These figures rest on {} people and {} over {} panels. ", agreement.panellists,
                                        base::counted_now(agreement.factors, "factor", "factors"), agreement.panels);
    if (agreement.complete == agreement.factors) return on + base::worded("All of them scored each of these factors.");
    if (agreement.complete == 0) {
        return on + base::worded(
                        "Not everyone sat on every panel, and no factor was scored by all of them: a coefficient that needs "
                        "complete rows has none.");
    }
    return on + base::worded(
                    "Not everyone scored everything; a coefficient that needs complete rows uses only the {} that all scored.",
                    base::counted_now(agreement.complete, "factor", "factors"));
}

}  // namespace

Agreement agreement(std::span<const RatedPanel> panels) {
    const Ratings ratings{panels};
    const RatingTable table = ratings.table();
    const numerics::CompleteRows complete = numerics::complete_rows(table);
    Agreement result;
    result.panels = panels.size();
    result.panellists = ratings.people().size();
    result.complete = complete.rows.size();
    result.percent_exact = percent(numerics::exact_agreement(table));
    result.factors = result.percent_exact.used.units;
    result.krippendorff_alpha = without_interval(numerics::krippendorff_alpha(table), "no interval is computed for alpha");
    if (const auto correlations = numerics::intraclass(table)) {
        result.icc_2_1 = icc(correlations->single, correlations->interval);
        result.icc_2_k = icc(correlations->average, correlations->average_interval);
    } else {
        const auto none = Statistic::none(correlations.reason(), complete.used());
        result.icc_2_1 = result.icc_2_k = without_interval(none, correlations.reason());
    }
    result.kendall_w = without_interval(numerics::kendall_w(table), "no interval is computed for W");
    result.pairs = pairs_of(ratings, table);
    result.caution = caution_of(result, ratings.gave_levels());
    return result;
}

}  // namespace je::panel
