// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "scoring/proof.hpp"
#include "scoring/proof_deciding.hpp"
#include "scoring/words.hpp"

namespace je::scoring {

namespace {

using model::Points;

/// One level up in one factor.
struct LevelStep {
    Points points{};
    std::string text;  // "from level '7' to '8' of factor 'knowledge'"

    void replace_by_larger(Points other, const auto& describe) {
        if (other > points) {
            points = other;
            text = describe();
        }
    }
};

/// "from level '7' to '8' of factor 'knowledge' (at level 'B' of 'people')", where the unit combines the two.
std::string step_text(const model::Scheme& scheme, const model::ScoredUnit& unit, std::size_t option,
                      const model::ScoredUnit::Side& moved) {
    const model::Factor& factor = scheme[moved.factor];
    const std::size_t level = model::ScoredUnit::level_of(option, moved).value();
    std::string text = fmt::format("from level '{}' to '{}' of factor '{}'", factor.levels[level].id.text(),
                                   factor.levels[level + 1].id.text(), factor.id.text());
    for (const auto& side : unit.sides()) {
        if (side.factor == moved.factor) continue;
        const model::Factor& other = scheme[side.factor];
        text += fmt::format(" (at level '{}' of '{}')", other[model::ScoredUnit::level_of(option, side)].id.text(),
                            other.id.text());
    }
    return text;
}

/// How much a unit and all that depend on it move at most when its points move so: each percentage may be any.
class GroupGain {
public:
    explicit GroupGain(const model::Scheme& scheme) : scheme_{scheme} {}

    [[nodiscard]] Points of(const model::ScoredUnit& unit, Points from, Points to) {
        Points gain = to - from;
        if (unit.dependents().empty() || from == to) return gain;
        const auto [known, is_new] = known_.try_emplace({&unit, from, to});
        if (!is_new) return known->second;
        for (const model::UnitIndex dependent : unit.dependents()) gain += most_of(scheme_[dependent], from, to);
        return known_[{&unit, from, to}] = gain;
    }

private:
    [[nodiscard]] Points most_of(const model::ScoredUnit& unit, Points from, Points to) {
        std::set<base::Decimal> percents;
        std::optional<Points> most;
        for (std::size_t i = 0; i < unit.options().size(); ++i) {
            if (!unit[i].allowed || !percents.insert(unit[i].percent).second) continue;
            const Points gain = of(unit, unit.points_of(i, from), unit.points_of(i, to));
            most = std::max(most.value_or(gain), gain);
        }
        return most.value_or(Points{});
    }

    const model::Scheme& scheme_;
    std::map<std::tuple<const model::ScoredUnit*, Points, Points>, Points> known_;
};

/// A step of a dependent unit, beside each number of points of its base.
void look_at_dependent(const model::Scheme& scheme, const model::ScoredUnit& unit, std::size_t from,
                       const model::ScoredUnit::Side& side, GroupGain& gains, LevelStep& largest) {
    const model::ScoredUnit& base = scheme[unit.dependence()->base];
    for (const Points points : base.values()) {
        const Points gain = gains.of(unit, unit.points_of(from, points), unit.points_of(from + side.stride, points));
        largest.replace_by_larger(gain, [&] {
            return fmt::format("{} (beside {} points of '{}')", step_text(scheme, unit, from, side), points.to_string(),
                               base.id());
        });
    }
}

/// Steps between two options that are allowed, in units of which one depends on the other.
void look_at_grouped(const model::Scheme& scheme, const model::ScoredUnit& unit, LevelStep& largest) {
    GroupGain gains{scheme};
    std::set<std::pair<base::Decimal, base::Decimal>> seen;  // of a dependent unit: the same percentages give the same
    for (std::size_t from = 0; from < unit.options().size(); ++from) {
        for (std::size_t i = unit.sides().size(); i-- > 0;) {
            const model::ScoredUnit::Side& side = unit.sides()[i];
            if (model::ScoredUnit::level_of(from, side).value() + 1 >= side.levels) continue;
            const std::size_t to = from + side.stride;
            if (!unit[from].allowed || !unit[to].allowed) continue;
            if (unit.is_dependent()) {
                if (seen.emplace(unit[from].percent, unit[to].percent).second)
                    look_at_dependent(scheme, unit, from, side, gains, largest);
                continue;
            }
            largest.replace_by_larger(gains.of(unit, unit[from].points, unit[to].points),
                                      [&] { return step_text(scheme, unit, from, side) + ", with what depends on it,"; });
        }
    }
}

/// Steps between two options that are allowed.
void look_at_unit(const model::Scheme& scheme, const model::ScoredUnit& unit, LevelStep& largest) {
    if (unit.is_grouped()) return look_at_grouped(scheme, unit, largest);
    for (std::size_t from = 0; from < unit.options().size(); ++from) {
        for (std::size_t i = unit.sides().size(); i-- > 0;) {
            const model::ScoredUnit::Side& side = unit.sides()[i];
            if (model::ScoredUnit::level_of(from, side).value() + 1 >= side.levels) continue;
            const std::size_t to = from + side.stride;
            if (!unit[from].allowed || !unit[to].allowed) continue;
            largest.replace_by_larger(unit[to].points - unit[from].points, [&] { return step_text(scheme, unit, from, side); });
        }
    }
}

LevelStep largest_step(const model::Scheme& scheme) {
    LevelStep largest;
    visit_units(scheme, [&](const model::ScoredUnit& unit) { look_at_unit(scheme, unit, largest); });
    return largest;
}

constexpr Points smallest_unit{base::Decimal::from_units(1)};

}  // namespace

void check_steps(const model::Scheme& scheme, const model::BandTable& table, base::Diagnostics& diagnostics) {
    const LevelStep largest = largest_step(scheme);
    std::vector<std::string> narrow;
    const model::Band* first = nullptr;
    for (std::size_t i = 0; i + 1 < table.bands().size(); ++i) {
        const model::Band& band = table.bands()[i];
        const Points width =
            table.overlaps() ? *band.max + smallest_unit - band.floor : table.bands()[i + 1].floor - band.floor;
        if (width <= largest.points) {
            narrow.push_back(band.id.text());
            first = first == nullptr ? &band : first;
        }
    }
    if (first == nullptr) {
        return;
    }
    diagnostics.warning(
        {"JE-B52", first->at,
         fmt::format("the step {} is {} points, no less than the width of {} {}: it alone moves any job "
                     "out of such a band",
                     largest.text, largest.points.to_string(), narrow.size() == 1 ? "band" : "bands", listed(narrow)),
         "bands wider than any single level step",
         "if the scheme is as published, nothing: look closely at that level before deciding; else correct "
         "the points or the floors"});
}

namespace {

using model::Band;
using model::BandTable;

/// Totals from `from` up to but not including `end`, none of them in a band.
struct Hole {
    Points from{};
    Points end{};
    std::size_t band_above = 0;  // number of the band that begins at or after its end; the number of bands for the last hole
};

/// The holes of a table within the totals from `lowest` to `highest`.
std::vector<Hole> holes_of(const BandTable& table, Points lowest, Points highest) {
    std::vector<Hole> holes;
    Points from = lowest;
    for (std::size_t i = 0; i < table.bands().size(); ++i) {
        const Band& band = table.bands()[i];
        if (from < band.floor) {
            holes.push_back({from, band.floor, i});
        }
        const bool last = i + 1 == table.bands().size();
        const Points end = last ? highest + smallest_unit : table.bands()[i + 1].floor;
        from = std::max(from, band.max ? *band.max + smallest_unit : end);
    }
    if (from <= highest) {
        holes.push_back({from, highest + smallest_unit, table.bands().size()});
    }
    return holes;
}

/// What is left of a hole when the declared ones are taken out.
std::vector<Hole> undeclared(const Hole& hole, const BandTable& table) {
    std::vector<model::Unbanded> declared(table.unbanded().begin(), table.unbanded().end());
    std::sort(declared.begin(), declared.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
    std::vector<Hole> rest;
    Hole left = hole;
    for (const model::Unbanded& d : declared) {
        if (left.from < std::min(d.from, hole.end)) {
            rest.push_back({left.from, std::min(d.from, hole.end), hole.band_above});
        }
        left.from = std::max(left.from, d.to + smallest_unit);
    }
    if (left.from < left.end) {
        rest.push_back(left);
    }
    return rest;
}

/// What a band holds: "161 to 215", "from 161 to below 216" or "721 and more".
std::string extent(const BandTable& table, std::size_t band) {
    const Band& b = table.bands()[band];
    if (b.max) {
        return fmt::format("{} to {}", b.floor.to_string(), b.max->to_string());
    }
    if (band + 1 < table.bands().size()) {
        return fmt::format("from {} to below {}", b.floor.to_string(), table.bands()[band + 1].floor.to_string());
    }
    return fmt::format("{} and more", b.floor.to_string());
}

/// The proofs about one table.
class TableProof {
public:
    TableProof(const model::Scheme& scheme, const BandTable& table, const ReachableTotals& totals,
               base::Diagnostics& diagnostics)
        : scheme_{scheme}, table_{table}, totals_{totals}, diagnostics_{diagnostics} {}

    void run() const {
        for (const Hole& hole : holes_of(table_, totals_.smallest(), totals_.largest())) {
            for (const Hole& part : undeclared(hole, table_)) {
                check_hole(part);
            }
        }
        for (std::size_t i = 0; i < table_.bands().size(); ++i) {
            check_reached(i);
        }
        for (const model::Unbanded& declared : table_.unbanded()) {
            check_declared(declared);
        }
    }

private:
    void check_hole(const Hole& hole) const {
        const auto first = totals_.first_at_or_above(hole.from);
        if (!first || *first >= hole.end) {
            return;
        }
        const Points last = totals_.last_below(hole.end).value();
        const std::string range =
            *first == last ? first->to_string() : fmt::format("{} to {}", first->to_string(), last.to_string());
        const std::string found = *first == last ? fmt::format("the reachable total {} is in no band", range)
                                                 : fmt::format("the reachable totals from {} are in no band", range);
        diagnostics_.error(
            {"JE-B50", place_of(hole), fmt::format("{}; {} is {}", found, first->to_string(), example(*first)),
             "a band for every total that the factors can reach, or a hole declared under 'unbanded'",
             fmt::format("where the scheme's own table leaves them out, list {} under 'unbanded' with the reason; else {}",
                         range, way_out(hole, *first))});
    }

    [[nodiscard]] std::string example(Points total) const {
        return combination_text(scheme_, totals_.combination(scheme_, total).value());
    }

    [[nodiscard]] const base::SourcePosition& place_of(const Hole& hole) const {
        return table_.bands()[hole.band_above == 0 ? 0 : hole.band_above - 1].at;
    }

    [[nodiscard]] std::string way_out(const Hole& hole, Points first) const {
        const auto bands = table_.bands();
        if (hole.band_above == 0) {
            return fmt::format("begin band '{}' at {}", bands.front().id.text(), first.to_string());
        }
        const std::string& below = bands[hole.band_above - 1].id.text();
        if (table_.overlaps()) {
            return fmt::format("correct the 'max' of band '{}', if the scheme's own table has another", below);
        }
        if (hole.band_above == bands.size()) {
            return fmt::format("keep 'max' of band '{}' as a comment and set 'open_ended: true'", below);
        }
        return fmt::format("keep 'max' of band '{}' as a comment: it then holds every total below {}", below,
                           bands[hole.band_above].floor.to_string());
    }

    void check_reached(std::size_t number) const {
        const Band& band = table_.bands()[number];
        const auto first = totals_.first_at_or_above(band.floor);
        if (first && table_.bands_of(*first).contains(model::BandIndex{number})) {
            return;
        }
        diagnostics_.warning(
            {"JE-B51", band.at,
             fmt::format("no total can reach band '{}' ({}); totals run from {} to {}", band.id.text(), extent(table_, number),
                         totals_.smallest().to_string(), totals_.largest().to_string()),
             "bands that some combination of levels reaches",
             "hold its floor and the points against the scheme's own document; if it says so, leave them: the band "
             "stays empty"});
    }

    void check_declared(const model::Unbanded& declared) const {
        const auto first = totals_.first_at_or_above(declared.from);
        if (first && *first <= declared.to) {
            return;
        }
        diagnostics_.warning({"JE-B53", declared.at,
                              fmt::format("no total can reach the hole declared from {} to {}", declared.from.to_string(),
                                          declared.to.to_string()),
                              "declared holes that some combination of levels reaches",
                              "correct its ends, or let it stand: no job is touched by it"});
    }

    const model::Scheme& scheme_;
    const BandTable& table_;
    const ReachableTotals& totals_;
    base::Diagnostics& diagnostics_;
};

void check_rule_bands(const model::Scheme& scheme, const BandTable& table, base::Diagnostics& diagnostics) {
    for (const model::BandRule& rule : scheme.band_rules()) {
        std::vector<std::string> missing;
        for (const auto& band : rule.band_of_choice) {
            if (band && !table.find(band->text()) && std::find(missing.begin(), missing.end(), band->text()) == missing.end()) {
                missing.push_back(band->text());
            }
        }
        if (!missing.empty()) {
            diagnostics.error(
                {"JE-B54", table.at(),
                 fmt::format("band rule '{}' asks for {}, which this band table does not have", rule.id.text(),
                             listed(missing)),
                 "a table with every band that the scheme's band rules name",
                 "add the bands, or correct the band names in the rule; until then the rule has no effect there"});
        }
    }
}

}  // namespace

void check_bands(const model::Scheme& scheme, std::span<const BandTable> tables, base::Diagnostics& diagnostics) {
    if (tables.empty()) {
        return;
    }
    if (!scheme.has_points()) {
        for (const BandTable& table : tables) check_deciding(scheme, table, diagnostics);
        return;
    }
    const auto totals = ReachableTotals::of(scheme);
    for (const BandTable& table : tables) {
        check_rule_bands(scheme, table, diagnostics);
        check_steps(scheme, table, diagnostics);
        if (!totals) {
            diagnostics.warning({"JE-B55", table.at(), "the totals of this scheme are too many to prove that each is in a band",
                                 "points on a common step that divides their range into parts of which there are, "
                                 "times the number of levels, at "
                                 "most about eight thousand million",
                                 "nothing need be changed: jobs are scored exactly, and one whose total is in no band "
                                 "is told so; constraints "
                                 "over fewer factors make the proof smaller"});
        } else if (totals->count() > 0) {
            TableProof{scheme, table, *totals, diagnostics}.run();
        }
    }
}

}  // namespace je::scoring
