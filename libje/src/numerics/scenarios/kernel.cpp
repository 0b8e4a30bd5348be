// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/scenarios/kernel.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "numerics/parallel.hpp"
#include "numerics/scenarios/scenarios.hpp"
#include "numerics/scenarios/sources.hpp"

namespace je::numerics {

namespace {

constexpr std::uint32_t nothing = 0xFFFFFFFF;

std::uint64_t hash_of(std::span<const std::int64_t> row) {
    std::uint64_t hash = 0;
    for (const std::int64_t number : row) {
        hash = (hash ^ static_cast<std::uint64_t>(number)) * 0x9E3779B97F4A7C15;
        hash ^= hash >> 32;
    }
    return hash;
}

/// Open addressing; at most half full.
class RowTable {
public:
    RowTable(std::span<const std::int64_t> rows, std::size_t width)
        : rows_{rows}, width_{width}, slots_(std::bit_ceil(std::max<std::size_t>(2, 2 * (rows.size() / width))), nothing) {}

    // The kind of a row, a new one when no row before it was the same.
    std::uint32_t kind_of(std::uint32_t row, std::vector<std::uint32_t>& first) {
        const auto numbers = row_at(row);
        for (std::size_t at = hash_of(numbers) & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
            if (slots_[at] == nothing) {
                slots_[at] = static_cast<std::uint32_t>(first.size());
                first.push_back(row);
                return slots_[at];
            }
            if (std::ranges::equal(row_at(first[slots_[at]]), numbers)) return slots_[at];
        }
    }

private:
    [[nodiscard]] std::span<const std::int64_t> row_at(std::uint32_t row) const { return rows_.subspan(row * width_, width_); }

    std::span<const std::int64_t> rows_;
    std::size_t width_;
    std::vector<std::uint32_t> slots_;
};

/// `rows` holds `width` numbers for each; `width` is above 0, and there are fewer than 2^32 rows.
DistinctRows distinct_rows(std::span<const std::int64_t> rows, std::size_t width) {
    RowTable table{rows, width};
    DistinctRows result;
    result.kind.resize(rows.size() / width);
    for (std::uint32_t row = 0; row < result.kind.size(); ++row) result.kind[row] = table.kind_of(row, result.first);
    return result;
}

void check(const ScenarioSource& source, const ScenarioJobs& jobs, ScenarioRange range) {
    if (jobs.points.size() % source.factors() != 0) throw std::invalid_argument{"a job must have points for every factor"};
    if (jobs.points.size() / source.factors() >= std::numeric_limits<std::uint32_t>::max())
        throw std::invalid_argument{"there are too many jobs"};
    if (!std::is_sorted(jobs.floors.begin(), jobs.floors.end())) throw std::invalid_argument{"floors must rise"};
    if (range.first > range.last || range.last > source.size()) throw std::invalid_argument{"there are not as many scenarios"};
}

DistinctRows each_row(std::size_t rows) {
    DistinctRows result;
    result.first.resize(rows);
    std::iota(result.first.begin(), result.first.end(), 0U);
    result.kind = result.first;
    return result;
}

std::int64_t fitting(Int128 number) {
    constexpr Int128 most = std::numeric_limits<std::int64_t>::max();  // kept free: it stands for bounds beyond 64 bits
    if (number >= most || number <= -most)
        throw std::overflow_error{"points and multipliers are too large for totals of 64 bits"};
    return static_cast<std::int64_t>(number);
}

void add_points(KernelPlan& plan, const ScenarioJobs& jobs) {
    const auto& gains = plan.source->form().gains;
    plan.points.resize(plan.job_count() * plan.factors);
    Int128 most = 0;
    for (std::size_t j = 0; j < plan.job_count(); ++j) {
        Int128 sum = 0;
        for (std::size_t f = 0; f < plan.factors; ++f) {
            const Int128 q = Int128{jobs.points[plan.jobs.first[j] * plan.factors + f]} * gains[f];
            sum += q < 0 ? -q : q;
            plan.points[j * plan.factors + f] = static_cast<std::int64_t>(q);  // fits when the sum does
        }
        most = std::max(most, sum);
    }
    fitting(most * plan.most_multiplier);
    plan.most_points = static_cast<std::int64_t>(most);
}

/// Throws as count_scenarios does. Jobs of the same points are taken together only when `distinct`.
KernelPlan make_plan(const ScenarioSource& source, const ScenarioJobs& jobs, ScenarioRange range, bool distinct) {
    check(source, jobs, range);
    const ScenarioForm& form = source.form();
    KernelPlan plan;
    plan.source = &source;
    plan.factors = source.factors();
    plan.floors.assign(jobs.floors.begin(), jobs.floors.end());
    plan.most_multiplier = form.offset + form.reach;
    Int128 sum = 0;
    for (std::size_t f = 0; f < plan.factors; ++f) {
        plan.sizes.push_back(form.gains[f] * form.largest[f]);
        sum += plan.sizes.back();
        plan.largest_sum += form.largest[f];
    }
    fitting(sum * plan.most_multiplier);
    plan.size_sum = static_cast<std::int64_t>(sum);
    plan.jobs = distinct ? distinct_rows(jobs.points, plan.factors) : each_row(jobs.points.size() / plan.factors);
    add_points(plan, jobs);
    return plan;
}

}  // namespace

Int128 KernelPlan::bound_for(std::int64_t floor, std::int64_t size_of_e) const {
    const ScenarioForm& form = source->form();
    if (form.unit) return Int128{floor} * *form.unit;
    return ceil_quotient(Int128{floor} * (Int128{form.offset} * size_sum + size_of_e), largest_sum);
}

ScenarioRange block_range(ScenarioRange range, std::uint64_t block) {
    return {std::max(range.first, block * block_size), std::min(range.last, (block + 1) * block_size)};
}

namespace {

#ifdef __x86_64__
bool has_avx2() { return __builtin_cpu_supports("avx2") != 0; }
bool has_avx512() { return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0; }
bool has_vnni() { return has_avx512() && __builtin_cpu_supports("avx512vnni") != 0; }
#else
bool has_avx2() { return false; }
bool has_avx512() { return false; }
bool has_vnni() { return false; }
#endif

LaneFunction widest_avx512() {
    if (has_vnni() && avx512_vnni_lanes() != nullptr) return avx512_vnni_lanes();
    return has_avx512() ? avx512_lanes() : nullptr;
}

struct ChosenLanes {
    LaneFunction function = nullptr;  ///< null for `wide`
    Instructions kind = Instructions::wide;
};

/// What to use when this kind is asked for.
ChosenLanes choose_lanes(Instructions asked) {
    if (asked == Instructions::wide) return {};
    if (asked == Instructions::automatic || asked == Instructions::avx512)
        if (const LaneFunction function = widest_avx512()) return {function, Instructions::avx512};
    if (asked != Instructions::plain && has_avx2())
        if (const LaneFunction function = avx2_lanes()) return {function, Instructions::avx2};
    if (const LaneFunction function = plain_lanes()) return {function, Instructions::plain};
    return {};
}

// Making a scenario costs as much as evaluating a few hundred jobs in it.
std::size_t threads_worth(const KernelOptions& options, const KernelPlan& plan, std::uint64_t scenarios) {
    constexpr std::uint64_t few = 1'000'000;
    constexpr std::uint64_t cost_of_scenario = 256;
    const bool little = scenarios < few && (plan.job_count() + cost_of_scenario) * scenarios < few;
    return little ? 1 : threads_for(options.threads);
}

// `count(group)` for groups of blocks, one after the other.
template <typename Count>
void for_each_group(ScenarioRange range, const KernelOptions& options, Count count) {
    if (range.first == range.last) return;
    const std::uint64_t end = (range.last - 1) / block_size + 1;
    for (std::uint64_t block = range.first / block_size; block < end; block += blocks_together) {
        const BlockGroup group{range, block, std::min(end, block + blocks_together)};
        count(group);
        if (options.progress)
            options.progress(group.scenarios(group.blocks() - 1).last - range.first, range.last - range.first);
    }
}

std::vector<std::uint64_t> for_all_jobs(const KernelPlan& plan, std::span<const std::uint64_t> counts) {
    const std::size_t floors = plan.floors.size();
    std::vector<std::uint64_t> result(plan.jobs.kind.size() * floors);
    for (std::size_t j = 0; j < plan.jobs.kind.size(); ++j)
        std::copy_n(counts.begin() + static_cast<std::ptrdiff_t>(plan.jobs.kind[j] * floors), floors,
                    result.begin() + static_cast<std::ptrdiff_t>(j * floors));
    return result;
}

}  // namespace

ScenarioCounts count_scenarios(const ScenarioSource& source, const ScenarioJobs& jobs, ScenarioRange range,
                               const KernelOptions& options) {
    const KernelPlan plan = make_plan(source, jobs, range, true);
    ScenarioCounts result;
    result.scenarios = range.last - range.first;
    result.distinct_jobs = plan.job_count();
    const std::size_t threads = threads_worth(options, plan, result.scenarios);
    ChosenLanes lanes = choose_lanes(options.instructions);
    const std::optional<NarrowPlan> narrow = lanes.function != nullptr ? NarrowPlan::make(plan) : std::nullopt;
    if (!narrow) lanes = {};
    result.used = lanes.kind;
    std::vector<std::uint64_t> counts(plan.job_count() * plan.floors.size());
    if (narrow) {
        NarrowCounter counter{*narrow, lanes.function, threads};
        for_each_group(range, options, [&](const BlockGroup& group) { counter.count(group, counts); });
    } else {
        WideCounter counter{plan, threads};
        for_each_group(range, options, [&](const BlockGroup& group) { counter.count(group, counts); });
    }
    result.at_or_above = for_all_jobs(plan, counts);
    return result;
}

namespace {

std::size_t scenarios_together(std::size_t jobs) {
    constexpr std::size_t most_totals = std::size_t{1} << 21;
    return std::clamp<std::size_t>(most_totals / std::max<std::size_t>(1, jobs), 1, block_size);
}

/// The totals of block after block, in room that is taken once.
class Visits {
public:
    Visits(const KernelPlan& plan, const KernelOptions& options)
        : plan_{plan},
          threads_{threads_for(options.threads)},
          together_{scenarios_together(plan.job_count())},
          multipliers_(plan.factors * together_),
          bounds_(plan.floors.size() * together_),
          totals_(plan.job_count() * together_) {}

    // From `first` to the end of the range or of a block, whichever comes first. Good until the next call.
    ScenarioBlock next(std::uint64_t first, std::uint64_t end) {
        const std::uint64_t last = std::min(end, (first / together_ + 1) * together_);
        const auto count = static_cast<std::size_t>(last - first);
        drawn_.resize(count * plan_.factors);
        plan_.source->fill(first, drawn_);
        weights_ = weights_of(plan_.source->form(), drawn_);
        fill_wide(plan_, drawn_, count, multipliers_.data(), bounds_.data());
        add_up(count);
        return {first, count, std::span{totals_}.first(plan_.job_count() * count),
                std::span{bounds_}.first(plan_.floors.size() * count), weights_};
    }

private:
    void add_up(std::size_t count) {
        constexpr std::size_t few = 100'000;
        const std::size_t jobs = plan_.job_count();
        const std::size_t threads = count * jobs < few ? 1 : threads_;
        const std::size_t of_task = jobs_of_task(jobs, threads);
        for_each_task(threads, (jobs + of_task - 1) / of_task, [&](std::size_t task) {
            for (std::size_t j = task * of_task; j < std::min(jobs, (task + 1) * of_task); ++j)
                add_up_wide(plan_.job(j), multipliers_.data(), count, std::span{totals_}.subspan(j * count, count));
        });
    }

    const KernelPlan& plan_;
    std::size_t threads_;
    std::size_t together_;
    std::vector<std::int64_t> drawn_;
    std::vector<std::uint64_t> weights_;
    std::vector<std::int64_t> multipliers_;
    std::vector<std::int64_t> bounds_;
    std::vector<std::int64_t> totals_;
};

}  // namespace

void visit_scenarios(const ScenarioSource& source, const ScenarioJobs& jobs, ScenarioRange range,
                     const std::function<void(const ScenarioBlock&)>& visit, const KernelOptions& options) {
    const KernelPlan plan = make_plan(source, jobs, range, false);
    Visits visits{plan, options};
    for (std::uint64_t first = range.first; first < range.last;) {
        const ScenarioBlock block = visits.next(first, range.last);
        visit(block);
        first += block.count;
        if (options.progress) options.progress(first - range.first, range.last - range.first);
    }
}

}  // namespace je::numerics
