// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// SLOW AND PLAIN, FOR TESTS ONLY. The smallest level changes by trying every set of factors and every level of each.

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "je/scoring/level_changes.hpp"
#include "oracle/slow_rules.hpp"
#include "support/bands.hpp"

namespace je::slow {

/// A set of changes in the words of the issue, with its place in the order.
struct Change {
    std::size_t steps = 0;
    std::vector<std::string> factors;
    std::vector<std::size_t> to;
    std::vector<std::int64_t> points;
    std::int64_t moved = 0;
    std::optional<model::BandIndex> band;

    [[nodiscard]] auto key() const { return std::make_tuple(steps, factors.size(), moved < 0 ? -moved : moved, factors, to); }
    friend bool operator==(const Change&, const Change&) = default;
};

/// `only`: factors that may move, empty: all. `to_band`: when raising, the band to be reached at least. `chosen`: of a table
/// that overlaps, the band chosen of several.
class EveryChange {
public:
    EveryChange(const model::Scheme& scheme, const model::BandTable& table, Levels levels, Facts facts,
                scoring::Direction direction, std::vector<model::FactorIndex> only = {},
                std::optional<model::BandIndex> to_band = {}, std::optional<model::BandIndex> chosen = {})
        : scheme_{scheme},
          table_{table},
          start_{std::move(levels)},
          facts_{std::move(facts)},
          raise_{direction != scoring::Direction::lower},
          lose_{direction != scoring::Direction::raise},
          only_{std::move(only)},
          to_band_{to_band} {
        now_ = outcome(scheme_, &table_, start_, facts_);
        if (!now_.bands.empty()) from_ = raise_ ? *now_.bands.rbegin() : *now_.bands.begin();
        if (chosen) from_ = chosen->value();
        for (std::size_t f = 0; f < start_.size(); ++f) ladders_.push_back(ladder(f));
    }

    /// Every minimal set of at most `max_factors` factors, best first.
    [[nodiscard]] std::vector<Change> find(std::size_t max_factors) const {
        std::vector<Change> result;
        std::vector<std::size_t> limits;
        for (std::size_t f = 0; f < start_.size(); ++f) {
            limits.push_back(ladders_[f].size());
            bool may_move = only_.empty();
            for (const auto one : only_) may_move = may_move || one.value() == f;
            if (!may_move) limits.back() = 1;
        }
        every_combination(limits, [&](const std::vector<std::size_t>& steps) {
            const auto moved = steps.size() - static_cast<std::size_t>(std::count(steps.begin(), steps.end(), 0U));
            if (moved >= 1 && moved <= max_factors && is_minimal(steps)) result.push_back(tell(steps));
        });
        std::sort(result.begin(), result.end(), [](const Change& a, const Change& b) { return a.key() < b.key(); });
        return result;
    }

private:
    /// Levels that some stated level gives, whatever facts that are not known may be.
    [[nodiscard]] std::set<std::size_t> given(std::size_t f) const {
        std::set<std::size_t> all;
        for (std::size_t stated = 0; stated < scheme_.factors()[f].levels.size(); ++stated) {
            std::set<std::size_t> after{stated};
            for (const auto& modifier : scheme_.modifiers()) {
                const auto& fact = facts_.at(modifier.fact.value());
                if (modifier.factor.value() != f || (fact && std::get<base::WideDecimal>(*fact) < modifier.at_least)) continue;
                std::set<std::size_t> next;
                for (const std::size_t level : after) {
                    const bool raises = std::find(modifier.from_levels.begin(), modifier.from_levels.end(),
                                                  model::LevelIndex{level}) != modifier.from_levels.end();
                    if (raises) next.insert(std::max(level, std::min(level + modifier.raise, modifier.ceiling.value())));
                    if (!raises || !fact) next.insert(level);
                }
                after = next;
            }
            all.insert(after.begin(), after.end());
        }
        return all;
    }

    [[nodiscard]] std::vector<std::size_t> ladder(std::size_t f) const {
        const std::set<std::size_t> levels = given(f);
        std::vector<std::size_t> result{start_[f].value()};
        for (const std::size_t level : levels) {
            if (raise_ && level > start_[f].value()) result.push_back(level);
        }
        for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
            if (!raise_ && *level < start_[f].value()) result.push_back(*level);
        }
        return result;
    }

    [[nodiscard]] Levels apply(const std::vector<std::size_t>& steps) const {
        Levels levels;
        for (std::size_t f = 0; f < steps.size(); ++f) {
            levels.emplace_back(ladders_[f][steps[f]]);
        }
        return levels;
    }

    [[nodiscard]] bool counts(const std::vector<std::size_t>& steps) const {
        const Outcome then = outcome(scheme_, &table_, apply(steps), facts_);
        if (!then.allowed || then.broken) return false;
        if (table_.overlaps()) return counts_of_several(then.bands);
        if (!lose_ && to_band_ && (!then.band || *then.band < *to_band_)) return false;
        if (now_.band && !lose_) return then.band && *then.band > *now_.band;
        if (now_.band) return !then.band || *then.band < *now_.band;
        if (!then.band || (raise_ && lose_)) return false;
        const bool above = table_[*then.band].floor > now_.total;
        return raise_ ? above : !above;
    }

    /// To totals that the present band does not hold, and a higher does; or a lower, or none.
    [[nodiscard]] bool counts_of_several(const std::set<std::size_t>& then) const {
        if (!lose_ && to_band_ && (then.empty() || *then.rbegin() < to_band_->value())) return false;
        if (from_ && then.contains(*from_)) return false;
        if (from_ && !lose_) return !then.empty() && *then.rbegin() > *from_;
        if (from_) return then.empty() || *then.begin() < *from_;
        if (then.empty() || (raise_ && lose_)) return false;
        const bool above = table_.bands()[*then.begin()].floor > now_.total;
        return raise_ ? above : !above;
    }

    /// Of several the one nearest to the present.
    [[nodiscard]] std::optional<model::BandIndex> nearest(const std::set<std::size_t>& then) const {
        std::optional<std::size_t> best;
        const auto apart = [&](std::size_t band) { return from_ ? (band < *from_ ? *from_ - band : band - *from_) : band; };
        for (const std::size_t band : then) {
            if (!best || apart(band) < apart(*best)) best = band;
        }
        return best ? std::optional{model::BandIndex{*best}} : std::nullopt;
    }

    [[nodiscard]] bool is_minimal(const std::vector<std::size_t>& steps) const {
        if (!counts(steps)) return false;
        for (std::size_t f = 0; f < steps.size(); ++f) {
            auto less = steps;
            if (steps[f] > 0 && counts((--less[f], less))) return false;
        }
        return true;
    }

    [[nodiscard]] Change tell(const std::vector<std::size_t>& steps) const {
        Change result;
        auto so_far = std::vector<std::size_t>(steps.size(), 0);
        auto counted = unit_points(scheme_, start_);
        for (std::size_t f = 0; f < steps.size(); ++f) {
            if (steps[f] == 0) continue;
            so_far[f] = steps[f];
            result.steps += steps[f];
            result.factors.push_back(scheme_.factors()[f].id.text());
            result.to.push_back(apply(so_far)[f].value());
            const auto after = unit_points(scheme_, apply(so_far));
            std::int64_t points = 0;
            for (std::size_t u = 0; u < after.size(); ++u) {
                if (after[u]) points += (*after[u] - *counted[u]).value().units();
                if (after[u]) counted[u] = after[u];
            }
            result.points.push_back(points);
            result.moved += points;
        }
        const Outcome then = outcome(scheme_, &table_, apply(steps), facts_);
        result.band = table_.overlaps() ? nearest(then.bands) : then.band;
        return result;
    }

    const model::Scheme& scheme_;
    const model::BandTable& table_;
    Levels start_;
    Facts facts_;
    bool raise_;
    bool lose_;
    std::vector<model::FactorIndex> only_;
    std::optional<model::BandIndex> to_band_;
    Outcome now_;
    std::optional<std::size_t> from_;                // of a table that overlaps: the band to leave
    std::vector<std::vector<std::size_t>> ladders_;  // of each factor: its level, and those that a step at a time leads to
};

/// The library's sets in the same form.
inline std::vector<Change> as_changes(const model::Scheme& scheme, const std::vector<scoring::ChangeSet>& sets) {
    std::vector<Change> result;
    for (const auto& set : sets) {
        Change change;
        change.steps = set.steps;
        change.moved = set.points.value().units();
        change.band = test::plain(set.to_band);
        for (const auto& c : set.changes) {
            change.factors.push_back(scheme[c.factor].id.text());
            change.to.push_back(c.to.value());
            change.points.push_back(c.points.value().units());
        }
        result.push_back(std::move(change));
    }
    return result;
}

/// For failure texts.
inline std::string text_of(const std::vector<Change>& changes) {
    std::string text;
    for (const auto& change : changes) {
        text += std::to_string(change.moved) + ":";
        for (std::size_t i = 0; i < change.factors.size(); ++i) {
            text +=
                " " + change.factors[i] + "->" + std::to_string(change.to[i]) + " (" + std::to_string(change.points[i]) + ")";
        }
        text += change.band ? " band " + std::to_string(change.band->value()) + "\n" : " no band\n";
    }
    return text;
}

}  // namespace je::slow
