// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/sensitivity/sensitivity_words.hpp"

#include <fmt/format.h>

#include "je/base/text.hpp"
#include "report/panel/panel_words.hpp"
#include "report/percent.hpp"

namespace je::report {

namespace {

/// "in band 3", "without a band".
std::string staying(const std::string& band) {
    return band.empty() ? std::string{"without a band"} : fmt::format("in {}", band_in_words(band));
}

/// "band 4 can be reached", "it can be left without a band".
std::string can_be_reached(const std::string& band) {
    return band.empty() ? std::string{"it can be left without a band"} : fmt::format("{} can be reached", band_in_words(band));
}

/// How far a band holds: against the next above and against loss. At the spread that reaches what is above, it is reached,
/// which is said where that spread is not rounded; at the one that loses the band, the band still holds.
std::string firmness(const SensitivityJob& job, const WeightsView& weights) {
    const std::string here = staying(job.band);
    if (weights.holds_up.empty() && weights.holds_down.empty())
        return job.band.empty() ? std::string{"No weights whatever give this job a band."}
                                : fmt::format("No weights whatever move this job out of {}.", band_in_words(job.band));
    const auto stays = [&](bool up) {
        return fmt::format("It stays {} whatever the weights, so long as none moves by {} {}", here,
                           up ? "as much as" : "more than", up ? weights.holds_up : weights.holds_down);
    };
    if (weights.holds_down.empty())
        return fmt::format("{}; {} {}. No weights take it lower.", stays(true),
                           weights.holds_up_is_exact ? "from there" : "beyond that", can_be_reached(weights.band_above));
    if (weights.holds_up.empty())
        return fmt::format("{}; beyond that {}. No weights take it higher.", stays(false), can_be_reached(weights.band_below));
    const bool up = *weights.critical_up <= *weights.critical_down;
    const std::string& other = up ? weights.band_below : weights.band_above;
    return fmt::format("{}. {} {}; {} takes moves of {}.", stays(up),
                       up && weights.holds_up_is_exact ? "From there" : "Beyond that",
                       can_be_reached(up ? weights.band_above : weights.band_below),
                       other.empty() ? std::string{"to be left without a band"} : band_in_words(other),
                       up ? weights.holds_down : weights.holds_up);
}

std::string reach(const WeightsView& weights) {
    return fmt::format("Over the region the total {} (exact): {}.", weights.range, bands_in_words(weights.bands));
}

/// A band's share. Where no scenario missed it although the region reaches others, that is said in place of a certainty.
std::string share_of_band(const BandShareView& share, const WeightsView& weights, const SensitivityHead& head) {
    const std::string band = band_in_words(share.band);
    if (is_all_drawn(share, weights))
        return fmt::format("{} for every one of the {} scenarios drawn", band, head.sampling->scenarios);
    return fmt::format("{} for {}", band, share_in_words(share));
}

std::string acceptability(const WeightsView& weights, const SensitivityHead& head) {
    std::vector<std::string> parts;
    bool sampled = false;
    for (const BandShareView& share : weights.acceptability) {
        parts.push_back(share_of_band(share, weights, head));
        sampled = sampled || share.standard_error.has_value();
    }
    std::string text = fmt::format("Of these weights: {}", base::list_in_words(parts));
    if (!sampled) return text.append(" (exact).");
    return text.append(fmt::format(" (sampled: {} scenarios, seed {}).", head.sampling->scenarios, head.sampling->seed));
}

std::string smallest_rise(const WeightChangeView& change) {
    const std::string where =
        change.band.empty() ? std::string{"leaves it without a band"} : fmt::format("reaches {}", band_in_words(change.band));
    return fmt::format("The smallest change that {}: {} of all weight has to move, {}.", where, change.moved_text,
                       base::list_in_words(change.moves));
}

std::string smallest_fall(const WeightChangeView& change) {
    const std::string where = change.band.empty() ? std::string{"it is left without a band"}
                                                  : fmt::format("it falls to {}", band_in_words(change.band));
    if (change.moves.empty())
        return fmt::format("It stands exactly on its floor, so that any change that lowers its total is enough: then {}.",
                           where);
    return fmt::format("The smallest change beyond which {}: {} of all weight has to move, {}.", where, change.moved_text,
                       base::list_in_words(change.moves));
}

}  // namespace

std::string band_in_words(const std::string& band) {
    return band.empty() ? std::string{"no band"} : fmt::format("band {}", band);
}

std::string bands_in_words(const std::vector<std::string>& bands) {
    if (bands.size() == 1) return band_in_words(bands.front()).append(" alone");
    std::vector<std::string> names;
    for (const std::string& band : bands) names.push_back(band.empty() ? "none" : band);
    return std::string{"bands "}.append(base::list_in_words(names));
}

std::string band_now(const SensitivityJob& job) {
    const std::string by_points = or_none(job.band);
    return job.band_after_rules.empty() ? by_points : fmt::format("{}, by rule {}", by_points, job.band_after_rules);
}

bool is_all_drawn(const BandShareView& share, const WeightsView& weights) {
    return share.share == 1 && share.standard_error && weights.bands.size() > 1;
}

std::string share_in_words(const BandShareView& share) {
    if (!share.standard_error) return percent(share.share);
    return fmt::format("{} (standard error {:.2f} %)", percent(share.share), 100 * *share.standard_error);
}

std::vector<std::string> weights_in_words(const SensitivityJob& job, const SensitivityHead& head) {
    const WeightsView& weights = *job.weights;
    std::vector<std::string> lines{firmness(job, weights), reach(weights), acceptability(weights, head)};
    if (weights.up) lines.push_back(smallest_rise(*weights.up));
    if (weights.down) lines.push_back(smallest_fall(*weights.down));
    return lines;
}

}  // namespace je::report
