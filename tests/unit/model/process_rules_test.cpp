// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/process_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "support/records.hpp"

namespace je::test::process_rules_test {

using model::ProcessCheck;
using model::ProcessRuleDraft;

namespace {

/// What each check takes beside the keys of every rule; docs/files.md has the same.
struct Row {
    std::string check;
    bool of_panel;
    std::string keys;    // those it takes
    std::string needed;  // those it cannot do without
};
const std::vector<Row>& rows() {
    static const std::vector<Row> all{{"size", true, "smallest largest", ""},
                                      {"sides", true, "at_least", "at_least"},
                                      {"equal-sides", true, "sides", "sides"},
                                      {"chair", true, "side post", ""},
                                      {"trained", true, "", ""},
                                      {"unconnected", true, "", ""},
                                      {"scored-by-all", true, "", ""},
                                      {"agreed-was-given", true, "", ""},
                                      {"rationale", true, "", ""},
                                      {"evidence", true, "", ""},
                                      {"decision", true, "decision", "decision"},
                                      {"members-differ", false, "differ", "differ"},
                                      {"change-cites", false, "", ""},
                                      {"unappealed-change-reasoned", false, "", ""},
                                      {"may-lower", false, "allowed", "allowed"},
                                      {"time-limit", false, "from until within", "from until"},
                                      {"may-appeal", false, "parties", "parties"},
                                      {"grounds", false, "accepted", ""},
                                      {"grounds-supported", false, "", ""},
                                      {"stages", false, "smallest largest", ""}};
    return all;
}

/// Every further key with a value that is right for it.
const Pairs& good_values() {
    static const Pairs all{{"smallest", "1"},    {"largest", "3"},      {"at_least", "union 1"},  {"sides", "management union"},
                           {"side", "union"},    {"post", "chair"},     {"decision", "chair"},    {"differ", "all"},
                           {"allowed", "true"},  {"from", "a"},         {"until", "b"},           {"within", "3 months"},
                           {"parties", "union"}, {"accepted", "level"}, {"not_accepted", "level"}};
    return all;
}

std::string good_value(const std::string& key) {
    return std::find_if(good_values().begin(), good_values().end(), [&](const auto& one) { return one.first == key; })->second;
}

/// A rule with all the keys its check takes.
ProcessRuleDraft full_rule(const Row& row) {
    auto rule = process_rule(row.check);
    for (const auto& key : words_in(row.keys)) give(rule, key, good_value(key));
    return rule;
}

Draft scheme_with(const ProcessRuleDraft& rule, bool of_panel) {
    auto draft = small_scheme();
    (of_panel ? draft.panel : draft.appeal) = {rule};
    return draft;
}

std::string mistakes_in(const ProcessRuleDraft& rule, bool of_panel) { return mistakes(scheme_with(rule, of_panel)); }

model::ProcessRule made_rule(const ProcessRuleDraft& rule, bool of_panel) {
    const auto scheme = made(scheme_with(rule, of_panel));
    return of_panel ? scheme.panel_rules()[0] : scheme.appeal_rules()[0];
}

/// Ids of messages, each once, such as "JE-R04 JE-R05".
std::string ids_in(const std::string& told) {
    std::string ids;
    std::istringstream lines{told};
    for (std::string line; std::getline(lines, line);) {
        if (ids.find(line.substr(0, 6)) == std::string::npos) ids += (ids.empty() ? "" : " ") + line.substr(0, 6);
    }
    return ids;
}

}  // namespace

TEST_CASE("every check is known by its word, in its list") {
    REQUIRE(rows().size() == static_cast<std::size_t>(ProcessCheck::stages) + 1);
    for (std::size_t i = 0; i < rows().size(); ++i) {
        const ProcessCheck check{i};
        CHECK(to_text(check) == rows()[i].check);
        CHECK(is_of_panel(check) == rows()[i].of_panel);
        const auto rule = made_rule(full_rule(rows()[i]), rows()[i].of_panel);
        CHECK(rule.check == check);
    }
}

TEST_CASE("a check takes its own keys and no others") {
    for (const Row& row : rows()) {
        const auto taken = words_in(row.keys);
        for (const auto& good : good_values()) {
            const auto& key = good.first;
            const auto& value = good.second;
            if (row.check == "grounds" && key == "not_accepted") continue;  // in place of the other list
            if (std::find(taken.begin(), taken.end(), key) != taken.end()) continue;
            auto rule = full_rule(row);
            give(rule, key, value, 7);
            INFO(row.check, " with ", key);
            CHECK(mistakes_in(rule, row.of_panel) ==
                  "JE-R04 draft.yaml:7: rule 'r' has '" + key + "', which means nothing for the check '" + row.check + "'\n");
        }
    }
}

TEST_CASE("a check misses the keys it cannot do without, each told") {
    for (const Row& row : rows()) {
        std::string expected;
        for (const auto& key : words_in(row.needed))
            expected += "JE-R05 draft.yaml:1: rule 'r' checks '" + row.check + "' but has no '" + key + "'\n";
        if (row.check == "grounds")
            expected = "JE-R05 draft.yaml:1: rule 'r' checks 'grounds' but has neither 'accepted' nor 'not_accepted'\n";
        if (row.keys == "smallest largest")
            expected = "JE-R05 draft.yaml:1: rule 'r' checks '" + row.check + "' but has neither 'smallest' nor 'largest'\n";
        INFO(row.check);
        CHECK(mistakes_in(process_rule(row.check), row.of_panel) == expected);
    }
}

TEST_CASE("grounds are either those accepted or those not accepted") {
    CHECK(mistakes_in(process_rule("grounds", {{"accepted", "level"}}), false).empty());
    CHECK(mistakes_in(process_rule("grounds", {{"not_accepted", "level"}}), false).empty());
    CHECK(mistakes_in(process_rule("grounds", {{"accepted", "level"}, {"not_accepted", "facts"}}), false) ==
          "JE-R10 draft.yaml:1: rule 'r' has both 'accepted' and 'not_accepted'\n");
    CHECK(made_rule(process_rule("grounds", {{"accepted", "level facts"}}), false).accepted ==
          std::vector{model::GroundKind::level, model::GroundKind::facts});
}

TEST_CASE("a time limit may say that there is none") {
    const auto rule = made_rule(process_rule("time-limit", {{"from", "a"}, {"until", "b"}, {"within", "any time"}}), false);
    CHECK(rule.any_time);
    CHECK_FALSE(rule.within.has_value());
}

TEST_CASE("either of smallest and largest is enough") {
    CHECK(mistakes_in(process_rule("size", {{"smallest", "3"}}), true).empty());
    CHECK(mistakes_in(process_rule("stages", {{"largest", "1"}}), false).empty());
}

TEST_CASE("a list that names too little says nothing") {
    CHECK(mistakes_in(process_rule("sides", {{"at_least", ""}}), true) ==
          "JE-R05 draft.yaml:1: rule 'r' checks 'sides' but 'at_least' names nothing\n");
    CHECK(mistakes_in(process_rule("equal-sides", {{"sides", "union"}}), true) ==
          "JE-R05 draft.yaml:1: rule 'r' checks 'equal-sides' but 'sides' names only one\n");
    CHECK(mistakes_in(process_rule("may-appeal", {{"parties", ""}}), false) ==
          "JE-R05 draft.yaml:1: rule 'r' checks 'may-appeal' but 'parties' names nothing\n");
    CHECK(mistakes_in(process_rule("grounds", {{"not_accepted", ""}}), false) ==
          "JE-R05 draft.yaml:1: rule 'r' checks 'grounds' but 'not_accepted' names nothing\n");
}

TEST_CASE("a check of the other list is told where it belongs") {
    for (const Row& row : rows()) {
        CHECK(mistakes_in(full_rule(row), !row.of_panel) == "JE-R03 draft.yaml:1: rule 'r' checks '" + row.check +
                                                                "', which is no rule about " +
                                                                (row.of_panel ? "appeals" : "panels") + "\n");
    }
}

TEST_CASE("an unknown check is told with those of its list alone") {
    base::Diagnostics diagnostics;
    CHECK_FALSE(model::Scheme::make(scheme_with(process_rule("stage"), false), diagnostics));
    REQUIRE(diagnostics.errors() == 1);
    CHECK(diagnostics.all()[0].id == "JE-R01");
    CHECK(diagnostics.all()[0].message == "rule 'r' checks 'stage', which is none of the checks of rules about appeals");
    CHECK(diagnostics.all()[0].fix == "write 'stages'");
    CHECK(diagnostics.all()[0].expected ==
          "one of the checks of rules about appeals: 'members-differ', 'change-cites', 'unappealed-change-reasoned', "
          "'may-lower', "
          "'time-limit', 'may-appeal', 'grounds', 'grounds-supported' and 'stages'");
}

TEST_CASE("a breach is a fail unless the rule says that it warns") {
    auto rule = process_rule("rationale");
    CHECK(made_rule(rule, true).is_error);
    rule.breach = text("fail");
    CHECK(made_rule(rule, true).is_error);
    rule.breach = text("warn");
    CHECK_FALSE(made_rule(rule, true).is_error);
    rule.breach = text("error", 4);
    CHECK(mistakes_in(rule, true) == "JE-R02 draft.yaml:4: rule 'r' says that a breach is 'error'\n");
}

TEST_CASE("a rule keeps what its draft says") {
    auto rule = process_rule("size", {{"smallest", "3"}, {"largest", "5"}});
    rule.id = text("quorum", 9);
    rule.summary = "Three to five people";
    rule.source = text("s1");
    auto draft = scheme_with(rule, true);
    draft.sources = {{text("s1"), "Handbook", ""}};
    const auto scheme = made(draft);
    REQUIRE(scheme.panel_rules().size() == 1);
    CHECK(scheme.appeal_rules().empty());
    const auto& made = scheme.panel_rules()[0];
    CHECK(made.id == "quorum");
    CHECK(made.at.line == 9);
    CHECK(made.summary == "Three to five people");
    CHECK(made.source == "s1");
    CHECK(made.smallest == 3);
    CHECK(made.largest == 5);
}

TEST_CASE("values of rules about panels") {
    const auto sides = made_rule(process_rule("sides", {{"at_least", "management 1 union 2 independent 0"}}), true);
    REQUIRE(sides.at_least.size() == 3);
    CHECK(sides.at_least[0] == std::pair{model::Side::management, std::size_t{1}});
    CHECK(sides.at_least[1] == std::pair{model::Side::union_side, std::size_t{2}});
    CHECK(sides.at_least[2] == std::pair{model::Side::independent, std::size_t{0}});
    const auto equal = made_rule(process_rule("equal-sides", {{"sides", "union management"}}), true);
    CHECK(equal.of_sides == std::vector{model::Side::union_side, model::Side::management});
    const auto chair = made_rule(process_rule("chair", {{"side", "independent"}, {"post", "panel chair"}}), true);
    CHECK(chair.chair_side == model::Side::independent);
    CHECK(chair.chair_post == "panel chair");
    using model::Decision;
    for (const auto decision : {Decision::consensus, Decision::majority, Decision::chair, Decision::median}) {
        const auto rule = made_rule(process_rule("decision", {{"decision", std::string{to_text(decision)}}}), true);
        CHECK(rule.decision == decision);
    }
}

TEST_CASE("values of rules about appeals") {
    CHECK(made_rule(process_rule("members-differ", {{"differ", "all"}}), false).differ == model::Differ::all);
    CHECK(made_rule(process_rule("members-differ", {{"differ", "majority"}}), false).differ == model::Differ::majority);
    CHECK(made_rule(process_rule("may-lower", {{"allowed", "true"}}), false).allowed);
    CHECK_FALSE(made_rule(process_rule("may-lower", {{"allowed", "false"}}), false).allowed);
    const auto limit =
        made_rule(process_rule("time-limit", {{"from", "a"}, {"until", "b"}, {"within", "10 working days"}}), false);
    CHECK(limit.from == "a");
    CHECK(limit.until == "b");
    CHECK(limit.within == base::Period{10, base::Period::Unit::working_days});
    CHECK_FALSE(made_rule(process_rule("time-limit", {{"from", "a"}, {"until", "b"}}), false).within);
    const auto who = made_rule(process_rule("may-appeal", {{"parties", "jobholders union employer"}}), false);
    CHECK(who.parties == std::vector{model::Party::jobholders, model::Party::union_side, model::Party::employer});
    const auto grounds = made_rule(
        process_rule("grounds", {{"not_accepted", "level process facts scheme-applied comparator job-description"}}), false);
    using model::GroundKind;
    CHECK(grounds.not_accepted == std::vector{GroundKind::level, GroundKind::process, GroundKind::facts,
                                              GroundKind::scheme_applied, GroundKind::comparator, GroundKind::job_description});
}

TEST_CASE("counts are whole and not below zero, and the smallest not above the largest") {
    CHECK(mistakes_in(process_rule("size", {{"smallest", "0"}, {"largest", "0"}}), true).empty());
    CHECK(mistakes_in(process_rule("size", {{"smallest", "2.5"}}), true) ==
          "JE-R09 draft.yaml:1: rule 'r' has 2.5 where it counts\n");
    CHECK(mistakes_in(process_rule("size", {{"largest", "-1"}}), true) ==
          "JE-R09 draft.yaml:1: rule 'r' has -1 where it counts\n");
    CHECK(mistakes_in(process_rule("sides", {{"at_least", "union 0.5"}}), true) ==
          "JE-R09 draft.yaml:1: rule 'r' has 0.5 where it counts\n");
    CHECK(mistakes_in(process_rule("size", {{"smallest", "4"}, {"largest", "3"}}), true) ==
          "JE-R06 draft.yaml:1: rule 'r' asks for at least 4 and at most 3\n");
    CHECK(mistakes_in(process_rule("size", {{"smallest", "4"}, {"largest", "4"}}), true).empty());
}

TEST_CASE("a length of time is one of three forms") {
    for (const std::string within : {"two weeks", "3 weeks", "0 days", "10", "10 workingdays"}) {
        const auto rule = process_rule("time-limit", {{"from", "a"}, {"until", "b"}, {"within", within}});
        CHECK(mistakes_in(rule, false) == "JE-R07 draft.yaml:1: '" + within + "' is no length of time\n");
    }
}

TEST_CASE("words of rules are checked") {
    const auto told = [](const std::string& check, const std::string& key, const std::string& value, bool of_panel) {
        return mistakes_in(process_rule(check, {{key, value}}), of_panel);
    };
    const std::string begin = "JE-R08 draft.yaml:1: rule 'r' says ";
    CHECK(told("sides", "at_least", "unions 1", true) == begin + "'unions', which is none of the sides of a panel\n");
    CHECK(told("equal-sides", "sides", "union staff", true) == begin + "'staff', which is none of the sides of a panel\n");
    CHECK(told("chair", "side", "hr", true) == begin + "'hr', which is none of the sides of a panel\n");
    CHECK(told("decision", "decision", "vote", true) == begin + "'vote', which is none of the ways to decide\n");
    CHECK(told("members-differ", "differ", "most", false) == begin + "'most', which is none of the ways to differ\n");
    CHECK(told("may-appeal", "parties", "staff", false) == begin + "'staff', which is none of the parties to an appeal\n");
    CHECK(told("grounds", "not_accepted", "pay", false) == begin + "'pay', which is none of the kinds of ground\n");
}

TEST_CASE("every mistake in a rule is told, and every rule is looked at") {
    auto first = process_rule("size", {{"smallest", "0.5"}, {"post", "any"}});
    first.breach = text("stop");
    auto second = process_rule("sizes", {{"within", "soon"}});
    second.source = text("s9");
    auto draft = small_scheme();
    draft.panel = {first, second};
    draft.appeal = {process_rule("time-limit")};
    CHECK(ids_in(mistakes(draft)) == "JE-R02 JE-R04 JE-R09 JE-S02 JE-S03 JE-R01 JE-R07 JE-R05");
}

TEST_CASE("ids are unique within a list") {
    auto draft = small_scheme();
    draft.panel = {process_rule("rationale"), process_rule("evidence")};
    CHECK(mistakes(draft) == "JE-S02 draft.yaml:1: rule 'r' is given twice (first at draft.yaml:1)\n");
    draft.panel = {process_rule("rationale")};
    draft.appeal = {process_rule("change-cites")};
    CHECK(mistakes(draft).empty());
}

}  // namespace je::test::process_rules_test
