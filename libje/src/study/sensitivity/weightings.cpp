// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <numeric>
#include <utility>

#include "io/readers/reader.hpp"
#include "je/base/text.hpp"
#include "study/outcome.hpp"
#include "study/sensitivity/parts.hpp"
#include "study/weighting.hpp"

namespace je::study {

namespace {

using sensitivity::Weighting;

std::vector<Weighting> weightings_in(const std::string& name, const StudiedJobs& studied, Inputs& inputs,
                                     base::Diagnostics& diagnostics) {
    const auto file = inputs.read({name, name}, diagnostics);
    const auto draft = file ? io::read_weightings(*file, inputs.options().limits, diagnostics) : std::nullopt;
    if (!draft) return {};
    return sensitivity::make_weightings(*draft, *studied.scheme->scheme, studied.scheme->bands, diagnostics)
        .value_or(std::vector<Weighting>{});
}

/// The points of each job on each scored unit of the scheme.
std::vector<model::Points> points_on_units(const StudiedJobs& studied) {
    const sensitivity::Grid& grid = *studied.grid;
    const std::size_t units = studied.scheme->scheme->units().size();
    std::vector<model::Points> points(studied.jobs.size() * units);
    for (std::size_t j = 0; j < studied.jobs.size(); ++j) {
        for (std::size_t f = 0; f < grid.factors(); ++f)
            points[j * units + grid.units()[f]] =
                model::Points{base::Decimal::from_units(studied.points[j * grid.factors() + f] * grid.step())};
    }
    return points;
}

/// All of it is held at once.
void refuse_too_many(std::size_t jobs, std::size_t weightings) {
    constexpr std::size_t most = 1'000'000;
    if (weightings == 0 || jobs <= most / (weightings + 1)) return;
    refuse("JE-U97",
           fmt::format("{} of {} are more than can be held", base::counted(weightings, "weighting", "weightings"),
                       base::counted(jobs, "job", "jobs")),
           fmt::format("with so many weightings, at most {}", base::counted(most / (weightings + 1), "job", "jobs")),
           "give fewer jobs at a time, or fewer weightings");
}

}  // namespace

std::vector<Weighting> weightings_asked(const StudiedJobs& studied, const SensitivityOptions& what, Inputs& inputs,
                                        base::Diagnostics& diagnostics) {
    std::vector<Weighting> weightings;
    if (what.weightings) weightings = weightings_in(*what.weightings, studied, inputs, diagnostics);
    if (what.weight) weightings.push_back(weighting_of(*what.weight, *studied.scheme->scheme, diagnostics));
    refuse_too_many(studied.jobs.size(), weightings.size());
    return weightings;
}

std::vector<report::WeightingView> weightings_part(const StudiedJobs& studied, std::span<const Weighting> weightings,
                                                   base::Diagnostics& diagnostics) {
    std::vector<std::string> ids;
    for (const StudiedJob& job : studied.jobs) ids.push_back(job.id);
    const auto points = points_on_units(studied);
    const auto unit = base::Decimal::from_units(std::gcd(studied.grid->step(), base::Decimal::units_per_one));
    const sensitivity::WeighedInput input{*studied.scheme->scheme, *studied.scheme->bands, ids, points,
                                          sensitivity::Points{unit}};
    const auto weighed = sensitivity::weigh_jobs(input, weightings, diagnostics);
    return report::weightings_view(input, weightings, weighed);
}

}  // namespace je::study
