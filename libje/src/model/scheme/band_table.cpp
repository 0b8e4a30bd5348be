// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/band_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <stdexcept>
#include <string_view>

#include "base/words.hpp"
#include "model/scheme/names.hpp"
#include "model/scheme/short_names.hpp"

namespace je::model {

namespace {

using base::Decimal;
using base::Diagnostics;
using Number = base::Located<Decimal>;

std::string range_text(const Decimal& from, const Decimal& to) {
    return from == to ? from.to_string() : fmt::format("{} to {}", from.to_string(), to.to_string());
}

/// What is wrong with a table of bands, all of it.
class BandTableCheck {
public:
    BandTableCheck(const BandTableDraft& draft, Method method, Diagnostics& diagnostics)
        : draft_{draft}, method_{method}, diagnostics_{diagnostics} {}

    void run() {
        check_dates();
        check_ids();
        if (draft_.bands.empty()) {
            diagnostics_.error(
                {"JE-B01", draft_.at, "the band table has no bands", "at least one band", "add a band to the table"});
        }
        if (method_ == Method::points) check_floors();
    }

private:
    using BandDraft = BandTableDraft::Band;
    using HoleDraft = BandTableDraft::Unbanded;

    void check_floors() {
        if (std::any_of(draft_.bands.begin(), draft_.bands.end(), [](const BandDraft& band) { return !band.floor; }))
            throw std::invalid_argument{"a band of a scheme with points has no floor"};
        for (const auto& band : draft_.bands) check_max(band);
        if (draft_.overlaps) check_ends();
        for (std::size_t i = 1; i < draft_.bands.size(); ++i) check_neighbours(draft_.bands[i - 1], draft_.bands[i]);
        if (!draft_.bands.empty()) check_top(draft_.bands.back());
        for (const auto& hole : draft_.unbanded) check_hole(hole);
        check_holes_apart();
    }

    void check_dates() {
        if (!draft_.from || !draft_.until || draft_.from->value <= draft_.until->value) return;
        diagnostics_.error({"JE-B09", draft_.until->at,
                            fmt::format("the band table is in force until {}, before the day it begins ({})",
                                        draft_.until->value.to_string(), draft_.from->value.to_string()),
                            "an 'until' that is not before 'from'", "correct one of the two dates"});
    }

    void check_short_names_of_bands() {
        std::vector<ShortNamed> all;
        for (const auto& band : draft_.bands) all.push_back({"band", &band.id, band.name, &band.short_name});
        check_short_names(all, diagnostics_);
    }

    void check_ids() {
        check_short_names_of_bands();
        Names ids{{"band", "bands", "", ""}};
        base::LookAlikes names;
        for (const auto& band : draft_.bands) {
            const auto first = ids.find(band.id.value);
            ids.look_at(band.id, diagnostics_);
            ids.add_quietly(band.id);
            look_at_name(names, "band", band.name, band.id.at, diagnostics_);
            if (!first) continue;
            diagnostics_.error(
                {"JE-B02", band.id.at,
                 fmt::format("band '{}' is in the table twice{}", band.id.value, first_at(ids.first_place(*first))),
                 "a different id for each band",
                 "give one of the two bands another id; where both say the same, one is enough"});
        }
    }

    void check_max(const BandDraft& band) {
        if (!band.max || band.max->value >= band.floor->value) return;
        diagnostics_.error({"JE-B06", band.max->at,
                            fmt::format("band '{}' ends at {}, below its floor ({})", band.id.value,
                                        band.max->value.to_string(), band.floor->value.to_string()),
                            "a 'max' that is not below 'floor'", "correct the floor or the max; they may have been swapped"});
    }

    /// Of a table that overlaps nothing but its own `max` says where a band ends.
    void check_ends() {
        for (std::size_t i = 0; i < draft_.bands.size(); ++i) {
            const auto& band = draft_.bands[i];
            const bool may_be_open = draft_.open_ended && i + 1 == draft_.bands.size();
            if (band.max || may_be_open) continue;
            diagnostics_.error(
                {"JE-S90", band.id.at,
                 fmt::format("band '{}' has no 'max', and the table says that bands overlap", band.id.value),
                 "a 'floor' and a 'max' for each band of a table with 'overlaps: true'",
                 fmt::format("add the largest total of band '{}' as its 'max'; where no total is in two bands, leave "
                             "'overlaps' out",
                             band.id.value)});
        }
    }

    void check_ends_rise(const BandDraft& lower, const BandDraft& upper) {
        if (!lower.max || !upper.max || lower.max->value < upper.max->value) return;
        const bool same = lower.max->value == upper.max->value;
        diagnostics_.error({"JE-S91", upper.max->at,
                            fmt::format("band '{}' ends at {}, {} band '{}'{}, which is listed before it", upper.id.value,
                                        upper.max->value.to_string(), same ? "as" : "below", lower.id.value,
                                        same ? " does" : fmt::format(" ({})", lower.max->value.to_string())),
                            "a 'max' above that of the band below, as with the floors",
                            "hold both against the scheme's own table; bands go from the lowest to the highest"});
    }

    void check_neighbours(const BandDraft& lower, const BandDraft& upper) {
        if (draft_.overlaps) check_ends_rise(lower, upper);
        if (upper.floor->value == lower.floor->value) {
            same_floor(lower, upper);
        } else if (upper.floor->value < lower.floor->value) {
            falling_floor(lower, upper);
        } else if (!draft_.overlaps && lower.max && lower.max->value >= upper.floor->value) {
            diagnostics_.error(
                {"JE-B05", upper.floor->at,
                 fmt::format("band '{}' begins at {}, inside band '{}' ({})", upper.id.value, upper.floor->value.to_string(),
                             lower.id.value, range_text(lower.floor->value, lower.max->value)),
                 "bands that do not overlap, or 'overlaps: true' in the table",
                 fmt::format("hold both against the scheme's own table; if its bands overlap, say so with 'overlaps: true'; "
                             "without its "
                             "'max' band '{}' holds every total up to the next floor",
                             lower.id.value)});
        }
    }

    void same_floor(const BandDraft& lower, const BandDraft& upper) {
        floors_rise_ = false;
        diagnostics_.error({"JE-B03", upper.floor->at,
                            fmt::format("band '{}' begins at {}, as band '{}' does", upper.id.value,
                                        upper.floor->value.to_string(), lower.id.value),
                            "a different floor for each band", "hold both floors against the scheme's own table"});
    }

    void falling_floor(const BandDraft& lower, const BandDraft& upper) {
        floors_rise_ = false;
        diagnostics_.error(
            {"JE-B04", upper.floor->at,
             fmt::format("band '{}' begins at {}, below band '{}' ({}), which is listed before it", upper.id.value,
                         upper.floor->value.to_string(), lower.id.value, lower.floor->value.to_string()),
             "bands from the lowest floor to the highest",
             "put the bands in order, lowest first, with the floors that the scheme states"});
    }

    void check_top(const BandDraft& last) {
        if (draft_.open_ended && last.max) {
            diagnostics_.error(
                {"JE-B08", last.max->at,
                 fmt::format("the table is open ended, but its last band '{}' ends at {}", last.id.value,
                             last.max->value.to_string()),
                 "no 'max' on the last band of an open-ended table",
                 fmt::format("write 'open_ended: false' if band '{}' ends there in the scheme's own table; if it has no end "
                             "there, keep the 'max' as a comment, "
                             "with '#' in front",
                             last.id.value)});
        } else if (!draft_.open_ended && !draft_.overlaps && !last.max) {
            diagnostics_.error({"JE-B07", last.id.at,
                                fmt::format("the last band '{}' has no 'max', so nothing says where it ends", last.id.value),
                                "a 'max' on the last band, or 'open_ended: true'",
                                fmt::format("add the largest total of band '{}' as its 'max', or 'open_ended: true' on a line "
                                            "above 'table:', as far in as that",
                                            last.id.value)});
        }
    }

    void check_hole(const HoleDraft& hole) {
        if (hole.from.value > hole.to.value) {
            diagnostics_.error({"JE-B10", hole.to.at,
                                fmt::format("the totals declared to be in no band end at {}, below where they begin ({})",
                                            hole.to.value.to_string(), hole.from.value.to_string()),
                                "a 'to' that is not below 'from'", "correct one of the two; they may have been swapped"});
        } else if (floors_rise_) {
            check_hole_beside_bands(hole);
        }
    }

    /// Only the highest of the bands that begin by the hole's end is asked: those below it have ended when it begins.
    void check_hole_beside_bands(const HoleDraft& hole) {
        const auto after = std::upper_bound(draft_.bands.begin(), draft_.bands.end(), hole.to.value,
                                            [](Decimal total, const BandDraft& band) { return total < band.floor->value; });
        if (after == draft_.bands.begin()) return;
        const auto& band = *std::prev(after);
        const bool ended = band.max && band.max->value < hole.from.value;
        if (ended) return;
        const bool one = hole.from.value == hole.to.value;
        diagnostics_.error({"JE-B11", hole.from.at,
                            fmt::format("{} {} {} declared to be in no band, but band '{}' ({}) holds {}",
                                        one ? "total" : "totals", range_text(hole.from.value, hole.to.value),
                                        one ? "is" : "are", band.id.value, held_by(band, after), one ? "it" : "some of them"),
                            "under 'unbanded' only totals that no band holds",
                            hole.from.value > band.floor->value
                                ? fmt::format("correct the range, or give band '{}' a 'max' below it", band.id.value)
                                : fmt::format("let the range end below the floor of band '{}'", band.id.value)});
    }

    [[nodiscard]] std::string held_by(const BandDraft& band, std::vector<BandDraft>::const_iterator next) const {
        const auto floor = band.floor->value.to_string();
        if (band.max) return range_text(band.floor->value, band.max->value);
        return next == draft_.bands.end() ? fmt::format("{} and above", floor)
                                          : fmt::format("{} up to {}", floor, next->floor->value.to_string());
    }

    void check_holes_apart() {
        std::vector<const HoleDraft*> holes;
        for (const auto& hole : draft_.unbanded) {
            if (hole.from.value <= hole.to.value) holes.push_back(&hole);
        }
        std::stable_sort(holes.begin(), holes.end(),
                         [](const HoleDraft* a, const HoleDraft* b) { return a->from.value < b->from.value; });
        const HoleDraft* farthest = nullptr;
        for (const auto* const hole : holes) {
            if (farthest != nullptr && hole->from.value <= farthest->to.value) {
                diagnostics_.error({"JE-B12", hole->from.at,
                                    fmt::format("the totals {} under 'unbanded' overlap the totals {}",
                                                range_text(hole->from.value, hole->to.value),
                                                range_text(farthest->from.value, farthest->to.value)),
                                    "ranges under 'unbanded' that do not overlap",
                                    "join the two ranges, or correct one of them"});
            }
            if (farthest == nullptr || hole->to.value > farthest->to.value) farthest = hole;
        }
    }

    const BandTableDraft& draft_;
    Method method_;
    Diagnostics& diagnostics_;
    bool floors_rise_ = true;
};

std::optional<Points> points_of(const std::optional<Number>& number) {
    return number ? std::optional{Points{number->value}} : std::nullopt;
}

template <class T>
std::optional<T> value_of(const std::optional<base::Located<T>>& located) {
    return located ? std::optional{located->value} : std::nullopt;
}

template <class T>
T value_or_empty(const std::optional<base::Located<T>>& located) {
    return located ? located->value : T{};
}

/// Which of two tables takes effect later. One without a date has been in force from the beginning.
bool later(const std::optional<base::Date>& a, const std::optional<base::Date>& b) { return a && (!b || *a > *b); }

bool covers(const BandTable& table, const base::Date& day) {
    return (!table.from() || *table.from() <= day) && (!table.until() || day <= *table.until());
}

bool covers(const PayTable& table, const base::Date& day) { return !table.from() || *table.from() <= day; }

/// The latest of those in force; of two with one date, the first.
template <class Table>
const Table* latest(std::span<const Table> tables, const std::optional<base::Date>& as_of) {
    const Table* best = nullptr;
    for (const auto& table : tables) {
        if (as_of && !covers(table, *as_of)) continue;
        if (best == nullptr || later(table.from(), best->from())) best = &table;
    }
    return best;
}

}  // namespace

std::optional<BandTable> BandTable::make(const BandTableDraft& draft, Diagnostics& diagnostics, Method method) {
    const auto errors_before = diagnostics.errors();
    BandTableCheck{draft, method, diagnostics}.run();
    if (diagnostics.errors() > errors_before) return std::nullopt;
    BandTable table;
    for (const auto& band : draft.bands) {
        table.bands_.push_back({BandId{band.id.value}, band.name, points_of(band.floor).value_or(Points{}), points_of(band.max),
                                band.note, band.id.at, short_name_or_empty(band.short_name)});
    }
    for (const auto& hole : draft.unbanded) {
        table.unbanded_.push_back({Points{hole.from.value}, Points{hole.to.value}, hole.reason, hole.from.at});
    }
    std::sort(table.unbanded_.begin(), table.unbanded_.end(),
              [](const Unbanded& a, const Unbanded& b) { return a.from < b.from; });
    table.from_ = value_of(draft.from);
    table.until_ = value_of(draft.until);
    table.source_ = value_or_empty(draft.source);
    table.open_ended_ = draft.open_ended;
    table.overlaps_ = draft.overlaps;
    table.at_ = draft.at;
    return table;
}

std::optional<BandIndex> BandTable::find(std::string_view id) const {
    const auto found = std::find_if(bands_.begin(), bands_.end(), [id](const Band& band) { return band.id == id; });
    if (found == bands_.end()) return std::nullopt;
    return BandIndex{static_cast<std::size_t>(found - bands_.begin())};
}

BandOrNone BandTable::next_above(Points total) const {
    if (deciding_) return std::nullopt;
    const auto next =
        std::upper_bound(bands_.begin(), bands_.end(), total, [](Points t, const Band& band) { return t < band.floor; });
    if (next == bands_.end()) return std::nullopt;
    return BandIndex{static_cast<std::size_t>(next - bands_.begin())};
}

BandOrNone BandTable::band_of(Points total) const {
    if (deciding_) return std::nullopt;
    const auto begun = next_above(total).value_or(BandIndex{bands_.size()}).value();
    if (begun == 0) return std::nullopt;
    const auto& max = bands_[begun - 1].max;
    if (max && total > *max) return std::nullopt;
    return BandIndex{begun - 1};
}

bool BandTable::ends_below(BandIndex band, Points total) const {
    const std::size_t i = band.value();
    if (bands_[i].max) return *bands_[i].max < total;
    return i + 1 < bands_.size() && bands_[i + 1].floor <= total;
}

BandRange BandTable::bands_of(Points from, Points to) const {
    if (deciding_) return {};
    const std::size_t end = next_above(to).value_or(BandIndex{bands_.size()}).value();
    std::size_t first = end;
    while (first > 0 && !ends_below(BandIndex{first - 1}, from)) --first;
    return {first, end};
}

std::optional<std::string> BandTable::id_of(const BandOrNone& band) const {
    return band.visit([this](BandIndex i) { return std::optional{(*this)[i].id.text()}; },
                      [] { return std::optional<std::string>{}; });
}

const Unbanded* BandTable::declared_hole(Points total) const {
    const auto after = std::upper_bound(unbanded_.begin(), unbanded_.end(), total,
                                        [](Points t, const Unbanded& hole) { return t < hole.from; });
    if (after == unbanded_.begin()) return nullptr;
    const auto hole = std::prev(after);
    return total <= hole->to ? &*hole : nullptr;
}

std::string_view to_text(BandMove move) {
    constexpr base::Words<BandMove, 6> words{{{"up", BandMove::up},
                                              {"down", BandMove::down},
                                              {"same", BandMove::same},
                                              {"out-of-bands", BandMove::out_of_bands},
                                              {"into-a-band", BandMove::into_a_band},
                                              {"in-no-band", BandMove::in_no_band}}};
    return base::word_for(words, move);
}

BandMove band_move(const BandOrNone& from, const BandOrNone& to) {
    const auto between = [&](BandIndex before) {
        return to.visit(
            [&](BandIndex after) { return after == before  ? BandMove::same
                                          : before < after ? BandMove::up
                                                           : BandMove::down; },
            [] { return BandMove::out_of_bands; });
    };
    return from.visit(between, [&] { return to ? BandMove::into_a_band : BandMove::in_no_band; });
}

void BandMoves::count(BandMove move, std::size_t jobs) {
    constexpr std::array counts{&BandMoves::up,           &BandMoves::down,        &BandMoves::same,
                                &BandMoves::out_of_bands, &BandMoves::into_a_band, &BandMoves::in_no_band};  // by BandMove
    this->*counts[static_cast<std::size_t>(move)] += jobs;
}

const BandTable* in_force(std::span<const BandTable> tables, const std::optional<base::Date>& as_of) {
    return latest(tables, as_of);
}

const PayTable* in_force(std::span<const PayTable> tables, const std::optional<base::Date>& as_of) {
    return latest(tables, as_of);
}

}  // namespace je::model
