// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "scoring/proof.hpp"
#include "scoring/rules.hpp"
#include "scoring/tied_units.hpp"
#include "scoring/words.hpp"

namespace je::scoring {

namespace {

void check_status(const model::Scheme& scheme, base::Diagnostics& diagnostics) {
    if (scheme.status() == model::Status::illustrative) {
        diagnostics.warning(
            {"JE-S71", scheme.at(),
             fmt::format("scheme '{}' is illustrative: its figures are not those of a scheme in use", scheme.id().text()),
             "a published or local scheme wherever a real job is decided",
             "use it to learn and to try things out; every report made with it says so"});
    } else if (scheme.status() == model::Status::unverified) {
        diagnostics.warning(
            {"JE-S72", scheme.at(),
             fmt::format("scheme '{}' is unverified: its figures were not held against their source", scheme.id().text()),
             "a published or local scheme wherever a real job is decided",
             "compare the figures with the source, then set 'status' to published or local"});
    }
}

/// What of the scheme has points or floors and names no source.
std::vector<std::string> without_source(const model::Scheme& scheme) {
    std::vector<std::string> result;
    visit_units(scheme, [&](const model::ScoredUnit& unit) {
        if (unit.source().empty()) result.push_back(unit.id());
    });
    const auto tables = scheme.band_tables();
    if (std::any_of(tables.begin(), tables.end(), [](const auto& table) { return table.source().empty(); })) {
        result.emplace_back("bands");
    }
    return result;
}

void check_sources(const model::Scheme& scheme, base::Diagnostics& diagnostics) {
    if (scheme.status() == model::Status::illustrative) {
        return;
    }
    if (scheme.sources().empty()) {
        diagnostics.warning({"JE-S73", scheme.at(),
                             fmt::format("scheme '{}' names no source for its figures", scheme.id().text()),
                             "a document that anyone can hold the figures against", "list the document under 'sources'"});
        return;
    }
    // With one source there is no doubt about where a figure is from.
    const auto missing = scheme.sources().size() > 1 ? without_source(scheme) : std::vector<std::string>{};
    if (!missing.empty()) {
        diagnostics.warning({"JE-S74", scheme.at(),
                             fmt::format("it is not said which of the {} sources the figures of {} are from",
                                         scheme.sources().size(), listed(missing)),
                             "a 'source' wherever there are points or floors, in a scheme with several sources",
                             "add 'source' with the id of one of the sources"});
    }
}

/// For each factor, which of its levels some allowed combination uses.
using UsedLevels = std::vector<std::vector<bool>>;

void use(const model::ScoredUnit& unit, const OptionClass& options, UsedLevels& used) {
    for (const AllowedOption& option : options) {
        for (const auto& side : unit.sides()) {
            used[side.factor.value()][model::ScoredUnit::level_of(option.number, side).value()] = true;
        }
    }
}

enum class Usable { some, none, not_known };

/// Marks the levels that combinations of these units use.
Usable mark_used(const model::Scheme& scheme, const TiedUnits& tied, UsedLevels& used) {
    std::vector<std::vector<bool>> seen;
    for (const auto& classes : tied.classes) {
        seen.emplace_back(classes.size(), false);
    }
    bool any = false;
    const bool finished = visit_allowed(scheme, tied, largest_tie, [&](const ClassChoice& choice) {
        any = true;
        for (std::size_t i = 0; i < choice.size(); ++i) {
            seen[i][choice[i]] = true;
        }
    });
    for (std::size_t i = 0; i < seen.size(); ++i) {
        for (std::size_t c = 0; c < seen[i].size(); ++c) {
            if (seen[i][c]) {
                use(scheme.units()[tied.units[i]], tied.classes[i][c], used);
            }
        }
    }
    if (!finished) {
        return Usable::not_known;
    }
    return any ? Usable::some : Usable::none;
}

void report_unused(const model::Scheme& scheme, const UsedLevels& used, base::Diagnostics& diagnostics) {
    for (std::size_t f = 0; f < used.size(); ++f) {
        const model::Factor& factor = scheme.factors()[f];
        for (std::size_t l = 0; l < used[f].size(); ++l) {
            if (!used[f][l]) {
                diagnostics.warning(
                    {"JE-S75", factor.levels[l].at,
                     fmt::format("level '{}' of factor '{}' can never be used: every combination with it "
                                 "breaks a rule or needs a matrix cell that is not allowed",
                                 factor.levels[l].id.text(), factor.id.text()),
                     "levels that a job can have",
                     "hold the constraint or the cells that rule it out against the scheme's own document; if it says "
                     "so, leave "
                     "them"});
            }
        }
    }
}

void report_impossible(const model::Scheme& scheme, base::Diagnostics& diagnostics) {
    const auto constraints = scheme.constraints();
    const auto first = std::find_if(constraints.begin(), constraints.end(), [](const auto& c) { return c.is_error; });
    diagnostics.error({"JE-S76", first != constraints.end() ? first->at : scheme.at(),
                       "no combination of levels keeps all the rules of severity error",
                       "rules that at least one combination of levels keeps",
                       "correct the constraints that contradict each other, or the matrix cells that are not allowed"});
}

void check_levels(const model::Scheme& scheme, base::Diagnostics& diagnostics) {
    UsedLevels used;
    for (const model::Factor& factor : scheme.factors()) {
        used.emplace_back(factor.levels.size(), false);
    }
    Usable overall = Usable::some;
    for (const TiedUnits& tied : tie_units(scheme)) {
        const Usable found = mark_used(scheme, tied, used);
        overall = found == Usable::some ? overall : found;
        if (overall == Usable::none) {
            report_impossible(scheme, diagnostics);
            return;
        }
    }
    if (overall == Usable::not_known) {
        diagnostics.warning({"JE-S77", scheme.at(),
                             "constraints tie together so many factors that it cannot be proved which levels can be used",
                             "at most about a million combinations that the constraints tell apart",
                             "split long constraints into separate ones over fewer factors"});
        return;
    }
    report_unused(scheme, used, diagnostics);
}

/// The first level that ends up below where the level under it is raised to; nothing when a modifier keeps their order.
std::optional<std::size_t> overtaken(const model::Modifier& modifier, std::size_t level_count) {
    for (std::size_t level = 1; level < level_count; ++level) {
        if (raised(modifier, model::LevelIndex{level}) < raised(modifier, model::LevelIndex{level - 1})) {
            return level;
        }
    }
    return std::nullopt;
}

void check_modifiers(const model::Scheme& scheme, base::Diagnostics& diagnostics) {
    for (const model::Modifier& modifier : scheme.modifiers()) {
        const model::Factor& factor = scheme[modifier.factor];
        const auto level = overtaken(modifier, factor.levels.size());
        if (!level) {
            continue;
        }
        const std::string& below = factor.levels[*level - 1].id.text();
        diagnostics.warning(
            {"JE-S78", modifier.at,
             fmt::format("modifier '{}' raises level '{}' of factor '{}' past level '{}', so that a job with "
                         "the higher level gets fewer points",
                         modifier.id.text(), below, factor.id.text(), factor.levels[*level].id.text()),
             "a modifier that keeps the order of the levels",
             fmt::format("hold the modifier against the scheme's own document: it may name level '{}' under 'from_levels' "
                         "too, or another 'raise' or 'ceiling'; if it says so, leave them",
                         factor.levels[*level].id.text())});
    }
}

}  // namespace

void check_scheme(const model::Scheme& scheme, base::Diagnostics& diagnostics) {
    check_weights(scheme, diagnostics);
    check_ties(scheme, diagnostics);
    check_status(scheme, diagnostics);
    check_sources(scheme, diagnostics);
    check_modifiers(scheme, diagnostics);
    check_derivations(scheme, diagnostics);
    check_levels(scheme, diagnostics);
    check_bands(scheme, scheme.band_tables(), diagnostics);
    check_pay(scheme.band_tables(), scheme.pay_tables(), diagnostics);
}

}  // namespace je::scoring
