// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "scoring/proof.hpp"
#include "scoring/words.hpp"

namespace je::scoring {

namespace {

using model::BandTable;
using model::PayRange;
using model::PayTable;

using Day = std::optional<base::Date>;

/// The day from which a later pay table takes the place of `pay`; nothing when none does.
Day replaced_on(const PayTable& pay, std::span<const PayTable> all) {
    Day first;
    for (const PayTable& other : all) {
        if (other.from() && (!pay.from() || *other.from() > *pay.from()) && (!first || *other.from() < *first))
            first = other.from();
    }
    return first;
}

/// Whether there is a day on which both are in force. `until` is the last day of a band table.
bool meet(const BandTable& bands, const PayTable& pay, const Day& replaced) {
    const bool bands_end_before = bands.until() && pay.from() && *bands.until() < *pay.from();
    const bool pay_ends_before = replaced && bands.from() && *replaced <= *bands.from();
    return !bands_end_before && !pay_ends_before;
}

class PayCheck {
public:
    /// `reported`: messages about this pay table that need not be given again for another band table.
    PayCheck(const BandTable& bands, const PayTable& pay, std::set<std::string>& reported, base::Diagnostics& diagnostics)
        : bands_{bands}, pay_{pay}, reported_{reported}, diagnostics_{diagnostics} {}

    void run() {
        const PayRange* below = nullptr;
        for (const model::Band& band : bands_.bands()) {
            const PayRange* range = pay_.range_of(band.id);
            if (range == nullptr) {
                missing_.push_back(band.id.text());
                continue;
            }
            if (below != nullptr && (range->min < below->min || range->max < below->max)) falls(*range, *below);
            below = range;
        }
        if (!missing_.empty() && below != nullptr) report_missing();
    }

private:
    void falls(const PayRange& range, const PayRange& below) {
        const auto text = [](const PayRange& r) { return fmt::format("{} to {}", r.min.to_string(), r.max.to_string()); };
        warn({"JE-B57", range.at,
              fmt::format("band '{}' is paid {}, in part less than band '{}' below it ({})", range.band.text(), text(range),
                          below.band.text(), text(below)),
              "ranges of pay that do not fall as bands rise",
              "hold both ranges against the pay scale; if it says so, leave them"});
    }

    void report_missing() {
        warn({"JE-B56", pay_.ranges().front().at,
              fmt::format("the pay table{} has no range for {}, while it has one for other bands",
                          pay_.from() ? fmt::format(" from {}", pay_.from()->to_string()) : "", listed(missing_)),
              "a range of pay for each band, or none at all",
              "add what the pay scale says; if it has no range for such a band, leave it: jobs there are shown without "
              "pay"});
    }

    void warn(base::Diagnostic&& diagnostic) {
        if (reported_.insert(diagnostic.message).second) diagnostics_.warning(std::move(diagnostic));
    }

    const BandTable& bands_;
    const PayTable& pay_;
    std::set<std::string>& reported_;
    base::Diagnostics& diagnostics_;
    std::vector<std::string> missing_;
};

}  // namespace

void check_pay(std::span<const BandTable> tables, std::span<const PayTable> pay, base::Diagnostics& diagnostics) {
    for (const PayTable& one : pay) {
        const Day replaced = replaced_on(one, pay);
        std::set<std::string> reported;
        for (const BandTable& table : tables) {
            if (meet(table, one, replaced)) PayCheck{table, one, reported, diagnostics}.run();
        }
    }
}

}  // namespace je::scoring
