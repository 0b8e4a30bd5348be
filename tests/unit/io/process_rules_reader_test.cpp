// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "unit/io/yaml_reading.hpp"

namespace process_rules_reader_test {

using namespace je::test;

namespace {

/// A scheme of six lines, then `more`.
Outcome<je::model::SchemeDraft> scheme_with(const std::string& more) {
    return scheme_in("format: je-scheme/1\nid: s\ntitle: t\nedition: \"1\"\nstatus: local\nfactors: []\n" + more);
}

std::string keys_of(const je::model::ProcessRuleDraft& rule) {
    std::string all;
    for (const auto& key : rule.keys) all += (all.empty() ? "" : " ") + key.value + "@" + key.at.to_string().substr(10);
    return all;
}

}  // namespace

TEST_CASE("rules about panels are read in full") {
    const auto outcome = scheme_with(R"(panel:
  - id: quorum
    check: size
    breach: warn
    summary: Three to five people
    source: s1
    smallest: 3
    largest: 5
  - {id: seats, check: sides, at_least: {union: 1, management: 2}}
  - {id: balance, check: equal-sides, sides: [union, management]}
  - {id: chaired, check: chair, side: independent, post: "Panel chair, grade 7"}
  - {id: how, check: decision, decision: consensus}
)");
    CHECK(outcome.said() == "");
    REQUIRE(outcome.draft);
    CHECK(outcome.draft->appeal.empty());
    const auto& rules = outcome.draft->panel;
    REQUIRE(rules.size() == 5);
    CHECK(rules[0].id.value == "quorum");
    CHECK(rules[0].id.at.to_string() == "test.yaml:8:9");
    CHECK(rules[0].check.value == "size");
    CHECK(rules[0].breach->value == "warn");
    CHECK(rules[0].summary == "Three to five people");
    CHECK(rules[0].source->value == "s1");
    CHECK(rules[0].smallest->value.to_string() == "3");
    CHECK(rules[0].largest->value.to_string() == "5");
    CHECK(keys_of(rules[0]) == "smallest@13:5 largest@14:5");
    REQUIRE(rules[1].at_least.size() == 2);
    CHECK(rules[1].at_least[1].first.value == "management");
    CHECK(rules[1].at_least[1].second.value.to_string() == "2");
    CHECK_FALSE(rules[1].breach);
    REQUIRE(rules[2].of_sides.size() == 2);
    CHECK(rules[2].of_sides[0].value == "union");
    CHECK(rules[3].chair_side->value == "independent");
    CHECK(rules[3].chair_post == "Panel chair, grade 7");
    CHECK(rules[4].decision->value == "consensus");
    CHECK(keys_of(rules[4]) == "decision@18:32");
}

TEST_CASE("rules about appeals are read in full") {
    const auto outcome = scheme_with(R"(appeal:
  - {id: others, check: members-differ, differ: majority}
  - {id: no-lower, check: may-lower, allowed: false}
  - {id: lower, check: may-lower, allowed: true}
  - {id: in-time, check: time-limit, from: result-sent, until: appeal-received, within: 10 working days}
  - {id: who, check: may-appeal, parties: [jobholders, union]}
  - {id: what, check: grounds, not_accepted: [comparator]}
)");
    CHECK(outcome.said() == "");
    REQUIRE(outcome.draft);
    CHECK(outcome.draft->panel.empty());
    const auto& rules = outcome.draft->appeal;
    REQUIRE(rules.size() == 6);
    CHECK(rules[0].differ->value == "majority");
    CHECK(rules[1].allowed == false);
    CHECK(rules[2].allowed == true);
    CHECK_FALSE(rules[0].allowed.has_value());
    CHECK(rules[3].from->value == "result-sent");
    CHECK(rules[3].until->value == "appeal-received");
    CHECK(rules[3].within->value == "10 working days");
    CHECK(keys_of(rules[3]) == "from@11:38 until@11:57 within@11:81");
    CHECK(rules[4].parties[1].value == "union");
    CHECK(rules[5].not_accepted[0].value == "comparator");
}

TEST_CASE("mistakes of form in rules are told with their places") {
    CHECK(scheme_with("panel: {}\n").said() == "7:8 JE-Y41");
    CHECK(scheme_with("panel: [{id: a}]\n").said() == "7:9 JE-Y35");
    CHECK(scheme_with("panel: [{check: size}]\n").said() == "7:9 JE-Y35");
    CHECK(scheme_with("panel: [{id: a, check: size, smalest: 3}]\n").said() == "7:30 JE-Y33");
    CHECK(scheme_with("panel: [{id: a, check: size, smallest: three}]\n").said() == "7:40 JE-Y44");
    CHECK(scheme_with("panel: [{id: a, check: sides, at_least: [union]}]\n").said() == "7:41 JE-Y40");
    CHECK(scheme_with("panel: [{id: a, check: equal-sides, sides: union}]\n").said() == "7:44 JE-Y41");
    CHECK(scheme_with("appeal: [{id: a, check: may-lower, allowed: yes}]\n").said() == "7:45 JE-Y50");
    CHECK(scheme_with("appeal: [{id: a, check: time-limit, within: [10]}]\n").said() == "7:45 JE-Y42");
}

}  // namespace process_rules_reader_test
