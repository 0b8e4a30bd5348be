// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0

// The distribution of each job's total under uncertain levels, for level_convolution.py. Reads jobs from a file: their number
// and that of factors, then for each factor of each job how many values it has, and each with its chance. Writes, for each job,
// the mean, the variance and the chance of a total of at least the middle one; then the microseconds a job took.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <istream>
#include <vector>

#include "../tests/support/distribution.hpp"
#include "numerics/shares/convolution.hpp"

namespace {

using je::numerics::convolve;
using je::numerics::DiscreteDistribution;
using Job = std::vector<DiscreteDistribution>;

DiscreteDistribution read_factor(std::istream& in) {
    std::size_t values = 0;
    in >> values;
    std::vector<je::numerics::Mass> masses(values);
    for (auto& mass : masses) {
        in >> mass.value >> mass.mass;
        mass.value *= 10'000;  // as the library holds points
    }
    return DiscreteDistribution::of(std::move(masses)).value();
}

std::vector<Job> read_jobs(std::istream& in) {
    std::size_t jobs = 0;
    std::size_t factors = 0;
    in >> jobs >> factors;
    std::vector<Job> result(jobs);
    for (Job& job : result) {
        for (std::size_t f = 0; f < factors; ++f) job.push_back(read_factor(in));
    }
    return result;
}

constexpr std::size_t at_once = 50;  // no more are kept: what is measured is arithmetic and not fresh memory

void describe(const DiscreteDistribution& total) {
    const auto middle = (total.smallest() / 10'000 + total.largest() / 10'000) / 2 * 10'000;
    std::printf("%.17g %.17g %.17g\n", total.mean() / 1e4, total.variance() / 1e8, je::test::chance_from(total, middle));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    std::ifstream file{argv[1]};
    const auto jobs = read_jobs(file);
    std::chrono::duration<double, std::micro> took{};
    std::vector<DiscreteDistribution> totals;
    for (std::size_t first = 0; first < jobs.size(); first += at_once) {
        totals.clear();
        const auto begin = std::chrono::steady_clock::now();
        for (std::size_t j = first; j < std::min(jobs.size(), first + at_once); ++j)
            totals.push_back(convolve(jobs[j]).value());
        took += std::chrono::steady_clock::now() - begin;
        for (const auto& total : totals) describe(total);
    }
    std::printf("%.6f\n", took.count() / static_cast<double>(jobs.size()));
    return file ? 0 : 1;
}
