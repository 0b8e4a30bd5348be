// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <optional>
#include <string>

#include "model/scheme_choice_table.hpp"
#include "model/scheme_factors.hpp"
#include "model/scheme_rules.hpp"

namespace je::model {

namespace {

class ModifierMaker {
public:
    ModifierMaker(const SchemeDraft::Modifier& draft, const RuleSubjects& subjects, base::Diagnostics& diagnostics)
        : draft_{draft},
          subjects_{subjects},
          diagnostics_{diagnostics},
          called_{fmt::format("modifier '{}'", draft.id.value)} {}

    [[nodiscard]] Modifier make() {
        modifier_.id = RuleId{draft_.id.value};
        modifier_.at_least = draft_.at_least.value;
        modifier_.summary = draft_.summary;
        modifier_.source = source_of(draft_.source, called_, subjects_.sources, diagnostics_);
        modifier_.at = draft_.id.at;
        make_raise();
        if (draft_.from_levels.empty()) report_empty(draft_.id, called_, "levels under 'from_levels'", diagnostics_);
        const auto factor = subjects_.factor_names.resolve(draft_.factor, called_, diagnostics_);
        const auto fact = subjects_.facts.resolve_kind(draft_.fact, FactKindOf::number, called_, diagnostics_);
        if (fact) modifier_.fact = *fact;
        if (factor) make_levels(FactorIndex{*factor});
        return std::move(modifier_);
    }

private:
    void make_raise() {
        const auto raise = draft_.raise.value;
        if (raise.is_whole() && raise >= base::Decimal::from_whole(1)) {
            modifier_.raise = static_cast<std::size_t>(raise.units() / base::Decimal::units_per_one);
            return;
        }
        diagnostics_.error({.id = "JE-S57",
                            .at = draft_.raise.at,
                            .message = fmt::format("{} raises by {} levels", called_, raise.to_string()),
                            .expected = "a whole number of levels, at least 1",
                            .fix = "write 'raise: 1', or the number that is meant"});
    }

    void make_levels(FactorIndex index) {
        const auto& factor = subjects_.factors[index.value()];
        modifier_.factor = index;
        const auto ceiling = resolve_level(factor, draft_.ceiling, called_, diagnostics_);
        if (ceiling) modifier_.ceiling = *ceiling;
        for (const auto& from : draft_.from_levels) {
            const auto level = resolve_level(factor, from, called_, diagnostics_);
            if (!level) continue;
            modifier_.from_levels.push_back(*level);
            if (ceiling && *level > *ceiling) above_ceiling(from);
        }
    }

    void above_ceiling(const Text& from) {
        diagnostics_.error({.id = "JE-S56",
                            .at = from.at,
                            .message = fmt::format("{} raises level '{}', which is above its ceiling '{}'", called_, from.value,
                                                   draft_.ceiling.value),
                            .expected = "a ceiling at or above each of 'from_levels'",
                            .fix = fmt::format("name a higher ceiling, or correct '{}' in 'from_levels'", from.value)});
    }

    const SchemeDraft::Modifier& draft_;
    const RuleSubjects& subjects_;
    base::Diagnostics& diagnostics_;
    std::string called_;
    Modifier modifier_;
};

}  // namespace

std::vector<Modifier> make_modifiers(const SchemeDraft& draft, const RuleSubjects& subjects, base::Diagnostics& diagnostics) {
    Names ids{{"modifier", "modifiers", "", "JE-S02"}};
    std::vector<Modifier> result;
    for (const auto& modifier : draft.modifiers) {
        ids.add(modifier.id, diagnostics);
        result.push_back(ModifierMaker{modifier, subjects, diagnostics}.make());
    }
    return result;
}

}  // namespace je::model
