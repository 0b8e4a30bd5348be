// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "base/wording.hpp"
#include "report/appeal/appeal_document.hpp"
#include "report/explain/explain_document.hpp"
#include "report/panel/panel_words.hpp"

namespace je::report {

namespace {

class WhatItTakes {
public:
    WhatItTakes(Document& document, const AppealResult& result) : document_{document}, result_{result} {}

    void add() {
        if (std::any_of(result_.grounds.begin(), result_.grounds.end(),
                        [](const GroundView& ground) { return ground.claim.has_value(); })) {
            paragraph(say("With every level claimed in place of the original panel's: {}.",
                          points_and_band(result_.if_claims_met, result_.scheme.has_points())));
        }
        const PanelResult& latest = result_.repanel ? *result_.repanel : result_.original;
        paragraph(say("What follows starts from the levels of the {}: {}.", result_.repanel ? "re-panel" : "original panel",
                      points_and_band(latest.outcome)));
        if (result_.reached) {
            paragraph(say("The latest outcome is in band {}, the band claimed, or above it.", Band{result_.target_band}));
        } else if (result_.target_held) {
            paragraph(say("Band {} holds the total as it is: to be in it takes a recorded choice, not another level.",
                          Band{result_.target_band}));
        } else if (!result_.target_band) {
            paragraph("No band is claimed, and there is no higher one.");
        } else {
            add_sets(say("Smallest level changes that reach band {} or a higher one, among the factors appealed",
                         Band{result_.target_band}),
                     result_.among_appealed);
            add_sets(
                say("Smallest level changes that reach band {} or a higher one, among all factors", Band{result_.target_band}),
                result_.among_all);
        }
        add_risk();
        paragraph(say(
            "Each set is the least that does it: taking any one change back by a level no longer does. At most {}; exact. {}",
            counted(result_.max_factors, "factor", "factors"), lowering_text(result_.lowering)));
    }

private:
    void paragraph(Text text) { document_.add(Paragraph{std::move(text)}); }

    void add_risk() {
        if (!result_.present_band) {
            if (result_.down.found > 0)
                add_sets("The outcome is in no band; smallest level changes that lead down into one", result_.down);
            return;
        }
        add_sets("The downside: smallest level changes that would lose the present band", result_.down,
                 result_.lowest_band ? Text{"there is no lower band"} : none());
        if (result_.up_and_out.found > 0)
            add_sets("The risk upwards: smallest level changes that would lose the present band on the way up",
                     result_.up_and_out);
    }

    [[nodiscard]] Text none() const {
        return say("there are none of at most {}", counted(result_.max_factors, "factor", "factors"));
    }
    void add_sets(Text caption, const ChangeSetsView& sets) { add_sets(std::move(caption), sets, none()); }

    void add_sets(Text caption, const ChangeSetsView& sets, const Text& none) {
        if (sets.found == 0) {
            paragraph(say("{}: {}.", caption, none));
            return;
        }
        paragraph(say("{}. {}", caption, shown_text(sets)));
        Table table{.columns = {{"steps", "Steps", Role::count},
                                {"one_step", "One step each", Role::flag},
                                {"points", "Points", Role::points},
                                {"band", "Band", Role::band},
                                {"changes", "Changes"}}};
        for (const ChangeSetView& set : sets.best) {
            std::vector<Text> changes;
            for (const ChangeView& one : set.changes)
                changes.push_back(
                    !result_.scheme.has_points()
                        ? say("{} {} to {}{}", Name{one.name, one.short_name}, Level{one.from}, Level{one.to}, rows_text(one))
                        : say("{} {} to {} ({}{})", Name{one.name, one.short_name}, Level{one.from}, Level{one.to},
                              change(one.points), via_text(one.via) + rows_text(one)));
            table.rows.push_back({set.steps, one_step_cell(set), change(set.points), Band{set.to_band}, listed(changes)});
        }
        document_.add(std::move(table));
    }

    Document& document_;
    const AppealResult& result_;
};

}  // namespace

namespace {

/// "level 2ab, as claimed".
std::string outcome_in_words(const GroundView& ground) {
    const std::string level = ground.level ? *ground.level + ground.level_letters : base::worded("none");
    switch (ground.outcome.value()) {
        case GroundOutcome::waits:
            return base::worded("now level {}; waits for the re-panel", level);
        case GroundOutcome::no_level:
            return base::worded("the re-panel recorded no level");
        case GroundOutcome::stays:
            return base::worded("stays at level {}", ground.level.value());
        case GroundOutcome::as_claimed:
            return base::worded("level {}, as claimed", level);
        case GroundOutcome::another_level:
            return base::worded("level {}, another level than claimed", level);
        case GroundOutcome::moved:
            return base::worded("level {}", level);
    }
    throw std::logic_error{"an outcome that is none"};
}

/// "a, b"
std::string with_commas(std::string_view letters) { return fmt::format("{}", fmt::join(letters, ", ")); }

}  // namespace

std::optional<std::string> result_in_words(const GroundView& ground) {
    if (!ground.outcome) return std::nullopt;
    std::string words = outcome_in_words(ground);
    if (!ground.letters_granted.empty())
        words += base::worded("; of the options claimed it agreed: {}", with_commas(ground.letters_granted));
    if (!ground.letters_not_granted.empty())
        words += base::worded("; of the options claimed it did not agree: {}", with_commas(ground.letters_not_granted));
    return words;
}

void add_what_it_takes(Document& document, const AppealResult& result) { WhatItTakes{document, result}.add(); }

}  // namespace je::report
