// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/scheme.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/draft.hpp"

namespace je::test::scheme_test {

using model::FactorIndex;
using model::UnitIndex;

TEST_CASE("a scheme keeps what its draft says") {
    auto draft = small_scheme();
    draft.sources = {{text("s1"), "Handbook", "https://example.org"}};
    draft.groups = {{text("skills"), "Skills", text("skills")}, {text("other"), "Other", {}}};
    draft.factors[0].group = text("other");
    draft.factors[0].source = text("s1");
    draft.factors[0].definition = "what must be known";
    draft.factors[0].short_name = text("Know");
    const auto scheme = made(draft);
    CHECK(scheme.id() == "demo");
    CHECK(scheme.title() == "A demonstration plan");
    CHECK(scheme.edition() == "2026");
    CHECK(scheme.owner() == "the tests");
    CHECK(scheme.licence() == "any");
    CHECK(scheme.status() == model::Status::published);
    CHECK(scheme.sources()[0].url == "https://example.org");
    CHECK(scheme.groups()[0].eu_criterion == model::EuCriterion::skills);
    CHECK_FALSE(scheme.groups()[1].eu_criterion);
    const auto& factor = scheme[FactorIndex{0}];
    REQUIRE(factor.group.has_value());
    CHECK(scheme[*factor.group].name == "Other");
    CHECK(factor.source == "s1");
    CHECK(factor.definition == "what must be known");
    CHECK(factor.short_name == "Know");
    CHECK(scheme[FactorIndex{1}].short_name.empty());
    CHECK_FALSE(scheme[FactorIndex{1}].group.has_value());
    REQUIRE(factor.find_level("2").has_value());
    CHECK(factor[*factor.find_level("2")].points == points("40"));
    CHECK_FALSE(factor.find_level("4").has_value());
    CHECK(scheme.band_tables().size() == 1);
    CHECK(scheme.find_factor("effort") == FactorIndex{1});
    CHECK_FALSE(scheme.find_factor("demo").has_value());
    CHECK_FALSE(scheme.weights().has_value());
}

TEST_CASE("totals range over the smallest and the largest points, exactly") {
    const auto scheme = made(simple_scheme({table_factor("a", {"0", "20.25"}), table_factor("b", {"10.5"})}));
    CHECK(scheme.smallest_total() == points("10.5"));
    CHECK(scheme.largest_total() == points("30.75"));
}

TEST_CASE("a scheme may have no bands, for use with a table of its own") {
    CHECK(made(simple_scheme({table_factor("a", {"1"})})).band_tables().empty());
}

TEST_CASE("a matrix is a scored unit at the place of whichever of its factors comes first") {
    const auto rows = side_factor("rows", {"1", "2"});
    const auto columns = side_factor("columns", {"A", "B"});
    auto draft = simple_scheme({table_factor("a", {"1"}), columns, table_factor("b", {"2"}), rows});
    draft.matrices = {matrix("m", rows, columns, {"10 20", "15 -"})};
    const auto scheme = made(draft);
    std::string ids;
    for (const auto& unit : scheme.units()) ids += unit.id() + " " + unit.name() + ";";
    CHECK(ids == "a a;m m;b b;");
    CHECK(scheme.smallest_total() == points("13"));
    CHECK(scheme.largest_total() == points("23"));
    CHECK(scheme[FactorIndex{1}].unit == UnitIndex{1});
    CHECK(scheme[FactorIndex{3}].unit == UnitIndex{1});
    CHECK(scheme.unit_of(FactorIndex{3}).is_combined());
    CHECK(scheme[FactorIndex{3}].rule.kind == model::PointsRuleKind::matrix);
    CHECK_FALSE(scheme.unit_of(FactorIndex{0}).is_combined());
}

TEST_CASE("the status must be one of four") {
    for (const auto* status : {"published", "local", "unverified", "illustrative"}) {
        auto draft = small_scheme();
        draft.status = text(status);
        CHECK(model::to_text(made(draft).status()) == status);
    }
    auto draft = small_scheme();
    draft.status = text("publishd", 4);
    CHECK(mistakes(draft) == "JE-S01 draft.yaml:4: the status of scheme 'demo' is 'publishd', which does not exist\n");
}

TEST_CASE("only figures that are not known to be right carry a caution") {
    CHECK(model::caution(model::Status::published).empty());
    CHECK(model::caution(model::Status::local).empty());
    CHECK(model::caution(model::Status::unverified) != model::caution(model::Status::illustrative));
    CHECK_FALSE(model::caution(model::Status::unverified).empty());
    CHECK_FALSE(model::caution(model::Status::illustrative).empty());
}

TEST_CASE("ids of one kind must differ") {
    auto draft = small_scheme();
    draft.sources = {{text("s", 2), "", ""}, {text("s", 3), "", ""}};
    draft.groups = {{text("g", 4), "", {}}, {text("g", 5), "", {}}};
    draft.factors.push_back(table_factor("knowledge", {"5"}));
    draft.factors.back().id = text("knowledge", 30);
    draft.facts = {number_fact("f"), number_fact("f")};
    draft.facts[1].id = text("f", 40);
    CHECK(mistakes(draft) ==
          "JE-S02 draft.yaml:3: source 's' is given twice (first at draft.yaml:2)\n"
          "JE-S02 draft.yaml:5: group 'g' is given twice (first at draft.yaml:4)\n"
          "JE-S02 draft.yaml:30: factor 'knowledge' is given twice (first at draft.yaml:1)\n"
          "JE-S02 draft.yaml:40: fact 'f' is given twice (first at draft.yaml:1)\n");
}

TEST_CASE("a reference to something that is not declared lists what is, and names the nearest") {
    auto draft = small_scheme();
    draft.sources = {{text("handbook"), "", ""}, {text("circular"), "", ""}};
    draft.groups = {{text("skills"), "", {}}};
    draft.factors[0].group = text("skils", 7);
    draft.factors[0].source = text("handbok", 8);
    draft.factors[1].source = text("elsewhere", 9);
    base::Diagnostics diagnostics;
    CHECK_FALSE(model::Scheme::make(draft, diagnostics).has_value());
    CHECK(messages(diagnostics) ==
          "JE-S04 draft.yaml:7: factor 'knowledge' names group 'skils', which is not declared\n"
          "JE-S03 draft.yaml:8: factor 'knowledge' names source 'handbok', which is not declared\n"
          "JE-S03 draft.yaml:9: factor 'effort' names source 'elsewhere', which is not declared\n");
    REQUIRE(diagnostics.all().size() == 3);
    CHECK(diagnostics.all()[0].fix == "write 'skills'");
    CHECK(diagnostics.all()[1].expected == "one of the sources: 'handbook' and 'circular'");
    CHECK(diagnostics.all()[1].fix == "write 'handbook'");
    CHECK(diagnostics.all()[2].fix == "use one of these, or declare 'elsewhere' under 'sources'");
}

TEST_CASE("a reference where nothing is declared says so") {
    auto draft = small_scheme();
    draft.factors[0].source = text("s1", 7);
    base::Diagnostics diagnostics;
    CHECK_FALSE(model::Scheme::make(draft, diagnostics).has_value());
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].expected == "one of the sources: there are none");
    CHECK(diagnostics.all()[0].fix == "declare 's1' under 'sources'");
}

TEST_CASE("a long list of what is declared is cut") {
    auto draft = small_scheme();
    for (int i = 0; i < 42; ++i) draft.groups.push_back({text("group-" + std::to_string(i)), "", {}});
    draft.factors[0].group = text("x");
    base::Diagnostics diagnostics;
    CHECK_FALSE(model::Scheme::make(draft, diagnostics).has_value());
    REQUIRE(diagnostics.all().size() == 1);
    const auto& expected = diagnostics.all()[0].expected;
    CHECK(expected.find("'group-39' and 2 more") != std::string::npos);
    CHECK(expected.find("group-40") == std::string::npos);
}

TEST_CASE("when more is wrong than is kept, the rest is still counted") {
    auto draft = small_scheme();
    draft.factors.assign(20, table_factor("knowledge", {"1"}));
    for (auto& factor : draft.factors) factor.group = text("none");
    base::Diagnostics diagnostics{3};
    CHECK_FALSE(model::Scheme::make(draft, diagnostics).has_value());
    CHECK(diagnostics.errors() == 39);
    CHECK(diagnostics.all().size() == 3);
}

TEST_CASE("a criterion of EU law must be one of four") {
    auto draft = small_scheme();
    draft.groups = {{text("conditions"), "", text("working-conditions")}, {text("physical"), "", text("efort", 6)}};
    base::Diagnostics diagnostics;
    CHECK_FALSE(model::Scheme::make(draft, diagnostics).has_value());
    CHECK(messages(diagnostics) ==
          "JE-S10 draft.yaml:6: group 'physical' is for criterion 'efort', which is not one of the four\n");
    CHECK(diagnostics.all()[0].fix == "write 'effort'");
}

TEST_CASE("a scheme needs a factor") {
    auto draft = simple_scheme({});
    draft.id = text("demo", 2);
    CHECK(mistakes(draft) == "JE-S12 draft.yaml:2: scheme 'demo' has no factors\n");
}

TEST_CASE("max_total must be the sum of the largest points") {
    auto draft = small_scheme();
    draft.max_total = number("90");
    CHECK(mistakes(draft).empty());
    draft.max_total = number("90.0001", 5);
    CHECK(mistakes(draft) == "JE-S40 draft.yaml:5: 'max_total' is 90.0001, but the largest points add up to 90\n");
    draft.max_total = number("89", 5);
    CHECK(mistakes(draft) == "JE-S40 draft.yaml:5: 'max_total' is 89, but the largest points add up to 90\n");
    draft.max_total = number("0", 5);
    CHECK(mistakes(draft) == "JE-S39 draft.yaml:5: 'max_total' is 0, not above zero\n");
}

TEST_CASE("max_total is not held against points that are wrong themselves") {
    auto draft = small_scheme();
    draft.max_total = number("1000");
    draft.factors[0].levels[2].points = number("30", 9);
    CHECK(mistakes(draft) == "JE-S07 draft.yaml:9: level '3' of factor 'knowledge' has 30 points, fewer than level '2' (40)\n");
}

TEST_CASE("two mistakes give two messages, whatever section they are in") {
    auto draft = small_scheme();
    draft.factors[1].levels[1].points = number("5", 9);
    draft.band_rules = {band_rule("r", "grade", {{"x", "A"}})};
    draft.band_rules[0].fact = text("grade", 50);
    draft.bands[0].bands[2].floor = number("50", 60);
    const auto diagnostics = mistakes(draft);
    CHECK(diagnostics.find("JE-S07 draft.yaml:9: level '2' of factor 'effort' has 5 points, fewer than level '1' (10)\n"
                           "JE-S06 draft.yaml:50: band rule 'r' names fact 'grade', which is not declared\n") == 0);
    CHECK(diagnostics.find("draft.yaml:60") != std::string::npos);
}

TEST_CASE("errors of another file do not stop a scheme") {
    base::Diagnostics diagnostics;
    diagnostics.error({.id = "JE-X01", .message = "of another file"});
    CHECK(model::Scheme::make(small_scheme(), diagnostics).has_value());
}

}  // namespace je::test::scheme_test
