// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0

// Our part of smallest_change_vs_linprog.py, which see. Reads jobs as whole numbers, prints results and the time they took:
//
//     smallest_change CASES RESULTS
//
// CASES: the numbers of jobs, factors and floors; for each job its points, its factors' largest points, and the floors.
// RESULTS: for each job and floor a line with the share of weight moved (-1 when the floor is out of reach) and the weights.
// Standard output: nanoseconds a job and floor, weights written, each job prepared once; reading and writing files left out.

#include <fmt/format.h>

#include <chrono>
#include <cstdint>
#include <fstream>
#include <stdexcept>
#include <vector>

#include "numerics/weights/weights.hpp"

namespace {

using je::numerics::Crossing;
using je::numerics::TransportDistance;
using Whole = std::vector<std::int64_t>;

struct Job {
    Whole points, largest, floors;
};
struct Cases {
    std::size_t factors = 0;
    std::size_t floors = 0;
    std::vector<Job> jobs;
};

Whole read_numbers(std::ifstream& file, std::size_t count) {
    Whole numbers(count);
    for (std::int64_t& number : numbers) file >> number;
    return numbers;
}

Cases read_cases(const char* path) {
    std::ifstream file{path};
    Cases cases;
    std::size_t jobs = 0;
    file >> jobs >> cases.factors >> cases.floors;
    for (std::size_t i = 0; i < jobs && file; ++i) {
        Job job;
        job.points = read_numbers(file, cases.factors);
        job.largest = read_numbers(file, cases.factors);
        job.floors = read_numbers(file, cases.floors);
        cases.jobs.push_back(std::move(job));
    }
    if (!file || cases.jobs.empty()) throw std::runtime_error{fmt::format("{} does not hold what it says", path)};
    return cases;
}

struct Results {
    std::vector<double> moved;    // -1: out of reach
    std::vector<double> weights;  // a row for each
};

void compute(const Cases& cases, Results& results) {
    TransportDistance move;
    std::size_t row = 0;
    for (const Job& job : cases.jobs) {
        move.prepare({job.points, job.largest});
        for (const std::int64_t floor : job.floors) {
            const auto moved = move.moved(floor, Crossing::reach, {&results.weights[row * cases.factors], cases.factors});
            results.moved[row++] = moved ? moved->to_double() : -1;
        }
    }
}

/// Several times over the same, for a tenth of a second.
double nanoseconds(const Cases& cases, Results& results) {
    using Clock = std::chrono::steady_clock;
    const auto begin = Clock::now();
    double times = 0;
    std::chrono::duration<double> spent{0};
    while (spent.count() < 0.1) {
        compute(cases, results);
        times += 1;
        spent = Clock::now() - begin;
    }
    return 1e9 * spent.count() / times / static_cast<double>(results.moved.size());
}

void write_results(const char* path, const Cases& cases, const Results& results) {
    std::ofstream file{path};
    for (std::size_t row = 0; row < results.moved.size(); ++row) {
        file << fmt::format("{}", results.moved[row]);
        for (std::size_t f = 0; f < cases.factors; ++f) file << fmt::format(" {}", results.weights[row * cases.factors + f]);
        file << '\n';
    }
    if (!file.flush()) throw std::runtime_error{fmt::format("{} cannot be written", path)};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        fmt::print(stderr, "usage: smallest_change CASES RESULTS\n");
        return 2;
    }
    try {
        const Cases cases = read_cases(argv[1]);
        const std::size_t rows = cases.jobs.size() * cases.floors;
        Results results{std::vector<double>(rows), std::vector<double>(rows * cases.factors)};
        fmt::print("{:.3f}\n", nanoseconds(cases, results));
        write_results(argv[2], cases, results);
    } catch (const std::exception& failure) {
        fmt::print(stderr, "{}\n", failure.what());
        return 1;
    }
    return 0;
}
