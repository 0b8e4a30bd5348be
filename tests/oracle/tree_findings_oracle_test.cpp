// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "model/scheme/trees.hpp"
#include "oracle/random_scheme.hpp"
#include "support/draft.hpp"

// What is found in small trees is what going through all chains of options and all values finds.

namespace je::slow::tree_findings_oracle_test {

namespace {

using test::Draft;
using test::text;
using QuestionDraft = Draft::Question;
using OptionDraft = Draft::TreeOption;

constexpr int last_value = 5;  // of the number
const std::vector<std::string> grades{"low", "middle", "high"};
const std::vector<std::string> things{"a", "b", "c"};

/// Finding: id, line and what the message says beyond.
using Finding = std::tuple<std::string, std::uint32_t, std::string>;
using Findings = std::multiset<Finding>;

base::Located<base::WideDecimal> wide(int value) { return {base::Decimal::from_whole(value), {}}; }

std::vector<Draft::Fact> facts() {
    std::vector<Draft::Fact> facts(4);
    facts[0].id = text("n"), facts[0].kind = text("number");
    facts[0].max = wide(last_value), facts[0].whole = base::Located<bool>{true, {}};
    facts[1].id = text("grade"), facts[1].kind = text("choice"), facts[1].choices = test::texts(grades);
    facts[2].id = text("things"), facts[2].kind = text("several"), facts[2].choices = test::texts(things);
    facts[3].id = text("both"), facts[3].kind = text("yes-no");
    for (auto& fact : facts) fact.name = fact.id.value;
    return facts;
}

class RandomTree {
public:
    explicit RandomTree(Random& random) : random_{random} {}

    Draft::Factor make() {
        auto factor = test::table_factor("f", {"10", "20", "30"});
        for (auto& level : factor.levels) level.id.at = test::at_line(line_++);
        const auto questions = random_.from(1, 5);
        for (std::size_t i = 0; i < questions; ++i) factor.questions.push_back(question(i, questions));
        if (random_.one_in(6)) factor.start = text(random_.one_in(4) ? "nowhere" : factor.questions.back().id.value, line_++);
        return factor;
    }

private:
    QuestionDraft question(std::size_t i, std::size_t questions) {
        QuestionDraft question;
        question.id = text(fmt::format("q{}", i), line_++);
        if (!random_.one_in(6)) question.ask = "Ask";
        if (!random_.one_in(6)) question.help = "Help";
        if (random_.one_in(3)) question.order = text(random_.one_in(2) ? "down" : "none");
        switch (random_.from(0, 5)) {
            case 0:
                return over_numbers(std::move(question), "n", i, questions);
            case 1:
                for (const auto& thing : things)
                    if (random_.one_in(2)) question.of.push_back(text(thing));
                return over_numbers(std::move(question), "things", i, questions);
            case 2:
                return over_choices(std::move(question), i, questions);
            case 3:
                question.fact = text("both");
                return yes_no(std::move(question), i, questions);
            case 4:
                return yes_no(std::move(question), i, questions);
            default:
                break;
        }
        for (std::size_t option = random_.from(0, 3); option > 0; --option)
            add(question, fmt::format("o{}", option), i, questions);
        return question;
    }

    OptionDraft& add(QuestionDraft& question, const std::string& id, std::size_t i, std::size_t questions) {
        OptionDraft& option = question.options.emplace_back();
        option.id = text(id, line_++);
        if (!random_.one_in(8)) option.text = "Text";
        if (!random_.one_in(8)) option.help = "Help";
        const auto next = [&] {
            if (random_.one_in(40)) return std::string{"nowhere"};
            if (random_.one_in(6) || i + 1 == questions) return fmt::format("q{}", random_.from(0, questions - 1));
            return fmt::format("q{}", random_.from(i + 1, questions - 1));
        };
        const bool to_level = i + 1 == questions ? !random_.one_in(8) : random_.one_in(2);
        if (to_level) option.level = text(random_.one_in(60) ? "7" : std::to_string(random_.from(1, 3)), line_++);
        if (!to_level || random_.one_in(60)) option.next = text(next(), line_++);
        if (random_.one_in(60)) option.level.reset();
        return option;
    }

    QuestionDraft yes_no(QuestionDraft question, std::size_t i, std::size_t questions) {
        const bool first = random_.one_in(2);
        add(question, first ? "yes" : "no", i, questions);
        if (!random_.one_in(10)) add(question, first ? "no" : "yes", i, questions);
        return question;
    }

    QuestionDraft over_numbers(QuestionDraft question, const std::string& fact, std::size_t i, std::size_t questions) {
        question.fact = text(fact);
        const int highest = fact == "n" ? last_value : static_cast<int>(things.size());
        int from = 0;
        do {
            OptionDraft& option = add(question, fmt::format("o{}", question.options.size()), i, questions);
            const int below = static_cast<int>(random_.from(static_cast<std::size_t>(from), 6));
            if (from > 0 || random_.one_in(2)) option.from = wide(random_.one_in(10) ? from + 1 : from);
            if (below <= highest || !option.from) option.below = wide(random_.one_in(10) ? below + 1 : below);
            from = below + (random_.one_in(12) ? 1 : 0);
        } while (from <= highest && question.options.size() < 4);
        return question;
    }

    QuestionDraft over_choices(QuestionDraft question, std::size_t i, std::size_t questions) {
        question.fact = text("grade");
        for (const auto& grade : grades) {
            if (random_.one_in(8)) continue;
            OptionDraft& option = add(question, grade, i, questions);
            if (random_.one_in(3)) continue;
            option.id.value = fmt::format("o{}", question.options.size());
            option.is = {text(grade)};
            if (random_.one_in(8)) option.is.push_back(text(grade == "low" ? "high" : "low"));
        }
        if (question.options.size() == 3 && random_.one_in(3)) std::swap(question.options.front(), question.options.back());
        return question;
    }

    Random& random_;
    std::uint32_t line_ = 10;
};

/// All findings of one factor, by trying.
class SlowFindings {
public:
    SlowFindings(const Draft& draft, std::optional<std::size_t> forbidden)
        : factor_{draft.factors.front()}, draft_{draft}, forbidden_{forbidden} {
        for (std::size_t i = 0; i < factor_.questions.size(); ++i) numbers_[factor_.questions[i].id.value] = i;
    }

    Findings all() {
        targets();
        const bool loops = find_loops();
        reach();
        for (const auto& question : factor_.questions) {
            values(question);
            texts(question);
        }
        if (loops || !sound_) return std::move(found_);
        asked_twice();
        for (const auto& question : factor_.questions) order(question);
        return std::move(found_);
    }

private:
    void add(const std::string& id, const base::SourcePosition& at, std::string detail = {}) {
        found_.emplace(id, at.line, std::move(detail));
    }
    [[nodiscard]] std::optional<std::size_t> level_of(const OptionDraft& option) const {
        for (std::size_t i = 0; option.level && i < factor_.levels.size(); ++i)
            if (factor_.levels[i].id.value == option.level->value) return i;
        return std::nullopt;
    }
    [[nodiscard]] const QuestionDraft* next_of(const OptionDraft& option) const {
        const auto found = option.next ? numbers_.find(option.next->value) : numbers_.end();
        return found == numbers_.end() ? nullptr : &factor_.questions[found->second];
    }
    [[nodiscard]] const QuestionDraft* start() const {
        if (!factor_.start) return &factor_.questions.front();
        const auto found = numbers_.find(factor_.start->value);
        return found == numbers_.end() ? nullptr : &factor_.questions[found->second];
    }

    void targets() {
        if (start() == nullptr) add("JE-T21", factor_.start->at), sound_ = false;
        for (const auto& question : factor_.questions) {
            if (question.options.empty()) add("JE-T23", question.id.at), sound_ = false;
            for (const auto& option : question.options) {
                if (!option.next && !option.level) add("JE-T23", option.id.at), sound_ = false;
                if (option.next && option.level) add("JE-T22", option.id.at), sound_ = false;
                if (option.next && next_of(option) == nullptr) add("JE-T21", option.next->at), sound_ = false;
                if (option.level && !level_of(option)) add("JE-T21", option.level->at), sound_ = false;
                if (level_of(option) && level_of(option) == forbidden_) add("JE-T31", option.id.at);
            }
        }
    }

    /// Calls `visit` with every chain of at most so many questions from one, itself the first.
    void chains(std::vector<const QuestionDraft*>& chain, std::size_t most,
                const std::function<void(const std::vector<const QuestionDraft*>&)>& visit) const {
        visit(chain);
        if (chain.size() == most) return;
        for (const auto& option : chain.back()->options) {
            if (next_of(option) == nullptr) continue;
            chain.push_back(next_of(option));
            chains(chain, most, visit);
            chain.pop_back();
        }
    }
    void chains_from(const QuestionDraft* first, std::size_t most,
                     const std::function<void(const std::vector<const QuestionDraft*>&)>& visit) const {
        std::vector<const QuestionDraft*> chain{first};
        chains(chain, most, visit);
    }
    /// Questions that a chain of one option or more leads to from one.
    [[nodiscard]] std::set<const QuestionDraft*> further(const QuestionDraft* first) const {
        std::set<const QuestionDraft*> reached;
        chains_from(first, factor_.questions.size() + 1, [&](const auto& chain) {
            if (chain.size() > 1) reached.insert(chain.back());
        });
        return reached;
    }

    bool find_loops() {
        std::set<const QuestionDraft*> told;
        for (const auto& question : factor_.questions) {
            const auto mine = further(&question);
            if (!mine.contains(&question) || told.contains(&question)) continue;
            for (const auto* other : mine)
                if (further(other).contains(&question)) told.insert(other);
            std::size_t shortest = 100;
            chains_from(&question, factor_.questions.size() + 1, [&](const auto& chain) {
                if (chain.size() > 1 && chain.back() == &question) shortest = std::min(shortest, chain.size());
            });
            add("JE-T24", question.id.at, std::to_string(shortest));
        }
        return !told.empty();
    }

    void reach() {
        if (start() == nullptr) return;
        reached_ = further(start());
        reached_.insert(start());
        std::set<std::size_t> given;
        for (const auto& question : factor_.questions) {
            if (!reached_.contains(&question)) {
                add("JE-T25", question.id.at);
                continue;
            }
            for (const auto& option : question.options)
                if (level_of(option)) given.insert(*level_of(option));
        }
        if (!draft_.modifiers.empty() && given.contains(0)) given.insert(1);
        for (std::size_t level = 0; level < factor_.levels.size(); ++level)
            if (!given.contains(level)) add("JE-T26", factor_.levels[level].id.at);
    }

    /// The values of the fact asked, in words, and whether each option has each.
    [[nodiscard]] std::vector<std::string> values_of(const QuestionDraft& question) const {
        if (question.fact->value == "grade") return grades;
        if (question.fact->value == "both") return {"no", "yes"};
        const auto counted = question.of.empty() ? things.size() : question.of.size();
        std::vector<std::string> values;
        for (int i = 0; i <= (question.fact->value == "n" ? last_value : static_cast<int>(counted)); ++i)
            values.push_back(std::to_string(i));
        return values;
    }
    [[nodiscard]] static bool has(const QuestionDraft& question, const OptionDraft& option, const std::string& value) {
        if (question.fact->value == "both") return option.id.value == value;
        if (question.fact->value == "grade") {
            if (option.is.empty()) return option.id.value == value;
            return std::any_of(option.is.begin(), option.is.end(), [&](const auto& one) { return one.value == value; });
        }
        const base::WideDecimal number = base::Decimal::from_whole(std::stoi(value));
        return (!option.from || number >= option.from->value) && (!option.below || number < option.below->value);
    }

    void values(const QuestionDraft& question) {
        if (!question.fact || question.options.empty()) return;
        const auto all = values_of(question);
        for (std::size_t i = 0; i < question.options.size(); ++i) {
            const auto& option = question.options[i];
            const auto is_in = [&](const std::string& value) { return has(question, option, value); };
            if (std::none_of(all.begin(), all.end(), is_in)) add("JE-T29", option.id.at);
            for (std::size_t before = 0; before < i; ++before) {
                if (std::any_of(all.begin(), all.end(), [&](const auto& value) {
                        return is_in(value) && has(question, question.options[before], value);
                    }))
                    add("JE-T28", option.id.at, question.options[before].id.value);
            }
        }
        for (std::size_t from = 0; from < all.size(); ++from) {
            const auto missing = [&](std::size_t at) {
                return std::none_of(question.options.begin(), question.options.end(),
                                    [&](const auto& option) { return has(question, option, all[at]); });
            };
            if (!missing(from)) continue;
            std::size_t to = from;
            while (to + 1 < all.size() && missing(to + 1)) ++to;
            add("JE-T27", question.id.at, gap(question, all, from, to));
            from = to;
        }
    }

    static std::string gap(const QuestionDraft& question, const std::vector<std::string>& all, std::size_t from,
                           std::size_t to) {
        const std::string& fact = question.fact->value;
        if (fact == "n" || fact == "things")
            return fmt::format("{} from {}{}", fact, all[from], to + 1 == all.size() ? "" : " below " + all[to + 1]);
        std::string words;
        for (std::size_t i = from; i <= to; ++i) words += (i == from ? "" : ", ") + all[i];
        return fmt::format("{} {}", fact, words);
    }

    void texts(const QuestionDraft& question) {
        if (question.ask.empty()) add("JE-T62", question.id.at);
        if (question.help.empty()) add("JE-T61", question.id.at);
        std::set<std::string> ids;
        std::set<std::pair<std::string, std::string>> places;
        bool known = !question.options.empty();
        for (const auto& option : question.options) {
            ids.insert(option.id.value);
            known = known && option.next.has_value() != option.level.has_value() && (next_of(option) || level_of(option));
            places.emplace(option.next ? option.next->value : "", option.level ? option.level->value : "");
        }
        if (known && places.size() == 1) add("JE-T63", question.id.at);
        if (question.fact || ids == std::set<std::string>{"yes", "no"}) return;
        for (const auto& option : question.options) {
            if (option.text.empty()) add("JE-T62", option.id.at);
            if (option.help.empty()) add("JE-T61", option.id.at);
        }
    }

    [[nodiscard]] static bool same_asked(const QuestionDraft& a, const QuestionDraft& b) {
        if (!a.fact || !b.fact || a.fact->value != b.fact->value) return false;
        if (a.fact->value != "things") return true;
        const auto counts = [](const QuestionDraft& question, const std::string& thing) {
            return question.of.empty() ||
                   std::any_of(question.of.begin(), question.of.end(), [&](const auto& one) { return one.value == thing; });
        };
        return std::any_of(things.begin(), things.end(), [&](const auto& one) { return counts(a, one) && counts(b, one); });
    }

    void asked_twice() {
        std::set<std::pair<const QuestionDraft*, const QuestionDraft*>> pairs;
        chains_from(start(), factor_.questions.size(), [&](const auto& chain) {
            for (std::size_t i = 0; i + 1 < chain.size(); ++i)
                if (same_asked(*chain[i], *chain.back())) pairs.emplace(chain[i], chain.back());
        });
        for (const auto& [first, second] : pairs) add("JE-T30", second->id.at, first->id.value);
    }

    [[nodiscard]] std::set<std::size_t> levels_after(const OptionDraft& option) const {
        std::set<std::size_t> levels;
        if (level_of(option)) return {*level_of(option)};
        chains_from(next_of(option), factor_.questions.size(), [&](const auto& chain) {
            for (const auto& one : chain.back()->options)
                if (level_of(one)) levels.insert(*level_of(one));
        });
        return levels;
    }

    void order(const QuestionDraft& question) {
        if (question.order && question.order->value == "none") return;
        std::vector<const OptionDraft*> options;
        for (const auto& option : question.options) options.push_back(&option);
        const auto rank = [&](const OptionDraft* option) {
            if (option->id.value == "yes" || option->id.value == "no")
                return options.size() == 2 || question.fact ? static_cast<int>(option->id.value == "yes") : 0;
            if (!question.fact) return 0;
            if (question.fact->value != "grade") {
                for (int i = -1; i < 10; ++i)
                    if (!option->from || option->from->value <= base::WideDecimal{base::Decimal::from_whole(i)}) return i;
            }
            for (int i = 0; i < 3; ++i)
                if (has(question, *option, grades[static_cast<std::size_t>(i)])) return i;
            return 0;
        };
        std::stable_sort(options.begin(), options.end(), [&](const auto* a, const auto* b) { return rank(a) < rank(b); });
        const bool down = question.order && question.order->value == "down";
        for (std::size_t i = 1; i < options.size(); ++i) {
            const auto before = levels_after(*options[i - 1]), after = levels_after(*options[i]);
            const bool falls = *after.begin() < *before.begin() || *after.rbegin() < *before.rbegin();
            const bool rises = *after.begin() > *before.begin() || *after.rbegin() > *before.rbegin();
            if (down ? rises : falls) add("JE-T60", options[i]->id.at, options[i - 1]->id.value);
        }
    }

    const Draft::Factor& factor_;
    const Draft& draft_;
    std::optional<std::size_t> forbidden_;
    std::map<std::string, std::size_t> numbers_;
    std::set<const QuestionDraft*> reached_;
    Findings found_;
    bool sound_ = true;
};

/// What stands in quotes after `words`.
std::string quoted_after(const std::string& message, const std::string& words) {
    const auto at = message.find(words + "'");
    if (at == std::string::npos) return {};
    const auto from = at + words.size() + 1;
    return message.substr(from, message.find('\'', from) - from);
}

std::string detail_of(const base::Diagnostic& d) {
    if (d.id == "JE-T24") {  // names in the chain, with both ends
        const auto chain = d.message.substr(d.message.find(": ") + 2);
        return std::to_string(1 + std::count(chain.begin(), chain.end(), ','));
    }
    if (d.id == "JE-T27") return d.message.substr(d.message.find("no option for ") + 14);
    if (d.id == "JE-T28") return quoted_after(d.message, "belong to option ");
    if (d.id == "JE-T30") return quoted_after(d.message, "question ");
    if (d.id == "JE-T60") return quoted_after(d.message, "and option ");
    return {};
}

Findings findings_of(const base::Diagnostics& diagnostics) {
    Findings findings;
    for (const auto& d : diagnostics.all()) findings.emplace(d.id, d.at.line, detail_of(d));
    return findings;
}

std::string words_of(const Findings& findings) {
    std::string words;
    for (const auto& [id, line, detail] : findings) words += fmt::format("{} {} {}\n", id, line, detail);
    return words;
}

/// Each question before those that its options lead to, and each value of a fact in one option.
void check_tree(const model::Scheme& scheme) {
    const model::Tree& tree = *scheme.factors().front().tree;
    REQUIRE(scheme.factors_with_trees().size() == 1);
    REQUIRE(tree.in_order.size() == tree.questions.size());
    REQUIRE(tree.in_order.front() == tree.start);
    std::set<std::size_t> before;
    for (const model::QuestionIndex question : tree.in_order) {
        REQUIRE(before.insert(question.value()).second);
        for (const auto& option : tree[question].options) {
            if (option.next() != nullptr) REQUIRE_FALSE(before.contains(option.next()->value()));
            REQUIRE((option.next() == nullptr) == (option.level() != nullptr));
        }
        if (tree[question].fact && scheme[*tree[question].fact].kind == model::FactKindOf::several) {
            for (std::uint32_t bits = 0; bits < 8; ++bits)
                REQUIRE(tree[question].option_of(model::ChoiceSet{bits}) < tree[question].options.size());
        }
    }
}

}  // namespace

TEST_CASE("findings of random trees are those of going through all chains and all values") {
    Random random{20261201};
    std::map<std::string, std::size_t> met;
    std::size_t sound = 0;
    for (int run = 0; run < 6000; ++run) {
        auto draft = test::simple_scheme({RandomTree{random}.make()});
        draft.facts = facts();
        draft.bands = {test::open_bands({{"1", "0"}})};
        std::optional<std::size_t> forbidden;
        if (random.one_in(4)) {
            forbidden = random.from(0, 2);
            draft.constraints = {
                test::constraint("c", "error", {}, {test::on_factor("f", "is_not", {std::to_string(*forbidden + 1)})})};
        }
        if (random.one_in(4)) draft.modifiers = {test::modifier("m", "f", "n", "3", {"1"}, "2")};
        base::Diagnostics diagnostics;
        const auto scheme = model::Scheme::make(draft, diagnostics);
        model::warn_of_trees(draft, diagnostics);
        const auto expected = SlowFindings{draft, forbidden}.all();
        const auto found = findings_of(diagnostics);
        if (found != expected) {
            std::string told;
            for (const auto& d : diagnostics.all()) told += fmt::format("{} {} {}\n", d.id, d.at.line, d.message);
            FAIL_CHECK("run " << run << "\nfound\n" << words_of(found) << "expected\n" << words_of(expected) << told);
            return;
        }
        for (const auto& [id, line, detail] : expected) ++met[id];
        REQUIRE(scheme.has_value() == (diagnostics.errors() == 0));
        if (!scheme) continue;
        ++sound;
        check_tree(*scheme);
    }
    for (const char* id : {"JE-T21", "JE-T22", "JE-T23", "JE-T24", "JE-T25", "JE-T26", "JE-T27", "JE-T28", "JE-T29", "JE-T30",
                           "JE-T31", "JE-T60", "JE-T61", "JE-T62", "JE-T63"}) {
        INFO(id);
        CHECK(met[id] > 50);
    }
    CHECK(sound > 50);
}

}  // namespace je::slow::tree_findings_oracle_test
