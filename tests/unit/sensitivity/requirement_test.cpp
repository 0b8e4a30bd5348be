// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/region.hpp"

#include <doctest/doctest.h>

#include "support/draft.hpp"
#include "support/floors.hpp"

namespace requirement_test {

namespace {

using namespace je;
using namespace je::sensitivity;
using numerics::Fraction;
using numerics::Relation;
using test::table_factor;

/// Factors 'knowledge' and 'people' of group skills, 'emotional-demands', '7' and '8a'; a matrix 'risk' over 'harm' and
/// 'chance'; and 'nothing', which has no points.
model::Scheme scheme() {
    const auto harm = test::side_factor("harm", {"1", "2"});
    const auto chance = test::side_factor("chance", {"1", "2"});
    std::vector<test::Draft::Factor> factors{table_factor("knowledge", {"1", "40"}),
                                             table_factor("people", {"1", "20"}),
                                             table_factor("emotional-demands", {"1", "20"}),
                                             table_factor("7", {"1", "5"}),
                                             table_factor("8a", {"1", "5"}),
                                             table_factor("nothing", {"0"}),
                                             harm,
                                             chance};
    for (std::size_t f = 0; f < 2; ++f) factors[f].group = test::text("skills");
    auto draft = test::simple_scheme(factors);
    draft.groups.push_back({test::text("skills"), "Skills", {}});
    draft.matrices.push_back(test::matrix("risk", harm, chance, {"1 5", "5 10"}));
    return test::made(draft);
}

const Grid& grid() {
    static const Grid made = Grid::make(scheme(), test::band_table({{"1", "0"}})).value();
    return made;
}

Requirement read(std::string_view text) { return std::get<Requirement>(read_requirement(text, scheme(), grid())); }
base::Diagnostic wrong(std::string_view text) { return std::get<base::Diagnostic>(read_requirement(text, scheme(), grid())); }

bool is(const Requirement& read, const std::vector<Fraction>& coefficients, Relation relation, const Fraction& bound) {
    return read.constraint.coefficients == coefficients && read.constraint.relation == relation &&
           read.constraint.bound == bound;
}

}  // namespace

TEST_CASE("requirements are read exactly") {
    // The grid's factors: knowledge, people, emotional-demands, 7, 8a, risk.
    REQUIRE(grid().factors() == 6);
    CHECK(is(read("group:skills >= 0.40"), {1, 1, 0, 0, 0, 0}, Relation::at_least, Fraction{2, 5}));
    CHECK(is(read("emotional-demands>=people"), {0, -1, 1, 0, 0, 0}, Relation::at_least, 0));
    CHECK(is(read("2*knowledge + people <= 50%"), {2, 1, 0, 0, 0, 0}, Relation::at_most, Fraction{1, 2}));
    CHECK(is(read("- people + 0.1 <= risk - 0.0003 * knowledge - 12.5%"), {Fraction{3, 10'000}, -1, 0, 0, 0, -1},
             Relation::at_most, Fraction{-225, 1000}));
    CHECK(is(read(" 0.2 <=  knowledge "), {-1, 0, 0, 0, 0, 0}, Relation::at_most, Fraction{-1, 5}));
    CHECK(is(read("group:skills - knowledge - knowledge >= 0"), {-1, 1, 0, 0, 0, 0}, Relation::at_least, 0));
    CHECK(is(read("8a >= 7"), {0, 0, 0, 0, 1, 0}, Relation::at_least, 7));
    CHECK(is(read("8a >= factor:7"), {0, 0, 0, -1, 1, 0}, Relation::at_least, 0));
    CHECK(read("8a  >= 7").text == "8a  >= 7");
}

TEST_CASE("whether weights meet a requirement is exact") {
    const std::vector<Fraction> weights{{2, 5}, {1, 5}, {1, 5}, {1, 20}, {1, 20}, {1, 10}};
    CHECK(read("group:skills >= 0.6").met_by(weights));
    CHECK_FALSE(read("group:skills >= 0.6001").met_by(weights));
    CHECK(read("group:skills <= 60%").met_by(weights));
    CHECK_FALSE(read("group:skills <= 0.5999").met_by(weights));
}

TEST_CASE("what cannot be read says where, and what was expected") {
    const auto place = [](std::string_view text, const char* id, const char* diagnostics) {
        const auto diagnostic = wrong(text);
        INFO(diagnostic.message);
        CHECK(diagnostic.id == id);
        CHECK(diagnostic.message.find(diagnostics) != std::string::npos);
    };
    place("", "JE-U81", "at its end");
    place("knowledge", "JE-U81", "at its end");
    place("knowledge >= ", "JE-U81", "at its end");
    place("knowledge + * people >= 1", "JE-U81", "at character 13, '*'");
    place("0.12345 <= people", "JE-U81", "at character 1, '0.12345'");
    place("2people <= 1", "JE-U81", "at character 1, '2people'");
    place("0.1 <= people <= 0.2", "JE-U81", "at character 15, '<='");
    place("people knowledge <= 1", "JE-U81", "at character 8, 'knowledge'");
    place("0.1 <= 0.2", "JE-U81", "at character 1");
    place("2*3 <= people", "JE-U82", "no factor is called '3', at character 3");
    place("people >= 1e3", "JE-U81", "at character 11, '1e3'");
    place("knowledge = 0.2", "JE-U83", "at character 11");
    place("knowledge > 0.2", "JE-U83", "at character 11");
    place("people-knowledge >= 0", "JE-U82", "no factor is called 'people-knowledge', at character 1");
    place("0.1 <= peple", "JE-U82", "no factor is called 'peple', at character 8");
    place("group:skill >= 0", "JE-U82", "no group with a weight is called 'skill'");
    place("harm >= 0.1", "JE-U82", "its points come from the matrix 'risk'");
    place("nothing >= 0.1", "JE-U82", "'nothing' has no points");
    CHECK(wrong("0.1 <= peple").fix == "did you mean 'people'?");
    CHECK(wrong("group:skill >= 0").fix == "did you mean 'group:skills'?");
}

}  // namespace requirement_test
