// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme_process.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "je/base/text.hpp"
#include "model/process_words.hpp"
#include "model/scheme_factors.hpp"

namespace je::model {

namespace {

/// A key that a check takes, and what it may look like.
struct Key {
    std::string name;
    std::string example;
};

/// The keys that a check takes beside those of every rule, and how many of them it cannot do without.
struct Keys {
    enum Needed { none, any_one, all, first_two };
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
            return {{{"from", "result-sent"}, {"until", "appeal-sent"}, {"within", "10 working days"}}, Keys::first_two};
        case ProcessCheck::may_appeal:
            return {{{"parties", "[jobholders, union]"}}, Keys::all};
        case ProcessCheck::grounds:
            return {{{"not_accepted", "[comparator]"}}, Keys::all};
        default:
            return {};
    }
}

class RuleMaker {
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
        const auto check = resolve_word<ProcessCheck>(draft_.check, "JE-R01", called_, "the checks of rules", diagnostics_);
        if (!check || !check_list(*check)) return std::move(rule_);
        rule_.check = *check;
        if (check_keys(keys_of(*check))) take_values();
        return std::move(rule_);
    }

private:
    void error(std::string_view id, const base::SourcePosition& at, std::string message, std::string expected, std::string fix) {
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

    [[nodiscard]] bool check_list(ProcessCheck check) {
        if (is_of_panel(check) == of_panel_) return true;
        const auto* here = of_panel_ ? "panel" : "appeal";
        const auto* there = of_panel_ ? "appeal" : "panel";
        error("JE-R03", draft_.check.at, fmt::format("{} checks '{}', which is no rule about a {}", called_, draft_.check.value, here),
              fmt::format("rules about a {} under '{}'", here, here), fmt::format("move the rule to the list '{}'", there));
        return false;
    }

    [[nodiscard]] bool check_keys(const Keys& keys) {
        const auto errors_before = diagnostics_.errors();
        for (const Text& key : draft_.keys) {
            if (!keys.take(key.value)) report_useless(key, keys);
        }
        if (keys.needed == Keys::any_one && !given(keys.taken[0]) && !given(keys.taken[1])) report_neither(keys.taken[0], keys.taken[1]);
        const std::size_t needed = keys.needed == Keys::first_two ? 2 : keys.needed == Keys::all ? keys.taken.size() : 0;
        for (const Key& key : std::span{keys.taken}.first(needed)) {
            if (!given(key)) report_missing(key);
        }
        return diagnostics_.errors() == errors_before;
    }

    [[nodiscard]] bool given(const Key& key) const {
        return std::any_of(draft_.keys.begin(), draft_.keys.end(), [&](const Text& one) { return one.value == key.name; });
    }

    void report_useless(const Text& key, const Keys& keys) {
        error("JE-R04", key.at, fmt::format("{} has '{}', which means nothing for the check '{}'", called_, key.value, draft_.check.value),
              keys.taken.empty() ? "no further keys for this check" : fmt::format("of the further keys only {}", keys.listed()),
              fmt::format("remove '{}', or correct the check", key.value));
    }

    void report_missing(const Key& key) {
        error("JE-R05", draft_.id.at, fmt::format("{} checks '{}' but has no '{}'", called_, draft_.check.value, key.name),
              fmt::format("'{}' in a rule with this check", key.name), fmt::format("add for example '{}: {}'", key.name, key.example));
    }

    void report_neither(const Key& a, const Key& b) {
        error("JE-R05", draft_.id.at,
              fmt::format("{} checks '{}' but has neither '{}' nor '{}'", called_, draft_.check.value, a.name, b.name),
              fmt::format("'{}', '{}' or both in a rule with this check", a.name, b.name),
              fmt::format("add for example '{}: {}'", a.name, a.example));
    }

    void take_values() {
        rule_.smallest = whole(draft_.smallest);
        rule_.largest = whole(draft_.largest);
        if (rule_.smallest && rule_.largest && *rule_.smallest > *rule_.largest) {
            error("JE-R06", draft_.smallest->at, fmt::format("{} asks for at least {} and at most {}", called_, *rule_.smallest, *rule_.largest),
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
        take_words(draft_.not_accepted, rule_.not_accepted, "the kinds of ground");
        take_limit();
    }

    void take_limit() {
        if (draft_.from) rule_.from = draft_.from->value;
        if (draft_.until) rule_.until = draft_.until->value;
        if (!draft_.within) return;
        rule_.within = base::Period::parse(draft_.within->value);
        if (rule_.within) return;
        error("JE-R07", draft_.within->at, fmt::format("'{}' is no length of time", draft_.within->value),
              "a number of days, working days or months, such as '15 days', '10 working days' or '3 months'",
              "write the length in one of these forms, or leave 'within' out where the scheme sets none");
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
