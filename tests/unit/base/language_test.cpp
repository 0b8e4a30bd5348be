// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/language.hpp"

#include <doctest/doctest.h>

#include <string>

#include "base/catalogue.hpp"
#include "base/gaps.hpp"
#include "base/wording.hpp"

namespace language_test {

namespace {

using namespace je::base;

TEST_CASE("words are English but in a scope, and scopes stand within each other") {
    CHECK(translated("Factor") == "Factor");
    {
        const InLanguage welsh{Language::welsh};
        CHECK(translated("Factor") == "Ffactor");
        CHECK(language_now() == Language::welsh);
        {
            const InLanguage english{Language::english};
            CHECK(translated("Factor") == "Factor");
        }
        CHECK(translated("Factor") == "Ffactor");
    }
    CHECK(language_now() == Language::english);
}

TEST_CASE("what the catalogue lacks stays English and is told once") {
    const InLanguage welsh{Language::welsh};
    CHECK(translated("quite unheard of") == "quite unheard of");
    CHECK(translated("quite unheard of") == "quite unheard of");
    CHECK(translated("one unheard of", "several unheard of", 5) == "several unheard of");
    CHECK(translated("-> {}: 12 %") == "-> {}: 12 %");  // no letters: the same in all languages
    CHECK(welsh.missing() == std::set<std::string, std::less<>>{"quite unheard of", "several unheard of"});
}

TEST_CASE("words beside a number have the form of the number") {
    const InLanguage welsh{Language::welsh};
    const auto form = [](std::size_t n) { return std::string{translated("point", "points", n)}; };
    // CLDR 42, plural rules of cy: zero 0, one 1, two 2, few 3, many 6, other.
    CHECK(form(2) == "bwynt");
    CHECK(form(3) == "phwynt");
    CHECK(form(1) == "pwynt");
    CHECK(form(5) == form(440));
}

TEST_CASE("gaps are filled in their order or by number") {
    CHECK(filled("{} of {}", {"1", "2"}) == "1 of 2");
    CHECK(filled("{1} o {0}", {"1", "2"}) == "2 o 1");
    CHECK(filled("{x} {", {}) == "{x} {");
    CHECK(worded("{:.1f} of {}", 1.25, "x") == "1.2 of x");
}

TEST_CASE("a language is known by its code") {
    for (const LanguageInfo& one : languages()) CHECK(language_named(one.code) == one.language);
    CHECK_FALSE(language_named("xx"));
    CHECK_FALSE(language_named(""));
    CHECK_FALSE(info(Language::welsh).caution.empty());
}

TEST_CASE("all catalogue keys are found, and nothing beside them") {
    const auto catalogue = cy_catalogue();
    CHECK(message_in(catalogue, "Factor", 0) == "Ffactor");
    CHECK(message_in(catalogue, "point", 2) == "bwynt");
    CHECK_FALSE(message_in(catalogue, "Facto", 0));
    CHECK_FALSE(message_in(catalogue, "Factors of none", 0));
    CHECK_FALSE(message_in({}, "Factor", 0));
}

}  // namespace

}  // namespace language_test
