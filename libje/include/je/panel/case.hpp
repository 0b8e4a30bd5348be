// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "je/model/panel.hpp"

namespace je::panel {

/// One panel's record with what it is held against. Everything pointed to outlives the case.
struct PanelCase {
    const model::Scheme* scheme = nullptr;    // not null
    const model::BandTable* bands = nullptr;  // null: no bands
    const model::Panel* panel = nullptr;      // not null
    const model::Job* job = nullptr;          // the questionnaire the panel scored; null when it is not at hand
};

/// Those who decide, in the order of the record: the chair and the members.
[[nodiscard]] std::vector<model::PanellistIndex> deciders(const model::Panel& panel);

/// The numbers that stand for people: one to a person, in the order in which people are first asked for. The same id means the
/// same person, in whatever record it stands.
class Pseudonyms {
public:
    /// 1 for the first person asked for.
    [[nodiscard]] std::size_t number_of(const model::PanellistId& person);

private:
    std::map<std::string, std::size_t, std::less<>> numbers_;
};

/// What reports call each panellist, in the order of the record: the id, or a pseudonym that tells the side and no more
/// ("panellist 2 (union)"), the same throughout all that one Pseudonyms serves.
class Names {
public:
    [[nodiscard]] static Names as_recorded(const model::Panel& panel);
    [[nodiscard]] static Names pseudonyms(const model::Panel& panel, Pseudonyms& numbers);

    /// Whether people are named by pseudonym; what tells who they are, such as a post, is then left out too.
    [[nodiscard]] bool are_pseudonyms() const { return pseudonyms_; }
    [[nodiscard]] const std::string& operator[](model::PanellistIndex i) const { return names_[i.value()]; }
    /// "m1, u1 and u2"; "nobody" for none.
    [[nodiscard]] std::string list(const std::vector<model::PanellistIndex>& people) const;

private:
    std::vector<std::string> names_;
    bool pseudonyms_ = false;
};

enum class Verdict { pass, warn, fail };
[[nodiscard]] std::string_view to_text(Verdict verdict);

/// What came of one rule, with the people and numbers it rests on.
struct Finding {
    std::string rule;  // id
    Verdict verdict = Verdict::pass;
    std::string message;
    std::string summary;  // of the rule, as the scheme words it
    std::string source;   // id of the scheme's source
};

/// A verdict yet without its rule: whether the rule is kept, and what to say.
struct Answer {
    bool kept = true;
    std::string message;
};
/// What a rule comes to: a breach counts as the scheme weighs it.
[[nodiscard]] Finding finding_of(const model::ProcessRule& rule, Answer answer);

/// Each rule of the scheme's `panel` list held against the record, in the scheme's order. Nothing is supplied that the scheme
/// does not state.
[[nodiscard]] std::vector<Finding> check_panel(const PanelCase& panel_case, const Names& names);

}  // namespace je::panel
