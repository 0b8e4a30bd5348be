// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/sensitivity/sensitivity_words.hpp"

#include <cmath>

#include "report/sensitivity/percent.hpp"

namespace je::report {

namespace {

using BandOrNothing = std::optional<std::string>;

/// "in one of the bands P1 and P2".
Text several(const SensitivityJob& job) {
    std::vector<Text> names;
    for (const std::string& band : job.bands) names.emplace_back(Band{band});
    return Text{"in one of the bands "} + list_in_words(names);
}

/// "in band 3", "without a band"; where a rule of the scheme moves the band of the job, "in band 3 by points".
Text staying(const SensitivityJob& job) {
    const Text here = job.band ? say("in {}", band_in_words(job.band)) : job.is_open() ? several(job) : Text{"without a band"};
    return job.band_after_rules ? say("{} by points", here) : here;
}

/// "band 4 can be reached", "it can be left without a band".
Text can_be_reached(const BandOrNothing& band) {
    return band ? say("{} can be reached", band_in_words(band)) : Text{"it can be left without a band"};
}

/// How far a band holds: against the next above and against loss. At the spread that reaches what is above, it is reached,
/// which is said where that spread is not rounded; at the one that loses the band, the band still holds.
Text firmness(const SensitivityJob& job, const WeightsView& weights) {
    const Text here = staying(job);
    const auto& up_at = weights.holds_up_percent;
    const auto& down_at = weights.holds_down_percent;
    if (!up_at && !down_at)
        return job.is_open()          ? Text{"No weights whatever move this job out of the bands that hold its total."}
               : !job.band            ? Text{"No weights whatever give this job a band."}
               : job.band_after_rules ? say("No weights whatever move this job out of {} by points.", band_in_words(job.band))
                                      : say("No weights whatever move this job out of {}.", band_in_words(job.band));
    const auto stays = [&](bool up) {
        return say("It stays {} whatever the weights, so long as none moves by {} {}", here, up ? "as much as" : "more than",
                   percent_text(up ? *up_at : *down_at));
    };
    if (!down_at)
        return say("{}; {} {}. No weights take it lower.", stays(true),
                   weights.holds_up_is_exact ? "from there" : "beyond that", can_be_reached(weights.band_above));
    if (!up_at) return say("{}; beyond that {}. No weights take it higher.", stays(false), can_be_reached(weights.band_below));
    const bool up = *weights.critical_up <= *weights.critical_down;
    const BandOrNothing& other = up ? weights.band_below : weights.band_above;
    return say("{}. {} {}; {} takes moves of {}.", stays(up), up && weights.holds_up_is_exact ? "From there" : "Beyond that",
               can_be_reached(up ? weights.band_above : weights.band_below),
               other ? Text{band_in_words(other)} : Text{"to be left without a band"}, percent_text(up ? *down_at : *up_at));
}

Text reach(const WeightsView& weights) {
    const bool is_one = weights.shown_min == weights.shown_max;
    const Text total = is_one ? say("is {}", weights.shown_max) : say("is from {} to {}", weights.shown_min, weights.shown_max);
    return say("Over the region the total {} (exact): {}.", total, bands_in_words(weights.bands));
}

/// A band's share. Where no scenario missed it although the region reaches others, that is said in place of a certainty.
Text share_of_band(const BandShare& share, const WeightsView& weights, const SensitivityHead& head) {
    const Text band = band_in_words(share.band);
    if (is_all_drawn(share, weights)) return say("{} for every one of the {} scenarios drawn", band, head.sampling->scenarios);
    return say("{} for {}", band, share_in_words(share));
}

Text acceptability(const WeightsView& weights, const SensitivityHead& head) {
    std::vector<Text> parts;
    bool sampled = false;
    for (const BandShare& share : weights.acceptability) {
        parts.push_back(share_of_band(share, weights, head));
        sampled = sampled || share.standard_error.has_value();
    }
    Text text =
        say(head.bands.overlaps ? "Of these weights each band holds the total for so many, together more than all where bands "
                                  "overlap: {}"
                                : "Of these weights: {}",
            list_in_words(parts));
    if (!sampled) return text + " (exact).";
    return text + say(" (sampled: {} scenarios, seed {}).", head.sampling->scenarios, head.sampling->seed);
}

/// Where weight goes, factor by factor: "Knowledge from 12.30 % to 10.20 %".
std::vector<Text> moves(const WeightChangeView& change, const std::vector<FactorNameView>& factors) {
    constexpr double unchanged = 1e-9;
    std::vector<Text> texts;
    for (std::size_t f = 0; f < change.weights.size(); ++f) {
        if (std::abs(change.weights[f] - factors[f].weight) < unchanged) continue;
        texts.push_back(
            say("{} from {} to {}", factors[f].name, fixed_share(factors[f].weight), fixed_share(change.weights[f])));
    }
    return texts;
}

Text smallest_rise(const WeightChangeView& change, const SensitivityHead& head) {
    const Text where = change.band ? say("reaches {}", band_in_words(change.band)) : Text{"leaves it without a band"};
    return say("The smallest change that {}: {} of all weight has to move, {}.", where, percent_text(change.moved_percent),
               list_in_words(moves(change, head.factors)));
}

Text smallest_fall(const WeightChangeView& change, const SensitivityHead& head) {
    const Text where = change.band ? say("it falls to {}", band_in_words(change.band)) : Text{"it is left without a band"};
    const auto moved = moves(change, head.factors);
    if (moved.empty())
        return say("It stands exactly on its floor, so that any change that lowers its total is enough: then {}.", where);
    return say("The smallest change beyond which {}: {} of all weight has to move, {}.", where,
               percent_text(change.moved_percent), list_in_words(moved));
}

}  // namespace

Band band_in_words(const std::optional<std::string>& band) { return Band{band, Band::Form::named}; }

Text bands_in_words(const std::vector<std::optional<std::string>>& bands) {
    if (bands.size() == 1) return say("{} alone", band_in_words(bands.front()));
    std::vector<Text> names;
    for (const auto& band : bands) names.emplace_back(Band{band});
    return Text{"bands "} + list_in_words(names);
}

Text band_now(const SensitivityJob& job) {
    if (job.is_open()) return say("{} to {}", Band{job.bands.front()}, Band{job.bands.back()});
    const Band by_points{job.band};
    return job.band_after_rules ? say("{}, by rule {}", by_points, Band{job.band_after_rules}) : Text{by_points};
}

bool is_all_drawn(const BandShare& share, const WeightsView& weights) {
    return share.share == 1 && share.standard_error && weights.bands.size() > 1;
}

Share share_in_words(const BandShare& share) { return Share{share.share, Share::Form::rounded, share.standard_error}; }

std::vector<Text> weights_in_words(const SensitivityJob& job, const SensitivityHead& head) {
    const WeightsView& weights = *job.weights;
    std::vector<Text> lines{firmness(job, weights), reach(weights), acceptability(weights, head)};
    if (job.is_open())
        lines.front() += Text{
            " No choice between these bands is recorded: what leads up leads above them all, what leads down below "
            "them all."};
    if (weights.up) lines.push_back(smallest_rise(*weights.up, head));
    if (weights.down) lines.push_back(smallest_fall(*weights.down, head));
    if (job.band_after_rules)
        lines.front() += say(" A rule of the scheme puts it into {}.", band_in_words(job.band_after_rules));
    return lines;
}

}  // namespace je::report
