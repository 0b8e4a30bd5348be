// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>

#include "scoring/proof.hpp"
#include "unit/scoring/print_strings.hpp"
#include "unit/scoring/real_schemes.hpp"

namespace je::test::proof_test {

namespace {

std::vector<base::Diagnostic> proved(const model::Scheme& scheme) {
    base::Diagnostics diagnostics;
    scoring::check_scheme(scheme, diagnostics);
    return diagnostics.all();
}

/// Everything but the remarks on sources, which most schemes of these tests have none of.
std::vector<base::Diagnostic> proved(const Draft& draft) {
    auto all = proved(made(draft));
    std::erase_if(all, [](const auto& d) { return d.id == "JE-S73"; });
    return all;
}

Strings ids(const std::vector<base::Diagnostic>& diagnostics) {
    Strings result;
    for (const auto& d : diagnostics) result.push_back((d.severity == base::Severity::error ? "error " : "warning ") + d.id);
    return result;
}

Draft weighted(const std::string& rounded_to, const Strings& weights) {
    Draft draft = simple_scheme({});
    draft.max_total = number("1000");
    draft.weights.emplace();
    draft.weights->total = number("100");
    if (!rounded_to.empty()) draft.weights->rounded_to = number(rounded_to);
    for (const auto& weight : weights) {
        auto factor = weighted_factor("f" + std::to_string(draft.factors.size()), weight, "arithmetic", "1", 3);
        factor.rounding = Draft::RoundingDraft{number("1"), text("half-up")};
        draft.factors.push_back(std::move(factor));
    }
    return draft;
}

}  // namespace

TEST_CASE("totals that can be reached but are in no band are an error that shows how to reach one") {
    const auto found = proved(nhs());
    REQUIRE(ids(found) == Strings{"error JE-B50"});
    CHECK(found[0].message.find("the reachable totals from 766 to 1000 are in no band; 766 is communication ") == 0);
    CHECK(found[0].fix ==
          "where the scheme's own table leaves them out, list 766 to 1000 under 'unbanded' with the reason; else keep 'max' of "
          "band '9' as a comment and set 'open_ended: true'");
}

TEST_CASE("a hole that the table declares is no error, and what it leaves undeclared is") {
    Draft draft = nhs();
    draft.bands[0].unbanded.push_back({number("766"), number("1000"), "the handbook stops at 765"});
    CHECK(proved(draft).empty());
    draft.bands[0].unbanded[0].to = number("990");
    const auto found = proved(draft);
    REQUIRE(ids(found) == Strings{"error JE-B50"});
    CHECK(found[0].message.find("the reachable totals from 993 to 1000 are in no band; 993 is") == 0);
    draft.bands[0].unbanded = {{number("770"), number("780"), "r"}, {number("800"), number("1000"), "r"}};
    CHECK(ids(proved(draft)) == Strings{"error JE-B50", "error JE-B50"});
}

TEST_CASE("gaps that no total can reach are fine") {
    // 251 to 254 and the like: every total of the FES is a multiple of 5.
    const auto found = proved(fes());
    CHECK(ids(found) == Strings{"warning JE-B52"});
}

TEST_CASE("a total between whole limits is found when it can be reached") {
    Draft draft = scheme_of({{"a", "100 230"}, {"b", "0 0.5 1 77"}});
    draft.bands = {open_bands({{"low", "0"}, {"high", "231"}})};
    set_max(draft.bands[0], "low", "230");
    const auto found = proved(draft);
    REQUIRE(ids(found) == Strings{"error JE-B50"});
    CHECK(found[0].message == "the reachable total 230.5 is in no band; 230.5 is a 2, b 2");
    CHECK(found[0].fix ==
          "where the scheme's own table leaves them out, list 230.5 under 'unbanded' with the reason; else keep 'max' of "
          "band 'low' as a comment: it then holds every total below 231");
    draft.bands[0].bands[0].max.reset();
    CHECK(proved(draft).empty());
}

TEST_CASE("totals below the first floor are in no band") {
    Draft draft = scheme_of({{"a", "10 20"}});
    draft.bands = {open_bands({{"A", "15"}})};
    const auto found = proved(draft);
    REQUIRE(ids(found) == Strings{"error JE-B50"});
    CHECK(found[0].message == "the reachable total 10 is in no band; 10 is a 1");
    CHECK(found[0].fix ==
          "where the scheme's own table leaves them out, list 10 under 'unbanded' with the reason; else begin band 'A' at 10");
}

TEST_CASE("a band that no total can reach is a warning") {
    Draft draft = gssg();
    auto found = proved(draft);
    REQUIRE(ids(found) == Strings{"warning JE-B52", "warning JE-B51"});
    CHECK(found[1].message == "no total can reach band 'GS-5' (855 to 1100); totals run from 1165 to 4730");
    draft = scheme_of({{"a", "10 50"}});
    draft.bands = {open_bands({{"A", "0"}, {"B", "20"}, {"C", "50"}})};
    set_max(draft.bands[0], "C", "60");
    found = proved(draft);
    CHECK(ids(found) == Strings{"warning JE-B52", "warning JE-B51"});
    CHECK(found[1].message.find("no total can reach band 'B' (from 20 to below 50)") == 0);
}

TEST_CASE("a level step as wide as a band is a warning, and one a unit narrower is not") {
    const auto with_step = [](const std::string& top) {
        Draft draft = scheme_of({{"a", "0 1 45"}, {"b", "0 10"}});
        draft.factors[0].levels[2].points = number(top);
        draft.bands = {open_bands({{"A", "0"}, {"B", "45"}})};
        return proved(draft);
    };
    CHECK(with_step("45.9999").empty());
    const auto found = with_step("46");
    REQUIRE(ids(found) == Strings{"warning JE-B52"});
    CHECK(found[0].message ==
          "the step from level '2' to '3' of factor 'a' is 45 points, no less than the width of band 'A': "
          "it alone moves any job out of such a band");
}

TEST_CASE("a step along a matrix is a level step") {
    Draft draft = simple_scheme({side_factor("rows", {"1", "2"}), side_factor("columns", {"A", "B", "C"})});
    draft.matrices = {matrix("m", draft.factors[0], draft.factors[1], {"10 15 16", "18 40 -"})};
    draft.bands = {open_bands({{"A", "0"}, {"B", "25"}})};
    const auto found = proved(draft);
    REQUIRE(ids(found) == Strings{"warning JE-B52"});
    CHECK(found[0].message.find("the step from level '1' to '2' of factor 'rows' (at level 'B' of 'columns') is 25 points") ==
          0);
}

TEST_CASE("a declared hole that no total reaches is a warning") {
    Draft draft = fes();
    draft.bands[0].unbanded.push_back({number("251"), number("254"), "no totals"});
    CHECK(ids(proved(draft)) == Strings{"warning JE-B52", "warning JE-B53"});
}

TEST_CASE("a band rule that asks for a band which another table does not have is an error there") {
    const auto scheme = made(gssg());
    const auto draft = open_bands({{"GS-11", "0"}});
    base::Diagnostics diagnostics;
    const std::vector<model::BandTable> tables{*model::BandTable::make(draft, diagnostics)};
    scoring::check_bands(scheme, tables, diagnostics);
    REQUIRE(ids(diagnostics.all()) == Strings{"error JE-B54"});
    CHECK(diagnostics.all()[0].message == "band rule 'above-base' asks for 'GS-12', which this band table does not have");
}

TEST_CASE("every table of a scheme is proved") {
    Draft draft = small_scheme();
    draft.bands[0].from = date("2020-01-01");
    auto later = open_bands({{"A", "0"}, {"B", "60"}});
    later.from = date("2025-01-01");
    set_max(later, "A", "49");
    draft.bands.push_back(later);
    const auto found = proved(draft);
    REQUIRE(ids(found) == Strings{"error JE-B50"});
    CHECK(found[0].message.find("the reachable total 50 is") == 0);
}

TEST_CASE("weights may miss their total by half of their rounding each, and by no more") {
    // The points that follow add up to 999 and 1002, which is told beside: max_total, 1000, is held exactly.
    CHECK(ids(proved(weighted("0.1", {"20", "20", "20", "20", "19.9"}))) == Strings{"error JE-S40"});  // 0.1 off, 0.25 allowed
    CHECK(ids(proved(weighted("0.1", {"20", "20", "20", "20", "20.2"}))) == Strings{"error JE-S40"});
    const auto found = proved(weighted("0.1", {"20", "20", "20", "20", "20.3"}));
    REQUIRE(ids(found) == Strings{"error JE-S70", "error JE-S40"});
    CHECK(found[0].message == "the 5 weights of scheme 'demo' add up to 100.3, not 100");
    CHECK(found[0].expected == "a sum that differs from 100 by at most half of 0.1 for each of the 5 weights");
    CHECK(ids(proved(weighted("0.1", {"20", "20", "20", "20", "19.7"}))) == Strings{"error JE-S70", "error JE-S40"});
    CHECK(ids(proved(weighted("", {"50", "49.9"}))) == Strings{"error JE-S70", "error JE-S40"});
    CHECK(proved(weighted("", {"50", "50"})).empty());
}

TEST_CASE("a level that rules or cells make unusable is a warning") {
    Draft draft = scheme_of({{"a", "1 2"}, {"b", "10 20 30"}});
    draft.constraints = {constraint("x", "error", {on_factor("b", "is", {"3"})}, {on_factor("a", "is", {"1"})}),
                         constraint("y", "error", {on_factor("b", "is", {"3"})}, {on_factor("a", "is", {"2"})})};
    const auto found = proved(draft);
    REQUIRE(ids(found) == Strings{"warning JE-S75"});
    CHECK(found[0].message.find("level '3' of factor 'b' can never be used") == 0);
    draft.constraints[1].severity = text("warning");
    CHECK(proved(draft).empty());
}

TEST_CASE("a modifier that raises a level past the one above is a warning, and one that keeps their order is not") {
    Draft draft = scheme_of({{"f", "1 2 3 4"}});
    draft.facts = {number_fact("count")};
    draft.modifiers = {modifier("m", "f", "count", "3", {"1"}, "4", "2")};
    const auto found = proved(draft);
    REQUIRE(ids(found) == Strings{"warning JE-S78"});
    CHECK(found[0].message ==
          "modifier 'm' raises level '1' of factor 'f' past level '2', so that a job with the higher level gets fewer points");
    draft.modifiers = {modifier("m", "f", "count", "3", {"1", "2"}, "4", "2")};
    CHECK(ids(proved(draft)) == Strings{"warning JE-S78"});
    draft.modifiers = {modifier("m", "f", "count", "3", {"1", "2", "3"}, "4", "2")};
    CHECK(proved(draft).empty());
    draft.modifiers = {modifier("m", "f", "count", "3", {"1"}, "4", "1")};
    CHECK(proved(draft).empty());
}

TEST_CASE("rules that no combination keeps are an error") {
    Draft draft = small_scheme();
    draft.constraints = {constraint("one", "error", {}, {on_factor("effort", "is", {"1"})}),
                         constraint("two", "error", {}, {on_factor("effort", "is", {"2"})})};
    CHECK(ids(proved(draft)) == Strings{"error JE-S76"});
}

TEST_CASE("what is too large to prove is said to be, not passed over") {
    Draft draft = scheme_of({{"a", "0 0.0001"}, {"b", "0 500000"}});
    draft.bands = {open_bands({{"A", "0"}, {"B", "600000"}})};
    CHECK(ids(proved(draft)) == Strings{"warning JE-B55"});

    Draft tied = simple_scheme({});
    std::vector<Draft::Condition> all;
    for (int f = 0; f < 24; ++f) {
        tied.factors.push_back(table_factor("f" + std::to_string(f), {"1", "2"}));
        all.push_back(on_factor("f" + std::to_string(f), "is", {"2"}));
    }
    tied.constraints = {constraint("all", "error", all, {on_factor("f0", "is", {"1"})})};
    CHECK(ids(proved(tied)) == Strings{"warning JE-S77"});
}

TEST_CASE("status and missing sources are warnings") {
    Draft draft = small_scheme();
    CHECK(ids(proved(made(draft))) == Strings{"warning JE-S73"});
    draft.status = text("illustrative");
    CHECK(ids(proved(made(draft))) == Strings{"warning JE-S71"});
    draft.status = text("unverified");
    CHECK(ids(proved(made(draft))) == Strings{"warning JE-S72", "warning JE-S73"});
    draft.status = text("published");
    draft.sources = {{text("s1"), "Handbook", ""}};
    CHECK(proved(made(draft)).empty());
    draft.sources.push_back({text("s2"), "Circular", ""});
    draft.factors[0].source = text("s1");
    const auto found = proved(made(draft));
    REQUIRE(ids(found) == Strings{"warning JE-S74"});
    CHECK(found[0].message == "it is not said which of the 2 sources the figures of 'effort' and 'bands' are from");
}

}  // namespace je::test::proof_test
