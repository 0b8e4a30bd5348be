// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/panel/case.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/wording.hpp"
#include "base/words.hpp"
#include "je/base/text.hpp"
#include "je/panel/outcome.hpp"

namespace je::panel {

namespace {

using model::FactorIndex;
using model::LevelIndex;
using model::PanellistIndex;
using model::ProcessCheck;
using model::ProcessRule;
using model::Side;
using People = std::vector<PanellistIndex>;

/// "consensus", "the chair": whatever stands behind "decided by".
std::string by(model::Decision how) {
    return how == model::Decision::chair ? base::worded("the chair") : std::string{base::translated(to_text(how))};
}

class PanelCheck {
public:
    PanelCheck(const PanelCase& panel_case, const Names& names)
        : case_{panel_case}, names_{names}, deciders_{deciders(*panel_case.panel)} {}

    [[nodiscard]] Answer check(const ProcessRule& rule) const {
        switch (rule.check) {
            case ProcessCheck::size:
                return size(rule);
            case ProcessCheck::sides:
                return sides(rule);
            case ProcessCheck::equal_sides:
                return equal_sides(rule);
            case ProcessCheck::chair:
                return chair(rule);
            case ProcessCheck::trained:
                return trained();
            case ProcessCheck::unconnected:
                return unconnected();
            case ProcessCheck::scored_by_all:
                return scored_by_all();
            case ProcessCheck::agreed_was_given:
                return agreed_was_given();
            case ProcessCheck::rationale:
                return rationale();
            case ProcessCheck::evidence:
                return evidence();
            case ProcessCheck::decision:
                return decision(rule);
            default:
                return {true, base::worded("is about appeals")};
        }
    }

private:
    template <class Keep>
    [[nodiscard]] People those(Keep keep) const {
        People people;
        std::copy_if(deciders_.begin(), deciders_.end(), std::back_inserter(people), keep);
        return people;
    }
    [[nodiscard]] People of_side(Side side) const {
        return those([&](PanellistIndex i) { return (*case_.panel)[i].side == side; });
    }
    [[nodiscard]] std::string level(std::size_t factor, LevelIndex index) const {
        return case_.scheme->factors()[factor][index].id.text();
    }
    [[nodiscard]] const std::string& name(std::size_t factor) const { return case_.scheme->factors()[factor].name; }

    [[nodiscard]] Answer size(const ProcessRule& rule) const {
        const std::size_t n = deciders_.size();
        const bool kept = (!rule.smallest || n >= *rule.smallest) && (!rule.largest || n <= *rule.largest);
        std::string asked = rule.smallest ? base::worded("at least {}", *rule.smallest) : "";
        if (rule.largest) asked += base::worded("{}at most {}", asked.empty() ? "" : base::worded(" and "), *rule.largest);
        if (asked.empty()) asked = base::worded("no number");
        return {kept, base::worded("{} {} ({}); the scheme asks for {}", base::counted_now(n, "panellist", "panellists"),
                                   n == 1 ? base::worded("decides") : base::worded("decide"), names_.list(deciders_), asked)};
    }

    [[nodiscard]] Answer sides(const ProcessRule& rule) const {
        Answer answer;
        for (const auto& [side, least] : rule.at_least) {
            const People people = of_side(side);
            answer.kept = answer.kept && people.size() >= least;
            answer.message += base::worded("{}{} side: {} ({}), at least {} asked for", answer.message.empty() ? "" : "; ",
                                           base::translated(to_text(side)), people.size(), names_.list(people), least);
        }
        return answer;
    }

    [[nodiscard]] Answer equal_sides(const ProcessRule& rule) const {
        Answer answer;
        std::set<std::size_t> numbers;
        for (const Side side : rule.of_sides) {
            const People people = of_side(side);
            numbers.insert(people.size());
            answer.message += base::worded("{}{} side: {} ({})", answer.message.empty() ? "" : "; ",
                                           base::translated(to_text(side)), people.size(), names_.list(people));
        }
        answer.kept = numbers.size() < 2;
        answer.message += answer.kept ? "; the numbers are equal" : "; equal numbers are asked for";
        return answer;
    }

    [[nodiscard]] Answer chair(const ProcessRule& rule) const {
        const People chairs = those([&](PanellistIndex i) { return (*case_.panel)[i].role == model::Role::chair; });
        if (chairs.empty()) return {false, base::worded("nobody chairs; one person is asked for")};
        if (chairs.size() > 1) {
            return {false, base::worded("{} people chair ({}); one person is asked for", chairs.size(), names_.list(chairs))};
        }
        const model::Panellist& person = (*case_.panel)[chairs.front()];
        const std::string& who = names_[chairs.front()];
        if (rule.chair_side && person.side != *rule.chair_side) {
            return {false, base::worded("{} of the {} side chairs; a chair of the {} side is asked for", who,
                                        base::translated(to_text(person.side)), base::translated(to_text(*rule.chair_side)))};
        }
        return chair_post(rule, person.post, who);
    }

    /// People known by pseudonym are told of no post but that which the scheme names.
    [[nodiscard]] Answer chair_post(const ProcessRule& rule, const std::string& post, const std::string& who) const {
        const bool kept = rule.chair_post.empty() || post == rule.chair_post;
        if (names_.are_pseudonyms()) {
            if (!kept)
                return {false,
                        base::worded("{} chairs and is not recorded with the post asked for, '{}'", who, rule.chair_post)};
            return {true, base::worded("{} chairs{}", who,
                                       rule.chair_post.empty() ? "" : base::worded(" and holds the post asked for"))};
        }
        if (kept) return {true, base::worded("{} chairs{}{}", who, post.empty() ? "" : ", ", post)};
        const std::string recorded =
            post.empty() ? base::worded("no post is recorded") : base::worded("is recorded as '{}'", post);
        return {false, base::worded("{} chairs and {}; the post asked for is '{}'", who, recorded, rule.chair_post)};
    }

    [[nodiscard]] Answer trained() const {
        const std::string& scheme = case_.scheme->id().text();
        const People untrained = those([&](PanellistIndex i) { return !(*case_.panel)[i].is_trained_in(scheme); });
        if (untrained.empty()) return {true, base::worded("all {} are trained in {}", deciders_.size(), scheme)};
        return {false, base::worded("no training in {} is recorded for {} ({} of {})", scheme, names_.list(untrained),
                                    untrained.size(), deciders_.size())};
    }

    [[nodiscard]] Answer unconnected() const {
        const People connected = those([&](PanellistIndex i) { return !(*case_.panel)[i].connected_to_job.empty(); });
        if (connected.empty()) return {true, base::worded("nobody who decides is recorded as connected to the job")};
        return {false, base::worded("{} recorded as connected to the job: {}",
                                    connected.size() == 1 ? base::worded("one person is")
                                                          : base::worded("{} people are", connected.size()),
                                    names_.list(connected))};
    }

    static constexpr std::size_t few = 3;  // factors that are named even when they are all there are

    /// What is amiss with a factor: nothing at all, or with it what there is to say, which may be empty.
    using Amiss = std::optional<std::string>;

    /// Factors with which `part` finds something amiss, with what it says in brackets; not one by one when it says the same of
    /// all.
    template <class Part>
    [[nodiscard]] std::pair<std::size_t, std::string> factors_with(Part part) const {
        const auto in_brackets = [](const std::string& text) { return text.empty() ? "" : fmt::format(" ({})", text); };
        std::size_t n = 0;
        std::string list;
        std::set<std::string> different;
        for (std::size_t f = 0; f < case_.panel->factors().size(); ++f) {
            const Amiss amiss = part(f, case_.panel->factors()[f]);
            if (!amiss) continue;
            ++n;
            different.insert(*amiss);
            list += (list.empty() ? "" : ", ") + name(f) + in_brackets(*amiss);
        }
        if (n > few && n == case_.panel->factors().size() && different.size() == 1)
            list = "all of them" + in_brackets(*different.begin());
        return {n, list};
    }
    [[nodiscard]] std::string of_all(std::size_t n) const {
        return base::worded("{} of {} factors", n, case_.panel->factors().size());
    }

    [[nodiscard]] Answer scored_by_all() const {
        const auto [n, list] = factors_with([&](std::size_t, const model::PanelFactor& factor) -> Amiss {
            const People missing = those([&](PanellistIndex i) { return !factor.individual[i.value()]; });
            if (missing.empty()) return std::nullopt;
            return base::worded("without {}; n = {} of {}", names_.list(missing), deciders_.size() - missing.size(),
                                deciders_.size());
        });
        if (n == 0) return {true, base::worded("all {} scored every factor", deciders_.size())};
        return {false, base::worded("{} {} not scored by everyone: {}", of_all(n),
                                    n == 1 ? base::worded("was") : base::worded("were"), list)};
    }

    [[nodiscard]] Answer agreed_was_given() const {
        const auto [n, list] = factors_with([&](std::size_t f, const model::PanelFactor& factor) -> Amiss {
            const auto levels = levels_given(factor, deciders_);
            if (!factor.agreed || levels.empty() || std::find(levels.begin(), levels.end(), *factor.agreed) != levels.end())
                return std::nullopt;
            std::string given;
            for (const LevelIndex one : levels) given += (given.empty() ? "" : ", ") + level(f, one);
            return base::worded("agreed {}, given {}", level(f, *factor.agreed), given);
        });
        if (n == 0 && all_compared()) return {true, base::worded("each agreed level was somebody's own")};
        if (n == 0) return {true, base::worded("no agreed level is one that nobody gave, where both are recorded")};
        return {false, base::worded("on {} the agreed level is one that no panellist gave: {}", of_all(n), list)};
    }

    /// Whether each factor has an agreed level and individual ones.
    [[nodiscard]] bool all_compared() const {
        const auto factors = case_.panel->factors();
        return std::all_of(factors.begin(), factors.end(), [&](const model::PanelFactor& factor) {
            return factor.agreed && !levels_given(factor, deciders_).empty();
        });
    }

    [[nodiscard]] Answer rationale() const {
        return recorded("a reason", "reason", [](const model::PanelFactor& factor) { return !factor.rationale.empty(); });
    }

    [[nodiscard]] Answer evidence() const {
        return recorded("evidence", "evidence", [](const model::PanelFactor& factor) { return factor.has_evidence(); });
    }

    /// Whether each factor `has` something, which is called `some`, and `no ...` where it is not there.
    template <class Has>
    [[nodiscard]] Answer recorded(std::string_view some, std::string_view no, Has has) const {
        const auto [n, list] =
            factors_with([&](std::size_t, const model::PanelFactor& factor) { return has(factor) ? std::nullopt : Amiss{""}; });
        if (n == 0) return {true, base::worded("{} is recorded for every factor", some)};
        return {false, base::worded("no {} is recorded for {}: {}", no, of_all(n), list)};
    }

    [[nodiscard]] Answer decision(const ProcessRule& rule) const {
        const model::Decision how = rule.decision.value_or(model::Decision::consensus);
        if (case_.panel->decision() && *case_.panel->decision() != how) {
            return {false, base::worded("the record says the panel decided by {}; the scheme asks for a decision by {}",
                                        by(*case_.panel->decision()), by(how))};
        }
        const auto [n, list] =
            factors_with([&](std::size_t f, const model::PanelFactor& factor) { return undecided(how, f, factor); });
        if (n == 0) return {true, base::worded("nothing in the record is against a decision by {}", by(how))};
        return {false, base::worded("{} {} not decided by {}: {}", of_all(n),
                                    n == 1 ? base::worded("was") : base::worded("were"), by(how), list)};
    }

    /// Why the agreed level of a factor does not follow from the rule; nothing when it may.
    [[nodiscard]] Amiss undecided(model::Decision how, std::size_t f, const model::PanelFactor& factor) const {
        if (!factor.agreed) return base::worded("no level is agreed");
        if (how == model::Decision::consensus) {
            People against;
            for (const model::Dissent& dissent : factor.dissent) against.push_back(dissent.panellist);
            if (against.empty()) return std::nullopt;
            return against.size() == 1 ? base::worded("{} dissents", names_.list(against))
                                       : base::worded("{} dissent", names_.list(against));
        }
        if (how == model::Decision::chair) return against_chair(f, factor);
        const auto range = level_by(how == model::Decision::majority ? LevelRule::majority : LevelRule::median,
                                    levels_given(factor, deciders_));
        if (!range) return base::worded("no individual levels");
        const bool open = range->lowest != range->highest;
        if (how == model::Decision::majority && open) return base::worded("no level has more than half");
        if (*factor.agreed >= range->lowest && *factor.agreed <= range->highest) return std::nullopt;
        const std::string ends =
            open ? base::worded("{} to {}", level(f, range->lowest), level(f, range->highest)) : level(f, range->lowest);
        return base::worded("agreed {}, {} {}", level(f, *factor.agreed), base::translated(to_text(how)), ends);
    }

    [[nodiscard]] Amiss against_chair(std::size_t f, const model::PanelFactor& factor) const {
        for (const PanellistIndex i : deciders_) {
            if ((*case_.panel)[i].role != model::Role::chair) continue;
            const auto& own = factor.individual[i.value()];
            if (!own) return base::worded("no level of the chair");
            if (*own == *factor.agreed) return std::nullopt;
            return base::worded("agreed {}, chair {}", level(f, *factor.agreed), level(f, *own));
        }
        return base::worded("nobody chairs");
    }

    const PanelCase& case_;
    const Names& names_;
    People deciders_;
};

}  // namespace

std::string_view to_text(Verdict verdict) {
    constexpr base::Words<Verdict, 3> words{{{"pass", Verdict::pass}, {"warn", Verdict::warn}, {"fail", Verdict::fail}}};
    return base::word_for(words, verdict);
}

Finding finding_of(const ProcessRule& rule, Answer answer) {
    const Verdict breach = rule.is_error ? Verdict::fail : Verdict::warn;
    return {rule.id.text(), answer.kept ? Verdict::pass : breach, std::move(answer.message), rule.summary, rule.source};
}

std::vector<Finding> check_panel(const PanelCase& panel_case, const Names& names) {
    const PanelCheck check{panel_case, names};
    std::vector<Finding> findings;
    for (const ProcessRule& rule : panel_case.scheme->panel_rules()) findings.push_back(finding_of(rule, check.check(rule)));
    return findings;
}

}  // namespace je::panel
