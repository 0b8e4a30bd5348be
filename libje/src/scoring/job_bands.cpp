// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/job_bands.hpp"

#include <algorithm>

#include "scoring/deciding.hpp"
#include "scoring/rules.hpp"

namespace je::scoring {

namespace {

using model::FactorIndex;
using model::LevelIndex;
using model::Points;

/// The bands of one job.
class JobBands {
    [[nodiscard]] auto level_lookup() const {
        return [this](FactorIndex factor) -> const std::optional<LevelIndex>& { return out_.factors[factor.value()].level; };
    }

public:
    JobBands(Score& out, const model::Scheme& scheme, const model::BandTable& table, const model::Answers& answers,
             const JobSums* sums)
        : out_{out}, scheme_{scheme}, table_{table}, answers_{answers}, sums_{sums} {}

    void find() {
        if (table_.deciding() != nullptr) return decide_band(*table_.deciding());
        LowestBands asked;
        if (!scheme_.band_rules().empty()) asked = ask_band_rules(scheme_, table_, level_lookup(), answers_.facts);
        if (table_.overlaps())
            find_several(asked);
        else
            find_one(asked);
        if (answers_.choice) choose();
    }

private:
    void find_one(const LowestBands& asked) {
        out_.points_band_min = out_.band_min = table_.band_of(out_.total_min);
        out_.points_band_max = out_.band_max =
            out_.total_max == out_.total_min ? out_.points_band_min : table_.band_of(out_.total_max);
        if (!scheme_.band_rules().empty()) apply_band_rules(asked);
        if (sums_ != nullptr) out_.bands = bands_of_sums(asked);
    }

    void decide_band(const model::Deciding& deciding) {
        for (const model::FactIndex fact : deciding.facts)
            out_.complete = out_.complete && answers_.facts[fact.value()].has_value();
        if (out_.complete) {
            const Decision decision = decide(deciding, level_lookup(), answers_.facts);
            if (decision.is == Decision::Is::band) {
                out_.bands.push_back(decision.band);
                out_.deciding_rule = decision.rule;
            }
        } else {
            out_.bands = possible_bands(scheme_, table_, answers_, out_.factors);
        }
        if (!out_.bands.empty()) {
            out_.points_band_min = out_.band_min = out_.bands.front();
            out_.points_band_max = out_.band_max = out_.bands.back();
        }
        if (answers_.choice) look_at_idle_choice();
    }

    /// Rules leave nothing to choose, also while they are open.
    void look_at_idle_choice() {
        const auto chosen = table_.find(answers_.choice->band.value);
        const bool may_be = chosen && std::find(out_.bands.begin(), out_.bands.end(), *chosen) != out_.bands.end();
        out_.problems.push_back({may_be ? ProblemKind::choice_idle : ProblemKind::choice_not_held});
    }

    void apply_band_rules(const LowestBands& asked) {
        out_.band_min = band_after(asked.certain, table_, out_.total_min);
        out_.band_max = band_after(asked.possible, table_, out_.total_max);
        if (raises(asked.possible, table_, out_.total_max)) out_.band_rule = asked.possible.rule;
        out_.complete = out_.complete && out_.band_min == out_.band_max;
    }

    /// Bands of a table that overlaps: those of each end, and all that hold some total between.
    void find_several(const LowestBands& asked) {
        const model::BandRange low = bands_after(asked.certain, table_, out_.total_min);
        const model::BandRange high = bands_after(asked.possible, table_, out_.total_max);
        set_ends(out_.points_band_min, out_.points_band_max, table_.bands_of(out_.total_min), table_.bands_of(out_.total_max));
        set_ends(out_.band_min, out_.band_max, low, high);
        if (raises(asked.possible, table_, out_.total_max)) out_.band_rule = asked.possible.rule;
        out_.bands = sums_ != nullptr ? bands_of_sums(asked) : bands_of_range(asked, hull(low, high));
        out_.complete = out_.complete && low == high;
    }

    /// The bands of every total of the range, among which are those of its ends.
    [[nodiscard]] std::vector<model::BandIndex> bands_of_range(const LowestBands& asked, const model::BandRange& ends) const {
        model::BandRange all = hull(bands_between(asked.certain, table_, out_.total_min, out_.total_max), ends);
        if (raises(asked.possible, table_, out_.total_min)) all = hull(all, between_rules(asked, out_.total_min));
        std::vector<model::BandIndex> bands;
        for (std::size_t i = all.first; i < all.end; ++i) bands.emplace_back(i);
        return bands;
    }

    /// The bands of every total that answers leave, lowest first. From one bound of a band to the next all totals are alike.
    [[nodiscard]] std::vector<model::BandIndex> bands_of_sums(const LowestBands& asked) {
        std::vector<bool> found(table_.bands().size(), false);
        for (auto total = sums_->first_from(out_.total_min); total;) {
            const model::BandRange low = bands_after(asked.certain, table_, *total);
            const model::BandRange high = bands_after(asked.possible, table_, *total);
            out_.may_be_in_none = out_.may_be_in_none || low.empty() || high.empty();
            model::BandRange all = hull(low, high);
            if (raises(asked.possible, table_, *total)) all = hull(all, between_rules(asked, *total));
            for (std::size_t i = all.first; i < all.end; ++i) found[i] = true;
            const auto next = next_bound(*total);
            total = next ? sums_->first_from(*next) : std::nullopt;
        }
        std::vector<model::BandIndex> bands;
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (found[i]) bands.emplace_back(i);
        }
        return bands;
    }

    /// The first total above this one where a band begins, or has ended.
    [[nodiscard]] std::optional<Points> next_bound(Points total) const {
        std::optional<Points> next;
        const auto look = [&](Points bound) {
            if (bound > total && (!next || bound < *next)) next = bound;
        };
        for (const model::Band& band : table_.bands()) {
            look(band.floor);
            if (band.max) look(*band.max + Points{base::Decimal::from_units(1)});
        }
        return next;
    }

    /// Bands that a rule may raise a total to: of several rules, and values of facts, only the highest is known.
    [[nodiscard]] model::BandRange between_rules(const LowestBands& asked, Points total) const {
        const std::size_t last = asked.possible.band->value();
        const std::size_t next = table_.next_above(total).value_or(*asked.possible.band).value();
        return {std::max(next, asked.certain.band ? asked.certain.band->value() : 0), last + 1};
    }

    static void set_ends(model::BandOrNone& min, model::BandOrNone& max, const model::BandRange& low,
                         const model::BandRange& high) {
        if (!low.empty()) min = low.lowest();
        if (!high.empty()) max = high.highest();
    }

    /// Takes the recorded choice, where it is one of several bands that hold the total.
    void choose() {
        const auto chosen = table_.find(answers_.choice->band.value);
        if (!chosen || !may_be_in(*chosen)) {
            out_.problems.push_back({ProblemKind::choice_not_held});
        } else if (out_.band_is_open()) {
            out_.band_min = out_.band_max = *chosen;
        } else if (out_.complete) {
            out_.problems.push_back({ProblemKind::choice_idle});
        }
    }

    [[nodiscard]] bool may_be_in(model::BandIndex band) const {
        if (!out_.bands.empty()) return std::find(out_.bands.begin(), out_.bands.end(), band) != out_.bands.end();
        if (out_.complete) return out_.band_min == band;
        const auto is_past = [](const model::BandOrNone& end, auto compare) {
            return end.visit(compare, [] { return false; });
        };
        return !is_past(out_.band_min, [&](model::BandIndex lowest) { return band < lowest; }) &&
               !is_past(out_.band_max, [&](model::BandIndex highest) { return highest < band; });
    }

    Score& out_;
    const model::Scheme& scheme_;
    const model::BandTable& table_;
    const model::Answers& answers_;
    const JobSums* sums_;
};

}  // namespace

void find_bands(Score& out, const model::Scheme& scheme, const model::BandTable* table, const model::Answers& answers,
                const JobSums* sums) {
    out.points_band_min = out.points_band_max = out.band_min = out.band_max = std::nullopt;
    out.band_rule.reset();
    if (!out.bands.empty()) out.bands.clear();
    out.deciding_rule.reset();
    if (table != nullptr) JobBands{out, scheme, *table, answers, sums}.find();
}

}  // namespace je::scoring
