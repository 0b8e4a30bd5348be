// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "je/base/date.hpp"
#include "je/base/diagnostic.hpp"
#include "je/model/ids.hpp"
#include "je/model/job.hpp"
#include "je/model/panel.hpp"
#include "je/model/process_rules.hpp"
#include "je/model/scheme.hpp"

namespace je::model {

/// What a `je-holidays/1` file says.
struct HolidaysDraft {
    struct Entry {
        base::Located<base::Date> date;
        std::string name;
    };
    base::Located<std::string> id{};
    std::string title{};
    std::string source{};
    std::string url{};
    std::vector<Entry> holidays{};
    base::SourcePosition at{};
};

/// A list of holidays: at least one, each day once, in order.
class Holidays {
public:
    struct Holiday {
        base::Date date;
        std::string name;
    };

    /// Nothing, and why in `diagnostics`, when the list is empty (JE-H01), names a day twice (JE-H02) or is out of order
    /// (JE-H03). A holiday on a Saturday or Sunday is noted (JE-H04): it takes no working day away.
    [[nodiscard]] static std::optional<Holidays> make(const HolidaysDraft& draft, base::Diagnostics& diagnostics);

    [[nodiscard]] const std::string& id() const { return id_; }
    [[nodiscard]] const std::string& title() const { return title_; }
    [[nodiscard]] const std::string& source() const { return source_; }
    [[nodiscard]] const std::string& url() const { return url_; }
    [[nodiscard]] const std::vector<Holiday>& holidays() const { return holidays_; }
    [[nodiscard]] const base::WorkingDays& working_days() const { return working_days_; }

private:
    Holidays() = default;

    std::string id_;
    std::string title_;
    std::string source_;
    std::string url_;
    std::vector<Holiday> holidays_;
    base::WorkingDays working_days_;
};

/// What a `je-appeal/1` file says, before it is held against its scheme.
struct AppealDraft {
    using Text = base::Located<std::string>;
    using Day = base::Located<std::optional<base::Date>>;
    struct Event {
        Text kind;
        Day date;
        std::string note;
    };
    struct Ground {
        Text kind;
        std::optional<Text> factor;
        std::optional<StatedText> claim;
        std::string argument;
        std::vector<Evidence> evidence;
        base::SourcePosition at;
    };
    struct EffectiveDate {
        Day date;
        Text argued_by;
        std::string reason;
    };
    struct Outcome {
        Day date;
        std::string reason;
        std::optional<Day> effective_date;
    };

    bool flawed = false;  // the file had mistakes that leave the rest readable: `make` looks for more, and gives nothing
    Text id;
    Text kind;
    Text brought_by;
    Text job;
    Text original;
    std::optional<Text> claims_band;
    std::vector<Document> documents;
    std::vector<Event> events;
    std::vector<Ground> grounds;
    std::optional<Text> repanel;
    std::vector<EffectiveDate> effective_dates;
    std::optional<Outcome> decision;
    std::string notes;
    base::SourcePosition at;
};

/// Something that happened on a day; `kind` is a word of the user's own, such as "result-sent", that time limits refer to.
struct Event {
    std::string kind;
    base::Date date;
    std::string note;
    base::SourcePosition at;
};

/// Why the outcome is appealed: what is said against it, and the level asked for where it is about a factor.
struct Ground {
    GroundKind kind = GroundKind::level;
    std::optional<FactorIndex> factor;
    std::optional<LevelIndex> claim;
    OptionSet claim_options{};
    std::string argument;
    std::vector<Evidence> evidence;
    base::SourcePosition at;
};

/// A day from which the outcome should count, as one of the two argues.
struct EffectiveDate {
    base::Date date;
    std::string argued_by;
    std::string reason;
    base::SourcePosition at;
};

struct AppealDecision {
    base::Date date;
    std::string reason;
    std::optional<base::Date> effective_date;
};

/// An appeal against the outcome of one panel: who brings it, when what happened, on which grounds, and the panel that looked
/// again.
class Appeal {
public:
    /// Records whose documents the grounds may cite beside the appeal's own. Null: not at hand.
    struct Cited {
        const Job* job = nullptr;
        const Panel* original = nullptr;
        const Panel* repanel = nullptr;
        const BandTable* bands = nullptr;  // the table used, which has the band claimed
    };

    /// Holds a draft against the scheme of the panel appealed: words, factors and levels of grounds, events in order of date,
    /// the two panels not the same; where the questionnaire and the original panel are at hand, also that each document cited
    /// is declared somewhere; and where the bands are, that the band claimed is one of them. Reports everything wrong; nothing
    /// is returned when there was an error.
    [[nodiscard]] static std::optional<Appeal> make(const AppealDraft& draft, const Scheme& scheme,
                                                    base::Diagnostics& diagnostics, const Cited& cited);
    [[nodiscard]] static std::optional<Appeal> make(const AppealDraft& draft, const Scheme& scheme,
                                                    base::Diagnostics& diagnostics) {
        return make(draft, scheme, diagnostics, {});
    }

    [[nodiscard]] const AppealId& id() const { return id_; }
    [[nodiscard]] AppealKind kind() const { return kind_; }
    [[nodiscard]] Party brought_by() const { return brought_by_; }
    [[nodiscard]] const JobId& job() const { return job_; }
    [[nodiscard]] const PanelId& original() const { return original_; }
    [[nodiscard]] const std::optional<PanelId>& repanel() const { return repanel_; }
    [[nodiscard]] const std::string& claims_band() const { return claims_band_; }  // empty: none is named
    [[nodiscard]] std::span<const Document> documents() const { return documents_; }
    [[nodiscard]] std::span<const Event> events() const { return events_; }
    /// The first event of a kind; null when there is none.
    [[nodiscard]] const Event* find_event(std::string_view kind) const;
    [[nodiscard]] std::span<const Ground> grounds() const { return grounds_; }
    /// The ground about a factor, of several the first that claims a level; null when it was not appealed. Grounds on one
    /// factor never claim different levels.
    [[nodiscard]] const Ground* ground_on(FactorIndex factor) const;
    [[nodiscard]] std::span<const EffectiveDate> effective_dates() const { return effective_dates_; }
    [[nodiscard]] const std::optional<AppealDecision>& decision() const { return decision_; }
    [[nodiscard]] const std::string& notes() const { return notes_; }
    [[nodiscard]] const base::SourcePosition& at() const { return at_; }

private:
    Appeal() = default;
    friend class AppealMaker;
    AppealId id_;
    AppealKind kind_ = AppealKind::individual;
    Party brought_by_ = Party::jobholders;
    JobId job_;
    PanelId original_;
    std::optional<PanelId> repanel_;
    std::string claims_band_, notes_;
    std::vector<Document> documents_;
    std::vector<Event> events_;
    std::vector<Ground> grounds_;
    std::vector<EffectiveDate> effective_dates_;
    std::optional<AppealDecision> decision_;
    base::SourcePosition at_;
};

}  // namespace je::model
