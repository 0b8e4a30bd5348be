// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/job_sums.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "scoring/group_sums.hpp"
#include "scoring/rules.hpp"
#include "scoring/shared_facts.hpp"

namespace je::scoring {

namespace {

using model::Points;

/// Sums looked at for one job, as there may be a million jobs.
constexpr std::uint64_t most_cells = std::uint64_t{1} << 16U;
/// Choices of options of a unit with all that depends on it: no fewer than the what-if of a page goes through.
constexpr std::uint64_t most_choices_of_job = std::uint64_t{1} << 18U;

/// The options that a unit may have: all that its factors may give between their lowest and highest levels.
OptionClass possible_options(const model::ScoredUnit& unit, const std::vector<FactorScore>& factors) {
    OptionClass options;
    const auto possible = [&](model::FactorIndex factor, const auto& visit) { factors[factor.value()].visit_possible(visit); };
    unit.visit_options(possible, [&](std::size_t option) {
        if (unit[option].allowed) options.push_back({unit[option].points.value().units(), option});
    });
    return options;
}

/// Units that depend on none, with the factors that facts not known tie together.
struct TiedRoots {
    std::set<std::size_t> roots;
    std::vector<model::FactorIndex> factors;
    std::vector<SharedFact> facts;

    void take(const TiedRoots& other) {
        roots.insert(other.roots.begin(), other.roots.end());
        factors.insert(factors.end(), other.factors.begin(), other.factors.end());
        facts.insert(facts.end(), other.facts.begin(), other.facts.end());
    }
};

/// Ties that share a unit are one.
std::vector<TiedRoots> tied_roots(const model::Scheme& scheme, std::vector<TiedFactors> ties) {
    std::vector<TiedRoots> all;
    for (TiedFactors& tie : ties) {
        TiedRoots one{{}, std::move(tie.factors), std::move(tie.facts)};
        for (const model::FactorIndex factor : one.factors) one.roots.insert(scheme.root_of(factor).value());
        const auto meets = [&](const TiedRoots& other) {
            return std::any_of(other.roots.begin(), other.roots.end(),
                               [&](std::size_t root) { return one.roots.contains(root); });
        };
        for (const TiedRoots& other : all) {
            if (meets(other)) one.take(other);
        }
        std::erase_if(all, meets);
        all.push_back(std::move(one));
    }
    return all;
}

/// How many combinations of outcomes there are; nothing for more than may be gone through.
std::optional<std::size_t> combinations_of(const std::vector<SharedFact>& facts) {
    std::size_t count = 1;
    for (const SharedFact& fact : facts) {
        count *= fact.outcomes.size();
        if (count > most_outcome_combinations) return std::nullopt;
    }
    return count;
}

/// Adds up one sum of each part.
PartSums all_sums(const std::vector<PartSums>& parts) {
    PartSums sums{0};
    for (const PartSums& part : parts) {
        PartSums next;
        for (const std::int64_t sum : sums) {
            for (const std::int64_t one : part) next.push_back(sum + one);
        }
        sort_once(next);
        sums = std::move(next);
    }
    return sums;
}

/// What tied roots give together, over every combination of outcomes of their facts.
class TieSums {
public:
    TieSums(const model::Scheme& scheme, const model::Answers& answers, const std::vector<FactorScore>& factors,
            const TiedRoots& tie)
        : scheme_{scheme}, answers_{answers}, factors_{factors}, tie_{tie}, with_facts_{answers} {}

    [[nodiscard]] std::optional<PartSums> sums(std::size_t combinations) {
        for (std::size_t n = 0; n < combinations; ++n) {
            set_facts(n);
            for (const model::FactorIndex factor : tie_.factors) set_levels(factor);
            if (!add()) return std::nullopt;
        }
        sort_once(sums_);
        return std::move(sums_);
    }

private:
    void set_facts(std::size_t number) {
        for (const SharedFact& fact : tie_.facts) {
            with_facts_.facts[fact.fact.value()] = fact.outcomes[number % fact.outcomes.size()].values.front();
            number /= fact.outcomes.size();
        }
    }

    /// Modifiers see the facts as they are known: what only they use ties nothing together.
    void set_levels(model::FactorIndex factor) {
        const auto before = levels_by_answers(scheme_, with_facts_, factor);
        factors_[factor.value()].leave(PossibleLevels{scheme_, answers_, factor, before}.all());
    }

    [[nodiscard]] bool add() {
        std::vector<PartSums> parts;
        for (const std::size_t root : tie_.roots) {
            auto part = possible_points(scheme_, root, factors_);
            if (!part) return false;
            parts.push_back(*std::move(part));
        }
        const PartSums sums = all_sums(parts);
        sums_.insert(sums_.end(), sums.begin(), sums.end());
        if (sums_.size() > most_cells) sort_once(sums_);
        return true;
    }

    const model::Scheme& scheme_;
    const model::Answers& answers_;
    std::vector<FactorScore> factors_;
    const TiedRoots& tie_;
    model::Answers with_facts_;
    PartSums sums_;
};

}  // namespace

std::optional<PartSums> possible_points(const model::Scheme& scheme, std::size_t root,
                                        const std::vector<FactorScore>& factors) {
    if (!scheme.units()[root].is_grouped()) {
        PartSums points;
        for (const AllowedOption& option : possible_options(scheme.units()[root], factors)) points.push_back(option.points);
        sort_once(points);
        return points;
    }
    std::map<std::size_t, OptionClass> options;
    scheme.visit_group(model::UnitIndex{root},
                       [&](model::UnitIndex one) { options[one.value()] = possible_options(scheme[one], factors); });
    return GroupSums{scheme, root, [&](std::size_t one) -> const OptionClass& { return options.at(one); }}.sums(
        most_choices_of_job);
}

std::optional<JobParts> parts_of_job(const model::Scheme& scheme, const model::Answers& answers,
                                     const std::vector<FactorScore>& factors) {
    JobParts parts;
    std::set<std::size_t> done;
    const auto add = [&](std::optional<PartSums> part) {
        if (!part || part->empty()) return false;
        parts.parts.push_back(*std::move(part));
        return true;
    };
    for (const TiedRoots& tie : tied_roots(scheme, tied_factors(scheme, answers, factors))) {
        const auto combinations = combinations_of(tie.facts);
        parts.exact = parts.exact && combinations;
        if (!combinations) continue;
        if (!add(TieSums{scheme, answers, factors, tie}.sums(*combinations))) return std::nullopt;
        done.insert(tie.roots.begin(), tie.roots.end());
    }
    for (std::size_t i = 0; i < scheme.units().size(); ++i) {
        if (scheme.units()[i].is_dependent() || done.contains(i)) continue;
        if (!add(possible_points(scheme, i, factors))) return std::nullopt;
    }
    return parts;
}

Points JobParts::smallest() const {
    std::int64_t sum = 0;
    for (const PartSums& part : parts) sum += part.front();
    return Points{base::Decimal::from_units(sum)};
}

Points JobParts::largest() const {
    std::int64_t sum = 0;
    for (const PartSums& part : parts) sum += part.back();
    return Points{base::Decimal::from_units(sum)};
}

std::optional<JobSums> sums_of(const JobParts& parts) {
    TotalsGrid grid{0, 0};
    std::int64_t span = 0;
    for (const PartSums& part : parts.parts) {
        grid.base += part.front();
        span += part.back() - part.front();
        for (const std::int64_t one : part) grid.step = std::gcd(grid.step, one - part.front());
    }
    grid.step = std::max<std::int64_t>(grid.step, 1);
    if (static_cast<std::uint64_t>(span / grid.step) >= most_cells) return std::nullopt;
    std::vector<Terms> terms;
    for (const PartSums& part : parts.parts) {
        if (part.size() == 1) continue;
        Terms& each = terms.emplace_back();
        for (const std::int64_t one : part) each.push_back(static_cast<std::uint64_t>((one - part.front()) / grid.step));
    }
    return JobSums{grid, sums_of(terms)};
}

std::optional<Points> JobSums::first_from(Points from) const {
    const std::int64_t above = from.value().units() - grid.base;
    const auto cell = sums.first_from(above <= 0 ? 0 : static_cast<std::uint64_t>((above + grid.step - 1) / grid.step));
    return cell ? std::optional{grid.total_of(*cell)} : std::nullopt;
}

}  // namespace je::scoring
