// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cstdint>
#include <optional>

#include "je/base/text.hpp"
#include "je/model/job.hpp"
#include "model/scheme/factors.hpp"
#include "model/scheme/rules.hpp"
#include "model/scheme/words.hpp"

namespace je::model {

namespace {

constexpr std::size_t deepest_count = 4;              // counts within counts
constexpr std::size_t no_counts = deepest_count + 1;  // as a depth: only tests of levels and facts

std::vector<Condition> make_conditions(const std::vector<ConditionDraft>& drafts, const std::string& user,
                                       const RuleSubjects& subjects, std::size_t depth, base::Diagnostics& diagnostics);

class ConditionMaker {
public:
    ConditionMaker(const ConditionDraft& draft, const std::string& user, const RuleSubjects& subjects, std::size_t depth,
                   base::Diagnostics& diagnostics)
        : draft_{draft}, user_{user}, subjects_{subjects}, depth_{depth}, diagnostics_{diagnostics} {}

    [[nodiscard]] std::optional<Condition> make() {
        if (draft_.of) return count();
        const bool one_subject = check_subject();
        const auto test = resolve_word(
            words::tests,
            {.id = "JE-S59",
             .word = draft_.test,
             .message = fmt::format("a condition of {} tests by '{}', which is not a test", user_, draft_.test.value),
             .what = "the tests"},
            diagnostics_);
        if (!one_subject) return std::nullopt;
        const bool counted = !test || check_count(*test);
        const auto made = draft_.factor ? on_factor(test.value_or(Test::is)) : on_fact(test.value_or(Test::is));
        if (!test || !counted) return std::nullopt;
        return made;
    }

private:
    [[nodiscard]] std::optional<Condition> count() {
        if (depth_ == no_counts) {
            diagnostics_.error({"JE-B84", draft_.at, fmt::format("a condition of {} counts others", user_),
                                "conditions under 'of' only in rules that give bands, under 'decide'",
                                "write one condition for each thing that is tested; all of them must hold"});
            return std::nullopt;
        }
        if (depth_ == deepest_count) {
            diagnostics_.error({"JE-B80", draft_.at,
                                fmt::format("the conditions of {} are nested more than {} deep", user_, deepest_count),
                                fmt::format("conditions nested at most {} deep", deepest_count),
                                "write part of it as a rule of its own, or as a level that is derived first"});
            return std::nullopt;
        }
        auto of = make_conditions(*draft_.of, user_, subjects_, depth_ + 1, diagnostics_);
        const Test test = draft_.test.value == "at_most" ? Test::at_most : Test::at_least;
        if (!check_how_many(test, draft_.of->size()) || of.size() != draft_.of->size()) return std::nullopt;
        const auto units = draft_.count->value.units() / base::Decimal::units_per_one;
        return Condition{CountCondition{test, static_cast<std::size_t>(units), std::move(of)}, draft_.at};
    }

    /// A count that could not fail, or never hold, is a slip.
    [[nodiscard]] bool check_how_many(Test test, std::size_t of) {
        const auto stated = draft_.count.value_or(SchemeDraft::Number{});
        const auto whole = [](std::size_t n) { return base::Decimal::from_whole(static_cast<std::int64_t>(n)); };
        const std::size_t least = test == Test::at_least ? 1 : 0;
        const std::size_t most = test == Test::at_least || of == 0 ? of : of - 1;
        if (draft_.count && of > 0 && stated.value.is_whole() && stated.value >= whole(least) && stated.value <= whole(most))
            return true;
        diagnostics_.error({"JE-B81", draft_.count ? stated.at : draft_.at,
                            fmt::format("a condition of {} asks for '{}: {}' of {}", user_, draft_.test.value,
                                        stated.value.to_string(), base::counted(of, "condition", "conditions")),
                            of == 0 ? std::string{"conditions under 'of'"}
                                    : fmt::format("a whole number from {} to {} for '{}'", least, most, draft_.test.value),
                            "hold the number and the conditions against the scheme's own document"});
        return false;
    }

    bool check_subject() {
        if (draft_.factor.has_value() != draft_.fact.has_value()) return true;
        diagnostics_.error({"JE-S58", draft_.at,
                            fmt::format("a condition of {} names {}", user_,
                                        draft_.factor ? "a factor and a fact" : "neither a factor nor a fact"),
                            "either 'factor' or 'fact' in each condition",
                            draft_.factor ? "make two conditions of it" : "add 'factor' or 'fact'"});
        return false;
    }

    bool check_count(Test test) {
        const auto count = draft_.values.size();
        if (count == 1 || (test == Test::one_of && count > 0)) return true;
        diagnostics_.error(
            {"JE-S62", count == 0 ? draft_.test.at : draft_.values[1].at,
             fmt::format("a condition of {} gives '{}' {}", user_, draft_.test.value,
                         count == 0 ? "no value" : fmt::format("{} values", count)),
             test == Test::one_of ? "at least one value for 'one_of'" : fmt::format("one value for '{}'", draft_.test.value),
             test == Test::one_of ? "add the values" : "give one value, or write 'one_of'"});
        return false;
    }

    std::optional<Condition> on_factor(Test test) {
        const auto index = subjects_.factor_names.resolve(*draft_.factor, user_, diagnostics_);
        if (!index) return std::nullopt;
        FactorCondition condition{FactorIndex{*index}, test, {}};
        for (const auto& value : draft_.values) {
            if (const auto level = resolve_level(subjects_.factors[*index], value, user_, diagnostics_)) {
                condition.levels.push_back(*level);
            }
        }
        if (condition.levels.size() != draft_.values.size()) return std::nullopt;
        return Condition{std::move(condition), draft_.at};
    }

    std::optional<Condition> on_fact(Test test) {
        const auto index = subjects_.facts.resolve(*draft_.fact, user_, diagnostics_);
        if (!index) return std::nullopt;
        const auto& fact = subjects_.facts[*index];
        FactCondition condition{*index, test, {}};
        if (!check_order(test, fact) || !check_countable(fact)) return std::nullopt;
        for (const auto& value : draft_.values) {
            const auto parsed = value_of(fact, test, value.value);
            if (!parsed) {
                diagnostics_.error({"JE-S61", value.at,
                                    fmt::format("a condition of {} gives fact '{}' the value '{}', which it cannot have", user_,
                                                fact.id.text(), value.value),
                                    expected_of(fact), fix_of(fact, value.value)});
            }
            if (parsed) condition.values.push_back(*parsed);
        }
        if (condition.values.size() != draft_.values.size()) return std::nullopt;
        return Condition{std::move(condition), draft_.at};
    }

    bool check_order(Test test, const FactDefinition& fact) {
        if (fact.kind == FactKindOf::number || (test != Test::at_least && test != Test::at_most)) return true;
        diagnostics_.error({"JE-S60", draft_.test.at,
                            fmt::format("a condition of {} tests fact '{}' by '{}', but its values have no order", user_,
                                        fact.id.text(), draft_.test.value),
                            "'is', 'is_not' or 'one_of' for a fact that is not a number",
                            "write 'one_of' with the values that are meant"});
        return false;
    }

    /// A bound need not be a value that the fact can have.
    static std::optional<FactValue> value_of(const FactDefinition& fact, Test test, const std::string& text) {
        if (fact.kind != FactKindOf::number || (test != Test::at_least && test != Test::at_most)) return parse_fact(fact, text);
        const auto number = base::WideDecimal::parse(text);
        const auto* bound = std::get_if<base::WideDecimal>(&number);
        return bound != nullptr ? std::optional<FactValue>{*bound} : std::nullopt;
    }

    bool check_countable(const FactDefinition& fact) {
        if (fact.kind != FactKindOf::several) return true;
        diagnostics_.error({"JE-I12", draft_.fact->at,
                            fmt::format("a condition of {} tests fact '{}', whose kind is 'several'", user_, fact.id.text()),
                            "a fact of kind 'number', 'choice' or 'yes-no' in a condition",
                            "derive a level from the count, with 'ranges', and test that level"});
        return false;
    }

    const ConditionDraft& draft_;
    const std::string& user_;
    const RuleSubjects& subjects_;
    std::size_t depth_;
    base::Diagnostics& diagnostics_;
};

std::vector<Condition> make_conditions(const std::vector<ConditionDraft>& drafts, const std::string& user,
                                       const RuleSubjects& subjects, std::size_t depth, base::Diagnostics& diagnostics) {
    std::vector<Condition> conditions;
    for (const auto& draft : drafts) {
        if (auto condition = ConditionMaker{draft, user, subjects, depth, diagnostics}.make())
            conditions.push_back(*std::move(condition));
    }
    return conditions;
}

}  // namespace

std::vector<Condition> make_conditions(const std::vector<ConditionDraft>& drafts, const std::string& user,
                                       const RuleSubjects& subjects, base::Diagnostics& diagnostics) {
    return make_conditions(drafts, user, subjects, no_counts, diagnostics);
}

std::vector<Condition> make_deciding_conditions(const std::vector<ConditionDraft>& drafts, const std::string& user,
                                                const RuleSubjects& subjects, base::Diagnostics& diagnostics) {
    return make_conditions(drafts, user, subjects, 0, diagnostics);
}

}  // namespace je::model
