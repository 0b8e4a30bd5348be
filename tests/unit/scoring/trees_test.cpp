// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "je/scoring/trees.hpp"
#include "scoring/tree_core.hpp"
#include "scoring/tree_facts.hpp"
#include "support/draft.hpp"
#include "support/trees.hpp"

namespace je::test::trees_test {

namespace {

using model::ChoiceSet;
using model::FactDefinition;
using model::FactKindOf;
using model::FactTest;
using model::LevelIndex;
using model::QuestionIndex;
using model::Tree;

std::string levels_in_words(const std::vector<LevelIndex>& levels) {
    std::string words;
    for (const LevelIndex level : levels) words += (words.empty() ? "" : " ") + std::to_string(level.value() + 1);
    return words;
}

/// "3: after meets no; change meets no to yes; add how-often weekly; by meets yes, how-often weekly", one line a level.
std::string ruled_out_in_words(const TreeJob& job, std::size_t levels) {
    std::string words;
    for (const auto& out : scoring::ruled_out_given(job.given(), levels, scoring::walk_given(job.given()))) {
        words += std::to_string(out.level.value() + 1) + ":";
        if (out.closed_by) words += " after " + in_words(job.tree, {*out.closed_by}) + ";";
        for (const auto& [question, from, to, also] : out.changed) {
            words += " change " + in_words(job.tree, {{question, from}}) + " to " + job.tree[question].options[to].id + ";";
        }
        if (!out.further.empty()) words += " add " + in_words(job.tree, out.further) + ";";
        words += out.has_path ? " by " + in_words(job.tree, out.path) + "\n" : " no path\n";
    }
    return words;
}

std::string walk_in_words(const TreeJob& job) {
    const auto walk = scoring::walk_given(job.given());
    CHECK(walk.possible == scoring::levels_given(job.given()));
    std::string words = in_words(job.tree, walk.trace) + " -> " + levels_in_words(walk.possible);
    if (walk.stops_at) words += "; stops at " + job.tree[*walk.stops_at].id.text();
    if (!walk.ahead.empty()) words += "; ahead: " + in_words(job.tree, walk.ahead);
    if (!walk.off_path.empty()) words += "; off: " + in_words(job.tree, walk.off_path);
    return words;
}

FactTest range(const char* from, const char* below, ChoiceSet of = {}) {
    FactTest test;
    if (*from != '\0') test.from = decimal(from);
    if (*below != '\0') test.below = decimal(below);
    test.of = of;
    return test;
}
FactTest one_of(std::vector<std::size_t> is) {
    FactTest test;
    test.is = std::move(is);
    return test;
}

base::WideDecimal wide(const char* digits) { return decimal(digits); }

Tree orphan() {
    return tree_of({{"meets", {{"no", 0U}, {"yes", "how-often"}}}, {"how-often", {{"seldom", 1U}, {"weekly", 2U}}}});
}

Tree shared() {
    return tree_of({{"who", {{"colleagues", 0U}, {"public", "how-often"}, {"distressed", "relief"}}},
                    {"relief", {{"no", 3U}, {"yes", "how-often"}}},
                    {"how-often", {{"monthly", 1U}, {"weekly", 2U}}}});
}

enum Known : std::size_t { people_led, contact_share, special_situations };
constexpr ChoiceSet eight{0xFF};

Tree supervision() {
    return tree_of({{"led",
                     {{"nobody", 0U, range("", "1")}, {"a-few", "appraises", range("1", "6")}, {"many", 2U, range("6", "")}},
                     people_led},
                    {"appraises", {{"no", 1U}, {"yes", 2U}}}});
}

Tree direct_service() {
    return tree_of(
        {{"through-others", {{"five-or-fewer", "situations", range("", "6")}, {"six-or-more", 0U, range("6", "")}}, people_led},
         {"situations",
          {{"fewer-than-three", "share", range("", "3", eight)}, {"three-or-more", 2U, range("3", "", eight)}},
          special_situations},
         {"share", {{"less-than-half", 1U, range("", "50")}, {"half-or-more", 2U, range("50", "")}}, contact_share}});
}

}  // namespace

TEST_CASE("an answer whose question cannot come up any more has no effect") {
    const Tree tree = orphan();
    CHECK(walk_in_words(TreeJob{tree, {{"meets", "yes"}, {"how-often", "weekly"}}}) == "meets yes, how-often weekly -> 3");
    CHECK(walk_in_words(TreeJob{tree, {{"meets", "no"}}}) == "meets no -> 1");
    const TreeJob after{tree, {{"meets", "no"}, {"how-often", "weekly"}}};
    CHECK(walk_in_words(after) == "meets no -> 1; off: how-often weekly");
    const auto* out =
        "2: after meets no; change meets no to yes; add how-often seldom; by meets yes, how-often seldom\n"
        "3: after meets no; change meets no to yes; add how-often weekly; by meets yes, how-often weekly\n";
    CHECK(ruled_out_in_words(after, 3) == out);
    CHECK(ruled_out_in_words(TreeJob{tree, {{"meets", "no"}}}, 3) == out);
}

TEST_CASE("a level is closed by the first answer after which no chain leads to it") {
    const Tree tree = orphan();
    CHECK(ruled_out_in_words(TreeJob{tree, {{"meets", "yes"}, {"how-often", "weekly"}}}, 3) ==
          "1: after meets yes; change meets yes to no; by meets no\n"
          "2: after how-often weekly; change how-often weekly to seldom; by meets yes, how-often seldom\n");
    const TreeJob open{tree, {{"meets", "yes"}}};
    CHECK(walk_in_words(open) == "meets yes -> 2 3; stops at how-often");
    CHECK(ruled_out_in_words(open, 3) == "1: after meets yes; change meets yes to no; by meets no\n");
}

TEST_CASE("nothing is given") {
    const Tree tree = orphan();
    const TreeJob nothing{tree};
    CHECK_FALSE(nothing.given().anything());
    CHECK(walk_in_words(nothing) == " -> 1 2 3; stops at meets");
    CHECK(ruled_out_in_words(nothing, 3).empty());
    CHECK(TreeJob{tree, {{"how-often", "weekly"}}}.given().anything());
}

TEST_CASE("a level that no chain leads to has neither a path nor an answer that closed it") {
    CHECK(ruled_out_in_words(TreeJob{orphan(), {{"meets", "no"}}}, 4).ends_with("4: no path\n"));
}

TEST_CASE("an answer ahead of an open question counts, should its question come up") {
    const Tree tree = shared();
    const TreeJob job{tree, {{"who", "distressed"}, {"how-often", "weekly"}}};
    CHECK(walk_in_words(job) == "who distressed -> 3 4; stops at relief; ahead: how-often weekly");
    CHECK(ruled_out_in_words(job, 4) ==
          "1: after who distressed; change who distressed to colleagues; by who colleagues\n"
          "2: change how-often weekly to monthly; add relief yes; by who distressed, relief yes, how-often monthly\n");
}

TEST_CASE("two ways into one question: the nearest path keeps the answers given") {
    const Tree tree = shared();
    CHECK(ruled_out_in_words(TreeJob{tree, {{"who", "public"}, {"how-often", "weekly"}}}, 4) ==
          "1: after who public; change who public to colleagues; by who colleagues\n"
          "2: after how-often weekly; change how-often weekly to monthly; by who public, how-often monthly\n"
          "4: after who public; change who public to distressed; add relief no; by who distressed, relief no\n");
    const TreeJob all{tree, {{"who", "distressed"}, {"relief", "yes"}, {"how-often", "monthly"}}};
    CHECK(walk_in_words(all) == "who distressed, relief yes, how-often monthly -> 2");
    CHECK(ruled_out_in_words(all, 4) ==
          "1: after who distressed; change who distressed to colleagues; by who colleagues\n"
          "3: after how-often monthly; change how-often monthly to weekly; by who distressed, relief yes, how-often weekly\n"
          "4: after relief yes; change relief yes to no; by who distressed, relief no\n");
}

TEST_CASE("facts answer the questions that ask them") {
    const Tree leads = supervision();
    const Tree serves = direct_service();
    const auto leader = [&](const Tree& tree, const std::vector<std::pair<std::string, std::string>>& answered) {
        return TreeJob{tree, answered, {wide("4"), std::nullopt, ChoiceSet{0b1000011}}};
    };
    CHECK(walk_in_words(leader(leads, {{"appraises", "no"}})) == "led a-few, appraises no -> 2");
    CHECK(ruled_out_in_words(leader(leads, {{"appraises", "no"}}), 3) ==
          "1: after led a-few; change led a-few to nobody; by led nobody\n"
          "3: after appraises no; change appraises no to yes; by led a-few, appraises yes\n");
    CHECK(walk_in_words(leader(serves, {})) == "through-others five-or-fewer, situations three-or-more -> 3");
    CHECK(
        ruled_out_in_words(leader(serves, {}), 3) ==
        "1: after through-others five-or-fewer; change through-others five-or-fewer to six-or-more; by through-others "
        "six-or-more\n"
        "2: after situations three-or-more; change situations three-or-more to fewer-than-three; add share less-than-half; by "
        "through-others five-or-fewer, situations fewer-than-three, share less-than-half\n");
}

TEST_CASE("values on the edge of a range belong to the range that begins there") {
    const std::vector<std::optional<model::FactValue>> known{wide("5"), wide("50"), ChoiceSet{0b11}};
    const Tree leads = supervision();
    CHECK(walk_in_words(TreeJob{leads, {}, known}) == "led a-few -> 2 3; stops at appraises");
    const Tree serves = direct_service();
    const TreeJob job{serves, {}, known};
    CHECK(walk_in_words(job) == "through-others five-or-fewer, situations fewer-than-three, share half-or-more -> 3");
    CHECK(ruled_out_in_words(job, 3).ends_with(
        "2: after share half-or-more; change share half-or-more to less-than-half; by "
        "through-others five-or-fewer, situations fewer-than-three, share less-than-half\n"));
}

TEST_CASE("a known fact off the path counts on the way to another level") {
    const Tree tree = direct_service();
    const TreeJob job{tree, {}, {wide("6"), wide("49.9999"), std::nullopt}};
    CHECK(walk_in_words(job) == "through-others six-or-more -> 1");
    CHECK(ruled_out_in_words(job, 3) ==
          "2: after through-others six-or-more; change through-others six-or-more to five-or-fewer; add situations "
          "fewer-than-three; by through-others five-or-fewer, situations fewer-than-three, share less-than-half\n"
          "3: after through-others six-or-more; change through-others six-or-more to five-or-fewer; add situations "
          "three-or-more; by "
          "through-others five-or-fewer, situations three-or-more\n");
}

TEST_CASE("of paths as near as each other, the one that keeps answers, then the first in the file") {
    const Tree tree = tree_of({{"a", {{"x", "b"}, {"y", "c"}, {"z", 0U}}},
                               {"b", {{"x", 1U, range("", "5")}, {"y", 1U, range("5", "")}}, 0U},
                               {"c", {{"x", 1U}, {"y", 0U}}}});
    CHECK(ruled_out_in_words(TreeJob{tree, {{"a", "z"}}}, 2) == "2: after a z; change a z to x; add b x; by a x, b x\n");
    CHECK(ruled_out_in_words(TreeJob{tree, {{"a", "y"}, {"c", "y"}}, {wide("7")}}, 2) ==
          "2: after c y; change c y to x; by a y, c x\n");  // by a x, b y it is one answer too, and the first in the file
}

TEST_CASE("fewer changed answers go before fewer further ones") {
    const Tree tree = tree_of({{"a", {{"x", "b"}, {"y", "f"}}},
                               {"b", {{"x", 0U}, {"y", "c"}}},
                               {"c", {{"x", "d"}, {"y", 0U}}},
                               {"d", {{"x", "e"}, {"y", 0U}}},
                               {"e", {{"x", 1U}, {"y", 0U}}},
                               {"f", {{"low", 0U, range("", "5")}, {"high", 1U, range("5", "")}}, 0U}});
    CHECK(ruled_out_in_words(TreeJob{tree, {{"a", "x"}, {"b", "x"}}, {wide("1")}}, 2) ==
          "2: after b x; change b x to y; add c x, d x, e x; by a x, b y, c x, d x, e x\n");
    CHECK(ruled_out_in_words(TreeJob{tree, {{"a", "x"}, {"b", "x"}}, {wide("5")}}, 2) ==
          "2: after b x; change a x to y; by a y, f high\n");
}

TEST_CASE("paths are counted, and visited in file order depth first") {
    const Tree tree = shared();
    CHECK(scoring::count_paths(tree) == 6);
    std::string paths;
    scoring::visit_paths(tree, [&](const scoring::TreePath& path) {
        paths += in_words(tree, path.steps) + " " + levels_in_words({path.level}) + "\n";
        return path.level != LevelIndex{3};
    });
    CHECK(paths ==
          "who colleagues 1\nwho public, how-often monthly 2\nwho public, how-often weekly 3\n"
          "who distressed, relief no 4\n");
}

TEST_CASE("a number of paths that is too large is not given") {
    std::vector<HandQuestion> questions;
    for (int i = 0; i < 63; ++i) {
        const std::string next = "q" + std::to_string(i + 1);
        questions.push_back({"q" + std::to_string(i), {{"a", next}, {"b", next}}});
    }
    questions.push_back({"q63", {{"a", 0U}}});
    CHECK(scoring::count_paths(tree_of(questions)) == std::uint64_t{1} << 63);
    questions.back().options.push_back({"b", 1U});
    CHECK_FALSE(scoring::count_paths(tree_of(questions)).has_value());
}

namespace {

std::string pairs_in_words(const Tree& tree, const std::vector<FactDefinition>& facts = {}, std::uint64_t work = 1'000'000) {
    const auto found = scoring::path_pairs(tree, facts, work);
    std::string words;
    for (const auto& [question, first, second] : found.pairs) {
        words += tree[question].id.text() + ": " + in_words(tree, first.steps) + " " + levels_in_words({first.level}) + "; " +
                 in_words(tree, second.steps) + " " + levels_in_words({second.level}) + "\n";
    }
    for (const auto question : found.without) words += tree[question].id.text() + ": none\n";
    for (const auto question : found.not_searched) words += tree[question].id.text() + ": not searched\n";
    return words;
}

FactDefinition number_fact(bool whole) {
    FactDefinition fact;
    fact.whole = whole;
    return fact;
}
FactDefinition several_fact() {
    FactDefinition fact;
    fact.kind = FactKindOf::several;
    return fact;
}

}  // namespace

TEST_CASE("of each question the first pair of paths that differ in its answer alone") {
    CHECK(pairs_in_words(shared()) ==
          "who: who colleagues 1; who public, how-often monthly 2\n"
          "relief: who distressed, relief no 4; who distressed, relief yes, how-often monthly 2\n"
          "how-often: who public, how-often monthly 2; who public, how-often weekly 3\n");
    CHECK(pairs_in_words(shared(), {}, 0) == "who: not searched\nrelief: not searched\nhow-often: not searched\n");
}

TEST_CASE("paths that meet again give one level, and so are no pair") {
    const Tree tree =
        tree_of({{"a", {{"x", "b"}, {"y", "c"}}}, {"b", {{"x", "d"}}}, {"c", {{"x", "d"}}}, {"d", {{"x", 0U}, {"y", 1U}}}});
    CHECK(pairs_in_words(tree) == "d: a x, b x, d x 1; a x, b x, d y 2\na: none\nb: none\nc: none\n");
}

TEST_CASE("a long way to where paths meet again is not tried path by path") {
    std::vector<HandQuestion> questions{{"a", {{"x", "q0"}, {"y", "meet"}}}};
    for (int i = 0; i < 60; ++i) {
        const std::string next = i == 59 ? "meet" : "q" + std::to_string(i + 1);
        questions.push_back({"q" + std::to_string(i), {{"x", next}, {"y", next}}});
    }
    questions.push_back({"meet", {{"x", 0U}, {"y", 1U}}});
    const auto found = scoring::path_pairs(tree_of(questions), {}, 100'000);
    CHECK(found.pairs.size() == 1);
    CHECK(found.without.size() == 61);
}

TEST_CASE("one value of each fact lies under both paths of a pair") {
    const auto by = [](FactTest low, FactTest high, FactTest other_low, FactTest other_high) {
        return tree_of({{"a", {{"x", "b"}, {"y", "c"}}},
                        {"b", {{"low", 0U, std::move(low)}, {"high", 2U, std::move(high)}}, 0U},
                        {"c", {{"low", 0U, std::move(other_low)}, {"high", 1U, std::move(other_high)}}, 0U}});
    };
    const Tree numbers = by(range("", "5"), range("5", ""), range("", "4.5"), range("4.5", ""));
    CHECK(pairs_in_words(numbers, {number_fact(false)}).starts_with("a: a x, b low 1; a y, c high 2\n"));
    CHECK(pairs_in_words(numbers, {number_fact(true)}).starts_with("a: a x, b high 3; a y, c high 2\n"));  // 4.5 to 5: none
    const ChoiceSet two{0b11};
    const ChoiceSet three{0b111};
    const Tree counts = by(range("", "2", two), range("2", "", two), range("", "3", three), range("3", "", three));
    CHECK(pairs_in_words(counts, {several_fact()}).starts_with("a: a x, b high 3; a y, c low 1\n"));
}

TEST_CASE("a question that led nowhere on one way is tried again on another") {
    // The first path meets u twice. With "low" the second path has only m left, which u leads to; with "high" it has its own
    // end.
    const Tree first = tree_of({{"r", {{"x", "s"}, {"y", "other"}}},
                                {"s", {{"low", "u", range("", "5")}, {"high", "u", range("5", "")}}, 0U},
                                {"u", {{"a", "m"}}},
                                {"m", {{"a", 0U}, {"b", 2U}}},
                                {"other", {{"low", "m", range("", "5")}, {"high", 1U, range("5", "")}}, 0U}});
    CHECK(pairs_in_words(first, {number_fact(true)}).starts_with("r: r x, s high, u a, m a 1; r y, other high 2\n"));
    // Of two choices one applies on the first path: on the second, what `a` says of the one closes an answer of w about the
    // other.
    const ChoiceSet left{0b01};
    const ChoiceSet right{0b10};
    const ChoiceSet either{0b11};
    const Tree second = tree_of(
        {{"r", {{"x", "n"}, {"y", "a"}}},
         {"n",
          {{"one", 0U, range("1", "2", either)}, {"none", 0U, range("", "1", either)}, {"two", 0U, range("2", "", either)}},
          0U},
         {"a", {{"yes", "v", range("1", "", left)}, {"no", "v", range("", "1", left)}}, 0U},
         {"v", {{"on", "w"}}},
         {"w", {{"yes", 1U, range("1", "", right)}, {"no", 0U, range("", "1", right)}}, 0U}});
    CHECK(pairs_in_words(second, {several_fact()}).starts_with("r: r x, n one 1; r y, a no, v on, w yes 2\n"));
}

TEST_CASE("values that several tests share") {
    CHECK(scoring::share_a_value(number_fact(false), {}));
    FactDefinition bounded = number_fact(true);
    bounded.min = wide("2");
    bounded.max = wide("5");
    const FactTest low = range("", "2.5");
    const FactTest high = range("4.5", "");
    const FactTest over = range("5", "9");
    const FactTest out = range("5.5", "9");
    CHECK(scoring::share_a_value(bounded, {&low}));
    CHECK(scoring::share_a_value(bounded, {&high, &over}));
    CHECK_FALSE(scoring::share_a_value(bounded, {&low, &high}));
    CHECK_FALSE(scoring::share_a_value(bounded, {&out}));
    FactDefinition choice;
    choice.kind = FactKindOf::choice;
    const FactTest first = one_of({0, 1});
    const FactTest second = one_of({1, 2});
    const FactTest third = one_of({2, 0});
    CHECK(scoring::share_a_value(choice, {&first, &second}));
    CHECK_FALSE(scoring::share_a_value(choice, {&first, &second, &third}));
    // Each two of these have a set in common; all three have none.
    const FactTest ab = range("1", "", ChoiceSet{0b0011});
    const FactTest not_ac = range("", "1", ChoiceSet{0b0101});
    const FactTest not_bd = range("", "1", ChoiceSet{0b1010});
    CHECK(scoring::share_a_value(several_fact(), {&ab, &not_ac}));
    CHECK(scoring::share_a_value(several_fact(), {&ab, &not_bd}));
    CHECK_FALSE(scoring::share_a_value(several_fact(), {&ab, &not_ac, &not_bd}));
    const FactTest most = range("15", "", ChoiceSet{0xFFFF});
    const FactTest half = range("", "8", ChoiceSet{0x00FF});
    const FactTest fewer = range("", "7", ChoiceSet{0xFF00});
    CHECK(scoring::share_a_value(several_fact(), {&most, &half}));
    CHECK_FALSE(scoring::share_a_value(several_fact(), {&most, &half, &fewer}));
}

namespace {

Tree long_chain(std::size_t length) {
    Tree tree;
    for (std::size_t i = 0; i < length; ++i) {
        model::Question question{.id = model::QuestionId{"q" + std::to_string(i)}};
        model::TreeOption no{.id = "no"};
        no.leads_to = LevelIndex{i % 5};
        model::TreeOption yes{.id = "yes"};
        if (i + 1 == length)
            yes.leads_to = LevelIndex{5};
        else
            yes.leads_to = QuestionIndex{i + 1};
        question.options = {no, yes};
        tree.questions.push_back(std::move(question));
    }
    tree.in_order = in_order(tree);
    return tree;
}

}  // namespace

TEST_CASE("trees of as many questions as there may be, all in a row") {
    for (const std::size_t length : {std::size_t{2'000}, std::size_t{10'000}}) {
        const Tree tree = long_chain(length);
        TreeJob job{tree};
        CHECK(scoring::levels_given(job.given()).size() == 6);
        for (std::size_t i = 0; i < length; ++i) job.answers.set(model::FactorIndex{0}, {QuestionIndex{i}, 1});
        const auto walk = scoring::walk_given(job.given());
        CHECK(walk.trace.size() == length);
        CHECK(walk.possible == std::vector{LevelIndex{5}});
        const auto out = scoring::ruled_out_given(job.given(), 6, walk);
        REQUIRE(out.size() == 5);
        for (const auto& one : out) CHECK(one.changed.size() == 1);
        CHECK(scoring::count_paths(tree) == length + 1);
        std::size_t visited = 0;
        scoring::visit_paths(tree, [&](const scoring::TreePath&) { return ++visited > 0; });
        CHECK(visited == length + 1);
        const auto pairs = scoring::path_pairs(tree, {}, 20'000'000);
        CHECK(pairs.pairs.size() > 500);
        CHECK(pairs.pairs.size() + pairs.not_searched.size() == length);
    }
}

}  // namespace je::test::trees_test
