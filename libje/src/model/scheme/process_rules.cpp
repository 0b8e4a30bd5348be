// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

#include "je/base/text.hpp"
#include "model/scheme/factors.hpp"
#include "model/scheme/rules.hpp"
#include "model/scheme/words.hpp"

namespace je::model {

namespace {

/// A key that a check takes, and what it may look like.
struct Key {
    std::string_view name;
    std::string_view example;
    std::size_t (*entries)(const ProcessRuleDraft&) = nullptr;  // of a list; null: it is none
    std::size_t least = 1;                                      // entries, fewer of which say nothing
};

/// How many of its keys a check cannot do without.
enum class Needed { none, any_one, one, all, first_two };

/// The word of a check, what a scheme settles with it, and the keys that it takes beside those of every rule.
struct CheckWords {
    std::string_view word;
    std::string_view settles;
    Needed needed = Needed::none;
    std::array<Key, 3> keys{};

    [[nodiscard]] std::span<const Key> taken() const {
        const auto end = std::find_if(keys.begin(), keys.end(), [](const Key& key) { return key.name.empty(); });
        return std::span{keys}.first(static_cast<std::size_t>(end - keys.begin()));
    }
    [[nodiscard]] bool takes(std::string_view name) const {
        return std::any_of(keys.begin(), keys.end(), [&](const Key& key) { return key.name == name; });
    }
    /// "'smallest' and 'largest'".
    [[nodiscard]] std::string listed() const {
        std::vector<std::string> names;
        for (const Key& key : taken()) names.emplace_back(key.name);
        return base::quoted_list(names);
    }
};

using Draft = ProcessRuleDraft;

/// By ProcessCheck.
constexpr std::array<CheckWords, 20> checks{
    {{"size", "how many sit on a panel", Needed::any_one, {{{"smallest", "3"}, {"largest", "6"}}}},
     {"sides",
      "which sides must sit",
      Needed::all,
      {{{"at_least", "{management: 1, union: 1}", [](const Draft& d) { return d.at_least.size(); }}}}},
     {"equal-sides",
      "equal numbers of sides",
      Needed::all,
      {{{"sides", "[management, union]", [](const Draft& d) { return d.of_sides.size(); }, 2}}}},
     {"chair", "who chairs", Needed::none, {{{"side", "independent"}, {"post", "panel chair"}}}},
     {"trained", "training in the scheme"},
     {"unconnected", "nobody connected to the job"},
     {"scored-by-all", "all factors scored by all"},
     {"agreed-was-given", "an agreed level that somebody gave"},
     {"rationale", "a reason for each factor"},
     {"evidence", "evidence for each factor"},
     {"decision", "how levels are decided", Needed::all, {{{"decision", "consensus"}}}},
     {"members-differ", "whether the appeal panel must be of other people", Needed::all, {{{"differ", "all"}}}},
     {"change-cites", "evidence for a level changed"},
     {"unappealed-change-reasoned", "a reason for a change that nobody asked for"},
     {"may-lower", "whether an appeal may lower the result", Needed::all, {{{"allowed", "false"}}}},
     {"time-limit",
      "time limits",
      Needed::first_two,
      {{{"from", "result-sent"}, {"until", "appeal-lodged"}, {"within", "10 working days"}}}},
     {"may-appeal",
      "who may appeal",
      Needed::all,
      {{{"parties", "[jobholders, union]", [](const Draft& d) { return d.parties.size(); }}}}},
     {"grounds",
      "which grounds are accepted",
      Needed::one,
      {{{"accepted", "[level, facts]", [](const Draft& d) { return d.accepted.size(); }},
        {"not_accepted", "[comparator]", [](const Draft& d) { return d.not_accepted.size(); }}}}},
     {"grounds-supported", "evidence for the grounds"},
     {"stages", "how many appeals there may be", Needed::any_one, {{{"smallest", "1"}, {"largest", "2"}}}}}};

const CheckWords& words_of(ProcessCheck check) { return checks[static_cast<std::size_t>(check)]; }

class ProcessRuleMaker {
public:
    ProcessRuleMaker(const ProcessRuleDraft& draft, bool of_panel, const Names& sources, base::Diagnostics& diagnostics)
        : draft_{draft},
          of_panel_{of_panel},
          sources_{sources},
          diagnostics_{diagnostics},
          called_{fmt::format("rule '{}'", draft.id.value)} {}

    [[nodiscard]] ProcessRule make() {
        rule_.id = RuleId{draft_.id.value};
        rule_.summary = draft_.summary;
        rule_.source = source_of(draft_.source, called_, sources_, diagnostics_);
        rule_.at = draft_.id.at;
        if (draft_.breach) take_breach(*draft_.breach);
        if (const auto check = find_check()) {
            rule_.check = *check;
            check_keys(words_of(*check));
        }
        take_values();
        return std::move(rule_);
    }

private:
    void take_breach(const Text& breach) {
        rule_.is_error = breach.value != "warn";
        if (breach.value == "warn" || breach.value == "fail") return;
        diagnostics_.error(
            {"JE-R02", breach.at, fmt::format("{} says that a breach is '{}'", called_, breach.value), "fail or warn",
             "write 'breach: fail' where the outcome cannot stand, 'breach: warn' where people should look again"});
    }

    /// What the rule checks; nothing, which is reported, for what is no check or one of the other list.
    [[nodiscard]] std::optional<ProcessCheck> find_check() {
        std::vector<std::string> allowed;
        for (std::size_t i = 0; i < checks.size(); ++i) {
            const ProcessCheck check{i};
            if (is_of_panel(check) == of_panel_) allowed.emplace_back(checks[i].word);
            if (checks[i].word != draft_.check.value) continue;
            if (is_of_panel(check) == of_panel_) return check;
            diagnostics_.error({"JE-R03", draft_.check.at,
                                fmt::format("{} checks '{}', which is no rule about {}", called_, draft_.check.value, about()),
                                fmt::format("rules about {} under '{}'", about(), of_panel_ ? "panel" : "appeal"),
                                fmt::format("move the rule to the list '{}'", of_panel_ ? "appeal" : "panel")});
            return std::nullopt;
        }
        const std::string what = fmt::format("the checks of rules about {}", about());
        report({.id = "JE-R01",
                .word = draft_.check,
                .message = fmt::format("{} checks '{}', which is none of {}", called_, draft_.check.value, what),
                .what = what,
                .allowed = allowed},
               diagnostics_);
        return std::nullopt;
    }

    [[nodiscard]] std::string_view about() const { return of_panel_ ? "panels" : "appeals"; }

    void check_keys(const CheckWords& check) {
        for (const Text& key : draft_.keys) {
            if (!check.takes(key.value)) {
                diagnostics_.error(
                    {"JE-R04", key.at,
                     fmt::format("{} has '{}', which means nothing for the check '{}'", called_, key.value, draft_.check.value),
                     check.taken().empty() ? "no further keys for this check"
                                           : fmt::format("of the further keys only {}", check.listed()),
                     fmt::format("correct the check, or keep '{}' as a comment, with '#' in front", key.value)});
            }
        }
        const auto keys = check.taken();
        if (check.needed == Needed::any_one || check.needed == Needed::one) check_pair(keys[0], keys[1], check.needed);
        const std::size_t needed = check.needed == Needed::first_two ? 2 : check.needed == Needed::all ? keys.size() : 0;
        for (const Key& key : keys.first(needed)) {
            given(key) ? check_filled(key) : report_missing(key);
        }
    }

    /// Two keys of which one is needed, and for `Needed::one` not both.
    void check_pair(const Key& a, const Key& b, Needed needed) {
        if (!given(a) && !given(b)) {
            diagnostics_.error(
                {"JE-R05", draft_.id.at,
                 fmt::format("{} checks '{}' but has neither '{}' nor '{}'", called_, draft_.check.value, a.name, b.name),
                 fmt::format("'{}', '{}' or both in a rule with this check", a.name, b.name),
                 fmt::format("add for example '{}: {}'", a.name, a.example)});
        }
        if (needed != Needed::one) return;
        if (given(a) && given(b)) {
            diagnostics_.error({"JE-R10", place_of(b), fmt::format("{} has both '{}' and '{}'", called_, a.name, b.name),
                                fmt::format("either '{}', which leaves out all others, or '{}'", a.name, b.name),
                                "keep the list that the scheme's own rule states"});
        }
        for (const Key& key : {a, b}) {
            if (given(key)) check_filled(key);
        }
    }

    [[nodiscard]] bool given(const Key& key) const {
        return std::any_of(draft_.keys.begin(), draft_.keys.end(), [&](const Text& one) { return one.value == key.name; });
    }

    /// A list that names too few to say anything.
    void check_filled(const Key& key) {
        const std::size_t count = key.entries != nullptr ? key.entries(draft_) : key.least;
        if (count >= key.least) return;
        diagnostics_.error(
            {"JE-R05", place_of(key),
             fmt::format("{} checks '{}' but '{}' names {}", called_, draft_.check.value, key.name,
                         count == 0 ? "nothing" : "only one"),
             key.least == 2 ? "two sides or more, to compare" : fmt::format("at least one entry in '{}'", key.name),
             fmt::format("write for example '{}: {}'", key.name, key.example)});
    }

    [[nodiscard]] base::SourcePosition place_of(const Key& key) const {
        for (const Text& one : draft_.keys) {
            if (one.value == key.name) return one.at;
        }
        return draft_.id.at;
    }

    void report_missing(const Key& key) {
        diagnostics_.error({"JE-R05", draft_.id.at,
                            fmt::format("{} checks '{}' but has no '{}'", called_, draft_.check.value, key.name),
                            fmt::format("'{}' in a rule with this check", key.name),
                            fmt::format("add for example '{}: {}'", key.name, key.example)});
    }

    void take_values() {
        rule_.smallest = whole(draft_.smallest);
        rule_.largest = whole(draft_.largest);
        if (rule_.smallest && rule_.largest && *rule_.smallest > *rule_.largest) {
            diagnostics_.error({"JE-R06", draft_.smallest->at,
                                fmt::format("{} asks for at least {} and at most {}", called_, *rule_.smallest, *rule_.largest),
                                "a 'smallest' that is not above 'largest'", "give a smaller 'smallest' or a larger 'largest'"});
        }
        for (const auto& [side, number] : draft_.at_least) {
            const auto found = word(words::sides, side, "the sides of a panel");
            const auto count = whole(number);
            if (found && count) rule_.at_least.emplace_back(*found, *count);
        }
        take_words(words::sides, draft_.of_sides, rule_.of_sides, "the sides of a panel");
        if (draft_.chair_side) rule_.chair_side = word(words::sides, *draft_.chair_side, "the sides of a panel");
        rule_.chair_post = draft_.chair_post;
        if (draft_.decision) rule_.decision = word(words::decisions, *draft_.decision, "the ways to decide");
        if (draft_.differ) rule_.differ = word(words::differs, *draft_.differ, "the ways to differ").value_or(Differ::all);
        rule_.allowed = draft_.allowed.value_or(true);
        take_words(words::parties, draft_.parties, rule_.parties, "the parties to an appeal");
        take_words(words::ground_kinds, draft_.accepted, rule_.accepted, "the kinds of ground");
        take_words(words::ground_kinds, draft_.not_accepted, rule_.not_accepted, "the kinds of ground");
        take_limit();
    }

    void take_limit() {
        if (draft_.from) rule_.from = draft_.from->value;
        if (draft_.until) rule_.until = draft_.until->value;
        if (!draft_.within) return;
        rule_.any_time = draft_.within->value == "any time";
        rule_.within = base::Period::parse(draft_.within->value);
        if (rule_.within || rule_.any_time) return;
        diagnostics_.error(
            {"JE-R07", draft_.within->at, fmt::format("'{}' is no length of time", draft_.within->value),
             "a number of days, working days or months, such as '15 days', '10 working days' or '3 months'; or 'any time'",
             "write the length in one of these forms, or leave 'within' out where it is not known"});
    }

    template <class E, std::size_t n>
    [[nodiscard]] std::optional<E> word(const Words<E, n>& words, const Text& text, std::string_view what) {
        return resolve_word(words, text, "JE-R08", called_, what, diagnostics_);
    }

    template <class E, std::size_t n>
    void take_words(const Words<E, n>& words, const std::vector<Text>& texts, std::vector<E>& into, std::string_view what) {
        for (const Text& text : texts) {
            if (const auto found = word(words, text, what)) into.push_back(*found);
        }
    }

    [[nodiscard]] std::optional<std::size_t> whole(const std::optional<base::Located<base::Decimal>>& number) {
        if (!number) return std::nullopt;
        if (number->value.is_whole() && number->value >= base::Decimal{})
            return static_cast<std::size_t>(number->value.units() / base::Decimal::units_per_one);
        diagnostics_.error({"JE-R09", number->at, fmt::format("{} has {} where it counts", called_, number->value.to_string()),
                            "a whole number, 0 or more", "write how many are meant"});
        return std::nullopt;
    }

    const ProcessRuleDraft& draft_;
    bool of_panel_;
    const Names& sources_;
    base::Diagnostics& diagnostics_;
    std::string called_;
    ProcessRule rule_;
};

}  // namespace

std::string_view to_text(ProcessCheck check) { return words_of(check).word; }

bool is_of_panel(ProcessCheck check) { return check <= ProcessCheck::decision; }

std::vector<std::string> settled_by(std::span<const ProcessCheck> kinds) {
    std::vector<std::string> words;
    for (const ProcessCheck kind : kinds) words.emplace_back(words_of(kind).settles);
    return words;
}

std::vector<ProcessCheck> not_settled(std::span<const ProcessRule> rules, bool of_panel) {
    std::vector<ProcessCheck> lacking;
    for (std::size_t i = 0; i < checks.size(); ++i) {
        const ProcessCheck check{i};
        const auto asks = [&](const ProcessRule& rule) { return rule.check == check; };
        if (is_of_panel(check) == of_panel && std::none_of(rules.begin(), rules.end(), asks)) lacking.push_back(check);
    }
    return lacking;
}

std::vector<ProcessRule> make_process_rules(const std::vector<ProcessRuleDraft>& drafts, bool of_panel, const Names& sources,
                                            base::Diagnostics& diagnostics) {
    Names ids{{"rule", of_panel ? "panel rules" : "appeal rules", "", "JE-S02"}};
    std::vector<ProcessRule> rules;
    for (const auto& draft : drafts) {
        ids.add(draft.id, diagnostics);
        rules.push_back(ProcessRuleMaker{draft, of_panel, sources, diagnostics}.make());
    }
    return rules;
}

}  // namespace je::model
