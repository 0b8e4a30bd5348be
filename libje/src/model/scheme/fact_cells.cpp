// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme/fact_cells.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <variant>

#include "model/scheme/facts.hpp"

namespace je::model {

void FactCells::cut(const FactCondition& condition) {
    for (const FactValue& value : condition.values) {
        const auto* number = std::get_if<base::WideDecimal>(&value);
        if (number == nullptr) continue;
        if (condition.test != Test::at_most) cut_before(*number);
        if (condition.test != Test::at_least) cut_after(*number);
    }
}

void FactCells::cut_before(const base::WideDecimal& from) { starts_.push_back(fact_->whole ? from.rounded_up() : from); }

void FactCells::cut_after(const base::WideDecimal& last) { cut_before(last.next()); }

/// Choices that stand in the same of the sets counted are alike: the first so many of them apply.
std::vector<FactValue> FactCells::sets_by_count() const {
    std::map<std::vector<bool>, std::vector<std::size_t>> alike;
    for (std::size_t choice = 0; choice < fact_->choices.size(); ++choice) {
        std::vector<bool> in;
        for (const ChoiceSet& set : counted_) in.push_back(set.contains(choice));
        alike[std::move(in)].push_back(choice);
    }
    std::vector<std::uint32_t> sets{0};
    for (const auto& [in, choices] : alike) {
        std::vector<std::uint32_t> next;
        for (const std::uint32_t set : sets) {
            std::uint32_t grown = set;
            next.push_back(grown);
            for (const std::size_t choice : choices) next.push_back(grown |= std::uint32_t{1} << choice);
        }
        sets = std::move(next);
    }
    std::vector<FactValue> values;
    for (const std::uint32_t set : sets) values.emplace_back(ChoiceSet{set});
    return values;
}

std::vector<FactValue> FactCells::values() const {
    std::vector<FactValue> values;
    switch (fact_->kind) {
        case FactKindOf::number: {
            auto starts = starts_;
            starts.push_back(first_value(*fact_));
            std::sort(starts.begin(), starts.end());
            starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
            for (const auto& start : starts) {
                if (fact_->allows(start)) values.emplace_back(start);
            }
            return values;
        }
        case FactKindOf::choice:
            for (std::size_t i = 0; i < fact_->choices.size(); ++i) values.emplace_back(i);
            return values;
        case FactKindOf::yes_no:
            return {FactValue{false}, FactValue{true}};
        case FactKindOf::several:
            if (!counted_.empty()) return sets_by_count();
            for (std::uint32_t bits = 0; bits < (std::uint32_t{1} << fact_->choices.size()); ++bits)
                values.emplace_back(ChoiceSet{bits});
            return values;
    }
    return values;
}

}  // namespace je::model
