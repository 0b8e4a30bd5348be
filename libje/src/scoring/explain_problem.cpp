// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "je/base/text.hpp"
#include "je/scoring/score.hpp"
#include "je/scoring/trees.hpp"
#include "scoring/rules.hpp"
#include "scoring/words.hpp"

namespace je::scoring {

namespace {

using model::FactorIndex;
using model::LevelIndex;

/// Words for one problem of one job.
class Explanation {
public:
    Explanation(const model::Scheme& scheme, const model::Job& job, const Score& score, const model::BandTable* table)
        : scheme_{scheme}, job_{job}, score_{score}, table_{table} {}

    [[nodiscard]] base::Diagnostic of(const Problem& problem) const {
        switch (problem.kind) {
            case ProblemKind::derived_differs:
                return differs(scheme_.derivations()[problem.rule]);
            case ProblemKind::answers_differ:
                return contradicted(FactorIndex{problem.rule});
            case ProblemKind::derived_no_entry:
                return no_entry(scheme_.derivations()[problem.rule]);
            case ProblemKind::cell_not_allowed:
                return not_allowed(scheme_.units()[problem.rule]);
            case ProblemKind::cell_unlikely:
                return unlikely(scheme_.units()[problem.rule]);
            case ProblemKind::constraint_error:
            case ProblemKind::constraint_warning:
                return broken(scheme_.constraints()[problem.rule]);
            case ProblemKind::choice_not_held:
            case ProblemKind::choice_idle:
                return explain_choice(problem.kind, *job_.answers().choice, *table_, score_);
        }
        return {};
    }

private:
    [[nodiscard]] base::SourcePosition place(FactorIndex factor) const {
        const auto ratings = job_.ratings();
        const bool stated = factor.value() < ratings.size() && ratings[factor.value()].at.known();
        return stated ? ratings[factor.value()].at : job_.at();
    }

    [[nodiscard]] base::SourcePosition place(model::FactIndex fact) const {
        const auto places = job_.fact_positions();
        const bool stated = fact.value() < places.size() && places[fact.value()].known();
        return stated ? places[fact.value()] : job_.at();
    }

    [[nodiscard]] std::string level_id(FactorIndex factor, LevelIndex level) const { return scheme_[factor][level].id.text(); }

    [[nodiscard]] std::string value_of(model::FactIndex fact) const {
        return value_text(scheme_[fact], job_.answers().facts[fact.value()].value());
    }

    /// "fact 'staff' at '3' and fact 'budget' not given".
    [[nodiscard]] std::string found_facts(const model::Derivation& rule) const {
        std::string text;
        for (const model::FactIndex fact : rule.facts)
            text += (text.empty() ? "" : " and ") + found_fact(scheme_, fact, job_.answers());
        return text;
    }

    /// What facts a derivation's level rests on, to be corrected: "fact 'staff'", of those given.
    [[nodiscard]] std::string given_facts(const model::Derivation& rule) const {
        std::string text;
        for (const model::FactIndex fact : rule.facts) {
            if (!job_.answers().facts[fact.value()]) continue;
            text += fmt::format("{}fact '{}'", text.empty() ? "" : " or ", scheme_[fact].id.text());
        }
        return text.empty() ? "the facts" : text;
    }

    [[nodiscard]] base::Diagnostic differs(const model::Derivation& rule) const {
        const std::string stated = level_id(rule.factor, score_.factors[rule.factor.value()].stated.value());
        const std::string& factor = scheme_[rule.factor].id.text();
        std::vector<std::string> left;
        for (const LevelIndex level : derived_levels(rule, job_.answers().facts)) left.push_back(level_id(rule.factor, level));
        const auto levels = "level " + base::quoted_list(left, "or");
        const auto why = rule.is_table()
                             ? fmt::format("fact '{}' ('{}') gives {} by rule '{}'", scheme_[rule.facts.front()].id.text(),
                                           value_of(rule.facts.front()), levels, rule.id.text())
                             : fmt::format("{} {} {} by rule '{}'", found_facts(rule), rule.facts.size() > 1 ? "give" : "gives",
                                           levels, rule.id.text());
        return {"JE-J50", place(rule.factor), fmt::format("factor '{}' is stated as level '{}', but {}", factor, stated, why),
                fmt::format("{}, as the scheme derives it", levels),
                fmt::format("state {} or no level, or correct {}", levels, given_facts(rule))};
    }

    /// A level stated that answers rule out, with the answer that did.
    [[nodiscard]] base::Diagnostic contradicted(FactorIndex index) const {
        const model::Factor& factor = scheme_[index];
        const Walk walked = walk(scheme_, job_.answers(), index);
        const LevelIndex stated = score_.factors[index.value()].stated.value();
        std::vector<std::string> left;
        for (const LevelIndex level : walked.possible) left.push_back(level_id(index, level));
        const auto levels = "level " + base::quoted_list(left, "or");
        const auto out = ruled_out(scheme_, job_.answers(), index, walked);
        const auto found = std::find_if(out.begin(), out.end(), [&](const RuledOut& one) { return one.level == stated; });
        const bool closed = found != out.end() && found->closed_by;
        return {"JE-T75", place(index),
                fmt::format("factor '{}' is stated as level '{}', but its answers leave {}{}", factor.id.text(),
                            level_id(index, stated), levels, closed ? "; " + closing(index, *found->closed_by) : ""),
                fmt::format("{}, or no level, beside these answers", levels),
                "hold both against what they rest on, and correct the one that is wrong"};
    }

    /// "'who' is answered 'colleagues' (job.yaml:7)".
    [[nodiscard]] std::string closing(FactorIndex index, const model::TreeStep& step) const {
        const model::Question& question = (*scheme_[index].tree)[step.question];
        const std::string option = question.options[step.option].id;
        const auto at = question.fact ? place(*question.fact) : place_of_answer(index, step.question);
        const std::string where = at.known() ? fmt::format(" ({})", at.file_and_line()) : "";
        if (question.fact)
            return fmt::format("fact '{}' at '{}' answers '{}' by '{}'{}", scheme_[*question.fact].id.text(),
                               value_of(*question.fact), question.id.text(), option, where);
        return fmt::format("'{}' is answered '{}'{}", question.id.text(), option, where);
    }

    [[nodiscard]] base::SourcePosition place_of_answer(FactorIndex factor, model::QuestionIndex question) const {
        const auto ratings = job_.ratings();
        if (factor.value() >= ratings.size()) return {};
        const auto found = ratings[factor.value()].answers.find(question);
        return found == ratings[factor.value()].answers.end() ? base::SourcePosition{} : found->second.at;
    }

    [[nodiscard]] base::Diagnostic no_entry(const model::Derivation& rule) const {
        const model::FactDefinition& fact = scheme_[rule.facts.front()];
        std::vector<std::string> listed_choices;
        for (std::size_t i = 0; i < rule.level_of_choice.size(); ++i) {
            if (rule.level_of_choice[i]) {
                listed_choices.push_back(fact.choices[i]);
            }
        }
        return {"JE-J51", place(rule.facts.front()),
                fmt::format("rule '{}' gives factor '{}' no level for '{}', the value of fact '{}'", rule.id.text(),
                            scheme_[rule.factor].id.text(), value_of(rule.facts.front()), fact.id.text()),
                fmt::format("a value with a level: {}", listed(listed_choices)),
                "correct the fact; where the level is known, state it, and keep what the fact says in a note"};
    }

    /// The levels of one side that go with those known of all others.
    [[nodiscard]] std::vector<std::string> allowed_beside(const model::ScoredUnit& unit,
                                                          const model::ScoredUnit::Side& free) const {
        std::vector<std::string> levels;
        for (std::size_t i = 0; i < free.levels; ++i) {
            const auto level_of = [&](FactorIndex factor) {
                return factor == free.factor ? LevelIndex{i} : score_.factors[factor.value()].level.value();
            };
            if (unit[unit.option_of(level_of)].allowed) levels.push_back(level_id(free.factor, LevelIndex{i}));
        }
        return levels;
    }

    [[nodiscard]] std::string levels_with(const model::ScoredUnit& unit, const model::ScoredUnit::Side& free) const {
        const auto levels = allowed_beside(unit, free);
        return levels.empty() ? "no level" : "level " + base::quoted_list(levels, "or");
    }

    /// The last side of which all others have a known level, if possible one that has a level to go with them; null when there
    /// is none.
    [[nodiscard]] const model::ScoredUnit::Side* last_free_side(const model::ScoredUnit& unit) const {
        const model::ScoredUnit::Side* free = nullptr;
        for (const bool with_levels : {false, true}) {
            for (const auto& side : unit.sides()) {
                const bool others_known = std::all_of(unit.sides().begin(), unit.sides().end(), [&](const auto& other) {
                    return other.factor == side.factor || score_.factors[other.factor.value()].level;
                });
                if (others_known && (!with_levels || !allowed_beside(unit, side).empty())) free = &side;
            }
        }
        return free;
    }

    [[nodiscard]] std::string expected_levels(const model::ScoredUnit& unit) const {
        const auto* free = last_free_side(unit);
        if (free == nullptr) {
            return unit.sides().size() > 2 ? "a combination of levels that the matrix has points for"
                                           : "a pair of levels that the matrix has points for";
        }
        std::string with;
        for (const auto& side : unit.sides()) {
            if (side.factor == free->factor) continue;
            with +=
                fmt::format("{}level '{}' of '{}'", with.empty() ? "with " : " and ",
                            level_id(side.factor, *score_.factors[side.factor.value()].level), scheme_[side.factor].id.text());
        }
        return fmt::format("{}, {} of '{}'", with, levels_with(unit, *free), scheme_[free->factor].id.text());
    }

    /// "factor 'a' at level '1' and factor 'b' at level '2'".
    [[nodiscard]] std::string found_levels(const model::ScoredUnit& unit) const {
        std::string text;
        for (const auto& side : unit.sides()) text += (text.empty() ? "" : " and ") + found_level(scheme_, side.factor, score_);
        return text;
    }

    [[nodiscard]] base::Diagnostic not_allowed(const model::ScoredUnit& unit) const {
        FactorIndex last_known = unit.sides().front().factor;
        for (const auto& side : unit.sides()) {
            if (score_.factors[side.factor.value()].level) last_known = side.factor;
        }
        return {"JE-J52", place(last_known), fmt::format("{} allows no points for {}", unit.called(), found_levels(unit)),
                expected_levels(unit), unit.sides().size() > 2 ? "correct one of the levels" : "correct one of the two levels"};
    }

    [[nodiscard]] base::Diagnostic unlikely(const model::ScoredUnit& unit) const {
        const bool several = unit.sides().size() > 2;
        return {"JE-J55",
                place(unit.sides().back().factor),
                fmt::format("{} marks this {} as unlikely: {}", unit.called(), several ? "combination" : "pair",
                            found_levels(unit)),
                several ? "levels that go together" : "two levels that go together",
                fmt::format("hold {} levels against the evidence; if they are right, nothing needs to change",
                            several ? "all" : "both"),
                base::Severity::warning};
    }

    [[nodiscard]] bool holds(const model::Condition& condition, Truth truth) const {
        const auto level_of = [&](FactorIndex factor) { return score_.factors[factor.value()].level; };
        return truth_of(condition, level_of, job_.answers().facts) == truth;
    }

    [[nodiscard]] base::SourcePosition place(const model::Condition& condition) const {
        const auto* on_factor = std::get_if<model::FactorCondition>(&condition.what);
        return on_factor ? place(on_factor->factor) : place(std::get<model::FactCondition>(condition.what).fact);
    }

    [[nodiscard]] base::Diagnostic broken(const model::Constraint& rule) const {
        std::string found;
        std::string required;
        base::SourcePosition at = job_.at();
        for (const model::Condition& condition : rule.require) {
            if (holds(condition, Truth::no)) {
                at = found.empty() ? place(condition) : at;
                found += (found.empty() ? "" : ", ") + found_at(scheme_, condition, job_.answers(), score_);
                required += (required.empty() ? "" : ", and ") + asked_for(scheme_, condition);
            }
        }
        std::string because;
        for (const model::Condition& condition : rule.when) {
            because += (because.empty() ? ", given " : ", ") + found_at(scheme_, condition, job_.answers(), score_);
        }
        return {rule.is_error ? "JE-J53" : "JE-J54",
                at,
                fmt::format("{} (rule '{}'): found {}{}", rule.summary, rule.id.text(), found, because),
                required + because,
                rule.is_error ? "correct the level or fact that is wrong"
                              : "hold these against the evidence; if they are right, say why in a note",
                rule.is_error ? base::Severity::error : base::Severity::warning};
    }

    const model::Scheme& scheme_;
    const model::Job& job_;
    const Score& score_;
    const model::BandTable* table_;  // null: no bands, and then no choice is looked at
};

/// Words for a choice of band that does not go with the total.
class ChoiceExplanation {
public:
    ChoiceExplanation(const model::BandChoice& choice, const model::BandTable& table, const Score& score)
        : choice_{choice}, table_{table}, score_{score} {}

    [[nodiscard]] base::Diagnostic not_held() const {
        const std::string& band = choice_.band.value;
        const auto possible = possible_bands();
        if (!table_.find(band))
            return {"JE-J61", choice_.band.at,
                    fmt::format("band '{}' is chosen, which the band table in use does not have", band), "a band of the table",
                    "correct the id of the band, or give the table that has it with --bands"};
        if (table_.deciding() != nullptr) return not_by_rules(possible);
        const std::string where = possible.empty() ? "no band"
                                                   : fmt::format("{} {}", possible.size() == 1 ? "band" : "bands",
                                                                 base::quoted_list(possible, score_.complete ? "and" : "or"));
        return {"JE-J61", choice_.band.at,
                fmt::format("band '{}'{} is chosen, but {} is in {}", band, extent_of(band), total_text(), where),
                "a choice among the bands that hold the total",
                possible.size() > 1
                    ? "choose one of these with its reason, or correct the levels; a choice moves no total"
                    : "correct the levels if they are wrong; else leave 'band_choice' out: there is nothing to choose"};
    }

    [[nodiscard]] base::Diagnostic idle() const {
        if (table_.deciding() != nullptr) return idle_by_rules();
        return {"JE-J62",
                choice_.band.at,
                fmt::format("band '{}' is chosen, but no other band holds {}", choice_.band.value, total_text()),
                "a choice only where several bands hold the total",
                "let it stand: it changes nothing; or keep the reason as a note",
                base::Severity::warning};
    }

private:
    [[nodiscard]] base::Diagnostic not_by_rules(const std::vector<std::string>& possible) const {
        const std::string given =
            possible.empty() ? "no band"
                             : fmt::format("{} {}", possible.size() == 1 ? "band" : "bands", base::quoted_list(possible, "or"));
        return {"JE-J61", choice_.band.at,
                fmt::format("band '{}' is chosen, but the rules of the scheme give {}", choice_.band.value, given),
                "no choice where rules give the band",
                "correct the levels or facts if they are wrong; else leave 'band_choice' out: there is nothing to choose"};
    }

    [[nodiscard]] base::Diagnostic idle_by_rules() const {
        return {"JE-J62",
                choice_.band.at,
                fmt::format("band '{}' is chosen, but the rules of the scheme give the band", choice_.band.value),
                "a choice only where several bands hold a total",
                score_.complete ? "let it stand: it changes nothing; or keep the reason as a note"
                                : "let it stand: it changes nothing; what is missing decides the band, so state that",
                base::Severity::warning};
    }

    /// The bands that the job may be in, by their ids.
    [[nodiscard]] std::vector<std::string> possible_bands() const {
        std::vector<std::string> ids;
        for (const model::BandIndex band : score_.bands) ids.push_back(table_[band].id.text());
        if (!ids.empty() || (!score_.band_min && !score_.band_max)) return ids;
        const std::size_t last = score_.band_max.value_or(model::BandIndex{table_.bands().size() - 1}).value();
        for (std::size_t i = score_.band_min.value_or(model::BandIndex{0}).value(); i <= last; ++i)
            ids.push_back(table_.bands()[i].id.text());
        return ids;
    }

    [[nodiscard]] std::string total_text() const {
        const std::string lowest = score_.total_min.to_string();
        return score_.total_min == score_.total_max
                   ? fmt::format("the total {}", lowest)
                   : fmt::format("each total from {} to {}", lowest, score_.total_max.to_string());
    }

    /// " (5 to 8)"; empty where the table does not say where the band ends.
    [[nodiscard]] std::string extent_of(const std::string& band) const {
        const auto found = table_.find(band);
        if (!found || !table_[*found].max) return "";
        return fmt::format(" ({} to {})", table_[*found].floor.to_string(), table_[*found].max->to_string());
    }

    const model::BandChoice& choice_;
    const model::BandTable& table_;
    const Score& score_;
};

}  // namespace

base::Diagnostic explain_choice(ProblemKind kind, const model::BandChoice& choice, const model::BandTable& table,
                                const Score& score) {
    const ChoiceExplanation words{choice, table, score};
    return kind == ProblemKind::choice_idle ? words.idle() : words.not_held();
}

base::Diagnostic explain_problem(const Problem& problem, const model::Scheme& scheme, const model::Job& job, const Score& score,
                                 const model::BandTable* table) {
    return Explanation{scheme, job, score, table}.of(problem);
}

}  // namespace je::scoring
