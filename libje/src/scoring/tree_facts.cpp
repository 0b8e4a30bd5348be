// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/tree_facts.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace je::scoring {

using model::FactTest;
using Tests = std::vector<const FactTest*>;

namespace {

bool share_a_number(const model::FactDefinition& fact, const Tests& tests) {
    const base::WideDecimal lowest = lowest_number(fact, tests);
    const auto is_below = [&](const FactTest* test) { return !test->below || lowest < *test->below; };
    return fact.allows(lowest) && std::all_of(tests.begin(), tests.end(), is_below);
}

bool share_a_choice(const Tests& tests) {
    if (tests.empty()) return true;
    const auto in_all = [&](std::size_t choice) {
        return std::all_of(tests.begin(), tests.end(), [&](const FactTest* test) {
            return std::find(test->is.begin(), test->is.end(), choice) != test->is.end();
        });
    };
    return std::any_of(tests.front()->is.begin(), tests.front()->is.end(), in_all);
}

/// Choices that the same tests count are alike: only how many of each kind apply matters. Tries these numbers, kind by kind.
class SharedCounts {
public:
    explicit SharedCounts(const Tests& tests) : tests_{tests}, counts_(tests.size(), 0) {
        std::array<std::vector<bool>, model::most_of_several> counted_by;
        for (std::size_t choice = 0; choice < counted_by.size(); ++choice)
            for (const FactTest* test : tests) counted_by[choice].push_back(test->of.contains(choice));
        std::sort(counted_by.begin(), counted_by.end());
        for (const auto& kind : counted_by) {
            if (kinds_.empty() || kinds_.back().counted_by != kind) kinds_.push_back({kind, 0});
            ++kinds_.back().choices;
        }
    }

    [[nodiscard]] bool exist(std::size_t kind = 0) {  // as deep as there are kinds: at most 16
        if (kind == kinds_.size()) return pass();
        bool found = false;
        for (std::int64_t applying = 0; applying <= kinds_[kind].choices && !found; ++applying) {
            if (applying > 0) add(kind, 1);
            found = exist(kind + 1);
        }
        if (!found) add(kind, -kinds_[kind].choices);
        return found;
    }

private:
    struct Kind {
        std::vector<bool> counted_by;
        std::int64_t choices = 0;
    };

    void add(std::size_t kind, std::int64_t applying) {
        for (std::size_t test = 0; test < counts_.size(); ++test)
            if (kinds_[kind].counted_by[test]) counts_[test] += applying;
    }

    [[nodiscard]] bool pass() const {
        for (std::size_t test = 0; test < counts_.size(); ++test) {
            const base::WideDecimal count = base::Decimal::from_whole(counts_[test]);
            if (tests_[test]->from && count < *tests_[test]->from) return false;
            if (tests_[test]->below && count >= *tests_[test]->below) return false;
        }
        return true;
    }

    const Tests& tests_;
    std::vector<Kind> kinds_;
    std::vector<std::int64_t> counts_;
};

}  // namespace

base::WideDecimal lowest_number(const model::FactDefinition& fact, const Tests& tests) {
    base::WideDecimal lowest = fact.min.value_or(base::WideDecimal{});
    for (const FactTest* test : tests) lowest = std::max(lowest, test->from.value_or(lowest));
    return fact.whole ? lowest.rounded_up() : lowest;
}

bool share_a_value(const model::FactDefinition& fact, const Tests& tests) {
    if (fact.kind == model::FactKindOf::number) return share_a_number(fact, tests);
    if (fact.kind != model::FactKindOf::several) return share_a_choice(tests);
    return SharedCounts{tests}.exist();
}

}  // namespace je::scoring
