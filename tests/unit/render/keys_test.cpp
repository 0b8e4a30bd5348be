// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/keys.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <vector>

#include "je/report/explain_result.hpp"
#include "report/describing.hpp"

namespace keys_test {

namespace {

using namespace je;
using report::Absence;
using report::Description;
using report::Field;
using report::InPublic;
using report::Role;

/// Calls `see` once with each description that the results are made of.
template <class See>
void see_all(const Description& description, std::set<const Description*>& seen, const See& see) {
    if (!seen.insert(&description).second) return;
    see(description);
    for (const Field& field : description.fields)
        if (field.description != nullptr) see_all(field.description(), seen, see);
}

template <class See>
void see_all(const See& see) {
    std::set<const Description*> seen;
    REQUIRE(report::result_kinds().size() == 15);
    for (const auto& kind : report::result_kinds()) see_all(kind.description(), seen, see);
}

std::string contents(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// The file under docs holds the text; with JE_UPDATE_DOCS it comes to hold it.
void check_file(const std::string& name, const std::string& text) {
    const std::filesystem::path path = std::filesystem::path{JE_DOCS} / name;
    if (std::getenv("JE_UPDATE_DOCS") != nullptr) std::ofstream{path, std::ios::binary} << text;
    CHECK_MESSAGE(contents(path) == text, name);
}

std::string file_of(const report::ResultKind& kind) {
    std::string name{kind.format};
    name.replace(name.find('/'), 1, "-");
    return "schemas/" + name + ".json";
}

}  // namespace

TEST_CASE("every field of every result says what it is, and what it means that it is not there") {
    std::size_t fields = 0;
    see_all([&](const Description& description) {
        CAPTURE(description.name);
        CHECK_FALSE(description.name.empty());
        CHECK_FALSE(description.fields.empty());
        for (const Field& field : description.fields) {
            ++fields;
            CAPTURE(field.key);
            CHECK((field.is_there == nullptr) == field.condition.empty());
            if (field.shape == Field::Shape::inlined) continue;
            CHECK_FALSE(field.key.empty());
            CHECK_FALSE(field.label.empty());
            CHECK_FALSE(field.meaning.empty());
            for (const std::string_view word : field.type.words) CHECK_FALSE(word.empty());
            CHECK((field.absence == Absence::never) == field.reason.empty());
            if (field.type.nullable && field.shape == Field::Shape::value) CHECK(field.absence != Absence::never);
        }
    });
    CHECK(fields > 500);
}

namespace {

/// Fields that the public view may hold and that say nothing about it, though they can tell who somebody is.
void find_unsaid(const Description& description, std::set<const Description*>& seen, std::vector<std::string>& unsaid) {
    if (!seen.insert(&description).second) return;
    for (const Field& field : description.fields) {
        if (field.public_view == InPublic::no_key) continue;
        const bool is_free = field.role == Role::text && field.type.kind == report::Type::Kind::text &&
                             field.type.words.empty() && field.fixed_text.empty();
        const bool tells = is_free || field.role == Role::place || field.role == Role::person || field.role == Role::evidence;
        if (tells && field.description == nullptr && field.public_view == InPublic::not_said)
            unsaid.push_back(fmt::format("{}: {}", description.name, field.key));
        if (field.description != nullptr) find_unsaid(field.description(), seen, unsaid);
    }
}

Description part_that_says_nothing() {
    return {"part", {report::value<&report::EvidenceView::at>("at", "At", Role::place, "where")}};
}

}  // namespace

TEST_CASE("a place, a person, evidence or a free text says what the public view has of it") {
    std::vector<std::string> unsaid;
    std::set<const Description*> seen;
    for (const auto& kind : report::result_kinds())
        if (kind.has_public_view) find_unsaid(kind.description(), seen, unsaid);
    INFO(fmt::format("{}", fmt::join(unsaid, "\n")));
    CHECK(unsaid.empty());
    CHECK(seen.size() > 50);
}

TEST_CASE("a field that says nothing of the public view is found, in a part too") {
    const Description whole{
        "whole",
        {report::inlined<[](const report::FactorTrace& one) -> const report::EvidenceView& { return one.evidence.front(); },
                         part_that_says_nothing>()}};
    std::vector<std::string> unsaid;
    std::set<const Description*> seen;
    find_unsaid(whole, seen, unsaid);
    CHECK(unsaid == std::vector<std::string>{"part: at"});
}

TEST_CASE("no two descriptions that have a section of their own share a name") {
    std::map<std::string_view, const Description*> names;
    see_all([&](const Description& description) {
        for (const Field& field : description.fields) {
            if (field.description == nullptr || field.shape == Field::Shape::inlined) continue;
            const Description& part = field.description();
            CHECK_MESSAGE(names.try_emplace(part.name, &part).first->second == &part, part.name);
        }
    });
    CHECK(names.size() > 50);
}

TEST_CASE("docs has the schema of each kind of result, and the page of keys") {
    for (const auto& kind : report::result_kinds()) check_file(file_of(kind), render::json_schema(kind));
    check_file("json.md", render::page_of_keys(report::result_kinds()));
}

}  // namespace keys_test
