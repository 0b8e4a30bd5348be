// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <vector>

#include "numerics/kernel_plan.hpp"
#include "numerics/reachable_floors.hpp"

namespace je::numerics {

/// Numbers at an address that vectors of 64 bytes can be loaded from.
class AlignedNumbers {
public:
    explicit AlignedNumbers(std::size_t count) : data_{static_cast<std::int32_t*>(::operator new(count * 4, alignment))} {}
    [[nodiscard]] std::int32_t* at(std::size_t index) const { return data_.get() + index; }

private:
    static constexpr std::align_val_t alignment{2048};
    struct Free {
        void operator()(std::int32_t* data) const { ::operator delete(data, alignment); }
    };
    std::unique_ptr<std::int32_t, Free> data_;
};

/// What a plan becomes in 32 bits: points in pairs of 16 bits, and what each (job, floor) adds to the bounds of the scenarios.
class NarrowPlan {
public:
    /// Nothing when some sum might not fit.
    [[nodiscard]] static std::optional<NarrowPlan> make(const KernelPlan& plan);

    [[nodiscard]] const KernelPlan& plan() const { return *plan_; }
    [[nodiscard]] std::size_t pairs() const { return (plan_->factors + 1) / 2; }
    [[nodiscard]] const std::int32_t* points(std::size_t job) const { return points_.data() + job * pairs(); }
    [[nodiscard]] const std::int32_t* shifts(std::size_t job) const {
        return shifts_.empty() ? nullptr : shifts_.data() + job * plan_->floors.size();
    }
    /// The floors of a job that some scenarios of the source reach and others do not, as far as is known beforehand.
    [[nodiscard]] const FloorSpan* spans(std::size_t job) const { return spans_.data() + job; }
    /// The numbers of one block that LaneWork asks for.
    void fill(ScenarioRange scenarios, std::int32_t* multipliers, std::int32_t* bounds, BoundRange* ranges) const;

private:
    explicit NarrowPlan(const KernelPlan& plan) : plan_{&plan} {}
    bool add_shifts();
    void pack_points();
    void fill_bounds(std::span<const std::int64_t> sizes, std::int32_t* bounds, BoundRange* ranges) const;

    const KernelPlan* plan_;
    std::vector<std::int32_t> points_;
    std::vector<std::int32_t> shifts_;
    std::vector<std::int64_t> remainders_;  // of floor * offset * sum n by M
    std::vector<FloorSpan> spans_;
    std::int32_t padding_ = 0;  // a bound that a sum of 0 is not above
};

}  // namespace je::numerics
