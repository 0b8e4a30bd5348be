// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "support/draft.hpp"

namespace je::test {

/// An option that leads to a level, or where `next` is stated to a question.
inline model::SchemeDraft::TreeOption tree_option(const std::string& id, const std::string& level,
                                                  const std::string& next = "") {
    model::SchemeDraft::TreeOption option;
    option.id = text(id);
    option.text = "Text of " + id;
    if (next.empty()) {
        option.level = text(level);
    } else {
        option.next = text(next);
    }
    return option;
}

inline model::SchemeDraft::Question question(const std::string& id, std::vector<model::SchemeDraft::TreeOption> options) {
    model::SchemeDraft::Question made;
    made.id = text(id);
    made.ask = "Asks " + id;
    made.options = std::move(options);
    return made;
}

/// Knowledge has levels 1 to 3 by questions, effort levels 1 and 2 and no questions:
///
///     how:  seldom -> 1, often -> met
///     met:  asks fact harm (several of a, b, c): none -> 2, some -> more
///     more: no -> 2, yes -> 3
inline Draft scheme_with_tree() {
    Draft draft = small_scheme();
    model::SchemeDraft::Fact harm;
    harm.id = text("harm");
    harm.name = "Harm met";
    harm.ask = "Which of these?";
    harm.kind = text("several");
    harm.choices = texts({"a", "b", "c"});
    draft.facts = {harm};
    auto none = tree_option("none-of-these", "2");
    none.below = base::Located<base::WideDecimal>{base::Decimal::from_whole(1), {}};
    auto some = tree_option("some-of-these", "", "more");
    some.from = base::Located<base::WideDecimal>{base::Decimal::from_whole(1), {}};
    auto met = question("met", {none, some});
    met.fact = text("harm");
    draft.factors[0].questions = {question("how", {tree_option("seldom", "1"), tree_option("often", "", "met")}), met,
                                  question("more", {tree_option("no", "2"), tree_option("yes", "3")})};
    return draft;
}

inline model::JobDraft::Answer answer(const std::string& to, const std::string& option, std::uint32_t line = 1) {
    return {text(to, line), text(option, line)};
}

}  // namespace je::test
