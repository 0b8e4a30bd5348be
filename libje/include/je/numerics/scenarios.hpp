// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace je::numerics {

/// How the scenarios of a source are written down in whole numbers. Scenario i multiplies the points of factor f by
///
///     k_f = gains[f] * (offset + e_f),        e_f whole, from -reach to reach
///
/// and a job's total is then, with m_f the largest points of factor f and M their sum,
///
///     T = M * sum k_f p_f / sum k_f m_f       or, when `unit` is set and nothing is rescaled,       T = sum k_f p_f / unit
///
/// so that T is at or above a floor exactly when sum k_f p_f is at or above a whole number that depends on scenario and floor
/// alone.
struct ScenarioForm {
    std::vector<std::int64_t> largest;      ///< m_f, each above 0
    std::vector<std::int64_t> gains;        ///< each above 0; all 1 unless the multipliers of small factors would be coarse
    std::int64_t offset = 0;                ///< 0 or more
    std::int64_t reach = 0;                 ///< at most 32,767, but for lists
    std::optional<std::int64_t> most_size;  ///< what sum k_f m_f never exceeds, where that is less than its parts allow
    std::optional<std::int64_t> unit;       ///< set when the scheme's largest total moves with the weights
};

/// Scenarios: sets of multipliers of the factors' points. Immutable; `fill` may be called from several threads.
///
/// Scenario i depends on the source and i alone, so it does not matter how scenarios are divided over threads, blocks or
/// computers.
/// Streams 0 and 1 of a RandomStream are used up by sources; draws of other things, such as levels, take streams from 2.
class ScenarioSource {
public:
    virtual ~ScenarioSource() = default;
    ScenarioSource(const ScenarioSource&) = delete;
    ScenarioSource& operator=(const ScenarioSource&) = delete;

    [[nodiscard]] const ScenarioForm& form() const { return form_; }
    [[nodiscard]] std::size_t factors() const { return form_.largest.size(); }
    /// How many scenarios there are: of a list, its length; otherwise without limit.
    [[nodiscard]] virtual std::uint64_t size() const { return std::numeric_limits<std::uint64_t>::max(); }
    /// e of scenarios first, first + 1, ...: `out` holds factors() numbers for each, one scenario after the other.
    virtual void fill(std::uint64_t first, std::span<std::int64_t> out) const = 0;

protected:
    explicit ScenarioSource(ScenarioForm form) : form_{std::move(form)} {}

private:
    ScenarioForm form_;
};

using Scenarios = std::shared_ptr<const ScenarioSource>;

/// The weight of every factor in scenarios first, first + 1, ..., count of them, in whole 2^-32, rounded half up, scenario
/// after scenario: w_f = k_f m_f / sum k_g m_g. Scenarios without rescaling have these weights too.
[[nodiscard]] std::vector<std::uint64_t> scenario_weights(const ScenarioSource& source, std::uint64_t first, std::size_t count);

/// A fraction of whole numbers, the lower one above 0.
struct Ratio {
    std::int64_t above = 0;
    std::int64_t below = 1;
};

// All of these throw std::invalid_argument for what their comments exclude; `largest` is m_f, each above 0 and together below
// 2^50.

/// Every weight multiplied by a number of its own from 1 - spread to 1 + spread, all equally likely, then rescaled to sum 1
/// unless `rescale` is false. The spread is above 0 and at most 1.
///
/// The numbers are whole multiples of 1 / offset, 2 reach + 1 of them, as many as 16 bits and the size of the points allow,
/// placed at the middle of equal cells of the range: so their mean is that of the range, and their variance is within 1 in 16
/// reach^2 of it.
[[nodiscard]] Scenarios spread_scenarios(std::vector<std::int64_t> largest, Ratio spread, bool rescale, std::uint64_t seed);

/// Weights uniform on { w_f >= least, sum w_f = 1 }. `least` times the number of factors is below 1, and least is 0 or more.
///
/// Uniform spacings: the gaps between sorted whole random numbers of 32 bits, without a logarithm. The multipliers are the
/// weights in 2^-15 or finer, rounded half up.
[[nodiscard]] Scenarios simplex_scenarios(std::vector<std::int64_t> largest, Ratio least, std::uint64_t seed);

/// Weights w ~ Dirichlet(concentration * w0), w0_f = m_f / M; the concentration is above 0 and at most 10^6.
///
/// Where all concentration * w0_f are whole and their sum is at most 512, by uniform spacings, taken together; otherwise by
/// gamma variates (Marsaglia and Tsang, "A simple method for generating gamma variables", 2000) with a logarithm and an
/// exponential made of + - * / alone, so that every machine gets the same bits. Multipliers as for the simplex.
[[nodiscard]] Scenarios dirichlet_scenarios(std::vector<std::int64_t> largest, Ratio concentration, std::uint64_t seed);

/// Scenarios as given: the multipliers k_f, 0 or more and at most 2^31, of one scenario after the other, at least one above 0
/// in each. Without a unit totals are rescaled; with one, T = sum k_f p_f / unit.
[[nodiscard]] Scenarios listed_scenarios(std::vector<std::int64_t> largest, std::vector<std::int32_t> multipliers,
                                         std::optional<std::int64_t> unit = {});

/// Scenarios given by weights in any whole unit, such as 10^-4, one scenario after the other, at least one above 0 in each;
/// they are divided by their sum. Exact: nothing is rounded. The least common multiple of the largest points must be below
/// 2^40.
[[nodiscard]] Scenarios listed_weights(std::vector<std::int64_t> largest, std::vector<std::int32_t> weights);

}  // namespace je::numerics
