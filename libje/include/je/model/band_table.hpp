// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "je/base/date.hpp"
#include "je/base/diagnostic.hpp"
#include "je/model/deciding.hpp"
#include "je/model/deciding_draft.hpp"
#include "je/model/ids.hpp"

namespace je::model {

/// How far the figures of a file can be relied on.
enum class Status { published, local, unverified, illustrative };
[[nodiscard]] std::string_view to_text(Status status);
/// The line that every report made with such figures carries; empty for published and local ones.
[[nodiscard]] std::string_view caution(Status status);

/// What a file says of one dated band table, before it is checked.
struct BandTableDraft {
    struct Band {
        base::Located<std::string> id;
        std::string name;
        std::optional<base::Located<base::Decimal>> floor;  // none where rules give the bands
        std::optional<base::Located<base::Decimal>> max;
        std::string note;
        std::optional<base::Located<std::string>> short_name{};
    };
    struct Unbanded {
        base::Located<base::Decimal> from;
        base::Located<base::Decimal> to;
        std::string reason;
    };
    std::optional<base::Located<base::Date>> from;
    std::optional<base::Located<base::Date>> until;
    std::optional<base::Located<std::string>> source;
    bool open_ended = false;
    bool overlaps = false;
    std::vector<Unbanded> unbanded;
    std::vector<Band> bands;
    std::optional<base::Located<bool>> first_match{};
    std::optional<std::vector<DecidingRuleDraft>> decide{};  // in place of floors
    base::SourcePosition at;
};

struct Band {
    BandId id;
    std::string name;  // empty when the band has none beside its id
    Points floor{};
    std::optional<Points> max{};  // stated largest total, if any
    std::string note;
    base::SourcePosition at;
    std::string short_name{};  // for tables without room for the name; empty: none is stated
};

/// Totals that a table declares to be in no band, both ends included.
struct Unbanded {
    Points from{};
    Points to{};
    std::string reason;
    base::SourcePosition at;
};

/// Neighbouring bands of a table, by number: those from `first` up to and without `end`.
struct BandRange {
    std::size_t first = 0;
    std::size_t end = 0;

    [[nodiscard]] bool empty() const { return first >= end; }
    [[nodiscard]] std::size_t size() const { return empty() ? 0 : end - first; }
    [[nodiscard]] BandIndex lowest() const { return BandIndex{first}; }
    [[nodiscard]] BandIndex highest() const { return BandIndex{end - 1}; }
    [[nodiscard]] bool contains(BandIndex band) const { return first <= band.value() && band.value() < end; }

    friend bool operator==(const BandRange& a, const BandRange& b) {
        return (a.empty() && b.empty()) || (a.first == b.first && a.end == b.end);
    }
};

/// Bands in force over a span of dates; floors rise.
///
/// A band holds every total t with floor <= t < next floor (and t <= max where one is stated). Of a table that overlaps each
/// states its `max`, these rise as well, and it holds every total with floor <= t <= max: so a total may be in several, all of
/// them neighbours. Comparisons are exact. Where rules give the bands (`deciding`) there are no floors, and no total is in any.
class BandTable {
public:
    /// Checks a draft: at least one band, unique ids, rising floors, max not below its floor nor at or above the next floor
    /// (of a table that overlaps: a max for each, and rising), dates in order. Of a scheme without points no floor is looked
    /// at; with points a band without one is a logic error. Reports everything wrong; nothing is returned when there was an
    /// error.
    [[nodiscard]] static std::optional<BandTable> make(const BandTableDraft& draft, base::Diagnostics& diagnostics,
                                                       Method method = Method::points);

    [[nodiscard]] std::span<const Band> bands() const { return bands_; }
    [[nodiscard]] const Band& operator[](BandIndex i) const { return bands_[i.value()]; }
    [[nodiscard]] std::optional<BandIndex> find(std::string_view id) const;

    /// The band that holds `total`, the highest where several do; nothing below the first floor, in a hole, or above the last
    /// band's max.
    [[nodiscard]] BandOrNone band_of(Points total) const;
    /// The bands that hold some total from `from` to `to`. Of a table without holes these lie between those of the two ends.
    [[nodiscard]] BandRange bands_of(Points from, Points to) const;
    [[nodiscard]] BandRange bands_of(Points total) const { return bands_of(total, total); }
    /// Whether the band ends below `total`: by its `max`, else where the next begins.
    [[nodiscard]] bool ends_below(BandIndex band, Points total) const;
    /// The first band whose floor is above `total`; none when there is none.
    [[nodiscard]] BandOrNone next_above(Points total) const;
    /// The band's id as the user wrote it.
    [[nodiscard]] std::optional<std::string> id_of(const BandOrNone& band) const;
    /// The declared hole that holds `total`.
    [[nodiscard]] const Unbanded* declared_hole(Points total) const;

    /// How rules give the bands, in a scheme without points; null where floors do.
    [[nodiscard]] const Deciding* deciding() const { return deciding_ ? &*deciding_ : nullptr; }
    /// Makes it a table without floors.
    void decide_by(Deciding deciding) { deciding_ = std::move(deciding); }

    [[nodiscard]] bool open_ended() const { return open_ended_; }
    /// Whether a total may be in several bands, of which a recorded choice takes one.
    [[nodiscard]] bool overlaps() const { return overlaps_; }
    [[nodiscard]] std::span<const Unbanded> unbanded() const { return unbanded_; }
    [[nodiscard]] const std::optional<base::Date>& from() const { return from_; }
    [[nodiscard]] const std::optional<base::Date>& until() const { return until_; }
    [[nodiscard]] const std::string& source() const { return source_; }
    [[nodiscard]] const base::SourcePosition& at() const { return at_; }

private:
    BandTable() = default;
    std::optional<Deciding> deciding_;
    std::vector<Band> bands_;
    std::vector<Unbanded> unbanded_;
    std::optional<base::Date> from_;
    std::optional<base::Date> until_;
    std::string source_;
    bool open_ended_ = false;
    bool overlaps_ = false;
    base::SourcePosition at_;
};

/// Which way a job goes between two outcomes: by its band, never by its points. Where it is in no band on either side there is
/// no higher and lower, and that is said instead.
enum class BandMove { up, down, same, out_of_bands, into_a_band, in_no_band };
/// "up", "down", "same", "out-of-bands", "into-a-band", "in-no-band" (both times).
[[nodiscard]] std::string_view to_text(BandMove move);
[[nodiscard]] BandMove band_move(const BandOrNone& from, const BandOrNone& to);

/// How many jobs go which way.
struct BandMoves {
    std::size_t up = 0;
    std::size_t down = 0;
    std::size_t same = 0;
    std::size_t out_of_bands = 0;
    std::size_t into_a_band = 0;
    std::size_t in_no_band = 0;  // both times

    void count(BandMove move, std::size_t jobs = 1);
    /// How many do not stay where they are.
    [[nodiscard]] std::size_t moved() const { return up + down + out_of_bands + into_a_band; }
    [[nodiscard]] std::size_t all() const { return moved() + same + in_no_band; }
    /// Calls `say` with the name and the number of each kind without a band on one side or both, where there are such jobs.
    template <class Say>
    void without_band(const Say& say) const {
        if (out_of_bands > 0) say("out_of_bands", out_of_bands);
        if (into_a_band > 0) say("into_a_band", into_a_band);
        if (in_no_band > 0) say("in_no_band", in_no_band);
    }
};

struct PayTableDraft {
    struct Row {
        base::Located<std::string> band;
        base::Located<base::Decimal> min;
        base::Located<base::Decimal> max;
    };
    std::optional<base::Located<base::Date>> from;
    base::Located<std::string> currency;
    std::string period;
    std::optional<base::Located<std::string>> status;
    std::optional<base::Located<std::string>> source;
    std::string note;
    std::vector<Row> rows;
    base::SourcePosition at;
};

struct PayRange {
    BandId band;
    Money min{};
    Money max{};
    base::SourcePosition at;
};

/// Pay ranges in force from a date. Ranges of neighbouring bands may overlap.
class PayTable {
public:
    /// Checks a draft: unique bands, min not above max. Bands are not looked up here: a pay table may serve several band
    /// tables.
    [[nodiscard]] static std::optional<PayTable> make(const PayTableDraft& draft, base::Diagnostics& diagnostics);

    [[nodiscard]] std::span<const PayRange> ranges() const { return ranges_; }
    [[nodiscard]] const PayRange* range_of(const BandId& band) const;
    [[nodiscard]] const std::optional<base::Date>& from() const { return from_; }
    [[nodiscard]] const std::string& currency() const { return currency_; }
    [[nodiscard]] const std::string& period() const { return period_; }
    [[nodiscard]] const std::optional<Status>& status() const { return status_; }
    [[nodiscard]] const std::string& note() const { return note_; }

private:
    PayTable() = default;
    std::vector<PayRange> ranges_;
    std::optional<base::Date> from_;
    std::string currency_, period_, note_;
    std::optional<Status> status_;
};

/// The table in force on `as_of`, or the one with the latest `from` when no date is given. Null when none is in force.
[[nodiscard]] const BandTable* in_force(std::span<const BandTable> tables, const std::optional<base::Date>& as_of);
[[nodiscard]] const PayTable* in_force(std::span<const PayTable> tables, const std::optional<base::Date>& as_of);

}  // namespace je::model
