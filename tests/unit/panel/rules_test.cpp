// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/panel/case.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "support/process.hpp"

namespace je::panel::rules_test {

namespace {

using test::Recorded;
using test::rule;

const std::string four = "m1:management:chair m2:management u1:union u2:union";
// Knowledge has levels 1 to 3, effort 1 and 2. Everyone gave a level, and everything has a reason and evidence.
const std::vector<Recorded> agreed_by_all{{"knowledge", "2 2 2 2", "2"}, {"effort", "1 1 1 1", "1"}};

using Change = std::function<void(model::PanelDraft&)>;

struct Row {
    std::string what;
    test::RuleDraft rule;
    std::string people;
    std::vector<Recorded> factors;
    Change change;
    Verdict verdict;
    std::string message;
};

Finding found(const Row& row, bool pseudonyms = false) {
    auto draft = test::small_scheme();
    draft.panel = {row.rule};
    const auto scheme = test::made(draft);
    auto panel_draft = test::panel_draft(scheme, row.people, row.factors);
    if (row.change) row.change(panel_draft);
    const auto panel = test::made(panel_draft, scheme);
    panel::Pseudonyms numbers;
    const auto names = pseudonyms ? Names::pseudonyms(panel, numbers) : Names::as_recorded(panel);
    const auto findings = check_panel(test::case_of(scheme, panel), names);
    REQUIRE(findings.size() == 1);
    return findings.front();
}

void check(const std::vector<Row>& rows, bool pseudonyms = false) {
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const Finding finding = found(row, pseudonyms);
        CHECK(to_text(finding.verdict) == to_text(row.verdict));
        CHECK(finding.message == row.message);
        CHECK(finding.rule == row.rule.id.value);
    }
}

/// So many members of the management side, with a level each.
std::string members(std::size_t n) {
    std::string text;
    for (std::size_t i = 1; i <= n; ++i) text += "p" + std::to_string(i) + ":management ";
    return text;
}

constexpr auto pass = Verdict::pass;
constexpr auto warn = Verdict::warn;
constexpr auto fail = Verdict::fail;

Change decided_by(const std::string& how) {
    return [how](model::PanelDraft& draft) { draft.decision = test::text(how); };
}

Change posts(const std::string& of_chair) {
    return [of_chair](model::PanelDraft& draft) { draft.panellists[0].post = of_chair; };
}

Change untrained(std::size_t from, std::size_t to) {
    return [=](model::PanelDraft& draft) {
        for (std::size_t i = from; i <= to; ++i) draft.panellists[i].trained_in = {};
    };
}

Change connected(const std::vector<std::size_t>& who) {
    return [who](model::PanelDraft& draft) {
        for (const std::size_t i : who) draft.panellists[i].connected_to_job = "manages the post-holder";
    };
}

Change dissents(const test::Strings& who) {
    return [who](model::PanelDraft& draft) {
        for (const auto& person : who)
            draft.factors[0].dissent.push_back({test::text(person), {}, "sees it otherwise", test::at_line(1)});
    };
}

}  // namespace

// Each row of these tables is one case.
// clang-format off
TEST_CASE("size: how many decide, held against both ends") {
    const auto between = test::size_rule("3", "5");
    check({
        {"one below", between, members(2), {}, {}, fail, "2 panellists decide (p1 and p2); the scheme asks for at least 3 and at most 5"},
        {"smallest", between, members(3), {}, {}, pass, "3 panellists decide (p1, p2 and p3); the scheme asks for at least 3 and at most 5"},
        {"one above", between, members(4), {}, {}, pass, "4 panellists decide (p1, p2, p3 and p4); the scheme asks for at least 3 and at most 5"},
        {"largest", between, members(5), {}, {}, pass, "5 panellists decide (p1, p2, p3, p4 and p5); the scheme asks for at least 3 and at most 5"},
        {"too many", between, members(6), {}, {}, fail, "6 panellists decide (p1, p2, p3, p4, p5 and p6); the scheme asks for at least 3 and at most 5"},
        {"no largest", test::size_rule("2", ""), members(2), {}, {}, pass, "2 panellists decide (p1 and p2); the scheme asks for at least 2"},
        {"no smallest", test::size_rule("", "1"), members(2), {}, {}, fail, "2 panellists decide (p1 and p2); the scheme asks for at most 1"},
        {"one", test::size_rule("1", ""), members(1), {}, {}, pass, "1 panellist decides (p1); the scheme asks for at least 1"},
        {"as a warning", test::warning(between), members(2), {}, {}, warn, "2 panellists decide (p1 and p2); the scheme asks for at least 3 and at most 5"},
        {"observers and advisers do not count", between, "p1:management:chair p2:union p3:union:observer p4:union:adviser", {}, {}, fail,
         "2 panellists decide (p1 and p2); the scheme asks for at least 3 and at most 5"},
        {"nobody decides", test::size_rule("1", ""), "p1:union:observer", {}, {}, fail, "0 panellists decide (nobody); the scheme asks for at least 1"},
    });
}

TEST_CASE("sides: at least so many of each") {
    const auto two_each = test::sides_rule({{"management", "1"}, {"union", "2"}});
    check({
        {"one union short", two_each, "m1:management u1:union", {}, {}, fail, "management side: 1 (m1), at least 1 asked for; union side: 1 (u1), at least 2 asked for"},
        {"just enough", two_each, "m1:management u1:union u2:union", {}, {}, pass, "management side: 1 (m1), at least 1 asked for; union side: 2 (u1 and u2), at least 2 asked for"},
        {"more", two_each, "m1:management m2:management u1:union u2:union", {}, {}, pass,
         "management side: 2 (m1 and m2), at least 1 asked for; union side: 2 (u1 and u2), at least 2 asked for"},
        {"none of a side", test::warning(two_each), "u1:union u2:union", {}, {}, warn, "management side: 0 (nobody), at least 1 asked for; union side: 2 (u1 and u2), at least 2 asked for"},
        {"none asked for", test::sides_rule({{"independent", "0"}}), "u1:union", {}, {}, pass, "independent side: 0 (nobody), at least 0 asked for"},
        {"an observer does not count", test::sides_rule({{"independent", "1"}}), "u1:union i1:independent:observer", {}, {}, fail,
         "independent side: 0 (nobody), at least 1 asked for"},
    });
}

TEST_CASE("equal-sides: the same number of each side named") {
    const auto equal = test::equal_sides_rule({"management", "union"});
    check({
        {"one fewer", equal, "m1:management m2:management u1:union", {}, {}, fail, "management side: 2 (m1 and m2); union side: 1 (u1); equal numbers are asked for"},
        {"equal", equal, "m1:management u1:union", {}, {}, pass, "management side: 1 (m1); union side: 1 (u1); the numbers are equal"},
        {"one more", test::warning(equal), "m1:management u1:union u2:union", {}, {}, warn, "management side: 1 (m1); union side: 2 (u1 and u2); equal numbers are asked for"},
        {"a side that is not named does not matter", equal, "m1:management u1:union i1:independent", {}, {}, pass,
         "management side: 1 (m1); union side: 1 (u1); the numbers are equal"},
        {"an observer does not count", equal, "m1:management u1:union u2:union:observer", {}, {}, pass, "management side: 1 (m1); union side: 1 (u1); the numbers are equal"},
    });
}

TEST_CASE("chair: one person, of the side and post asked for") {
    const auto any = test::chair_rule("", "");
    const auto independent = test::chair_rule("independent", "");
    const auto senior = test::chair_rule("", "senior evaluator");
    check({
        {"nobody chairs", any, "m1:management u1:union", {}, {}, fail, "nobody chairs; one person is asked for"},
        {"one chairs", any, four, {}, {}, pass, "m1 chairs"},
        {"one chairs, with a post", any, four, {}, posts("head of pay"), pass, "m1 chairs, head of pay"},
        {"two chair", any, "m1:management:chair u1:union:chair", {}, {}, fail, "2 people chair (m1 and u1); one person is asked for"},
        {"of the side", independent, "i1:independent:chair u1:union", {}, {}, pass, "i1 chairs"},
        {"of another side", test::warning(independent), four, {}, {}, warn, "m1 of the management side chairs; a chair of the independent side is asked for"},
        {"of the post", senior, four, {}, posts("senior evaluator"), pass, "m1 chairs, senior evaluator"},
        {"of another post", senior, four, {}, posts("job evaluator"), fail, "m1 chairs and is recorded as 'job evaluator'; the post asked for is 'senior evaluator'"},
        {"of no post", senior, four, {}, {}, fail, "m1 chairs and no post is recorded; the post asked for is 'senior evaluator'"},
    });
}

TEST_CASE("by pseudonym, the chair's post is not told") {
    const auto senior = test::chair_rule("", "senior evaluator");
    check({{"of the post", senior, four, {}, posts("senior evaluator"), pass, "panellist 1 (management) chairs and holds the post asked for"},
           {"of any post", test::chair_rule("", ""), four, {}, posts("senior evaluator"), pass, "panellist 1 (management) chairs"},
           {"of another post", senior, four, {}, posts("job evaluator"), fail,
            "panellist 1 (management) chairs and is not recorded with the post asked for, 'senior evaluator'"},
           {"of no post", senior, four, {}, {}, fail, "panellist 1 (management) chairs and is not recorded with the post asked for, 'senior evaluator'"}},
          true);
}

TEST_CASE("trained: everyone who decides, in this scheme") {
    check({
        {"all", rule("trained"), four, {}, {}, pass, "all 4 are trained in demo"},
        {"one not", rule("trained"), four, {}, untrained(1, 1), fail, "no training in demo is recorded for m2 (1 of 4)"},
        {"nobody", test::warning(rule("trained")), four, {}, untrained(0, 3), warn, "no training in demo is recorded for m1, m2, u1 and u2 (4 of 4)"},
        {"in another scheme", rule("trained"), four, {}, [](auto& draft) { draft.panellists[3].trained_in = test::texts({"other", "demonstration"}); }, fail,
         "no training in demo is recorded for u2 (1 of 4)"},
        {"an observer need not be", rule("trained"), four + " o1:union:observer", {}, untrained(4, 4), pass, "all 4 are trained in demo"},
    });
}

TEST_CASE("unconnected: nobody who decides is connected to the job") {
    check({
        {"nobody", rule("unconnected"), four, {}, {}, pass, "nobody who decides is recorded as connected to the job"},
        {"one", rule("unconnected"), four, {}, connected({2}), fail, "one person is recorded as connected to the job: u1"},
        {"two", test::warning(rule("unconnected")), four, {}, connected({0, 2}), warn, "2 people are recorded as connected to the job: m1 and u1"},
        {"an adviser may be", rule("unconnected"), four + " a1:independent:adviser", {}, connected({4}), pass,
         "nobody who decides is recorded as connected to the job"},
    });
}

TEST_CASE("scored-by-all: each decider, each factor") {
    check({
        {"all", rule("scored-by-all"), four, agreed_by_all, {}, pass, "all 4 scored every factor"},
        {"one missing", rule("scored-by-all"), four, {{"knowledge", "2 2 2 2", "2"}, {"effort", "1 1 . 1", "1"}}, {}, fail,
         "1 of 2 factors was not scored by everyone: effort (without u1; n = 3 of 4)"},
        {"several missing", test::warning(rule("scored-by-all")), four, {{"knowledge", "2 . . 2", "2"}, {"effort", ". . . .", "1"}}, {}, warn,
         "2 of 2 factors were not scored by everyone: knowledge (without m2 and u1; n = 2 of 4), effort (without m1, m2, u1 and u2; n = 0 of 4)"},
        {"no entry for a factor", rule("scored-by-all"), four, {{"knowledge", "2 2 2 2", "2"}}, {}, fail,
         "1 of 2 factors was not scored by everyone: effort (without m1, m2, u1 and u2; n = 0 of 4)"},
    });
}

TEST_CASE("agreed-was-given: an agreed level is one that somebody gave") {
    check({
        {"given by all", rule("agreed-was-given"), four, agreed_by_all, {}, pass, "each agreed level was somebody's own"},
        {"given by one", rule("agreed-was-given"), four, {{"knowledge", "1 1 3 3", "3"}, {"effort", "1 1 1 2", "2"}}, {}, pass, "each agreed level was somebody's own"},
        {"met in the middle", rule("agreed-was-given"), four, {{"knowledge", "1 1 3 3", "2"}, {"effort", "1 1 1 1", "1"}}, {}, fail,
         "on 1 of 2 factors the agreed level is one that no panellist gave: knowledge (agreed 2, given 1, 1, 3, 3)"},
        {"both", test::warning(rule("agreed-was-given")), four, {{"knowledge", "1 . 1 1", "2"}, {"effort", "1 1 1 1", "2"}}, {}, warn,
         "on 2 of 2 factors the agreed level is one that no panellist gave: knowledge (agreed 2, given 1, 1, 1), effort (agreed 2, given 1, 1, 1, 1)"},
        {"nothing to compare", rule("agreed-was-given"), four, {{"knowledge", ". . . .", "2"}, {"effort", "1 1 1 1", ""}}, {}, pass,
         "no agreed level is one that nobody gave, where both are recorded"},
    });
}

TEST_CASE("rationale and evidence: for every factor") {
    std::vector<Recorded> bare = agreed_by_all;
    bare[0].rationale = "";
    bare[1].evidence = false;
    std::vector<Recorded> barer = bare;
    barer[1].rationale = "";
    barer[0].evidence = false;
    check({
        {"reasons", rule("rationale"), four, agreed_by_all, {}, pass, "a reason is recorded for every factor"},
        {"one lacks a reason", rule("rationale"), four, bare, {}, fail, "no reason is recorded for 1 of 2 factors: knowledge"},
        {"both lack a reason", test::warning(rule("rationale")), four, barer, {}, warn, "no reason is recorded for 2 of 2 factors: knowledge, effort"},
        {"no entry, no reason", rule("rationale"), four, {agreed_by_all[1]}, {}, fail, "no reason is recorded for 1 of 2 factors: knowledge"},
        {"evidence", rule("evidence"), four, agreed_by_all, {}, pass, "evidence is recorded for every factor"},
        {"one lacks evidence", rule("evidence"), four, bare, {}, fail, "no evidence is recorded for 1 of 2 factors: effort"},
        {"both lack evidence", test::warning(rule("evidence")), four, barer, {}, warn, "no evidence is recorded for 2 of 2 factors: knowledge, effort"},
    });
}

TEST_CASE("decision by consensus: agreed levels and no dissent") {
    const auto consensus = test::decision_rule("consensus");
    check({
        {"kept", consensus, four, agreed_by_all, decided_by("consensus"), pass, "nothing in the record is against a decision by consensus"},
        {"the record does not say how", consensus, four, agreed_by_all, {}, pass, "nothing in the record is against a decision by consensus"},
        {"the record says another way", consensus, four, agreed_by_all, decided_by("majority"), fail,
         "the record says the panel decided by majority; the scheme asks for a decision by consensus"},
        {"no agreed level", consensus, four, {{"knowledge", "2 2 2 2", ""}, {"effort", "1 1 1 1", "1"}}, {}, fail,
         "1 of 2 factors was not decided by consensus: knowledge (no level is agreed)"},
        {"one dissents", test::warning(consensus), four, agreed_by_all, dissents({"u1"}), warn, "1 of 2 factors was not decided by consensus: knowledge (u1 dissents)"},
        {"two dissent", consensus, four, agreed_by_all, dissents({"u1", "u2"}), fail, "1 of 2 factors was not decided by consensus: knowledge (u1 and u2 dissent)"},
        {"views that differed before are no breach", consensus, four, {{"knowledge", "1 2 3 3", "2"}, {"effort", "1 1 1 2", "1"}}, {}, pass,
         "nothing in the record is against a decision by consensus"},
    });
}

TEST_CASE("decision by majority: the level of more than half") {
    const auto majority = test::decision_rule("majority");
    const Recorded same{"effort", "1 1 1 1", "1"};
    check({
        {"three of four", majority, four, {{"knowledge", "1 3 3 3", "3"}, same}, {}, pass, "nothing in the record is against a decision by majority"},
        {"exactly half", majority, four, {{"knowledge", "1 1 3 3", "3"}, same}, {}, fail,
         "1 of 2 factors was not decided by majority: knowledge (no level has more than half)"},
        {"another than the majority's", majority, four, {{"knowledge", "1 3 3 3", "2"}, same}, {}, fail,
         "1 of 2 factors was not decided by majority: knowledge (agreed 2, majority 3)"},
        {"two of three who gave one", majority, four, {{"knowledge", ". 1 3 3", "3"}, same}, {}, pass, "nothing in the record is against a decision by majority"},
        {"nobody gave one", majority, four, {{"knowledge", ". . . .", "3"}, same}, {}, fail,
         "1 of 2 factors was not decided by majority: knowledge (no individual levels)"},
        {"dissent is no breach", majority, four, {{"knowledge", "1 3 3 3", "3"}, same}, dissents({"m1"}), pass,
         "nothing in the record is against a decision by majority"},
    });
}

TEST_CASE("decision by the chair: the chair's own level") {
    const auto by_chair = test::decision_rule("chair");
    const Recorded same{"effort", "1 2 2 2", "1"};
    check({
        {"kept", by_chair, four, {{"knowledge", "3 1 1 1", "3"}, same}, decided_by("chair"), pass, "nothing in the record is against a decision by the chair"},
        {"another than the chair's", by_chair, four, {{"knowledge", "3 1 1 1", "1"}, same}, {}, fail,
         "1 of 2 factors was not decided by the chair: knowledge (agreed 1, chair 3)"},
        {"the chair gave none", test::warning(by_chair), four, {{"knowledge", ". 1 1 1", "1"}, same}, {}, warn,
         "1 of 2 factors was not decided by the chair: knowledge (no level of the chair)"},
        {"nobody chairs", by_chair, "m1:management u1:union", {{"knowledge", "1 1", "1"}, {"effort", "1 1", "1"}}, {}, fail,
         "2 of 2 factors were not decided by the chair: knowledge (nobody chairs), effort (nobody chairs)"},
        {"the record says another way", by_chair, four, agreed_by_all, decided_by("consensus"), fail,
         "the record says the panel decided by consensus; the scheme asks for a decision by the chair"},
    });
}

TEST_CASE("decision by median: the middle level, or between the two in the middle") {
    const auto median = test::decision_rule("median");
    const Recorded same{"effort", "1 1 1 1", "1"};
    const std::string three = "m1:management u1:union u2:union";
    const Recorded same3{"effort", "1 1 1", "1"};
    check({
        {"the middle of three", median, three, {{"knowledge", "3 1 2", "2"}, same3}, {}, pass, "nothing in the record is against a decision by median"},
        {"not the middle of three", median, three, {{"knowledge", "3 1 2", "3"}, same3}, {}, fail, "1 of 2 factors was not decided by median: knowledge (agreed 3, median 2)"},
        {"lower middle of four", median, four, {{"knowledge", "1 1 3 3", "1"}, same}, {}, pass, "nothing in the record is against a decision by median"},
        {"between the middle ones", median, four, {{"knowledge", "1 1 3 3", "2"}, same}, {}, pass, "nothing in the record is against a decision by median"},
        {"higher middle of four", median, four, {{"knowledge", "1 1 3 3", "3"}, same}, {}, pass, "nothing in the record is against a decision by median"},
        {"above the middle ones", median, four, {{"knowledge", "1 1 2 3", "3"}, same}, {}, fail,
         "1 of 2 factors was not decided by median: knowledge (agreed 3, median 1 to 2)"},
        {"nobody gave one", test::warning(median), four, {{"knowledge", ". . . .", "3"}, same}, {}, warn,
         "1 of 2 factors was not decided by median: knowledge (no individual levels)"},
    });
}
// clang-format on

TEST_CASE("findings come in the scheme's order, with the rule's own words and source") {
    auto draft = test::small_scheme();
    draft.sources = {{test::text("book"), "A book", ""}};
    auto trained = rule("trained");
    trained.id = test::text("all-trained");
    trained.summary = "All are trained.";
    trained.source = test::text("book");
    draft.panel = {trained, test::size_rule("2", "")};
    const auto scheme = test::made(draft);
    const auto panel = test::made(test::panel_draft(scheme, four, agreed_by_all), scheme);
    const auto findings = check_panel(test::case_of(scheme, panel), Names::as_recorded(panel));
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].rule == "all-trained");
    CHECK(findings[0].summary == "All are trained.");
    CHECK(findings[0].source == "book");
    CHECK(findings[1].rule == "size");
    CHECK(findings[1].source.empty());
}

TEST_CASE("what a scheme does not set is said, rule by rule, and never supplied") {
    auto draft = test::small_scheme();
    const test::Strings all{"how many sit on a panel",   "which sides must sit",
                            "equal numbers of sides",    "who chairs",
                            "training in the scheme",    "nobody connected to the job",
                            "all factors scored by all", "an agreed level that somebody gave",
                            "a reason for each factor",  "evidence for each factor",
                            "how levels are decided"};
    const auto bare = test::made(draft);
    CHECK((settled_by(not_settled(bare.panel_rules(), true)) == all));
    const auto panel = test::made(test::panel_draft(bare, "m1:management", {}), bare);
    CHECK(check_panel(test::case_of(bare, panel), Names::as_recorded(panel)).empty());

    const std::vector<test::RuleDraft> each{test::size_rule("1", ""),
                                            test::sides_rule({{"union", "1"}}),
                                            test::equal_sides_rule({"union", "management"}),
                                            test::chair_rule("", ""),
                                            rule("trained"),
                                            rule("unconnected"),
                                            rule("scored-by-all"),
                                            rule("agreed-was-given"),
                                            rule("rationale"),
                                            rule("evidence"),
                                            test::decision_rule("median")};
    REQUIRE(each.size() == all.size());
    for (std::size_t i = 0; i < each.size(); ++i) {
        CAPTURE(i);
        draft.panel = {each[i]};
        test::Strings others = all;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
        CHECK((settled_by(not_settled(test::made(draft).panel_rules(), true)) == others));
    }
    draft.panel = each;
    CHECK(not_settled(test::made(draft).panel_rules(), true).empty());
}

TEST_CASE("a warning is no fail") {
    auto draft = test::small_scheme();
    draft.panel = {rule("trained"), test::warning(rule("evidence"))};
    const auto scheme = test::made(draft);
    CHECK((finding_of(scheme.panel_rules()[0], {false, ""}).verdict == fail));
    CHECK((finding_of(scheme.panel_rules()[1], {false, ""}).verdict == warn));
    CHECK(to_text(pass) == "pass");
    CHECK(to_text(warn) == "warn");
    CHECK(to_text(fail) == "fail");
}

}  // namespace je::panel::rules_test
