// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme/derivations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "je/model/job.hpp"
#include "model/scheme/derivation_grid.hpp"
#include "model/scheme/words.hpp"

namespace je::model {

namespace {

using TestDraft = SchemeDraft::FactTest;

std::string_view keys_for(FactKindOf kind) {
    switch (kind) {
        case FactKindOf::number:
            return "'from' and 'below'";
        case FactKindOf::several:
            return "'from' and 'below', and 'of' where not all choices are counted";
        case FactKindOf::choice:
        case FactKindOf::yes_no:
            return "'is'";
    }
    return {};
}

/// Makes the rows of one derivation.
class RowsMaker {
public:
    RowsMaker(const std::string& user, const Facts& facts, const Factor* factor, Derivation& rule,
              base::Diagnostics& diagnostics)
        : user_{user}, facts_{facts}, factor_{factor}, rule_{rule}, diagnostics_{diagnostics} {}

    void add(const SchemeDraft::DerivedRow& draft) {
        ++number_;
        DerivedRow row{.tests = std::vector<std::optional<FactTest>>(rule_.facts.size()), .level = {}, .at = draft.at};
        for (const TestDraft& test : draft.tests) {
            const auto place = place_of(test.fact);
            if (place) row.tests[*place] = made_of(test, facts_[rule_.facts[*place]]);
        }
        if (factor_ != nullptr) {
            if (const auto level = resolve_level(*factor_, draft.level, user_, diagnostics_)) row.level = *level;
        }
        rule_.rows.push_back(std::move(row));
    }

private:
    [[nodiscard]] std::optional<std::size_t> place_of(const Text& fact) const {
        for (std::size_t i = 0; i < rule_.facts.size(); ++i) {
            if (facts_[rule_.facts[i]].id == fact.value) return i;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::string called() const { return fmt::format("row {} of {}", number_, user_); }

    FactTest made_of(const TestDraft& draft, const FactDefinition& fact) {
        const bool measured = fact.kind == FactKindOf::number || fact.kind == FactKindOf::several;
        FactTest test;
        if (draft.from) measured ? take(test.from, *draft.from) : wrong_key("from", draft.from->at, fact);
        if (draft.below) measured ? take(test.below, *draft.below) : wrong_key("below", draft.below->at, fact);
        if (!draft.of.empty() && fact.kind != FactKindOf::several) wrong_key("of", draft.of.front().at, fact);
        if (!draft.is.empty() && measured) wrong_key("is", draft.is.front().at, fact);
        if (fact.kind == FactKindOf::several) test.of = counted(draft, fact);
        if (!measured) test.is = choices_of(draft, fact);
        return test;
    }

    static void take(std::optional<base::WideDecimal>& bound, const SchemeDraft::WideNumber& stated) { bound = stated.value; }

    void wrong_key(std::string_view key, const base::SourcePosition& at, const FactDefinition& fact) {
        diagnostics_.error(
            {"JE-I03", at,
             fmt::format("{} tests fact '{}' by '{}', but its kind is '{}'", called(), fact.id.text(), key, to_text(fact.kind)),
             fmt::format("{} for a fact of kind '{}'", keys_for(fact.kind), to_text(fact.kind)),
             "test it by these, or name another fact"});
    }

    /// A choice by its place; a choice that the fact does not have, or has been listed already, is reported.
    std::optional<std::size_t> choice_in(const Text& word, const FactDefinition& fact, const std::vector<std::size_t>& listed) {
        const auto value = fact.kind == FactKindOf::several ? parse_choice_of(fact, word.value) : parse_fact(fact, word.value);
        std::optional<std::size_t> place;
        if (value) {
            if (const auto* choice = std::get_if<std::size_t>(&*value)) place = *choice;
            if (const auto* yes = std::get_if<bool>(&*value)) place = *yes ? 1 : 0;
        }
        if (!place) {
            diagnostics_.error(
                {"JE-I04", word.at,
                 fmt::format("{} names '{}', which fact '{}' does not have", called(), word.value, fact.id.text()),
                 expected_of(fact), fix_of(fact, word.value)});
        } else if (std::find(listed.begin(), listed.end(), *place) != listed.end()) {
            diagnostics_.error({"JE-I04", word.at, fmt::format("{} lists '{}' twice", called(), word.value), "each choice once",
                                "take one of the two out, or write the choice that is meant"});
        }
        return place;
    }

    static std::optional<FactValue> parse_choice_of(const FactDefinition& fact, const std::string& word) {
        const auto found = std::find(fact.choices.begin(), fact.choices.end(), word);
        if (found == fact.choices.end()) return std::nullopt;
        return static_cast<std::size_t>(found - fact.choices.begin());
    }

    std::vector<std::size_t> choices_of(const TestDraft& draft, const FactDefinition& fact) {
        std::vector<std::size_t> choices;
        for (const Text& word : draft.is) {
            if (const auto choice = choice_in(word, fact, choices)) choices.push_back(*choice);
        }
        return choices;
    }

    /// The choices that a count is of: those listed, else all. They are the same in all rows, so that each count is in one row.
    ChoiceSet counted(const TestDraft& draft, const FactDefinition& fact) {
        ChoiceSet set{draft.of.empty() ? (1U << fact.choices.size()) - 1 : 0};
        std::vector<std::size_t> listed;
        for (const Text& word : draft.of) {
            const auto choice = choice_in(word, fact, listed);
            if (!choice) continue;
            listed.push_back(*choice);
            set.bits |= 1U << *choice;
        }
        if (!counted_) counted_ = set;
        if (set != *counted_) {
            diagnostics_.error(
                {"JE-I05", draft.of.empty() ? draft.fact.at : draft.of.front().at,
                 fmt::format("{} counts other choices of fact '{}' than the rows before it", called(), fact.id.text()),
                 "the same 'of' in all rows of a derivation",
                 "count the same choices in each row; where two counts are meant, declare two facts"});
        }
        return set;
    }

    const std::string& user_;
    const Facts& facts_;
    const Factor* factor_;
    Derivation& rule_;
    base::Diagnostics& diagnostics_;
    std::size_t number_ = 0;
    std::optional<ChoiceSet> counted_;
};

/// What `je check` calls gap, overlap and empty-range, of one derivation.
class RowsCheck {
public:
    RowsCheck(const SchemeDraft::Rule& draft, const std::string& user, const Facts& facts, const Derivation& rule,
              base::Diagnostics& diagnostics)
        : at_{draft.id.at}, user_{user}, rule_{rule}, grid_{grid_of(facts, rule)}, diagnostics_{diagnostics} {}

    void run() {
        for (std::size_t row = 0; row < rule_.rows.size(); ++row) {
            if (grid_.is_empty(row)) report_empty(row);
            for (std::size_t before = 0; before < row; ++before) {
                if (grid_.overlap(before, row) && ++overlaps_ <= most_told) report_overlap(before, row);
            }
        }
        if (overlaps_ > most_told) report_more_overlaps();
        report_gaps();
    }

private:
    static constexpr std::size_t most_told = 100;  // of each kind: whoever mends these sees the others go with them

    static DerivationGrid grid_of(const Facts& facts, const Derivation& rule) {
        std::vector<const FactDefinition*> of;
        for (const FactIndex fact : rule.facts) of.push_back(&facts[fact]);
        return {of, rule.rows};
    }

    [[nodiscard]] const base::SourcePosition& row_at(std::size_t row) const { return rule_.rows[row].at; }

    void report_empty(std::size_t row) {
        diagnostics_.error({"JE-I08", row_at(row),
                            fmt::format("no value that the {} can have belongs to row {} of {}",
                                        rule_.facts.size() == 1 ? "fact" : "facts", row + 1, user_),
                            "rows that some value belongs to: from <= value < below, within what the fact can be",
                            "correct its bounds, or take the row out"});
    }

    void report_overlap(std::size_t before, std::size_t row) {
        diagnostics_.error({"JE-I07", row_at(row),
                            fmt::format("some values belong to rows {} and {} of {} (row {} at {})", before + 1, row + 1, user_,
                                        before + 1, row_at(before).file_and_line()),
                            "each value in one row: 'from' belongs to a row, 'below' to the next",
                            "correct the bounds of one of the two, also where both give the same level"});
    }

    /// After those told, which lie before it in the file.
    void report_more_overlaps() {
        const std::size_t more = overlaps_ - most_told;
        diagnostics_.error(
            {"JE-I30", rule_.rows.back().at,
             fmt::format("{} more {} of rows of {} have values in common", more, more == 1 ? "pair" : "pairs", user_),
             fmt::format("each value in one row; the first {} pairs are told one by one", most_told),
             "mend those told first: a row whose bounds are put right is often in many of the pairs"});
    }

    void report_gaps() {
        const auto gaps = grid_.gaps(most_told);
        for (const std::string& gap : gaps.words) {
            diagnostics_.error(
                {"JE-I06", at_, fmt::format("{} has no row for {}", user_, gap), "a row for every value that the fact can have",
                 "add a row, or widen those beside it; say with 'min', 'max' and 'whole' what values the fact can "
                 "have"});
        }
        if (gaps.count <= most_told) return;
        const std::size_t more = gaps.count - most_told;
        diagnostics_.error({"JE-I31", at_,
                            fmt::format("{} has no row for {} more {} of values", user_, more, more == 1 ? "piece" : "pieces"),
                            fmt::format("a row for every value; the first {} pieces are told one by one", most_told),
                            "mend those told first: a row that leaves a fact out holds any value of it"});
    }

    const base::SourcePosition& at_;
    const std::string& user_;
    const Derivation& rule_;
    DerivationGrid grid_;
    base::Diagnostics& diagnostics_;
    std::size_t overlaps_ = 0;
};

}  // namespace

std::vector<FactIndex> derivation_facts(const SchemeDraft::Rule& draft, const std::string& user, const Facts& facts,
                                        base::Diagnostics& diagnostics) {
    if (draft.facts.empty() && !draft.fact) {
        diagnostics.error({"JE-I09", draft.id.at, fmt::format("{} names no fact", user),
                           "one or two different facts under 'facts'", "name the fact that it gives the level from"});
        return {};
    }
    const auto named = draft.facts.empty() ? std::vector<Text>{*draft.fact} : draft.facts;
    std::vector<FactIndex> found;
    for (const Text& name : named) {
        if (const auto fact = facts.resolve(name, user, diagnostics)) found.push_back(*fact);
    }
    const bool twice = found.size() == 2 && found.front() == found.back();
    if (named.size() > 2 || twice) {
        diagnostics.error({"JE-I09", named.back().at,
                           twice ? fmt::format("{} names fact '{}' twice", user, named.back().value)
                                 : fmt::format("{} names {} facts", user, named.size()),
                           "one or two different facts under 'facts'",
                           "name two; more facts can be counted together, as one fact of kind 'several'"});
        return {};
    }
    return found.size() == named.size() ? found : std::vector<FactIndex>{};
}

void make_derived_rows(const SchemeDraft::Rule& draft, const std::string& user, const Facts& facts, const Factor* factor,
                       Derivation& rule, base::Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.errors();
    if (draft.order) {
        const auto order =
            resolve_word(words::derivation_orders,
                         {.id = "JE-I10",
                          .word = *draft.order,
                          .message = fmt::format("{} has the order '{}', which does not exist", user, draft.order->value),
                          .what = "the orders"},
                         diagnostics);
        rule.order = order.value_or(rule.order);
    }
    if (draft.ranges.size() > most_ranges) {
        diagnostics.error({"JE-S68", draft.ranges[most_ranges].at, fmt::format("{} has {} rows", user, draft.ranges.size()),
                           fmt::format("at most {} rows of a derivation", most_ranges), "use fewer rows"});
        return;
    }
    RowsMaker maker{user, facts, factor, rule, diagnostics};
    for (const auto& row : draft.ranges) maker.add(row);
    if (!rule.facts.empty() && diagnostics.errors() == before) RowsCheck{draft, user, facts, rule, diagnostics}.run();
}

}  // namespace je::model
