// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/sensitivity_words.hpp"

#include <fmt/format.h>

#include "je/base/text.hpp"
#include "report/percent.hpp"

namespace je::report {

namespace {

/// How far a band holds: against the next above and against loss.
std::string firmness(const SensitivityJob& job, const WeightsView& weights) {
    const std::string here = band_in_words(job.band);
    if (weights.holds_up.empty() && weights.holds_down.empty())
        return fmt::format("No weights whatever move this job out of {}.", here);
    if (weights.holds_down.empty())
        return fmt::format(
            "It stays in {} whatever the weights, so long as none moves by as much as {}; from there {} can be reached. "
            "No weights take it lower.",
            here, weights.holds_up, band_in_words(weights.band_above));
    if (weights.holds_up.empty())
        return fmt::format(
            "It stays in {} whatever the weights, so long as none moves by more than {}. No weights take it higher.", here,
            weights.holds_down);
    const bool up_is_nearer = *weights.critical_up <= *weights.critical_down;
    const std::string& nearer = up_is_nearer ? weights.holds_up : weights.holds_down;
    const std::string& farther = up_is_nearer ? weights.holds_down : weights.holds_up;
    const auto where = [&](bool up) { return band_in_words(up ? weights.band_above : weights.band_below); };
    return fmt::format(
        "It stays in {} whatever the weights, so long as none moves by {} {}. Beyond that {} can be reached; {} takes moves of "
        "{}.",
        here, up_is_nearer ? "as much as" : "more than", nearer, where(up_is_nearer), where(!up_is_nearer), farther);
}

std::string reach(const WeightsView& weights) {
    return fmt::format("Over the region the total is from {:.2f} to {:.2f} (exact): {}.", weights.total_min, weights.total_max,
                       bands_in_words(weights.bands));
}

std::string acceptability(const WeightsView& weights, const SensitivityHead& head) {
    std::vector<std::string> parts;
    bool sampled = false;
    for (const BandShareView& share : weights.acceptability) {
        parts.push_back(fmt::format("{} for {}", band_in_words(share.band), share_in_words(share)));
        sampled = sampled || share.standard_error.has_value();
    }
    std::string text = fmt::format("Of these weights: {}", base::list_in_words(parts));
    if (!sampled) return text.append(" (exact).");
    return text.append(fmt::format(" (sampled: {} scenarios, seed {}).", head.sampling->scenarios, head.sampling->seed));
}

std::string smallest_change(const WeightChangeView& change, const char* way) {
    return fmt::format("{} {}: {} of all weight has to move, {}.", way, band_in_words(change.band), change.moved_text,
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
    const std::string by_points = job.band.empty() ? std::string{"none"} : job.band;
    return job.band_after_rules.empty() ? by_points : fmt::format("{}, by rule {}", by_points, job.band_after_rules);
}

std::string share_in_words(const BandShareView& share) {
    if (!share.standard_error) return percent(share.share);
    return fmt::format("{} (standard error {:.2f} %)", percent(share.share), 100 * *share.standard_error);
}

std::vector<std::string> weights_in_words(const SensitivityJob& job, const SensitivityHead& head) {
    const WeightsView& weights = *job.weights;
    std::vector<std::string> lines{firmness(job, weights), reach(weights), acceptability(weights, head)};
    if (weights.up) lines.push_back(smallest_change(*weights.up, "The smallest change that reaches"));
    if (weights.down) lines.push_back(smallest_change(*weights.down, "The smallest change beyond which it falls to"));
    return lines;
}

}  // namespace je::report
