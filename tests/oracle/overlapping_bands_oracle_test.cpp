// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "je/model/job.hpp"
#include "je/scoring/level_changes.hpp"
#include "oracle/random_scheme.hpp"
#include "oracle/slow_changes.hpp"
#include "oracle/slow_levels.hpp"
#include "oracle/slow_score.hpp"
#include "sensitivity/exact_shares.hpp"
#include "sensitivity/levels.hpp"
#include "support/bands.hpp"
#include "support/close.hpp"
#include "support/weigh.hpp"

namespace je::slow::overlapping_bands_oracle_test {

namespace {

using model::BandIndex;
using model::Points;
using scoring::Direction;
using scoring::ProblemKind;

/// A table of two to five bands over the totals of a scheme, floors and ends rising; neighbours overlap, touch or leave a hole.
model::BandTable random_table(const model::Scheme& scheme, Random& random) {
    const auto lowest = scheme.smallest_total().value().units(), highest = scheme.largest_total().value().units();
    const std::int64_t step = 1000;
    const auto steps = static_cast<std::size_t>((highest - lowest) / step);
    const std::size_t count = random.from(2, 5);
    const auto rising = [&] {
        std::set<std::int64_t> values;
        while (values.size() < count)
            values.insert(lowest + step * static_cast<std::int64_t>(random.from(0, std::max<std::size_t>(steps, count))));
        return std::vector<std::int64_t>(values.begin(), values.end());
    };
    const auto floors = rising();
    // Most tables have each end at or above the next floor.
    auto ends = rising();
    const bool overlapping = !random.one_in(4);
    for (std::size_t i = 0; overlapping && i + 1 < count; ++i)
        ends[i] = std::max(ends[i], floors[i + 1] + step * static_cast<std::int64_t>(random.from(0, 60)));
    std::int64_t least = -1;
    model::BandTableDraft draft;
    draft.overlaps = true;
    for (std::size_t i = 0; i < count; ++i) {
        ends[i] = least = std::max({ends[i], floors[i], least + 1});
        model::BandTableDraft::Band band{test::text(std::string(1, static_cast<char>('A' + i))), "", {}, {}, ""};
        band.floor = base::Located<base::Decimal>{base::Decimal::from_units(floors[i]), {}};
        band.max = base::Located<base::Decimal>{base::Decimal::from_units(ends[i]), {}};
        draft.bands.push_back(std::move(band));
    }
    draft.open_ended = random.one_in(3);
    if (draft.open_ended) draft.bands.back().max.reset();
    base::Diagnostics diagnostics;
    const auto table = model::BandTable::make(draft, diagnostics);
    REQUIRE(table.has_value());
    return *table;
}

std::set<std::size_t> as_set(const std::vector<BandIndex>& bands) {
    std::set<std::size_t> result;
    for (const BandIndex band : bands) result.insert(band.value());
    return result;
}

void choose(model::Answers& answers, const std::string& band) {
    answers.choice = std::make_shared<const model::BandChoice>(model::BandChoice{.band = {band, {}}, .reason = "So agreed."});
}

std::size_t choice_problems(const scoring::Score& score, ProblemKind kind) {
    return static_cast<std::size_t>(
        std::count_if(score.problems.begin(), score.problems.end(), [&](const auto& one) { return one.kind == kind; }));
}

/// A job, a table of its scheme, and the bands that the plain scorer gives.
struct Case {
    model::Scheme scheme;
    model::BandTable table;
    model::Answers answers;
    Levels levels;
    Outcome plain;
};

struct Met {
    std::size_t jobs = 0, none = 0, one = 0, several = 0, sets = 0, lost_upwards = 0;
};

template <class Look>
void every_job(std::uint64_t first, std::uint64_t last, const Parts& parts, Look look) {
    for (std::uint64_t seed = first; seed <= last; ++seed) {
        CAPTURE(seed);
        const auto scheme = random_scheme(seed, parts);
        Random random{seed};
        for (std::size_t i = 0; i < 6; ++i) {
            CAPTURE(i);
            const auto answers = random_answers(scheme, random, 0);
            const auto levels = levels_after_rules(scheme, answers);
            if (!levels) continue;
            const auto table = random_table(scheme, random);
            const auto plain = outcome(scheme, &table, *levels, answers.facts);
            if (plain.allowed) look(Case{scheme, table, answers, *levels, plain}, random);
        }
    }
}

void look_at_choices(const Case& one, const scoring::Score& open) {
    for (std::size_t i = 0; i < one.table.bands().size(); ++i) {
        auto answers = one.answers;
        choose(answers, one.table.bands()[i].id.text());
        const auto score = scoring::score(one.scheme, &one.table, answers);
        const bool held = one.plain.bands.contains(i);
        const bool several = one.plain.bands.size() > 1;
        CHECK(score.total_min == open.total_min);
        CHECK(score.bands == open.bands);
        CHECK(choice_problems(score, ProblemKind::choice_not_held) == (held ? 0 : 1));
        CHECK(choice_problems(score, ProblemKind::choice_idle) == (held && !several ? 1 : 0));
        CHECK(score.band_is_open() == (several && !held));
        if (held) CHECK(test::plain(score.band_min) == BandIndex{i});
        if (!held) CHECK(score.band_min == open.band_min);
    }
}

}  // namespace

TEST_CASE(
    "the bands of complete jobs are those that the words of the table and of rules give, and a choice takes one of them") {
    Met met;
    every_job(1, 700, {.most_factors = 4}, [&](const Case& one, Random&) {
        const auto score = scoring::score(one.scheme, &one.table, one.answers);
        ++met.jobs;
        (one.plain.bands.empty() ? met.none : one.plain.bands.size() == 1 ? met.one : met.several)++;
        CHECK(as_set(score.bands) == one.plain.bands);
        CHECK(score.complete);
        CHECK(score.band_is_open() == (one.plain.bands.size() > 1));
        CHECK(score.band_min.is_none() == one.plain.bands.empty());
        if (!one.plain.bands.empty()) {
            CHECK(test::plain(score.band_min) == BandIndex{*one.plain.bands.begin()});
            CHECK(test::plain(score.band_max) == BandIndex{*one.plain.bands.rbegin()});
        }
        for (const scoring::Held& held : scoring::holding_bands(one.table, score.total_min)) {
            const auto& band = one.table[held.band];
            CHECK(held.above_floor == score.total_min - band.floor);
            CHECK(held.below_top.has_value() == band.max.has_value());
            if (band.max) CHECK(*held.below_top == *band.max - score.total_min);
        }
        look_at_choices(one, score);
    });
    CHECK(met.jobs > 1500);
    CHECK(met.none > 100);
    CHECK(met.one > 300);
    CHECK(met.several > 300);
}

TEST_CASE(
    "an incomplete job may be in every band of every completion, and without rules about bands in no other than its range") {
    std::size_t open = 0;
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        CAPTURE(seed);
        const bool rules = seed % 2 == 0;
        const auto scheme = random_scheme(seed, {.facts = rules, .most_factors = 4, .most_levels = 4});
        Random random{seed + 1'000'000};
        const auto table = random_table(scheme, random);
        for (std::size_t i = 0; i < 6; ++i) {
            const auto answers = random_answers(scheme, random, 30);
            const auto score = scoring::score(scheme, &table, answers);
            const auto bands = as_set(score.bands);
            if (score.has_errors()) continue;
            every_completion(scheme, answers, [&](const model::Answers& full, const Levels& levels) {
                const auto then = outcome(scheme, &table, levels, full.facts);
                if (!then.allowed) return;
                for (const std::size_t band : then.bands) CHECK(bands.contains(band));
            });
            for (const std::size_t band : bands) {
                if (rules) continue;
                CHECK(table.bands()[band].floor <= score.total_max);
                CHECK((!table.bands()[band].max || score.total_min <= *table.bands()[band].max));
            }
            open += !score.complete && bands.size() > 1 ? 1 : 0;
        }
    }
    CHECK(open > 300);
}

TEST_CASE("smallest changes where bands overlap are those of an exhaustive search, chosen or not, and to a band asked for") {
    Met met;
    every_job(2001, 3000, {.most_factors = 4, .most_levels = 4}, [&](const Case& one, Random& random) {
        auto answers = one.answers;
        std::optional<BandIndex> chosen;
        if (one.plain.bands.size() > 1 && random.one_in(2)) {
            const std::vector<std::size_t> bands(one.plain.bands.begin(), one.plain.bands.end());
            chosen = BandIndex{random.pick(bands)};
            choose(answers, one.table[*chosen].id.text());
        }
        const auto score = scoring::score(one.scheme, &one.table, answers);
        std::optional<BandIndex> asked;
        if (random.one_in(2)) asked = BandIndex{random.from(0, one.table.bands().size() - 1)};
        const auto above = [&](BandIndex now) { return asked && *asked > now; };
        const bool is_above = score.band_max.visit(above, [&] { return asked && one.table[*asked].floor > score.total_min; });
        for (const auto direction : {Direction::raise, Direction::lower, Direction::raise_and_lose}) {
            CAPTURE(static_cast<int>(direction));
            const auto found = scoring::smallest_changes(one.scheme, one.table, answers, score, direction,
                                                         {.max_factors = 3, .keep = 0, .to_band = asked});
            const auto expected =
                EveryChange{one.scheme, one.table, one.levels, answers.facts, direction, {}, is_above ? asked : std::nullopt,
                            chosen}
                    .find(3);
            CHECK(text_of(as_changes(one.scheme, found.sets)) == text_of(expected));
            for (const auto& set : found.sets) {
                if (set.to_band)
                    CHECK(std::find(set.to_bands.begin(), set.to_bands.end(), *test::plain(set.to_band)) != set.to_bands.end());
            }
            met.sets += expected.size();
            if (direction == Direction::raise_and_lose) met.lost_upwards += expected.size();
        }
        ++met.jobs;
        met.several += one.plain.bands.size() > 1 ? 1 : 0;
    });
    CHECK(met.jobs > 2000);
    CHECK(met.several > 300);
    CHECK(met.sets > 3000);
    CHECK(met.lost_upwards > 50);
}

TEST_CASE("steps of one level and chances of bands that overlap are those of the plain way") {
    std::size_t changing = 0, chances = 0, above_one = 0;
    every_job(4001, 4200, {.matrix = false, .constraints = false, .facts = false, .most_factors = 4, .most_levels = 4},
              [&](const Case& one, Random& random) {
                  auto answers = one.answers;
                  std::optional<std::size_t> chosen;
                  if (one.plain.bands.size() > 1 && random.one_in(2)) chosen = *one.plain.bands.rbegin();
                  if (chosen) choose(answers, one.table.bands()[*chosen].id.text());
                  const std::vector<sensitivity::LevelsJob> jobs{{"job", &answers}};
                  const auto chance = base::Decimal::from_units(2'000);
                  const sensitivity::LevelsOptions options{.keep_pairs = 0,
                                                           .uncertainty = sensitivity::AdjacentLevels{chance, false}};
                  const auto found = sensitivity::look_at_levels(one.scheme, one.table, jobs, options).front();
                  const auto look = [&](const Levels& levels, const sensitivity::Moved& result) {
                      const auto then = outcome(one.scheme, &one.table, levels, answers.facts);
                      const bool up = then.total > one.plain.total;
                      std::optional<std::size_t> from = chosen;
                      if (!from && !one.plain.bands.empty()) from = up ? *one.plain.bands.rbegin() : *one.plain.bands.begin();
                      const bool changes = from ? !then.bands.contains(*from) : !then.bands.empty();
                      CHECK(result.total == then.total);
                      CHECK(result.changes_band == changes);
                      CHECK(result.band.is_none() == then.bands.empty());
                      changing += changes ? 1 : 0;
                  };
                  for (const auto& step : found.one_step) {
                      Levels levels = one.levels;
                      levels[step.move.factor.value()] = step.move.to;
                      look(levels, step.result);
                  }
                  for (const auto& pair : found.pairs.changing) {
                      Levels levels = one.levels;
                      for (const auto& move : pair.moves) levels[move.factor.value()] = move.to;
                      look(levels, pair.result);
                  }
                  LevelTable table;
                  for (std::size_t f = 0; f < one.levels.size(); ++f)
                      table.push_back(off_by_one(one.scheme.factors()[f].levels.size(), one.levels[f].value(), 0.2));
                  const auto expected = every_draw(one.scheme, one.table, table, answers.facts);
                  REQUIRE(expected.has_value());
                  REQUIRE(found.chances->has_value());
                  double sum = 0;
                  REQUIRE((*found.chances)->bands.size() == expected->bands.size());
                  auto next = expected->bands.begin();
                  for (const auto& band : (*found.chances)->bands) {
                      CHECK(band.band.visit([](BandIndex i) { return static_cast<int>(i.value()); }, [] { return -1; }) ==
                            next->first);
                      CHECK(test::close(band.chance, next->second, 0, 1e-12));
                      sum += band.chance;
                      ++next;
                  }
                  above_one += sum > 1.01 ? 1 : 0;
                  ++chances;
              });
    CHECK(changing > 1000);
    CHECK(chances > 500);
    CHECK(above_one > 100);
}

namespace {

/// The share of a region in which a total is at or above `from`, and below `until` where there is such an end: by two
/// thresholds.
double held_share(const sensitivity::Grid& grid, const sensitivity::Region& region, std::span<const std::int64_t> points,
                  std::int64_t from, const std::optional<std::int64_t>& until) {
    const auto below = [&](std::int64_t threshold) {
        return sensitivity::exact_share_below(grid, region, points, threshold).value;
    };
    return std::max(0.0, (until ? below(*until) : 1.0) - below(from));
}

}  // namespace

TEST_CASE("rungs of a table that overlaps add up to the share of the region in which each band holds the total") {
    std::size_t jobs = 0, above_one = 0;
    every_job(6001, 6150, {.null_cells = false, .constraints = false, .facts = false, .most_factors = 4},
              [&](const Case& one, Random& random) {
                  const auto made = sensitivity::Grid::make(one.scheme, one.table);
                  if (!made) return;
                  const auto& grid = *made;
                  const auto points = grid.points_of(scoring::score(one.scheme, &one.table, one.answers));
                  sensitivity::WeightsOptions options;
                  options.region.kind = random.one_in(2) ? sensitivity::RegionKind::simplex : sensitivity::RegionKind::spread;
                  options.region.spread = base::Decimal::from_units(5'000);
                  const auto job = sensitivity::weigh(grid, points, options).front();
                  double sum = 0;
                  for (std::size_t b = 0; b < one.table.bands().size(); ++b) {
                      const auto& band = one.table.bands()[b];
                      const std::int64_t from = band.floor.value().units() / grid.step();
                      const auto until = band.max ? std::optional{band.max->value().units() / grid.step() + 1} : std::nullopt;
                      double share = 0;
                      for (const auto& rung : job.shares) {
                          if (grid.ladder().bands_of(rung.rung).contains(BandIndex{b})) share += rung.share;
                      }
                      CAPTURE(b);
                      CHECK(test::close(share, held_share(grid, options.region, points, from, until), 0, 1e-7));
                      sum += share;
                  }
                  // The present band, or bands, hold as far as their own floor and end.
                  const auto kept = grid.ladder().kept(job.rung, {});
                  const auto now = grid.ladder().bands_of(job.rung);
                  for (sensitivity::Rung rung = kept.from; rung <= kept.to && !now.empty(); ++rung) {
                      const auto held = grid.ladder().bands_of(rung);
                      CHECK((held.contains(now.lowest()) || held.contains(now.highest())));
                  }
                  if (!now.empty() && kept.to + 1 < grid.ladder().rungs())
                      CHECK_FALSE(grid.ladder().bands_of(kept.to + 1).contains(now.highest()));
                  if (!now.empty() && kept.from > 0) CHECK_FALSE(grid.ladder().bands_of(kept.from - 1).contains(now.lowest()));
                  above_one += sum > 1.01 ? 1 : 0;
                  ++jobs;
              });
    CHECK(jobs > 400);
    CHECK(above_one > 100);
}

}  // namespace je::slow::overlapping_bands_oracle_test
