// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/appeal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "je/base/text.hpp"
#include "model/job/placeholders.hpp"
#include "model/job/stated_levels.hpp"
#include "model/panel/record_documents.hpp"
#include "model/scheme/words.hpp"

namespace je::model {

namespace {

void note_weekend(const HolidaysDraft::Entry& entry, base::Diagnostics& diagnostics) {
    const bool saturday = entry.date.value.weekday() == base::Weekday::saturday;
    diagnostics.note({"JE-H04", entry.date.at,
                      fmt::format("{} is a {}, so it takes no working day away", entry.date.value.to_string(),
                                  saturday ? "Saturday" : "Sunday"),
                      "a day from Monday to Friday, where the list is of days off work",
                      "look whether a substitute day is meant; otherwise it may stay as it is"});
}

void check_days(const HolidaysDraft& draft, base::Diagnostics& diagnostics) {
    std::map<base::Date, base::SourcePosition> seen;
    std::optional<base::Date> latest;
    for (const auto& entry : draft.holidays) {
        const auto [place, is_new] = seen.emplace(entry.date.value, entry.date.at);
        if (!is_new) {
            diagnostics.error(
                {"JE-H02", entry.date.at,
                 fmt::format("{} is already a holiday, at {}", entry.date.value.to_string(), place->second.file_and_line()),
                 "each day once", "correct the date of one of the two; where both say the same, one is enough"});
        } else if (latest && entry.date.value < *latest) {
            diagnostics.error({"JE-H03", entry.date.at,
                               fmt::format("{} stands after {}", entry.date.value.to_string(), latest->to_string()),
                               "holidays in order, earliest first", "move it up, or correct its date"});
        } else {
            latest = entry.date.value;
        }
        if (is_new && entry.date.value.weekday() >= base::Weekday::saturday) note_weekend(entry, diagnostics);
    }
}

}  // namespace

std::optional<Holidays> Holidays::make(const HolidaysDraft& draft, base::Diagnostics& diagnostics) {
    const auto errors_before = diagnostics.errors();
    if (draft.holidays.empty()) {
        diagnostics.error({"JE-H01", draft.id.at, fmt::format("'{}' lists no holidays", draft.id.value),
                           "at least one entry under 'holidays'",
                           "add the holidays: '- {date: 2026-12-25, name: Christmas Day}'"});
    }
    check_days(draft, diagnostics);
    if (diagnostics.errors() > errors_before) return std::nullopt;
    Holidays made;
    made.id_ = draft.id.value;
    made.title_ = draft.title;
    made.source_ = draft.source;
    made.url_ = draft.url;
    std::vector<base::Date> days;
    for (const auto& entry : draft.holidays) {
        made.holidays_.push_back({entry.date.value, entry.name});
        days.push_back(entry.date.value);
    }
    made.working_days_ = base::WorkingDays{std::move(days)};
    return made;
}

const Event* Appeal::find_event(std::string_view kind) const {
    const auto found = std::find_if(events_.begin(), events_.end(), [&](const Event& event) { return event.kind == kind; });
    return found == events_.end() ? nullptr : &*found;
}

const Ground* Appeal::ground_on(FactorIndex factor) const {
    const Ground* found = nullptr;
    for (const Ground& ground : grounds_) {
        if (ground.factor == factor && (found == nullptr || (!found->claim && ground.claim))) found = &ground;
    }
    return found;
}

/// Turns a draft into an appeal, mistake by mistake.
class AppealMaker {
public:
    AppealMaker(const AppealDraft& draft, const Scheme& scheme, base::Diagnostics& diagnostics, const Appeal::Cited& cited)
        : draft_{draft},
          scheme_{scheme},
          diagnostics_{diagnostics},
          called_{fmt::format("appeal '{}'", draft.id.value)},
          bands_{cited.bands},
          errors_before_{diagnostics.errors()},
          documents_{draft.documents, cited.original ? cited.job : nullptr, "JE-A12", "JE-A08", diagnostics} {
        if (cited.original) documents_.also(cited.original->documents());
        if (cited.repanel) documents_.also(cited.repanel->documents());
    }

    [[nodiscard]] std::optional<Appeal> make() {
        make_head();
        for (const auto& event : draft_.events) add_event(event);
        if (draft_.grounds.empty()) {
            diagnostics_.error({"JE-A04", draft_.id.at, fmt::format("{} states no ground", called_), "at least one ground",
                                "say under 'grounds' what is wrong with the outcome"});
        }
        for (const auto& ground : draft_.grounds) add_ground(ground);
        report_placeholders();
        for (const auto& date : draft_.effective_dates) add_date(date);
        if (draft_.flawed || diagnostics_.errors() > errors_before_) return std::nullopt;
        return std::move(appeal_);
    }

private:
    /// A ground that says nothing yet, beside one that does.
    void report_placeholders() {
        const auto is_empty = [](const AppealDraft::Ground& ground) { return ground.argument == placeholder::text; };
        const auto empty = std::find_if(draft_.grounds.begin(), draft_.grounds.end(), is_empty);
        const bool begun = draft_.grounds.size() > 1 || draft_.repanel || draft_.decision ||
                           (empty != draft_.grounds.end() && (empty->factor || empty->claim || !empty->evidence.empty()));
        if (empty == draft_.grounds.end() || !begun) return;
        warn_of_placeholders("JE-A24", empty->at, called_, {fmt::format("the argument '{}'", placeholder::text)}, diagnostics_);
    }

    void make_head() {
        appeal_.id_ = AppealId{draft_.id.value};
        appeal_.job_ = JobId{draft_.job.value};
        appeal_.original_ = PanelId{draft_.original.value};
        appeal_.claims_band_ = draft_.claims_band ? draft_.claims_band->value : "";
        appeal_.documents_ = draft_.documents;
        appeal_.notes_ = filled_in(draft_.notes);
        appeal_.at_ = draft_.at;
        if (const auto kind =
                resolve_word(words::appeal_kinds, draft_.kind, "JE-A01", called_, "the kinds of appeal", diagnostics_))
            appeal_.kind_ = *kind;
        if (const auto party =
                resolve_word(words::parties, draft_.brought_by, "JE-A01", called_, "the parties to an appeal", diagnostics_))
            appeal_.brought_by_ = *party;
        if (draft_.claims_band && bands_ != nullptr) check_claim(*draft_.claims_band);
        if (draft_.repanel) take_repanel(*draft_.repanel);
        if (draft_.decision && draft_.decision->date.value) {
            const auto& decision = *draft_.decision;
            appeal_.decision_ = AppealDecision{*decision.date.value, decision.reason,
                                               decision.effective_date ? decision.effective_date->value : std::nullopt};
        }
    }

    /// Bands are claimed by id, as everywhere: one band's name may be another band's id.
    void check_claim(const Text& claim) {
        if (bands_->find(claim.value)) return;
        std::vector<std::string> ids;
        for (const Band& band : bands_->bands()) ids.push_back(band.id.text());
        const auto meant = band_named(claim.value);
        diagnostics_.error(
            {"JE-A13", claim.at, fmt::format("{} claims band '{}', which the band table does not have", called_, claim.value),
             "the id of a band: " + base::quoted_list(ids, "or"),
             meant ? fmt::format("if the band named '{}' is meant, write its id: claims_band: {}", meant->first, meant->second)
                   : "name one of these bands, or leave 'claims_band' out if the appeal claims none"});
    }

    /// Name and id of the one band that has this name, or one that differs by a slip.
    [[nodiscard]] std::optional<std::pair<std::string, std::string>> band_named(const std::string& word) const {
        std::vector<std::string> names;
        for (const Band& band : bands_->bands()) names.push_back(band.name.empty() ? "Band " + band.id.text() : band.name);
        const auto found = base::nearest(word, names);
        if (!found || std::count(names.begin(), names.end(), *found) != 1) return std::nullopt;
        const auto at = std::find(names.begin(), names.end(), *found) - names.begin();
        return std::pair{*found, bands_->bands()[static_cast<std::size_t>(at)].id.text()};
    }

    void take_repanel(const Text& repanel) {
        appeal_.repanel_ = PanelId{repanel.value};
        if (repanel.value != draft_.original.value) return;
        diagnostics_.error({"JE-A02", repanel.at,
                            fmt::format("{} names panel '{}' both as the original and as the re-panel", called_, repanel.value),
                            "two panels", "name the panel that looked again, or leave 'repanel' out until it has sat"});
    }

    void add_event(const AppealDraft::Event& draft) {
        if (!draft.date.value) return;
        if (!appeal_.events_.empty() && *draft.date.value < appeal_.events_.back().date) {
            diagnostics_.error({"JE-A03", draft.date.at,
                                fmt::format("event '{}' of {} stands after one of {}", draft.kind.value,
                                            draft.date.value->to_string(), appeal_.events_.back().date.to_string()),
                                "events in the order of their dates", "move the event up, or correct its date"});
        }
        appeal_.events_.push_back({draft.kind.value, *draft.date.value, draft.note, draft.kind.at});
    }

    void add_ground(const AppealDraft::Ground& draft) {
        Ground ground;
        ground.argument = draft.argument;
        ground.evidence = draft.evidence;
        ground.at = draft.at;
        if (const auto kind =
                resolve_word(words::ground_kinds, draft.kind, "JE-A01", called_, "the kinds of ground", diagnostics_))
            ground.kind = *kind;
        if (draft.factor) take_factor(draft, ground);
        documents_.check(draft.evidence, draft.factor ? fmt::format("the ground on '{}'", draft.factor->value)
                                                      : fmt::format("the ground '{}'", draft.kind.value));
        if (draft.claim && !draft.factor) {
            diagnostics_.error({"JE-A05", draft.claim->at,
                                fmt::format("a ground claims level '{}' of no factor", draft.claim->value),
                                "the factor beside the level claimed", "add 'factor: ...', or leave 'claim' out"});
        }
        appeal_.grounds_.push_back(std::move(ground));
    }

    void take_factor(const AppealDraft::Ground& draft, Ground& ground) {
        ground.factor = stated_factor(scheme_, *draft.factor, "JE-A06", diagnostics_);
        if (!ground.factor) return;
        const Factor& factor = scheme_[*ground.factor];
        if (draft.claim) {
            if (const auto claim = stated_level(factor, *draft.claim, "JE-A06", diagnostics_)) {
                ground.claim = claim->level;
                ground.claim_options = claim->options;
            }
        }
        const Ground* other = appeal_.ground_on(*ground.factor);
        if (other == nullptr || !other->claim || !ground.claim || other->claim == ground.claim) return;
        diagnostics_.error({"JE-A07", draft.claim->at,
                            fmt::format("two grounds claim different levels of factor '{}': '{}' and '{}'", draft.factor->value,
                                        factor[*other->claim].id.text(), draft.claim->value),
                            "one level claimed for a factor, on as many grounds as there are",
                            "claim the level that the appeal asks for; a ground that only supports it needs no 'claim'"});
    }

    void add_date(const AppealDraft::EffectiveDate& draft) {
        if (!draft.date.value) return;
        appeal_.effective_dates_.push_back({*draft.date.value, draft.argued_by.value, draft.reason, draft.date.at});
    }

    const AppealDraft& draft_;
    const Scheme& scheme_;
    base::Diagnostics& diagnostics_;
    std::string called_;
    const BandTable* bands_;
    std::size_t errors_before_;  // documents are looked at before all else
    RecordDocuments documents_;
    Appeal appeal_;
};

std::optional<Appeal> Appeal::make(const AppealDraft& draft, const Scheme& scheme, base::Diagnostics& diagnostics,
                                   const Cited& cited) {
    return AppealMaker{draft, scheme, diagnostics, cited}.make();
}

}  // namespace je::model
