// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme/fact_cells.hpp"

#include <algorithm>
#include <cstdint>
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
            for (std::uint32_t bits = 0; bits < (std::uint32_t{1} << fact_->choices.size()); ++bits)
                values.emplace_back(ChoiceSet{bits});
            return values;
    }
    return values;
}

}  // namespace je::model
