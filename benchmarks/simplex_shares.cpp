// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0

// How long the exact shares of all bands take, on one thread; shares_vs_numpy.py runs it.
//
//     simplex_shares POINTS FACTORS FLOOR,FLOOR,...
//
// POINTS holds the jobs' points as doubles of this machine, a row of FACTORS per job. For every line read from standard input
// one is written to standard output, when the work it names is done: "simplex" gives the seconds taken for all jobs; "spread S"
// the seconds and the number of (job, floor) pairs that multipliers within +-S can reach, each worked out with its error bound.
// "write FILE" writes the shares of the last "simplex", a row of bands per job.

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "numerics/shares/shares.hpp"

namespace {

using Numbers = std::vector<double>;

Numbers read_points(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    if (!file || bytes.size() % sizeof(double) != 0) throw std::runtime_error("cannot read points");
    Numbers points(bytes.size() / sizeof(double));
    bytes.copy(reinterpret_cast<char*>(points.data()), bytes.size());
    return points;
}

Numbers read_floors(std::istringstream list) {
    Numbers floors;
    for (std::string floor; std::getline(list, floor, ',');) floors.push_back(std::stod(floor));
    return floors;
}

template <class Work>
double seconds(Work&& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Equal base weights; every multiplier within +-spread of 1. Gives the number of reachable pairs and the largest error bound.
std::string run_spread(const Numbers& points, std::size_t factors, const Numbers& floors, double spread) {
    std::size_t reachable = 0;
    double error = 0;
    double sum_of_shares = 0;
    Numbers terms(factors);
    const double taken = seconds([&] {
        for (std::size_t job = 0; job < points.size(); job += factors) {
            for (const double floor : floors) {
                double limit = 0;
                double reach = 0;
                for (std::size_t f = 0; f < factors; ++f) {
                    terms[f] = points[job + f] - floor;
                    limit -= terms[f] / spread;
                    reach += std::abs(terms[f]);
                }
                if (std::abs(limit) >= reach) continue;
                const auto share = je::numerics::spread_share(terms, limit);
                sum_of_shares += share.value;
                error = std::max(error, share.error);
                ++reachable;
            }
        }
    });
    return fmt::format("{} {} {} {}", taken, reachable, error, sum_of_shares);
}

void serve(const Numbers& points, std::size_t factors, const Numbers& floors) {
    Numbers bands(points.size() / factors * (floors.size() + 1));
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream words{line};
        std::string word;
        words >> word;
        std::string argument;
        words >> argument;
        if (word == "simplex") {
            fmt::print("{}\n", seconds([&] { je::numerics::simplex_shares(points, factors, floors, bands); }));
        } else if (word == "spread") {
            fmt::print("{}\n", run_spread(points, factors, floors, std::stod(argument)));
        } else {
            std::ofstream file{argument, std::ios::binary};
            file.write(reinterpret_cast<const char*>(bands.data()),
                       static_cast<std::streamsize>(bands.size() * sizeof(double)));
            file.close();
            fmt::print("{}\n", file ? "written" : "not written");
        }
        std::fflush(stdout);
    }
}

}  // namespace

int main(int count, char** words) {
    try {
        const std::vector<std::string> arguments(words + 1, words + count);
        if (arguments.size() != 3) throw std::runtime_error("usage: simplex_shares POINTS FACTORS FLOOR,FLOOR,...");
        serve(read_points(arguments[0]), std::stoul(arguments[1]), read_floors(std::istringstream{arguments[2]}));
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
    return 0;
}
