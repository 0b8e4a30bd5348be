// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

#include "je/io/source.hpp"
#include "je/study/diff.hpp"
#include "support/diff_scheme.hpp"

namespace je::test::diff_property {
namespace {

using report::DiffMove;

std::string one_of(const std::vector<std::string>& texts) { return *rc::gen::elementOf(texts); }

std::string any_evidence_text() {
    std::string list;
    const int count = *rc::gen::inRange(0, 4);
    for (int i = 0; i < count; ++i)
        list += (i == 0 ? "" : ", ") +
                ("{document: " + one_of({"d", "e"}) + one_of({"", ", section: 1", ", section: 2"}) +
                 one_of({"", ", quote: a", ", quote: b"}) + one_of({"", ", disputed: by them"})) +
                "}";
    return "[" + list + "]";
}

/// A version of a job: anything of it may be left out.
std::string any_version() {
    std::string text = "format: je-job/1\nid: one\ntitle: One\nscheme: asked\n";
    text += one_of({"", "note: a\n", "note: b\n"}) + one_of({"", "version: 1\n", "version: 2\n"}) +
            one_of({"", "family: f\n"}) +
            one_of({"", "posts: [{id: p, title: P, holders: 2}]\n", "posts: [{id: q, title: Q}]\n"});
    text += "documents: [{id: d, kind: paper, title: Paper, date: " + one_of({"2016-01-01", "2020-01-01"}) +
            "}, {id: e, kind: paper, title: Other}]\n";
    text += one_of({"", "facts: {staff: 0}\n", "facts: {staff: 2}\n", "facts: {staff: 3}\n"});
    text += "factors:\n";
    const std::string answers = one_of({"", "who: nobody", "who: people"}),
                      more = one_of({"", "often: seldom", "often: daily"});
    text += "  contact: {answers: {" + answers + (answers.empty() || more.empty() ? "" : ", ") + more +
            "}, evidence: " + any_evidence_text() + "}\n";
    return text + "  effort: {" + one_of({"", "level: L, ", "level: H, "}) + "evidence: " + any_evidence_text() +
           one_of({"", ", note: c"}) + "}\n";
}

report::DiffResult diffed(const std::string& before, const std::string& after) {
    io::MemorySource source;
    source.add("schemes/asked.yaml", std::string{diff_scheme});
    source.add("old.yaml", before);
    source.add("new.yaml", after);
    study::Options options;
    options.scheme_folders = {"schemes"};
    auto outcome = study::diff(source, "old.yaml", "new.yaml", options);
    for (const auto& one : outcome.diagnostics.all()) RC_LOG() << one.message << "\n";
    RC_ASSERT(outcome.result.has_value());
    return std::move(*outcome.result);
}

DiffMove mirrored(DiffMove move) {
    return move == DiffMove::added ? DiffMove::removed : move == DiffMove::removed ? DiffMove::added : move;
}

std::string text_of(const std::optional<report::AnswerSide>& side) {
    return side ? side->option + std::string{to_text(side->place)} : "-";
}
std::string text_of(const std::optional<report::EvidenceView>& side) {
    return side ? side->document + "|" + side->section + "|" + side->quote + "|" + side->disputed : "-";
}

/// All that changed, in words to compare; `mirror` tells it from the other side.
std::vector<std::string> changes(const report::DiffResult& result, bool mirror) {
    std::vector<std::string> all;
    const auto add = [&](std::string what, DiffMove move, const std::string& before, const std::string& after) {
        all.push_back(std::move(what) + std::string{to_text(mirror ? mirrored(move) : move)} + " " + (mirror ? after : before) +
                      " > " + (mirror ? before : after));
    };
    for (const auto& factor : result.factors) {
        add(factor.id + std::string{to_text(factor.level_moves)}, DiffMove::changed, factor.before.level.value_or("?"),
            factor.after.level.value_or("?"));
        for (const auto& one : factor.answers) add(factor.id + one.question, one.move, text_of(one.before), text_of(one.after));
        for (const auto& one : factor.evidence) add(factor.id, one.move, text_of(one.before), text_of(one.after));
        for (const auto& one : factor.notes) add(factor.id + "note", DiffMove::changed, one.before, one.after);
    }
    for (const auto& one : result.facts) add(one.id, one.move, one.before, one.after);
    for (const auto& one : result.documents) add(one.id, one.move, "", "");
    for (const auto& one : result.posts) add(one.id, one.move, "", "");
    for (const auto& key : result.changed) all.push_back(key);
    std::sort(all.begin(), all.end());
    return all;
}

TEST_CASE("a version differs from itself in nothing") {
    CHECK(rc::check([] {
        const std::string one = any_version();
        const auto result = diffed(one, one);
        RC_ASSERT(result.material == report::Moves::no);
        RC_ASSERT(!result.any());
    }));
}

TEST_CASE("what changed one way round is what changed the other way round with its sides exchanged") {
    CHECK(rc::check([] {
        const std::string one = any_version(), other = any_version();
        const auto there = diffed(one, other), back = diffed(other, one);
        RC_ASSERT(changes(there, false) == changes(back, true));
        RC_ASSERT(there.material == back.material);
        RC_ASSERT(there.band_moves == back.band_moves);
        RC_ASSERT(there.total_moves == back.total_moves);
        RC_ASSERT(there.bands_before == back.bands_after);
        RC_ASSERT(there.total_difference.has_value() == back.total_difference.has_value());
        if (there.total_difference) RC_ASSERT(*there.total_difference + *back.total_difference == base::Decimal{});
    }));
}

TEST_CASE("a total that moves by so much moves its ends by so much where all is known") {
    CHECK(rc::check([] {
        const auto result = diffed(any_version(), any_version());
        if (!result.total_difference || !result.before.complete || !result.after.complete) return;
        RC_ASSERT(result.after.total_min - result.before.total_min == *result.total_difference);
        RC_ASSERT((result.total_moves == report::Moves::yes) == (*result.total_difference != base::Decimal{}));
    }));
}

}  // namespace
}  // namespace je::test::diff_property
