// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "je/base/text.hpp"
#include "model/scheme/factors.hpp"
#include "model/scheme/process_words.hpp"

namespace je::model {

namespace {

/// A key that a check takes, and what it may look like.
struct Key {
    std::string name;
    std::string example;
};

/// The keys that a check takes beside those of every rule, and how many of them it cannot do without.
struct Keys {
    enum Needed { none, any_one, one, all, first_two };
    std::vector<Key> taken{};
    Needed needed = none;

    [[nodiscard]] bool take(std::string_view name) const {
        return std::any_of(taken.begin(), taken.end(), [&](const Key& key) { return key.name == name; });
    }
    /// "'smallest' and 'largest'".
    [[nodiscard]] std::string listed() const {
        std::vector<std::string> names;
        for (const Key& key : taken) names.push_back(key.name);
        return base::quoted_list(names);
    }
};

Keys keys_of(ProcessCheck check) {
    switch (check) {
        case ProcessCheck::size:
            return {{{"smallest", "3"}, {"largest", "6"}}, Keys::any_one};
        case ProcessCheck::stages:
            return {{{"smallest", "1"}, {"largest", "2"}}, Keys::any_one};
        case ProcessCheck::sides:
            return {{{"at_least", "{management: 1, union: 1}"}}, Keys::all};
        case ProcessCheck::equal_sides:
            return {{{"sides", "[management, union]"}}, Keys::all};
        case ProcessCheck::chair:
            return {{{"side", "independent"}, {"post", "panel chair"}}, Keys::none};
        case ProcessCheck::decision:
            return {{{"decision", "consensus"}}, Keys::all};
        case ProcessCheck::members_differ:
            return {{{"differ", "all"}}, Keys::all};
        case ProcessCheck::may_lower:
            return {{{"allowed", "false"}}, Keys::all};
        case ProcessCheck::time_limit:
            return {{{"from", "result-sent"}, {"until", "appeal-lodged"}, {"within", "10 working days"}}, Keys::first_two};
        case ProcessCheck::may_appeal:
            return {{{"parties", "[jobholders, union]"}}, Keys::all};
        case ProcessCheck::grounds:
            return {{{"accepted", "[level, facts]"}, {"not_accepted", "[comparator]"}}, Keys::one};
        default:
            return {};
    }
}

class RuleMaker {
    static constexpr std::size_t most = 100;  // stands for a value that is no list

public:
    RuleMaker(const ProcessRuleDraft& draft, bool of_panel, const Names& sources, base::Diagnostics& diagnostics)
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
            check_keys(keys_of(*check));
        }
        take_values();
        return std::move(rule_);
    }

private:
    void error(std::string_view id, const base::SourcePosition& at, std::string message, std::string expected,
               std::string fix) {
        diagnostics_.error({.id = std::string{id},
                            .at = at,
                            .message = std::move(message),
                            .expected = std::move(expected),
                            .fix = std::move(fix)});
    }

    void take_breach(const Text& breach) {
        rule_.is_error = breach.value != "warn";
        if (breach.value == "warn" || breach.value == "fail") return;
        error("JE-R02", breach.at, fmt::format("{} says that a breach is '{}'", called_, breach.value), "fail or warn",
              "write 'breach: fail' where the outcome cannot stand, 'breach: warn' where people should look again");
    }

    /// What the rule checks; nothing, which is reported, for what is no check or one of the other list.
    [[nodiscard]] std::optional<ProcessCheck> find_check() {
        std::vector<std::string> allowed;
        for (const ProcessCheck check : process_checks()) {
            if (is_of_panel(check) == of_panel_) allowed.emplace_back(to_text(check));
            if (to_text(check) != draft_.check.value) continue;
            if (is_of_panel(check) == of_panel_) return check;
            report_other_list();
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

    void report_other_list() {
        error("JE-R03", draft_.check.at,
              fmt::format("{} checks '{}', which is no rule about {}", called_, draft_.check.value, about()),
              fmt::format("rules about {} under '{}'", about(), of_panel_ ? "panel" : "appeal"),
              fmt::format("move the rule to the list '{}'", of_panel_ ? "appeal" : "panel"));
    }

    void check_keys(const Keys& keys) {
        for (const Text& key : draft_.keys) {
            if (!keys.take(key.value)) report_useless(key, keys);
        }
        if (keys.needed == Keys::any_one || keys.needed == Keys::one) check_pair(keys.taken[0], keys.taken[1], keys.needed);
        const std::size_t needed = keys.needed == Keys::first_two ? 2 : keys.needed == Keys::all ? keys.taken.size() : 0;
        for (const Key& key : std::span{keys.taken}.first(needed)) {
            given(key) ? check_filled(key) : report_missing(key);
        }
    }

    /// Two keys of which one is needed, and for `Keys::one` not both.
    void check_pair(const Key& a, const Key& b, Keys::Needed needed) {
        if (!given(a) && !given(b)) report_neither(a, b);
        if (needed != Keys::one) return;
        if (given(a) && given(b)) report_both(a, b);
        for (const Key& key : {a, b}) {
            if (given(key)) check_filled(key);
        }
    }

    [[nodiscard]] bool given(const Key& key) const {
        return std::any_of(draft_.keys.begin(), draft_.keys.end(), [&](const Text& one) { return one.value == key.name; });
    }

    /// A list that names too few to say anything.
    void check_filled(const Key& key) {
        const bool sides = key.name == "sides";
        const std::size_t count = sides                        ? draft_.of_sides.size()
                                  : key.name == "at_least"     ? draft_.at_least.size()
                                  : key.name == "parties"      ? draft_.parties.size()
                                  : key.name == "accepted"     ? draft_.accepted.size()
                                  : key.name == "not_accepted" ? draft_.not_accepted.size()
                                                               : most;
        if (count >= (sides ? 2U : 1U)) return;
        error("JE-R05", place_of(key),
              fmt::format("{} checks '{}' but '{}' names {}", called_, draft_.check.value, key.name,
                          count == 0 ? "nothing" : "only one"),
              sides ? "two sides or more, to compare" : fmt::format("at least one entry in '{}'", key.name),
              fmt::format("write for example '{}: {}'", key.name, key.example));
    }

    [[nodiscard]] base::SourcePosition place_of(const Key& key) const {
        for (const Text& one : draft_.keys) {
            if (one.value == key.name) return one.at;
        }
        return draft_.id.at;
    }

    void report_useless(const Text& key, const Keys& keys) {
        error("JE-R04", key.at,
              fmt::format("{} has '{}', which means nothing for the check '{}'", called_, key.value, draft_.check.value),
              keys.taken.empty() ? "no further keys for this check" : fmt::format("of the further keys only {}", keys.listed()),
              fmt::format("correct the check, or keep '{}' as a comment, with '#' in front", key.value));
    }

    void report_missing(const Key& key) {
        error("JE-R05", draft_.id.at, fmt::format("{} checks '{}' but has no '{}'", called_, draft_.check.value, key.name),
              fmt::format("'{}' in a rule with this check", key.name),
              fmt::format("add for example '{}: {}'", key.name, key.example));
    }

    void report_neither(const Key& a, const Key& b) {
        error("JE-R05", draft_.id.at,
              fmt::format("{} checks '{}' but has neither '{}' nor '{}'", called_, draft_.check.value, a.name, b.name),
              fmt::format("'{}', '{}' or both in a rule with this check", a.name, b.name),
              fmt::format("add for example '{}: {}'", a.name, a.example));
    }

    void report_both(const Key& a, const Key& b) {
        error("JE-R10", place_of(b), fmt::format("{} has both '{}' and '{}'", called_, a.name, b.name),
              fmt::format("either '{}', which leaves out all others, or '{}'", a.name, b.name),
              "keep the list that the scheme's own rule states");
    }

    void take_values() {
        rule_.smallest = whole(draft_.smallest);
        rule_.largest = whole(draft_.largest);
        if (rule_.smallest && rule_.largest && *rule_.smallest > *rule_.largest) {
            error("JE-R06", draft_.smallest->at,
                  fmt::format("{} asks for at least {} and at most {}", called_, *rule_.smallest, *rule_.largest),
                  "a 'smallest' that is not above 'largest'", "give a smaller 'smallest' or a larger 'largest'");
        }
        for (const auto& [side, number] : draft_.at_least) {
            const auto found = word<Side>(side, "the sides of a panel");
            const auto count = whole(number);
            if (found && count) rule_.at_least.emplace_back(*found, *count);
        }
        take_words(draft_.of_sides, rule_.of_sides, "the sides of a panel");
        if (draft_.chair_side) rule_.chair_side = word<Side>(*draft_.chair_side, "the sides of a panel");
        rule_.chair_post = draft_.chair_post;
        if (draft_.decision) rule_.decision = word<Decision>(*draft_.decision, "the ways to decide");
        if (draft_.differ) rule_.differ = word<Differ>(*draft_.differ, "the ways to differ").value_or(Differ::all);
        rule_.allowed = draft_.allowed.value_or(true);
        take_words(draft_.parties, rule_.parties, "the parties to an appeal");
        take_words(draft_.accepted, rule_.accepted, "the kinds of ground");
        take_words(draft_.not_accepted, rule_.not_accepted, "the kinds of ground");
        take_limit();
    }

    void take_limit() {
        if (draft_.from) rule_.from = draft_.from->value;
        if (draft_.until) rule_.until = draft_.until->value;
        if (!draft_.within) return;
        rule_.any_time = draft_.within->value == "any time";
        rule_.within = base::Period::parse(draft_.within->value);
        if (rule_.within || rule_.any_time) return;
        error("JE-R07", draft_.within->at, fmt::format("'{}' is no length of time", draft_.within->value),
              "a number of days, working days or months, such as '15 days', '10 working days' or '3 months'; or 'any time'",
              "write the length in one of these forms, or leave 'within' out where it is not known");
    }

    template <class E>
    [[nodiscard]] std::optional<E> word(const Text& text, std::string_view what) {
        return resolve_word<E>(text, "JE-R08", called_, what, diagnostics_);
    }

    template <class E>
    void take_words(const std::vector<Text>& texts, std::vector<E>& into, std::string_view what) {
        for (const Text& text : texts) {
            if (const auto found = word<E>(text, what)) into.push_back(*found);
        }
    }

    [[nodiscard]] std::optional<std::size_t> whole(const std::optional<base::Located<base::Decimal>>& number) {
        if (!number) return std::nullopt;
        if (number->value.is_whole() && number->value >= base::Decimal{})
            return static_cast<std::size_t>(number->value.units() / base::Decimal::units_per_one);
        error("JE-R09", number->at, fmt::format("{} has {} where it counts", called_, number->value.to_string()),
              "a whole number, 0 or more", "write how many are meant");
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

std::vector<ProcessRule> make_process_rules(const std::vector<ProcessRuleDraft>& drafts, bool of_panel, const Names& sources,
                                            base::Diagnostics& diagnostics) {
    Names ids{{"rule", of_panel ? "panel rules" : "appeal rules", "", "JE-S02"}};
    std::vector<ProcessRule> rules;
    for (const auto& draft : drafts) {
        ids.add(draft.id, diagnostics);
        rules.push_back(RuleMaker{draft, of_panel, sources, diagnostics}.make());
    }
    return rules;
}

}  // namespace je::model
