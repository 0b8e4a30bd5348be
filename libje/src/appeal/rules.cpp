// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "base/wording.hpp"
#include "je/appeal/case.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace je::appeal {

namespace {

using model::BandMove;
using model::ProcessCheck;
using model::ProcessRule;
using panel::Answer;
using panel::Finding;

bool needs_repanel(ProcessCheck check) {
    return check == ProcessCheck::members_differ || check == ProcessCheck::change_cites ||
           check == ProcessCheck::unappealed_change_reasoned || check == ProcessCheck::may_lower;
}

template <class Words>
std::string list_of(const Words& words) {
    std::string text;
    for (const auto word : words) text.append(text.empty() ? "" : ", ").append(base::translated(to_text(word)));
    return text;
}

template <class T>
bool contains(const std::vector<T>& values, T value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

class AppealCheck {
public:
    AppealCheck(const AppealCase& appeal_case, const panel::Names& repanel_names)
        : case_{appeal_case}, names_{repanel_names}, changes_{changes(appeal_case)} {}

    [[nodiscard]] Answer check(const ProcessRule& rule) const {
        switch (rule.check) {
            case ProcessCheck::members_differ:
                return members_differ(rule);
            case ProcessCheck::change_cites:
                return change_cites();
            case ProcessCheck::unappealed_change_reasoned:
                return unappealed_change();
            case ProcessCheck::may_lower:
                return may_lower(rule);
            case ProcessCheck::may_appeal:
                return may_appeal(rule);
            case ProcessCheck::grounds:
                return grounds(rule);
            case ProcessCheck::grounds_supported:
                return grounds_supported();
            case ProcessCheck::stages:
                return stages(rule);
            default:
                return {true, base::worded("is about panels")};
        }
    }

private:
    [[nodiscard]] Answer members_differ(const ProcessRule& rule) const {
        const auto now = panel::deciders(*case_.repanel);
        std::vector<model::PanellistIndex> again;
        for (const auto person : now) {
            for (const auto before : panel::deciders(*case_.original)) {
                if ((*case_.repanel)[person].id == (*case_.original)[before].id) again.push_back(person);
            }
        }
        const std::size_t fresh = now.size() - again.size();
        const bool all = rule.differ == model::Differ::all;
        const bool kept = all ? again.empty() : 2 * fresh > now.size();
        return {kept, base::worded("{} of {} sat on the original panel too{}; the rule allows {}", again.size(), now.size(),
                                   again.empty() ? "" : fmt::format(" ({})", names_.list(again)),
                                   all ? base::worded("none") : base::worded("fewer than half"))};
    }

    [[nodiscard]] std::string changed(const Change& change) const {
        const model::Factor& factor = (*case_.scheme)[change.factor];
        const auto text = [&](const std::optional<model::LevelIndex>& level) {
            return level ? factor[*level].id.text() : std::string{"none"};
        };
        return base::worded("{} ({} to {})", factor.name, text(change.from), text(change.to));
    }

    /// Changes that `lack` something, in words.
    template <class Lack>
    [[nodiscard]] std::pair<std::size_t, std::string> changes_that(Lack lack) const {
        std::size_t n = 0;
        std::string list;
        for (const Change& change : changes_) {
            if (!lack(change, (*case_.repanel)[change.factor])) continue;
            ++n;
            list.append(list.empty() ? "" : ", ").append(changed(change));
        }
        return {n, list};
    }

    [[nodiscard]] Answer change_cites() const {
        const auto [n, list] = changes_that([](const Change&, const model::PanelFactor& factor) {
            return factor.evidence.empty() && factor.rationale.empty();
        });
        if (changes_.empty()) return {true, base::worded("no level was changed")};
        if (n == 0 && changes_.size() == 1) return {true, base::worded("the one level changed rests on evidence or a reason")};
        if (n == 0) return {true, base::worded("each of the {} levels changed rests on evidence or a reason", changes_.size())};
        return {false, base::worded("changed without evidence or a reason: {}", list)};
    }

    [[nodiscard]] Answer unappealed_change() const {
        const auto [n, list] = changes_that([](const Change& change, const model::PanelFactor& factor) {
            return change.ground == nullptr && factor.rationale.empty();
        });
        const bool any =
            std::any_of(changes_.begin(), changes_.end(), [](const Change& change) { return change.ground == nullptr; });
        if (!any) return {true, base::worded("no level was changed on a factor that was not appealed")};
        if (n == 0) return {true, base::worded("each level changed on a factor that was not appealed has a reason")};
        return {false, base::worded("changed on a factor that was not appealed, without a reason: {}", list)};
    }

    [[nodiscard]] Answer may_lower(const ProcessRule& rule) const {
        const std::string may =
            rule.allowed ? base::worded("an appeal may lower the result") : base::worded("an appeal may not lower the result");
        const auto points = points_moved(case_);
        if (!points) return {true, base::worded("{}; whether this one did cannot be told, as an agreed level is missing", may)};
        const auto moved = direction(case_);
        const bool by_band = moved == BandMove::up || moved == BandMove::down || moved == BandMove::same;
        const bool lowered = by_band ? moved == BandMove::down : *points < model::Points{};
        const std::string by_points = by_band ? "" : base::worded(", by points: there is no band on both sides to go by");
        return {rule.allowed || !lowered,
                base::worded("{}; this one {}{}", may, lowered ? base::worded("did") : base::worded("did not"), by_points)};
    }

    [[nodiscard]] Answer may_appeal(const ProcessRule& rule) const {
        const auto party = case_.appeal->brought_by();
        return {contains(rule.parties, party), base::worded("brought by {}; an appeal is open to {}",
                                                            base::translated(to_text(party)), list_of(rule.parties))};
    }

    [[nodiscard]] Answer grounds(const ProcessRule& rule) const {
        const auto given = case_.appeal->grounds();
        std::vector<model::GroundKind> not_accepted;  // each once
        for (const model::Ground& ground : given) {
            if (!is_accepted(rule, ground.kind) && !contains(not_accepted, ground.kind)) not_accepted.push_back(ground.kind);
        }
        if (not_accepted.empty() && given.size() == 1) return {true, base::worded("the one ground is of an accepted kind")};
        if (not_accepted.empty()) return {true, base::worded("each of the {} grounds is of an accepted kind", given.size())};
        return {false, base::worded("the scheme does not accept grounds of {}: {}",
                                    not_accepted.size() == 1 ? base::worded("this kind") : base::worded("these kinds"),
                                    list_of(not_accepted))};
    }

    [[nodiscard]] static bool is_accepted(const ProcessRule& rule, model::GroundKind kind) {
        return rule.accepted.empty() ? !contains(rule.not_accepted, kind) : contains(rule.accepted, kind);
    }

    /// Each ground says why or cites something; what it is about is told by its factor, else by its kind.
    [[nodiscard]] Answer grounds_supported() const {
        std::size_t n = 0;
        std::string list;
        for (const model::Ground& ground : case_.appeal->grounds()) {
            if (!ground.evidence.empty()) continue;
            ++n;
            list.append(list.empty() ? "" : ", ");
            list.append(ground.factor ? (*case_.scheme)[*ground.factor].name
                                      : std::string{base::translated(to_text(ground.kind))});
        }
        if (n == 0 && case_.appeal->grounds().size() == 1) return {true, base::worded("the one ground cites evidence")};
        if (n == 0) return {true, base::worded("each of the {} grounds cites evidence", case_.appeal->grounds().size())};
        return {false, base::worded("no evidence is cited for: {}", list)};
    }

    [[nodiscard]] Answer stages(const ProcessRule& rule) const {
        const bool kept = !rule.largest || case_.number <= *rule.largest;
        return {kept, base::worded("this is appeal number {} on the job; {}", case_.number,
                                   rule.largest ? base::worded("at most {} may be brought", *rule.largest)
                                                : base::worded("no largest number is set"))};
    }

    const AppealCase& case_;
    const panel::Names& names_;
    std::vector<Change> changes_;
};

}  // namespace

std::vector<Finding> check_appeal(const AppealCase& appeal_case, const panel::Names& repanel_names) {
    const AppealCheck check{appeal_case, repanel_names};
    std::vector<Finding> findings;
    for (const ProcessRule& rule : appeal_case.scheme->appeal_rules()) {
        if (rule.check == ProcessCheck::time_limit || (appeal_case.repanel == nullptr && needs_repanel(rule.check))) continue;
        findings.push_back(panel::finding_of(rule, check.check(rule)));
    }
    return findings;
}

std::vector<std::string> rules_waiting(const AppealCase& appeal_case) {
    std::vector<std::string> waiting;
    for (const ProcessRule& rule : appeal_case.scheme->appeal_rules()) {
        if (appeal_case.repanel == nullptr && needs_repanel(rule.check)) waiting.push_back(rule.id.text());
    }
    return waiting;
}

}  // namespace je::appeal
