// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme/dependents.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "model/scheme/factors.hpp"
#include "model/scheme/words.hpp"

namespace je::model {

namespace {

constexpr std::size_t deepest = 8;
constexpr std::size_t most_products = 5'000'000;

/// A factor or matrix as the draft has it.
struct Stated {
    const Text* id;
    std::string_view kind;  // "factor", "matrix"
    const std::optional<Text>* percent_of;
    const std::optional<SchemeDraft::RoundingDraft>* rounding;

    [[nodiscard]] std::string called() const { return fmt::format("{} '{}'", kind, id->value); }
};

/// Finds what each unit depends on, and puts them in order.
class Linking {
public:
    Linking(const SchemeDraft& draft, const std::vector<SeriesPtr>& series, base::Diagnostics& diagnostics)
        : draft_{draft}, series_{series}, diagnostics_{diagnostics} {
        for (const auto& one : draft.factors) add({&one.id, "factor", &one.percent_of, &one.rounding});
        for (const auto& one : draft.matrices) add({&one.id, "matrix", &one.percent_of, &one.rounding});
        for (const auto& matrix : draft.matrices) {
            for (const Text& dimension : matrix.dimensions) matrix_of_.try_emplace(dimension.value, &matrix.id);
        }
        for (const auto& one : draft.series) stated_series_.insert(one.id.value);
    }

    [[nodiscard]] std::vector<DependentLink> make() {
        find_bases();
        report_rings();
        for (std::size_t i = 0; i < all_.size(); ++i) link(i);
        return std::move(links_);
    }

private:
    void add(Stated one) {
        by_id_.try_emplace(one.id->value, all_.size());
        all_.push_back(one);
    }

    void find_bases() {
        base_of_.resize(all_.size());
        for (std::size_t i = 0; i < all_.size(); ++i) {
            if (*all_[i].percent_of && !matrix_of_.contains(all_[i].id->value)) find_base(i);
        }
        for (const auto& matrix : draft_.matrices) {
            if (!matrix.rounding || matrix.percent_of) continue;
            diagnostics_.error(
                {"JE-E07", matrix.rounding->mode.at,
                 fmt::format("matrix '{}' states a rounding, but no 'percent_of'", matrix.id.value),
                 "a rounding only beside 'percent_of'",
                 "add 'percent_of' with the id of a factor or matrix, or keep 'rounding' as a comment, with '#' in "
                 "front"});
        }
    }

    void find_base(std::size_t index) {
        report_weight(index);
        const Text& named = **all_[index].percent_of;
        const auto found = by_id_.find(named.value);
        if (found != by_id_.end() && !matrix_of_.contains(named.value)) {
            base_of_[index] = found->second;
            return;
        }
        std::vector<std::string> units;
        for (const Stated& one : all_) {
            if (&one != &all_[index] && !matrix_of_.contains(one.id->value)) units.push_back(one.id->value);
        }
        const auto message =
            found == by_id_.end()
                ? fmt::format("{} is a percentage of '{}', which is not declared", all_[index].called(), named.value)
                : fmt::format(
                      "{} is a percentage of factor '{}', which has no points of its own but is a "
                      "dimension of matrix '{}'",
                      all_[index].called(), named.value, matrix_of_.at(named.value)->value);
        report({.id = "JE-E09",
                .word = named,
                .message = message,
                .what = "the factors and matrices with points",
                .allowed = units,
                .otherwise = found == by_id_.end() ? "use one of these"
                                                   : fmt::format("name the matrix: '{}'", matrix_of_.at(named.value)->value),
                .by_spelling = found == by_id_.end()},
               diagnostics_);
    }

    /// Weights give points from the largest total, which would have to be known before the points that go into it.
    void report_weight(std::size_t index) {
        const auto weighted = std::find_if(draft_.factors.begin(), draft_.factors.end(), points_from_weight);
        if (said_weight_ || weighted == draft_.factors.end()) return;
        said_weight_ = true;
        diagnostics_.error(
            {"JE-E17", (*all_[index].percent_of)->at,
             fmt::format("{} is a percentage of another unit's points, but factor '{}' gets its points from a weight",
                         all_[index].called(), weighted->id.value),
             "no weights that give points in a scheme with percentages",
             "write the points of the weighted factors as tables; je check --show prints them"});
    }

    /// Each ring once, from its first unit.
    void report_rings() {
        for (std::size_t i = 0; i < all_.size(); ++i) {
            std::vector<std::size_t> chain{i};
            while (chain.size() <= all_.size() && base_of_[chain.back()] && *base_of_[chain.back()] != i)
                chain.push_back(*base_of_[chain.back()]);
            if (!base_of_[chain.back()] || chain.size() > all_.size()) continue;
            in_ring_.insert(i);
            if (i == *std::min_element(chain.begin(), chain.end())) report_ring(chain);
        }
    }

    void report_ring(const std::vector<std::size_t>& chain) {
        std::string names;
        for (const std::size_t one : chain) names += all_[one].id->value + " > ";
        diagnostics_.error(
            {"JE-E10", (*all_[chain.front()].percent_of)->at,
             fmt::format("{} depends on itself: {}{}", all_[chain.front()].called(), names, all_[chain.front()].id->value),
             "percentages that end at a unit with points of its own",
             "correct one of the 'percent_of', or give points to one of the units"});
    }

    /// Links a unit after what it depends on; false when there is a mistake on the way.
    bool link(std::size_t index, std::size_t depth = 0) {
        if (!*all_[index].percent_of) return true;
        if (!base_of_[index] || in_ring_.contains(index)) return false;
        const auto done = linked_.find(index);
        if (done != linked_.end()) return done->second.has_value();
        if (!link(*base_of_[index], depth + 1)) {
            linked_.emplace(index, std::nullopt);
            return false;
        }
        const std::size_t deep = depth_of(*base_of_[index]) + 1;
        auto rounding = rounding_of(all_[index]);
        const bool good = rounding && is_shallow(index, deep);
        linked_.emplace(index, good ? std::optional{deep} : std::nullopt);
        if (good) links_.push_back({*all_[index].id, **all_[index].percent_of, *std::move(rounding)});
        return good;
    }

    [[nodiscard]] std::size_t depth_of(std::size_t index) const {
        const auto found = linked_.find(index);
        return found == linked_.end() ? 0 : found->second.value_or(0);
    }

    bool is_shallow(std::size_t index, std::size_t depth) {
        if (depth <= deepest) return true;
        diagnostics_.error({"JE-E11", (*all_[index].percent_of)->at,
                            fmt::format("{} is {} percentages away from points", all_[index].called(), depth),
                            fmt::format("at most {} percentages one after another", deepest),
                            "take the percentage of a unit that is nearer to points"});
        return false;
    }

    using AnyRounding = std::variant<std::monostate, Rounding, SeriesRounding>;

    [[nodiscard]] std::optional<AnyRounding> rounding_of(const Stated& unit) {
        if (!*unit.rounding) return AnyRounding{};
        const auto& draft = **unit.rounding;
        const auto mode = resolve_word(
            words::rounding_modes,
            {.id = "JE-S33",
             .word = draft.mode,
             .message = fmt::format("{} rounds by '{}', which is not a way of rounding", unit.called(), draft.mode.value),
             .what = "the ways of rounding"},
            diagnostics_);
        if (draft.series) return to_series(unit, *draft.series, draft.mode, mode);
        if (draft.to.value <= base::Decimal{}) {
            diagnostics_.error(
                {"JE-S32", draft.to.at,
                 fmt::format("'to' in the rounding of {} is {}, not above zero", unit.called(), draft.to.value.to_string()),
                 "a number above zero", "correct the number"});
            return std::nullopt;
        }
        return mode ? std::optional<AnyRounding>{Rounding{draft.to.value, *mode}} : std::nullopt;
    }

    [[nodiscard]] std::optional<AnyRounding> to_series(const Stated& unit, const Text& named, const Text& mode_at,
                                                       const std::optional<RoundingMode>& mode) {
        if (mode == RoundingMode::half_even) {
            diagnostics_.error({"JE-E14", mode_at.at,
                                fmt::format("{} rounds to a step of series '{}' by half-even, but steps are not even or odd",
                                            unit.called(), named.value),
                                "half-up, half-down, up or down where points are rounded to a series",
                                "name one of these, as the scheme says what becomes of a product half way"});
            return std::nullopt;
        }
        const auto found =
            std::find_if(series_.begin(), series_.end(), [&](const auto& one) { return one->id == named.value; });
        if (found == series_.end()) {
            if (!stated_series_.contains(named.value)) report_unknown(unit, named);
            return std::nullopt;
        }
        return mode ? std::optional<AnyRounding>{SeriesRounding{*found, *mode}} : std::nullopt;
    }

    void report_unknown(const Stated& unit, const Text& named) {
        const std::vector<std::string> known(stated_series_.begin(), stated_series_.end());
        report({.id = "JE-E12",
                .word = named,
                .message = fmt::format("{} rounds to series '{}', which is not declared", unit.called(), named.value),
                .what = "the series",
                .allowed = known,
                .otherwise = fmt::format("declare '{}' under 'series', or round to a number", named.value)},
               diagnostics_);
    }

    const SchemeDraft& draft_;
    const std::vector<SeriesPtr>& series_;
    base::Diagnostics& diagnostics_;
    std::vector<Stated> all_;
    std::map<std::string_view, std::size_t> by_id_;
    std::map<std::string_view, const Text*> matrix_of_;  // of each factor that is a dimension
    std::set<std::string> stated_series_;
    std::vector<std::optional<std::size_t>> base_of_;
    std::set<std::size_t> in_ring_;
    std::map<std::size_t, std::optional<std::size_t>> linked_;  // how deep; nothing: with a mistake
    std::vector<DependentLink> links_;
    bool said_weight_ = false;
};

/// Finds what a dependent unit can have beside all that its base can.
class Products {
public:
    Products(const ScoredUnit& unit, const ScoredUnit& base, const Dependence& on, const Text& at,
             base::Diagnostics& diagnostics)
        : unit_{unit}, base_{base}, on_{on}, at_{at}, diagnostics_{diagnostics} {
        for (const UnitOption& option : unit.options()) {
            if (option.allowed) percents_.push_back(option.percent);
        }
        std::sort(percents_.begin(), percents_.end());
        percents_.erase(std::unique(percents_.begin(), percents_.end()), percents_.end());
    }

    /// Nothing, and the reason said, when one of them has no points.
    [[nodiscard]] std::optional<std::vector<Points>> values() {
        if (base_.values().size() * percents_.size() > most_products) return too_many();
        std::vector<Points> values;
        for (const Points base : base_.values()) {
            for (const base::Decimal percent : percents_) {
                const auto points = on_.points_of(base, percent);
                if (!points) return refused(base, percent);
                values.push_back(*points);
            }
        }
        return values;
    }

private:
    std::nullopt_t too_many() {
        diagnostics_.error({"JE-E19", at_.at,
                            fmt::format("{} has {} percentages of the {} numbers of points that {} can have", unit_.called(),
                                        percents_.size(), base_.values().size(), base_.called()),
                            "at most 5,000,000 products, each of which is looked at",
                            "round the points of the base to fewer steps, or use fewer percentages"});
        return std::nullopt;
    }

    std::nullopt_t refused(Points base, base::Decimal percent) {
        if (const Series* series = on_.series()) return outside(*series);
        const std::string product =
            fmt::format("{} % of {} = {}", percent.to_string(), base.to_string(), product_text(base, percent));
        if (on_.mode()) {
            diagnostics_.error({"JE-E20", at_.at,
                                fmt::format("{} would have more points than can be held: {}", unit_.called(), product),
                                "points up to 999,999,999.9999", "count in a larger unit throughout, and say so in the title"});
        } else {
            diagnostics_.error(
                {"JE-E16", at_.at,
                 fmt::format("{} has no rounding, but a product is no number of at most four digits after the point "
                             "and 999,999,999.9999: {}",
                             unit_.called(), product),
                 "products that are points as they are, or a rounding",
                 "add 'rounding' with what the scheme rounds to, such as {to: 1, mode: half-up}"});
        }
        return std::nullopt;
    }

    std::nullopt_t outside(const Series& series) {
        diagnostics_.error(
            {"JE-E15", at_.at,
             fmt::format("the products of {} run from {} to {}, but series '{}' runs from {} to {}", unit_.called(),
                         product_text(base_.smallest(), percents_.front()), product_text(base_.largest(), percents_.back()),
                         series.id, series.values.front().to_string(), series.values.back().to_string()),
             "a series that every base value with every percentage lies within",
             "hold the series, the percentages and the base's points against the scheme's own document; where "
             "it prints more steps, add them"});
        return std::nullopt;
    }

    const ScoredUnit& unit_;
    const ScoredUnit& base_;
    const Dependence& on_;
    const Text& at_;
    base::Diagnostics& diagnostics_;
    std::vector<base::Decimal> percents_;
};

std::size_t place_of(const std::vector<ScoredUnit>& units, std::string_view id) {
    return static_cast<std::size_t>(
        std::find_if(units.begin(), units.end(), [&](const ScoredUnit& unit) { return unit.id() == id; }) - units.begin());
}

}  // namespace

std::vector<DependentLink> link_dependents(const SchemeDraft& draft, const std::vector<SeriesPtr>& series,
                                           base::Diagnostics& diagnostics) {
    return Linking{draft, series, diagnostics}.make();
}

std::vector<UnitIndex> make_dependents(std::vector<ScoredUnit>& units, const std::vector<DependentLink>& links,
                                       base::Diagnostics& diagnostics) {
    std::vector<UnitIndex> order;
    for (const DependentLink& link : links) {
        ScoredUnit& unit = units[place_of(units, link.unit.value)];
        ScoredUnit& base = units[place_of(units, link.base.value)];
        const Dependence on{UnitIndex{place_of(units, link.base.value)}, link.rounding};
        auto values = Products{unit, base, on, link.base, diagnostics}.values();
        if (!values) return order;
        unit.depend(on, *std::move(values));
        order.push_back(UnitIndex{place_of(units, link.unit.value)});
    }
    for (const UnitIndex unit : order) units[units[unit.value()].dependence()->base.value()].add_dependent(unit);
    return order;
}

}  // namespace je::model
