// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>

#include "model/scheme/dependents.hpp"
#include "model/scheme/factors.hpp"

namespace je::model {

namespace {

constexpr std::size_t most_steps = 10'000;

/// Turns the draft of one series into its steps.
class SeriesMaker {
public:
    SeriesMaker(const SchemeDraft::Series& draft, base::Diagnostics& diagnostics)
        : draft_{draft}, diagnostics_{diagnostics}, called_{fmt::format("series '{}'", draft.id.value)} {}

    /// Nothing when there is a mistake in it.
    [[nodiscard]] SeriesPtr make() {
        const bool by_steps = draft_.from && draft_.to && draft_.by;
        const bool any_of_steps = draft_.from || draft_.to || draft_.by;
        if (draft_.values.empty() == !by_steps || (!draft_.values.empty() && any_of_steps)) {
            report("JE-E18", draft_.id.at,
                   fmt::format("{} states neither its values nor 'from', 'to' and 'by', or both", called_),
                   "either 'values', or 'from', 'to' and 'by'", "write the steps that the scheme prints under 'values'");
            return nullptr;
        }
        auto values = by_steps ? steps() : listed();
        return values.empty() ? nullptr : std::make_shared<const Series>(Series{draft_.id.value, std::move(values)});
    }

private:
    std::vector<Points> listed() {
        if (draft_.values.size() > most_steps) return too_many(draft_.values[most_steps].at);
        std::vector<Points> values;
        for (const auto& number : draft_.values) {
            if (!check_not_negative(number, fmt::format("a step of {}", called_), diagnostics_)) return {};
            if (!values.empty() && number.value <= values.back().value()) {
                report("JE-E13", number.at,
                       fmt::format("{} has {} after {}", called_, number.value.to_string(), values.back().to_string()),
                       "steps that rise from each to the next", "put the steps in order, each once");
                return {};
            }
            values.emplace_back(number.value);
        }
        return values;
    }

    std::vector<Points> steps() {
        if (!check_not_negative(*draft_.from, fmt::format("'from' of {}", called_), diagnostics_)) return {};
        const std::int64_t from = draft_.from->value.units();
        const std::int64_t to = draft_.to->value.units();
        const std::int64_t by = draft_.by->value.units();
        if (by <= 0 || to < from) {
            report("JE-E13", by <= 0 ? draft_.by->at : draft_.to->at,
                   fmt::format("{} does not rise: from {} to {} by {}", called_, draft_.from->value.to_string(),
                               draft_.to->value.to_string(), draft_.by->value.to_string()),
                   "steps that rise: 'by' above zero, and 'to' at or above 'from'", "correct the numbers");
            return {};
        }
        if ((to - from) / by >= static_cast<std::int64_t>(most_steps)) return too_many(draft_.by->at);
        if ((to - from) % by != 0) {
            report("JE-E18", draft_.to->at,
                   fmt::format("{} from {} by {} has no step {}", called_, draft_.from->value.to_string(),
                               draft_.by->value.to_string(), draft_.to->value.to_string()),
                   "a 'to' that is a step", "correct 'to', so that it is said where the series ends");
            return {};
        }
        std::vector<Points> values;
        for (std::int64_t units = from; units <= to; units += by) values.emplace_back(base::Decimal::from_units(units));
        return values;
    }

    std::vector<Points> too_many(const base::SourcePosition& at) {
        report("JE-E18", at, fmt::format("{} has more than 10,000 steps", called_), "at most 10,000 steps",
               "round to a number in place of a series, such as {to: 1, mode: half-up}");
        return {};
    }

    void report(std::string_view id, const base::SourcePosition& at, std::string found, std::string expected, std::string fix) {
        diagnostics_.error({std::string{id}, at, std::move(found), std::move(expected), std::move(fix)});
    }

    const SchemeDraft::Series& draft_;
    base::Diagnostics& diagnostics_;
    std::string called_;
};

}  // namespace

std::vector<SeriesPtr> make_series(const SchemeDraft& draft, base::Diagnostics& diagnostics) {
    Names ids{{"series", "series", "JE-E12", "JE-S02"}};
    std::vector<SeriesPtr> made;
    for (const auto& one : draft.series) {
        const bool is_new = ids.add(one.id, diagnostics);
        if (auto series = SeriesMaker{one, diagnostics}.make(); series && is_new) made.push_back(std::move(series));
    }
    return made;
}

}  // namespace je::model
