// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/proof_deciding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "je/base/text.hpp"
#include "scoring/deciding.hpp"
#include "scoring/words.hpp"

namespace je::scoring {

namespace {

using model::BandIndex;
using model::Deciding;
using model::FactorIndex;
using model::LevelIndex;

/// Goes through all combinations in order, the last thing read changing fastest: factors in the scheme's order, then facts.
class Combinations {
public:
    Combinations(const model::Scheme& scheme, const Deciding& deciding) : scheme_{scheme}, deciding_{deciding} {
        levels_.resize(scheme.factors().size());
        facts_.resize(scheme.facts().size());
        for (const FactorIndex factor : deciding.factors) sizes_.push_back(scheme[factor].levels.size());
        for (const auto& values : deciding.values) sizes_.push_back(values.size());
        places_.resize(sizes_.size(), 0);
        std::uint64_t stride = 1;
        strides_.resize(sizes_.size());
        for (std::size_t i = sizes_.size(); i-- > 0;) {
            strides_[i] = stride;
            stride *= sizes_[i];
        }
        count_ = stride;
    }

    [[nodiscard]] std::uint64_t count() const { return count_; }
    [[nodiscard]] const std::vector<std::size_t>& places() const { return places_; }
    [[nodiscard]] KnownFacts facts() const { return facts_; }
    [[nodiscard]] auto level_lookup() const {
        return [this](FactorIndex factor) -> const std::optional<LevelIndex>& { return levels_[factor.value()]; };
    }
    /// How far apart two combinations are that differ by one level of a factor, by its number among those read.
    [[nodiscard]] std::uint64_t stride(std::size_t number) const { return strides_[number]; }
    [[nodiscard]] bool is_highest(std::size_t number) const { return places_[number] + 1 == sizes_[number]; }

    void go_to(std::uint64_t combination) {
        for (std::size_t i = 0; i < sizes_.size(); ++i) set(i, static_cast<std::size_t>(combination / strides_[i] % sizes_[i]));
    }
    void next() {
        for (std::size_t i = sizes_.size(); i-- > 0;) {
            const bool turns = places_[i] + 1 == sizes_[i];
            set(i, turns ? 0 : places_[i] + 1);
            if (!turns) return;
        }
    }

    /// "f1 1, f2 2, articling yes".
    [[nodiscard]] std::string text() const {
        std::string text;
        const auto add = [&](const std::string& id, const std::string& value) {
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", id, value);
        };
        for (const FactorIndex factor : deciding_.factors)
            add(scheme_[factor].id.text(), scheme_[factor][*levels_[factor.value()]].id.text());
        for (const model::FactIndex fact : deciding_.facts)
            add(scheme_[fact].id.text(), value_text(scheme_[fact], *facts_[fact.value()]));
        return text.empty() ? "no level or fact matters" : text;
    }

private:
    void set(std::size_t number, std::size_t place) {
        places_[number] = place;
        if (number < deciding_.factors.size()) {
            levels_[deciding_.factors[number].value()] = LevelIndex{place};
        } else {
            const std::size_t fact = number - deciding_.factors.size();
            facts_[deciding_.facts[fact].value()] = deciding_.values[fact][place];
        }
    }

    const model::Scheme& scheme_;
    const Deciding& deciding_;
    std::vector<std::size_t> sizes_, places_;
    std::vector<std::uint64_t> strides_;
    std::uint64_t count_ = 1;
    std::vector<std::optional<LevelIndex>> levels_;
    std::vector<std::optional<model::FactValue>> facts_;
};

/// What was found of each combination.
struct Found {
    static constexpr std::uint32_t no_rule = std::numeric_limits<std::uint32_t>::max();
    static constexpr std::uint32_t forbidden = no_rule - 1;
    std::uint32_t rule = no_rule;
    std::uint32_t band = 0;

    [[nodiscard]] bool decided() const { return rule < forbidden; }
};

class DecidingProof {
public:
    DecidingProof(const model::Scheme& scheme, const model::BandTable& table)
        : scheme_{scheme}, table_{table}, deciding_{*table.deciding()}, all_{scheme, deciding_} {
        holds_.resize(deciding_.rules.size());
        decides_.resize(deciding_.rules.size());
        found_.reserve(static_cast<std::size_t>(all_.count()));
        all_.go_to(0);
        for (std::uint64_t i = 0; i < all_.count(); ++i, all_.next()) found_.push_back(look_at(i));
    }

    [[nodiscard]] DecidedCombinations counts() const {
        DecidedCombinations result;
        std::map<std::tuple<std::string, std::size_t, std::size_t>, std::uint64_t> by;
        for (const Found& one : found_) {
            if (one.rule == Found::forbidden) continue;
            ++result.combinations;
            if (one.decided()) ++by[{deciding_.rules[one.rule].id.text(), one.rule, one.band}];
        }
        for (const auto& [key, count] : by) result.by.push_back({std::get<1>(key), BandIndex{std::get<2>(key)}, count});
        return result;
    }

    void report(base::Diagnostics& diagnostics) {
        report_none(diagnostics);
        for (const auto& [pair, first] : contradictions_) report_pair(pair, first, diagnostics);
        for (std::size_t rule = 0; rule < holds_.size(); ++rule) report_idle(rule, diagnostics);
        report_not_given(diagnostics);
        report_falling(diagnostics);
    }

private:
    [[nodiscard]] Found look_at(std::uint64_t number) {
        if (breaks_a_rule(scheme_, all_.level_lookup(), all_.facts())) return {Found::forbidden, 0};
        Found first;
        for (std::size_t i = 0; i < deciding_.rules.size(); ++i) {
            const Ruling ruling = ruling_of(deciding_.rules[i], all_.level_lookup(), all_.facts());
            if (ruling.holds != Truth::yes) continue;
            holds_[i] = true;
            if (!first.decided()) {
                first = {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(ruling.band.value())};
                decides_[i] = true;
            } else if (!deciding_.first_match && ruling.band.value() != first.band) {
                contradict(number, i);
            }
        }
        return first;
    }

    /// Notes each pair of rules that hold here with another band than this one's.
    void contradict(std::uint64_t number, std::size_t rule) {
        const BandIndex band = ruling_of(deciding_.rules[rule], all_.level_lookup(), all_.facts()).band;
        for (std::size_t i = 0; i < rule; ++i) {
            const Ruling other = ruling_of(deciding_.rules[i], all_.level_lookup(), all_.facts());
            if (other.holds == Truth::yes && other.band != band) contradictions_.try_emplace({i, rule}, number);
        }
    }

    [[nodiscard]] std::string text_of(std::uint64_t number) {
        all_.go_to(number);
        return all_.text();
    }
    [[nodiscard]] const std::string& id_of(std::size_t rule) const { return deciding_.rules[rule].id.text(); }
    [[nodiscard]] const std::string& band_id(std::uint32_t band) const { return table_[BandIndex{band}].id.text(); }

    void report_none(base::Diagnostics& diagnostics) {
        std::uint64_t allowed = 0, without = 0, first = 0;
        for (std::uint64_t i = 0; i < found_.size(); ++i) {
            const Found& one = found_[static_cast<std::size_t>(i)];
            if (one.rule != Found::forbidden) ++allowed;
            if (one.rule != Found::no_rule) continue;
            if (without++ == 0) first = i;
        }
        if (without == 0) return;
        diagnostics.error(
            {"JE-B60", table_.at(),
             fmt::format("{} of {} have no band, as no rule holds; the first is {}", without,
                         base::counted(static_cast<std::size_t>(allowed), "combination", "combinations"), text_of(first)),
             "a band for each combination of levels that a job can have",
             "add the rule that the scheme's own document has for them; a last rule with 'when: []' holds for all "
             "that is left, where the first that holds decides"});
    }

    void report_pair(std::pair<std::size_t, std::size_t> pair, std::uint64_t first, base::Diagnostics& diagnostics) {
        const auto text = text_of(first);
        const auto band_by = [&](std::size_t rule) {
            return table_[ruling_of(deciding_.rules[rule], all_.level_lookup(), all_.facts()).band].id.text();
        };
        diagnostics.error(
            {"JE-B61", deciding_.rules[pair.second].at,
             fmt::format("rules '{}' and '{}' hold together and give bands '{}' and '{}'; the first case is {}",
                         id_of(pair.first), id_of(pair.second), band_by(pair.first), band_by(pair.second), text),
             "rules that give one band where they hold together, or 'first_match: true'",
             "hold both rules against the scheme's own document; if it says that the first that holds decides, write "
             "'first_match: true'"});
    }

    void report_idle(std::size_t rule, base::Diagnostics& diagnostics) const {
        const auto& at = deciding_.rules[rule].at;
        if (!holds_[rule]) {
            diagnostics.error(
                {"JE-B63", at, fmt::format("deciding rule '{}' never holds", id_of(rule)),
                 "rules that hold for some combination of levels that a job can have",
                 "hold its conditions against the scheme's own document: two of them may ask for two levels of one factor"});
        } else if (!decides_[rule] && deciding_.first_match) {
            diagnostics.error(
                {"JE-B62", at,
                 fmt::format("deciding rule '{}' never decides: earlier rules decide all that it holds for", id_of(rule)),
                 "rules that decide some combination",
                 "put it before the rules that come first to all its cases, if the "
                 "scheme's own document does; if it says nothing new, keep it as a comment, with '#' in front"});
        }
    }

    void report_not_given(base::Diagnostics& diagnostics) const {
        std::vector<bool> given(table_.bands().size(), false);
        for (const Found& one : found_) {
            if (one.decided()) given[one.band] = true;
        }
        for (std::size_t band = 0; band < given.size(); ++band) {
            if (given[band]) continue;
            diagnostics.warning(
                {"JE-B67", table_[BandIndex{band}].at,
                 fmt::format("no combination of levels and facts gives band '{}'", table_[BandIndex{band}].id.text()),
                 "bands that a job can be in",
                 "hold the rules against the scheme's own document; if it gives this band to no job, leave it"});
        }
    }

    void report_falling(base::Diagnostics& diagnostics) {
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<std::uint64_t, std::size_t>> pairs;  // first case, factor
        all_.go_to(0);
        for (std::uint64_t i = 0; i < all_.count(); ++i, all_.next()) {
            const Found& here = found_[static_cast<std::size_t>(i)];
            if (!here.decided()) continue;
            for (std::size_t number = 0; number < deciding_.factors.size(); ++number) {
                if (all_.is_highest(number)) continue;
                const Found& above = found_[static_cast<std::size_t>(i + all_.stride(number))];
                if (above.decided() && above.band < here.band) pairs.try_emplace({here.rule, above.rule}, i, number);
            }
        }
        for (const auto& [rules, first] : pairs) report_fall(rules, first.first, first.second, diagnostics);
    }

    void report_fall(std::pair<std::uint32_t, std::uint32_t> rules, std::uint64_t first, std::size_t number,
                     base::Diagnostics& diagnostics) {
        const Found& here = found_[static_cast<std::size_t>(first)];
        const Found& above = found_[static_cast<std::size_t>(first + all_.stride(number))];
        const auto text = text_of(first);
        diagnostics.warning(
            {"JE-B68", deciding_.rules[rules.second].at,
             fmt::format(
                 "one level more of factor '{}' gives a lower band, '{}' by rule '{}' in place of '{}' by rule '{}'; the first "
                 "case is {}",
                 scheme_[deciding_.factors[number]].id.text(), band_id(above.band), id_of(rules.second), band_id(here.band),
                 id_of(rules.first), text),
             "bands that rise, or stay, as levels rise",
             "hold the rules against the scheme's own document; if it says so, leave them"});
    }

    const model::Scheme& scheme_;
    const model::BandTable& table_;
    const Deciding& deciding_;
    Combinations all_;
    std::vector<Found> found_;
    std::vector<bool> holds_, decides_;
    std::map<std::pair<std::size_t, std::size_t>, std::uint64_t> contradictions_;
};

}  // namespace

DecidedCombinations decided_combinations(const model::Scheme& scheme, const model::BandTable& table) {
    return DecidingProof{scheme, table}.counts();
}

void check_deciding(const model::Scheme& scheme, const model::BandTable& table, base::Diagnostics& diagnostics) {
    DecidingProof{scheme, table}.report(diagnostics);
}

}  // namespace je::scoring
