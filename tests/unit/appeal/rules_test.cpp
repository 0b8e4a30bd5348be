// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/appeal/case.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "support/process.hpp"

namespace je::appeal::rules_test {

namespace {

using panel::Verdict;
using test::ground;
using test::Recorded;
using test::rule;

constexpr auto pass = Verdict::pass;
constexpr auto warn = Verdict::warn;
constexpr auto fail = Verdict::fail;

const std::string four = "m1:management:chair m2:management u1:union u2:union";
const std::string others = "m3:management:chair m4:management u3:union u4:union";
// Knowledge gives 20, 40, 60 points, effort 10, 30; band A from 0, B from 50, C from 80. This is 50 points, band B.
const std::vector<Recorded> before{{"knowledge", "2 2 2 2", "2"}, {"effort", "1 1 1 1", "1"}};

struct Row {
    std::string what;
    test::RuleDraft rule;
    std::string people;           // of the re-panel
    std::vector<Recorded> after;  // what it recorded
    std::function<void(model::AppealDraft&)> change;
    std::size_t number = 1;
    Verdict verdict;
    std::string message;
};

panel::Finding found(const Row& row, bool pseudonyms) {
    auto draft = test::small_scheme();
    draft.appeal = {row.rule};
    const auto scheme = test::made(draft);
    const auto original = test::made(test::panel_draft(scheme, four, before), scheme);
    const auto again = test::made(test::panel_draft(scheme, row.people, row.after, "again"), scheme);
    auto appeal_draft = test::appeal_draft({ground("level", "knowledge", "3")});
    if (row.change) row.change(appeal_draft);
    const auto appeal = test::made(appeal_draft, scheme);
    const AppealCase appeal_case{.scheme = &scheme,
                                 .bands = test::bands_of(scheme),
                                 .appeal = &appeal,
                                 .original = &original,
                                 .repanel = &again,
                                 .number = row.number};
    panel::Pseudonyms numbers;
    const auto names = pseudonyms ? panel::Names::pseudonyms(again, numbers) : panel::Names::as_recorded(again);
    const auto findings = check_appeal(appeal_case, names);
    REQUIRE(findings.size() == 1);
    return findings.front();
}

void check(const std::vector<Row>& rows, bool pseudonyms = false) {
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const auto finding = found(row, pseudonyms);
        CHECK(to_text(finding.verdict) == to_text(row.verdict));
        CHECK(finding.message == row.message);
        CHECK(finding.rule == row.rule.id.value);
    }
}

std::vector<Recorded> with(const Recorded& knowledge, const Recorded& effort) { return {knowledge, effort}; }

std::function<void(model::AppealDraft&)> brought_by(const std::string& party) {
    return [party](model::AppealDraft& draft) { draft.brought_by = test::text(party); };
}

std::function<void(model::AppealDraft&)> on_grounds(const test::Strings& kinds) {
    return [kinds](model::AppealDraft& draft) {
        draft.grounds.clear();
        for (const auto& kind : kinds) draft.grounds.push_back(ground(kind));
    };
}

}  // namespace

// Each row of these tables is one case.
// clang-format off
TEST_CASE("members-differ all: nobody who sat on the original panel decides again") {
    const auto all = test::differ_rule("all");
    check({
        {"none again", all, others, before, {}, 1, pass, "0 of 4 sat on the original panel too; the rule allows none"},
        {"one again", all, "m3:management m1:management u3:union u4:union", before, {}, 1, fail,
         "1 of 4 sat on the original panel too (m1); the rule allows none"},
        {"all again", test::warning(all), four, before, {}, 1, warn, "4 of 4 sat on the original panel too (m1, m2, u1 and u2); the rule allows none"},
        {"an adviser may have sat", all, others + " m1:management:adviser", before, {}, 1, pass, "0 of 4 sat on the original panel too; the rule allows none"},
    });
}

TEST_CASE("members-differ majority: more than half are new") {
    const auto majority = test::differ_rule("majority");
    check({
        {"one of four new", majority, "m1:management m2:management u1:union u3:union", before, {}, 1, fail,
         "3 of 4 sat on the original panel too (m1, m2 and u1); the rule allows fewer than half"},
        {"half new", test::warning(majority), "m1:management m3:management u1:union u3:union", before, {}, 1, warn,
         "2 of 4 sat on the original panel too (m1 and u1); the rule allows fewer than half"},
        {"three of four new", majority, "m1:management m3:management u4:union u3:union", before, {}, 1, pass,
         "1 of 4 sat on the original panel too (m1); the rule allows fewer than half"},
        {"two of three new", majority, "m1:management m3:management u4:union", {{"knowledge", "2 2 2", "2"}, {"effort", "1 1 1", "1"}}, {}, 1, pass,
         "1 of 3 sat on the original panel too (m1); the rule allows fewer than half"},
    });
    check({{"by pseudonym", majority, "m1:management m3:management u1:union u3:union", before, {}, 1, fail,
            "2 of 4 sat on the original panel too (panellist 1 (management) and panellist 3 (union)); the rule allows fewer than half"}},
          true);
}

TEST_CASE("change-cites: a level changed rests on evidence or a reason") {
    const Recorded same{"effort", "1 1 1 1", "1"};
    check({
        {"nothing changed", rule("change-cites"), others, before, {}, 1, pass, "no level was changed"},
        {"one, with both", rule("change-cites"), others, with({"knowledge", "3 3 3 3", "3"}, same), {}, 1, pass, "the one level changed rests on evidence or a reason"},
        {"a reason alone", rule("change-cites"), others, with({"knowledge", "3 3 3 3", "3", "new papers", false}, same), {}, 1, pass,
         "the one level changed rests on evidence or a reason"},
        {"evidence alone", rule("change-cites"), others, with({"knowledge", "3 3 3 3", "3", "", true}, same), {}, 1, pass,
         "the one level changed rests on evidence or a reason"},
        {"neither", rule("change-cites"), others, with({"knowledge", "3 3 3 3", "3", "", false}, same), {}, 1, fail,
         "changed without evidence or a reason: knowledge (2 to 3)"},
        {"two changed, one bare", test::warning(rule("change-cites")), others, with({"knowledge", "3 3 3 3", "3"}, {"effort", "2 2 2 2", "2", "", false}), {}, 1, warn,
         "changed without evidence or a reason: effort (1 to 2)"},
        {"two changed, both reasoned", rule("change-cites"), others, with({"knowledge", "3 3 3 3", "3"}, {"effort", "2 2 2 2", "2"}), {}, 1, pass,
         "each of the 2 levels changed rests on evidence or a reason"},
        {"two bare", rule("change-cites"), others, with({"knowledge", "1 1 1 1", "1", "", false}, {"effort", "2 2 2 2", "2", "", false}), {}, 1, fail,
         "changed without evidence or a reason: knowledge (2 to 1), effort (1 to 2)"},
        {"no level now", rule("change-cites"), others, with({"knowledge", "3 3 3 3", "", "", false}, same), {}, 1, fail,
         "changed without evidence or a reason: knowledge (2 to none)"},
    });
}

TEST_CASE("unappealed-change-reasoned: a change nobody asked for has a reason") {
    const auto reasoned = rule("unappealed-change-reasoned");
    const Recorded same{"effort", "1 1 1 1", "1"};
    check({
        {"an appealed one needs none here", reasoned, others, with({"knowledge", "3 3 3 3", "3", "", true}, same), {}, 1, pass,
         "no level was changed on a factor that was not appealed"},
        {"another with a reason", reasoned, others, with({"knowledge", "3 3 3 3", "3"}, {"effort", "2 2 2 2", "2"}), {}, 1, pass,
         "each level changed on a factor that was not appealed has a reason"},
        {"another with evidence alone", reasoned, others, with({"knowledge", "2 2 2 2", "2"}, {"effort", "2 2 2 2", "2", "", true}), {}, 1, fail,
         "changed on a factor that was not appealed, without a reason: effort (1 to 2)"},
        {"as a warning", test::warning(reasoned), others, with({"knowledge", "2 2 2 2", "2"}, {"effort", "2 2 2 2", "2", "", true}), {}, 1, warn,
         "changed on a factor that was not appealed, without a reason: effort (1 to 2)"},
    });
}

TEST_CASE("may-lower: whether a lower band stands") {
    const Recorded lower{"knowledge", "1 1 1 1", "1"};
    const Recorded same{"effort", "1 1 1 1", "1"};
    check({
        {"forbidden and lowered", test::may_lower_rule(false), others, with(lower, same), {}, 1, fail, "an appeal may not lower the result; this one did"},
        {"forbidden, as a warning", test::warning(test::may_lower_rule(false)), others, with(lower, same), {}, 1, warn, "an appeal may not lower the result; this one did"},
        {"forbidden, same", test::may_lower_rule(false), others, before, {}, 1, pass, "an appeal may not lower the result; this one did not"},
        {"forbidden, raised", test::may_lower_rule(false), others, with({"knowledge", "3 3 3 3", "3"}, {"effort", "2 2 2 2", "2"}), {}, 1, pass,
         "an appeal may not lower the result; this one did not"},
        {"allowed and lowered", test::may_lower_rule(true), others, with(lower, same), {}, 1, pass, "an appeal may lower the result; this one did"},
        {"allowed, same", test::may_lower_rule(true), others, before, {}, 1, pass, "an appeal may lower the result; this one did not"},
        {"the result is open", test::may_lower_rule(false), others, with({"knowledge", "1 1 1 1", ""}, same), {}, 1, pass,
         "an appeal may not lower the result; whether this one did cannot be told, as an agreed level is missing"},
    });
}

TEST_CASE("may-appeal: who may bring one") {
    const auto some = test::may_appeal_rule({"jobholders", "union"});
    check({
        {"the union", some, others, before, {}, 1, pass, "brought by union; an appeal is open to jobholders, union"},
        {"jobholders", some, others, before, brought_by("jobholders"), 1, pass, "brought by jobholders; an appeal is open to jobholders, union"},
        {"the employer", some, others, before, brought_by("employer"), 1, fail, "brought by employer; an appeal is open to jobholders, union"},
        {"as a warning", test::warning(some), others, before, brought_by("employer"), 1, warn, "brought by employer; an appeal is open to jobholders, union"},
    });
}

TEST_CASE("grounds: kinds that are not accepted") {
    const auto no_comparators = test::grounds_rule({"comparator", "process"});
    check({
        {"accepted", no_comparators, others, before, {}, 1, pass, "the one ground is of an accepted kind"},
        {"several accepted", no_comparators, others, before, on_grounds({"level", "facts"}), 1, pass, "each of the 2 grounds is of an accepted kind"},
        {"one not", no_comparators, others, before, on_grounds({"level", "comparator"}), 1, fail, "the scheme does not accept grounds of this kind: comparator"},
        {"two not", test::warning(no_comparators), others, before, on_grounds({"process", "comparator"}), 1, warn,
         "the scheme does not accept grounds of these kinds: process, comparator"},
        {"the same kind twice is told once", no_comparators, others, before, on_grounds({"comparator", "comparator"}), 1, fail,
         "the scheme does not accept grounds of this kind: comparator"},
    });
}

TEST_CASE("grounds: kinds that alone are accepted") {
    const auto levels_and_facts = test::accepted_rule({"level", "facts"});
    check({
        {"accepted", levels_and_facts, others, before, on_grounds({"level", "facts"}), 1, pass, "each of the 2 grounds is of an accepted kind"},
        {"one not", levels_and_facts, others, before, on_grounds({"level", "process"}), 1, fail, "the scheme does not accept grounds of this kind: process"},
    });
}

TEST_CASE("grounds supported: each cites evidence") {
    auto cites = ground("facts", "knowledge");
    cites.evidence = {model::Evidence{model::DocumentId{"letter"}, "", "", "", {}}};
    const auto given = [&](std::vector<model::AppealDraft::Ground> grounds) {
        return [grounds](model::AppealDraft& draft) { draft.grounds = grounds; };
    };
    const auto lacking = given({cites, ground("level", "effort", "2"), ground("process", "")});
    check({
        {"the only one does", rule("grounds-supported"), others, before, given({cites}), 1, pass, "the one ground cites evidence"},
        {"both do", rule("grounds-supported"), others, before, given({cites, cites}), 1, pass, "each of the 2 grounds cites evidence"},
        {"two do not", rule("grounds-supported"), others, before, lacking, 1, fail, "no evidence is cited for: effort, process"},
        {"as a warning", test::warning(rule("grounds-supported")), others, before, lacking, 1, warn, "no evidence is cited for: effort, process"},
    });
}

TEST_CASE("stages: how many appeals on one job") {
    const auto two = test::size_rule("", "2", "stages");
    check({
        {"one below", two, others, before, {}, 1, pass, "this is appeal number 1 on the job; at most 2 may be brought"},
        {"the last", two, others, before, {}, 2, pass, "this is appeal number 2 on the job; at most 2 may be brought"},
        {"one too many", two, others, before, {}, 3, fail, "this is appeal number 3 on the job; at most 2 may be brought"},
        {"as a warning", test::warning(two), others, before, {}, 3, warn, "this is appeal number 3 on the job; at most 2 may be brought"},
        {"a smallest number forbids none", test::size_rule("1", "", "stages"), others, before, {}, 9, pass,
         "this is appeal number 9 on the job; no largest number is set"},
    });
}
// clang-format on

TEST_CASE("before the re-panel has sat, rules about it wait and the others are checked; time limits are no findings") {
    auto draft = test::small_scheme();
    draft.appeal = {test::differ_rule("all"),           rule("change-cites"),
                    test::may_appeal_rule({"union"}),   rule("unappealed-change-reasoned"),
                    test::may_lower_rule(false),        test::time_rule("lodge", "result-sent", "appeal-lodged", "15 days"),
                    test::size_rule("", "1", "stages"), test::grounds_rule({"process"})};
    const auto scheme = test::made(draft);
    const auto original = test::made(test::panel_draft(scheme, four, before), scheme);
    auto appeal_draft = test::appeal_draft({ground("level", "knowledge", "3")});
    appeal_draft.repanel.reset();
    const auto appeal = test::made(appeal_draft, scheme);
    AppealCase appeal_case{.scheme = &scheme, .bands = test::bands_of(scheme), .appeal = &appeal, .original = &original};
    const auto names = panel::Names::as_recorded(original);
    test::Strings checked;
    for (const auto& finding : check_appeal(appeal_case, names)) checked.push_back(finding.rule);
    CHECK((checked == test::Strings{"may-appeal", "stages", "grounds"}));
    CHECK((rules_waiting(appeal_case) ==
           test::Strings{"members-differ", "change-cites", "unappealed-change-reasoned", "may-lower"}));

    const auto again = test::made(test::panel_draft(scheme, others, before, "again"), scheme);
    appeal_case.repanel = &again;
    checked.clear();
    for (const auto& finding : check_appeal(appeal_case, panel::Names::as_recorded(again))) checked.push_back(finding.rule);
    CHECK((checked == test::Strings{"members-differ", "change-cites", "may-appeal", "unappealed-change-reasoned", "may-lower",
                                    "stages", "grounds"}));
    CHECK(rules_waiting(appeal_case).empty());
}

TEST_CASE("what a scheme does not set about appeals is said, rule by rule") {
    auto draft = test::small_scheme();
    const test::Strings all{"whether the appeal panel must be of other people",
                            "evidence for a level changed",
                            "a reason for a change that nobody asked for",
                            "whether an appeal may lower the result",
                            "time limits",
                            "who may appeal",
                            "which grounds are accepted",
                            "evidence for the grounds",
                            "how many appeals there may be"};
    CHECK((settled_by(not_settled(test::made(draft).appeal_rules(), false)) == all));
    const std::vector<test::RuleDraft> each{test::differ_rule("all"),
                                            rule("change-cites"),
                                            rule("unappealed-change-reasoned"),
                                            test::may_lower_rule(true),
                                            test::time_rule("time", "a", "b", "1 day"),
                                            test::may_appeal_rule({"union"}),
                                            test::grounds_rule({"process"}),
                                            rule("grounds-supported"),
                                            test::size_rule("", "1", "stages")};
    REQUIRE(each.size() == all.size());
    for (std::size_t i = 0; i < each.size(); ++i) {
        CAPTURE(i);
        draft.appeal = {each[i]};
        test::Strings rest = all;
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
        CHECK((settled_by(not_settled(test::made(draft).appeal_rules(), false)) == rest));
    }
    draft.appeal = each;
    CHECK(not_settled(test::made(draft).appeal_rules(), false).empty());
}

}  // namespace je::appeal::rules_test
