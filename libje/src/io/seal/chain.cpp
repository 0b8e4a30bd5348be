// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/seal/chain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace je::io {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// Positions outside one longest rising run of picks (patience sorting).
std::vector<std::size_t> outside_longest_rise(std::span<const std::uint64_t> numbers) {
    std::vector<std::size_t> ends;  // position of the smallest last number of a rise of each length
    std::vector<std::size_t> before(numbers.size(), none);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto end = std::lower_bound(ends.begin(), ends.end(), numbers[i],
                                          [&](std::size_t at, std::uint64_t number) { return numbers[at] < number; });
        if (end != ends.begin()) before[i] = *(end - 1);
        if (end == ends.end()) {
            ends.push_back(i);
        } else {
            *end = i;
        }
    }
    std::vector<bool> in_rise(numbers.size(), false);
    for (std::size_t at = ends.empty() ? none : ends.back(); at != none; at = before[at]) in_rise[at] = true;
    std::vector<std::size_t> outside;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (!in_rise[i]) outside.push_back(i);
    }
    return outside;
}

/// Positions that hold another number than they would in order.
std::vector<std::size_t> displaced(std::span<const std::uint64_t> numbers) {
    std::vector<std::uint64_t> sorted(numbers.begin(), numbers.end());
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i] != sorted[i]) found.push_back(i);
    }
    return found;
}

}  // namespace

std::vector<std::size_t> out_of_place(std::span<const std::uint64_t> numbers) {
    auto fewest = outside_longest_rise(numbers);
    auto all = displaced(numbers);
    return all.size() <= fewest.size() + 1 ? all : fewest;
}

namespace {

const char* const from_a_copy = "put the line back from a copy of the log; a sealed log is only ever added to";

/// Whether `later` was sealed directly after `earlier`.
bool follows(const SealEntry& earlier, const SealEntry& later) {
    return later.previous == earlier.hash && later.number == earlier.number + 1;
}

class ChainCheck {
public:
    ChainCheck(std::vector<SealPart>& parts, base::Diagnostics& diagnostics) : parts_{parts}, diagnostics_{diagnostics} {}

    void run() {
        find_repeated();
        find_same_number();
        find_foreign();
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            if (parts_[i].sound()) take(i, parts_[i].entry().number);
        }
        largest_ = by_place_.empty() ? 0 : by_place_.rbegin()->first;
        place_damaged();
        report_missing();
        report_order();
        report_links();
    }

private:
    void take(std::size_t part, std::uint64_t place) {
        parts_[part].place = place;
        by_place_.emplace(place, part);
    }

    /// The one of equal entries that stands directly after its predecessor; the first when none does.
    std::size_t best_of(const std::vector<std::size_t>& same) const {
        const auto in_place = [&](std::size_t i) {
            return i == 0 ? parts_[i].entry().number == 1 : parts_[i - 1].entry().number + 1 == parts_[i].entry().number;
        };
        const auto found = std::find_if(same.begin(), same.end(), in_place);
        return found == same.end() ? same.front() : *found;
    }

    void find_repeated() {
        std::map<std::string_view, std::vector<std::size_t>> by_hash;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            if (parts_[i].sound()) by_hash[parts_[i].entry().hash].push_back(i);
        }
        for (const auto& [hash, same] : by_hash) {
            const std::size_t kept = best_of(same);
            for (const std::size_t i : same) {
                if (i != kept) report_repeated(parts_[i], parts_[kept]);
            }
        }
    }

    void report_repeated(SealPart& part, const SealPart& kept) {
        part.state = SealPart::State::repeated;
        diagnostics_.error({"JE-L09", part.number_position(),
                            fmt::format("{} stands here a second time; its place is line {}", part.called(), kept.line_number),
                            "each entry once", "keep a copy of this log; once you know how this line came here, take it out"});
    }

    /// How many neighbours in the chain the log has for an entry.
    std::size_t links_of(const SealEntry& entry) const {
        const bool before =
            entry.number == 1 ? entry.previous == no_hash : hashes_.count({entry.number - 1, entry.previous}) > 0;
        return static_cast<std::size_t>(before) + (wanted_.count({entry.number, entry.hash}) > 0 ? 1U : 0U);
    }

    void gather_links() {
        for (const SealPart& part : parts_) {
            if (!part.sound()) continue;
            hashes_.emplace(part.entry().number, part.entry().hash);
            wanted_.emplace(part.entry().number - 1, part.entry().previous);
        }
    }

    /// Of different entries with one number, the one that fits the chain best is the entry; the earlier when they fit alike.
    void find_same_number() {
        gather_links();
        std::map<std::uint64_t, std::size_t> best;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            if (!parts_[i].sound()) continue;
            const auto [place, is_new] = best.emplace(parts_[i].entry().number, i);
            if (is_new) continue;
            std::size_t other = i;
            if (links_of(parts_[i].entry()) > links_of(parts_[place->second].entry())) std::swap(place->second, other);
            report_inserted(parts_[other], fmt::format("another {} stands on line {}", parts_[place->second].called(),
                                                       parts_[place->second].line_number));
        }
    }

    /// An entry that links to none, between two that follow one another.
    void find_foreign() {
        std::vector<std::size_t> sound;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            if (parts_[i].sound()) sound.push_back(i);
        }
        for (std::size_t k = 1; k + 1 < sound.size(); ++k) {
            const SealPart& before = parts_[sound[k - 1]];
            const SealPart& after = parts_[sound[k + 1]];
            if (links_of(parts_[sound[k]].entry()) > 0 || !follows(before.entry(), after.entry())) continue;
            report_inserted(parts_[sound[k]], fmt::format("{} was sealed directly after {}", after.called(), before.called()));
        }
    }

    void report_inserted(SealPart& part, const std::string& why) {
        part.state = SealPart::State::inserted;
        diagnostics_.error({"JE-L10", part.number_position(), fmt::format("{} was put in: {}", part.called(), why),
                            "only entries that were sealed one after another",
                            "keep a copy of this log; once you know how this line came here, take it out"});
    }

    [[nodiscard]] bool is_free(std::uint64_t place) const {
        return place >= 1 && place <= largest_ + 1 && by_place_.count(place) == 0;
    }

    /// A damaged part stands for the entry whose number it has when that is missing, else for one missing beside it; an empty
    /// line stands for none.
    void place_damaged() {
        const auto try_place = [&](std::size_t i, std::uint64_t place) {
            const bool open = parts_[i].state == SealPart::State::damaged && parts_[i].place == 0 && !parts_[i].is_blank();
            if (open && is_free(place)) {
                take(i, place);
                largest_ = std::max(largest_, place);
            }
        };
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            if (parts_[i].entry().number <= largest_) try_place(i, parts_[i].entry().number);
        }
        std::uint64_t before = 0;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            try_place(i, before + 1);
            if (parts_[i].place != 0) before = parts_[i].place;
        }
        std::uint64_t after = 0;
        for (std::size_t i = parts_.size(); i > 0; --i) {
            if (after > 1) try_place(i - 1, after - 1);
            if (parts_[i - 1].place != 0) after = parts_[i - 1].place;
        }
    }

    void report_missing() {
        std::uint64_t next = 1;
        for (const auto& [place, part] : by_place_) {
            if (place > next) report_gap(next, place - 1, parts_[part]);
            next = place + 1;
        }
    }

    void report_gap(std::uint64_t first, std::uint64_t last, const SealPart& after) {
        const std::string what = first == last ? fmt::format("entry {} is missing", first)
                                               : fmt::format("entries {} to {} are missing", first, last);
        const std::string hash = after.sound() ? fmt::format(", whose hash is {}", after.entry().previous) : "";
        diagnostics_.error({"JE-L07", after.number_position(),
                            fmt::format("{}: {} comes after what should be there", what, after.called()),
                            fmt::format("entry {}{}", last, hash),
                            "put the line back from a copy of the log; sealing the file again would make another entry"});
    }

    void report_order() {
        std::vector<std::size_t> placed;
        std::vector<std::uint64_t> numbers;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            if (parts_[i].place == 0) continue;
            placed.push_back(i);
            numbers.push_back(parts_[i].place);
        }
        for (const std::size_t k : out_of_place(numbers)) {
            const SealPart& part = parts_[placed[k]];
            const std::string where =
                k == 0 ? std::string{"it stands first"} : fmt::format("it stands after {}", parts_[placed[k - 1]].called());
            const std::string wanted =
                part.place == 1 ? std::string{"entry 1 on the first line"} : fmt::format("entry {} before it", part.place - 1);
            diagnostics_.error({"JE-L08", part.number_position(),
                                fmt::format("{} is not in its place: {}", part.called(), where), wanted,
                                "put the lines back in the order of their entries"});
        }
    }

    /// The sound entry of that number; null when it is damaged or missing.
    [[nodiscard]] const SealPart* sound_at(std::uint64_t place) const {
        const auto found = by_place_.find(place);
        return found == by_place_.end() || !parts_[found->second].sound() ? nullptr : &parts_[found->second];
    }

    /// Whether both entries are there and sound, and yet the later does not follow the earlier.
    [[nodiscard]] bool is_cut(std::uint64_t later) const {
        const SealPart* part = sound_at(later);
        if (part == nullptr) return false;
        if (later == 1) return part->entry().previous != no_hash;
        const SealPart* before = sound_at(later - 1);
        return before != nullptr && !follows(before->entry(), part->entry());
    }

    void report_links() {
        bool told = false;  // the entry before was named as replaced, which explains the cut after it
        for (const auto& [place, index] : by_place_) {
            const bool cut = is_cut(place);
            if (cut && !told) {
                const SealPart* before = place == 1 ? nullptr : sound_at(place - 1);
                told = is_cut(place + 1);
                report_replaced(parts_[index], before, told);
            } else {
                told = false;
            }
        }
    }

    void report_replaced(const SealPart& part, const SealPart* before, bool alone) {
        const auto key = std::string_view{",\"previous\":"}.size();
        const std::size_t at = seal_beginning.size() + std::to_string(part.entry().number).size() + key;
        std::string message;
        if (alone) {
            message =
                fmt::format("{} was replaced: it fits neither what stands before it nor what stands after it", part.called());
        } else if (before == nullptr) {
            message = fmt::format("{} was replaced: it says that another entry came before it", part.called());
        } else {
            message =
                fmt::format("{} is not what {} was sealed after: one of the two was replaced", before->called(), part.called());
        }
        diagnostics_.error({"JE-L11", part.position(at, no_hash.size() + 2), std::move(message),
                            fmt::format("the hash of the entry before, {}",
                                        before == nullptr ? no_hash : std::string_view{before->entry().hash}),
                            from_a_copy});
    }

    std::vector<SealPart>& parts_;
    base::Diagnostics& diagnostics_;
    std::map<std::uint64_t, std::size_t> by_place_;
    std::uint64_t largest_ = 0;
    std::set<std::pair<std::uint64_t, std::string_view>> hashes_;  // of the sound entries, with their numbers
    std::set<std::pair<std::uint64_t, std::string_view>> wanted_;  // what entries say of the one before them
};

}  // namespace

base::SourcePosition SealPart::position(std::size_t at, std::size_t length) const {
    constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max() / 2;
    const std::size_t column = std::min({offset + at, end_of_line, most});
    const std::size_t room = std::max<std::size_t>(std::min(end_of_line, most) - column, 1);
    return {source, line_number, static_cast<std::uint32_t>(column + 1),
            static_cast<std::uint32_t>(std::clamp<std::size_t>(length, 1, room))};
}

base::SourcePosition SealPart::number_position() const {
    return entry().number == 0 ? position(0) : position(seal_beginning.size(), std::to_string(entry().number).size());
}

std::string SealPart::called() const {
    const std::uint64_t number = place != 0 ? place : entry().number;
    if (number != 0) return io::called(number, entry().record);
    return next == nullptr ? fmt::format("the text on line {}", line_number)
                           : fmt::format("the text before {}", next->called());
}

void check_seal_chain(std::vector<SealPart>& parts, base::Diagnostics& diagnostics) { ChainCheck{parts, diagnostics}.run(); }

}  // namespace je::io
