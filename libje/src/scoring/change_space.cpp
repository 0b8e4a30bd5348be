// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/change_space.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "scoring/rules.hpp"

namespace je::scoring {

namespace {

using model::BandIndex;
using model::BandTable;

/// Beyond every total that a scheme can have, and far enough from the ends of the integer to add to.
constexpr std::int64_t far = std::int64_t{1} << 61;

struct Segment {
    std::int64_t from;
    std::int64_t to;
    model::BandRange bands;  // that hold these totals
};

/// The whole line of totals, cut wherever a band begins or ends.
std::vector<Segment> segments_of(const BandTable& table) {
    std::vector<std::int64_t> starts{-far};
    for (std::size_t i = 0; i < table.bands().size(); ++i) {
        const model::Band& band = table.bands()[i];
        starts.push_back(band.floor.value().units());
        if (band.max) starts.push_back(band.max->value().units() + 1);
    }
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    std::vector<Segment> segments;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::int64_t end = i + 1 < starts.size() ? starts[i + 1] - 1 : far;
        const bool below_all = i == 0;  // where no decimal reaches
        segments.push_back(
            {starts[i], end,
             below_all ? model::BandRange{} : table.bands_of(model::Points{base::Decimal::from_units(starts[i])})});
    }
    return segments;
}

/// Everything below the floor of `lowest` becomes that band, and no lower one is left above it.
std::vector<Segment> with_lowest(const std::vector<Segment>& segments, const BandTable& table, BandIndex lowest) {
    const std::int64_t floor = table[lowest].floor.value().units();
    std::vector<Segment> result{{-far, floor - 1, {lowest.value(), lowest.value() + 1}}};
    for (Segment segment : segments) {
        if (segment.from < floor) continue;
        segment.bands.first = std::max(segment.bands.first, lowest.value());
        result.push_back(segment);
    }
    return result;
}

bool begins_above(const BandTable& table, const model::BandOrNone& band, model::Points total) {
    return band.visit([&](BandIndex one) { return table[one].floor > total; }, [] { return false; });
}

/// Whether arriving in `reached` counts. A job in no band is raised by a band that begins above its total; it has none to lose.
bool counts(const BandTable& table, const model::BandOrNone& now, model::Points total, const model::BandOrNone& reached,
            Direction direction) {
    switch (model::band_move(now, reached)) {
        case model::BandMove::up:
            return direction == Direction::raise;
        case model::BandMove::down:
        case model::BandMove::out_of_bands:
            return direction != Direction::raise;
        case model::BandMove::into_a_band:
            return direction != Direction::raise_and_lose &&
                   begins_above(table, reached, total) == (direction == Direction::raise);
        case model::BandMove::same:
        case model::BandMove::in_no_band:
            return false;
    }
    return false;
}

/// Whether no value total + n x grid lies strictly between `low` and `high`.
bool nothing_between(std::int64_t low, std::int64_t high, Directed total, std::int64_t grid) {
    if (high - low <= 1) {
        return true;
    }
    if (grid == 0) {
        return total <= low || total >= high;
    }
    const std::int64_t ahead = (total - low) % grid;
    const std::int64_t to_first = ahead > 0 ? ahead : ahead + grid;
    return low + to_first >= high;
}

}  // namespace

model::BandOrNone nearest_of(const model::BandRange& bands, const model::BandOrNone& now) {
    if (bands.empty()) return std::nullopt;
    return now.visit(
        [&](BandIndex one) { return model::BandOrNone{BandIndex{std::clamp(one.value(), bands.first, bands.end - 1)}}; },
        [&] { return model::BandOrNone{bands.lowest()}; });
}

TargetTotals::TargetTotals(const BandTable& table, const model::BandOrNone& now, model::Points total,
                           std::optional<BandIndex> lowest_band, Direction direction, std::int64_t grid,
                           std::optional<BandIndex> reach) {
    auto segments = segments_of(table);
    if (lowest_band) {
        segments = with_lowest(segments, table, *lowest_band);
    }
    if (direction == Direction::lower) {
        std::reverse(segments.begin(), segments.end());
    }
    for (const Segment& segment : segments) {
        const auto arrived = nearest_of(segment.bands, now);
        if (!counts(table, now, total, arrived, direction)) {
            continue;
        }
        if (reach && (segment.bands.empty() || segment.bands.highest() < *reach)) {
            continue;
        }
        const bool down = direction == Direction::lower;
        const DirectedRange range = down ? DirectedRange{-segment.to, -segment.from} : DirectedRange{segment.from, segment.to};
        if (!ranges_.empty() && nothing_between(ranges_.back().to, range.from, directed(total, direction), grid)) {
            ranges_.back().to = range.to;
        } else {
            ranges_.push_back(range);
        }
    }
}

bool TargetTotals::holds(Directed total) const {
    const DirectedRange* range = next_range(total);
    return range != nullptr && range->from <= total;
}

const DirectedRange* TargetTotals::next_range(Directed total) const {
    const auto next = std::lower_bound(ranges_.begin(), ranges_.end(), total,
                                       [](const DirectedRange& range, Directed one) { return range.to < one; });
    return next == ranges_.end() ? nullptr : &*next;
}

using model::FactorIndex;
using model::LevelIndex;

ChangeSpace::ChangeSpace(const model::Scheme& scheme, const model::BandTable& table, const model::Answers& answers,
                         Levels levels, Direction direction, const std::vector<FactorIndex>& only)
    : scheme_{scheme},
      table_{table},
      answers_{answers},
      levels_{std::move(levels)},
      direction_{direction},
      is_linked_(scheme.factors().size(), false) {
    find_linked();
    find_ahead();
    for (std::size_t i = 0; i < is_linked_.size(); ++i) {
        if (!only.empty() && std::find(only.begin(), only.end(), FactorIndex{i}) == only.end()) {
            continue;
        }
        if (is_linked_[i]) {
            linked_.push_back(i);
        } else if (steps_of(i) > 0) {
            add_plain(i);
        }
    }
    std::stable_sort(plain_.begin(), plain_.end(),
                     [](const PlainFactor& a, const PlainFactor& b) { return a.gains.back() > b.gains.back(); });
    bool allowed = true;
    linked_now_ = linked_points(levels_, allowed);
    find_grid();
    const auto units = scheme.units();
    const auto combined = std::count_if(units.begin(), units.end(), [](const auto& unit) { return unit.is_combined(); });
    effort_ = scheme.factors().size() + static_cast<std::size_t>(combined);
    for (const model::RuleReach& rule : scheme.rules()) effort_ += rule.effort;
}

void ChangeSpace::find_linked() {
    for (const model::ScoredUnit& unit : scheme_.units()) {
        if (!unit.is_combined() && !unit.is_grouped()) continue;
        for (const auto& side : unit.sides()) is_linked_[side.factor.value()] = true;
    }
    for (const model::RuleReach& rule : scheme_.rules()) {
        for (const FactorIndex factor : rule.reads) {
            if (rule.binds) is_linked_[factor.value()] = true;
        }
    }
    if (const auto* deciding = table_.deciding()) {
        for (const FactorIndex factor : deciding->factors) is_linked_[factor.value()] = true;
    }
}

void ChangeSpace::add_plain(std::size_t factor) {
    const model::Factor& moved = scheme_.factors()[factor];
    const Directed now = directed(moved[levels_[factor]].points, direction_);
    PlainFactor plain{factor, {}};
    for (std::size_t steps = 1; steps <= steps_of(factor); ++steps) {
        plain.gains.push_back(directed(moved[level_after({factor, steps})].points, direction_) - now);
    }
    plain_.push_back(std::move(plain));
}

void ChangeSpace::find_ahead() {
    std::vector<bool> has_modifiers(scheme_.factors().size(), false);
    for (const model::Modifier& modifier : scheme_.modifiers()) has_modifiers[modifier.factor.value()] = true;
    ahead_.resize(scheme_.factors().size());
    for (std::size_t f = 0; f < ahead_.size(); ++f) {
        const std::size_t count = scheme_.factors()[f].levels.size();
        std::vector<bool> given(count, !has_modifiers[f]);
        for (std::size_t stated = 0; has_modifiers[f] && stated < count; ++stated) {
            const std::array before{LevelIndex{stated}};
            const PossibleLevels after{scheme_, answers_, FactorIndex{f}, before};
            for (std::size_t level = 0; level < count; ++level) given[level] = given[level] || after.contains(level);
        }
        const std::size_t now = levels_[f].value();
        const bool down = direction_ == Direction::lower;
        for (std::size_t steps = 1; steps <= (down ? now : count - 1 - now); ++steps) {
            const std::size_t level = down ? now - steps : now + steps;
            if (given[level]) ahead_[f].push_back(LevelIndex{level});
        }
    }
}

std::size_t ChangeSpace::steps_of(std::size_t factor) const { return ahead_[factor].size(); }

LevelIndex ChangeSpace::level_after(const Move& move) const {
    return move.steps == 0 ? levels_[move.factor] : ahead_[move.factor][move.steps - 1];
}

Directed ChangeSpace::linked_points(const Levels& levels, bool& allowed) const {
    Directed sum = 0;
    for (std::size_t i = 0; i < scheme_.units().size(); ++i) {
        if (!is_linked_[scheme_.units()[i].sides().front().factor.value()]) continue;
        const auto points = scheme_.points_of(model::UnitIndex{i}, levels_in(levels));
        allowed = allowed && points.has_value();
        sum += points ? directed(*points, direction_) : 0;
    }
    return sum;
}

LinkedEffect ChangeSpace::effect(const std::vector<Move>& moves) const {
    Levels levels = levels_;
    for (const Move& move : moves) {
        levels[move.factor] = level_after(move);
    }
    LinkedEffect result;
    result.gain = linked_points(levels, result.allowed) - linked_now_;
    result.allowed = result.allowed && !breaks_a_rule(scheme_, levels_in(levels), answers_.facts);
    if (result.allowed) {
        result.lowest_band = ask_band_rules(scheme_, table_, levels_in(levels), answers_.facts).certain.band;
    }
    return result;
}

void ChangeSpace::find_grid() {
    for (const PlainFactor& plain : plain_) {
        for (const Directed gain : plain.gains) {
            grid_ = std::gcd(grid_, gain);
        }
    }
    for (const model::ScoredUnit& unit : scheme_.units()) {
        const std::size_t factor = unit.sides().front().factor.value();
        const bool moves =
            unit.is_combined() || unit.is_grouped() || std::find(linked_.begin(), linked_.end(), factor) != linked_.end();
        if (!moves) continue;
        for (const model::Points points : unit.values()) grid_ = std::gcd(grid_, (points - unit.smallest()).value().units());
    }
}

namespace {

bool better(const MoveSet& a, const MoveSet& b) { return a.key() < b.key(); }

/// For each factor, how many ids come before its own.
std::vector<std::size_t> ranks_of_ids(const model::Scheme& scheme) {
    std::vector<std::size_t> order(scheme.factors().size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return scheme.factors()[a].id < scheme.factors()[b].id; });
    std::vector<std::size_t> ranks(order.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        ranks[order[place]] = place;
    }
    return ranks;
}

}  // namespace

BestMoves::BestMoves(const model::Scheme& scheme, const ChangeSpace& space, std::size_t keep)
    : space_{&space}, keep_{keep}, id_rank_{ranks_of_ids(scheme)} {}

void BestMoves::offer(const std::vector<Move>& moves, Directed gain) {
    MoveSet set;
    set.factors = moves.size();
    set.moved = gain < 0 ? -gain : gain;
    for (const Move& move : moves) {
        set.steps += move.steps;
    }
    ++found_;
    one_step_each_ += set.steps == set.factors ? 1 : 0;
    const auto first_key = [](const MoveSet& s) { return std::tie(s.steps, s.factors, s.moved); };
    if (full() && first_key(kept_.front()) < first_key(set)) {
        return;
    }
    complete(set, moves);
    if (full()) {
        if (!better(set, kept_.front())) {
            return;
        }
        std::pop_heap(kept_.begin(), kept_.end(), better);
        kept_.pop_back();
    }
    kept_.push_back(std::move(set));
    if (keep_ != 0) {
        std::push_heap(kept_.begin(), kept_.end(), better);
    }
}

void BestMoves::complete(MoveSet& set, const std::vector<Move>& moves) const {
    set.moves = moves;
    std::sort(set.moves.begin(), set.moves.end(), [](const Move& a, const Move& b) { return a.factor < b.factor; });
    for (const Move& move : set.moves) {
        set.id_ranks.push_back(id_rank_[move.factor]);
        set.levels.push_back(space_->level_after(move));
    }
}

std::vector<MoveSet> BestMoves::take() && {
    std::sort(kept_.begin(), kept_.end(), better);
    return std::move(kept_);
}

}  // namespace je::scoring
