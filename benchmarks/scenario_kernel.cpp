// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
// Counts jobs at or above floors over given weights, and times itself. Usage: scenario_kernel FOLDER INSTRUCTIONS THREADS RUNS
// The folder holds largest, points, floors (whole numbers of 64 bits) and weights (of 32); counts are written into it. Prints a
// line with the milliseconds of each run, then the kilobytes of memory taken beyond inputs and counts.
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>

#include "../tests/support/listed_scenarios.hpp"

namespace {

using namespace je::numerics;

template <typename Number>
std::vector<Number> numbers_in(const std::string& path) {
    std::ifstream file{path, std::ios::binary | std::ios::ate};
    if (!file) throw std::runtime_error{path};
    std::vector<Number> numbers(static_cast<std::size_t>(file.tellg()) / sizeof(Number));
    file.seekg(0);
    file.read(reinterpret_cast<char*>(numbers.data()), static_cast<std::streamsize>(numbers.size() * sizeof(Number)));
    return numbers;
}

// Of memory in use at one time, so far. Not by getrusage, which counts what the parent used before this program was loaded.
std::int64_t most_kilobytes() {
    std::ifstream status{"/proc/self/status"};
    for (std::string word; status >> word;) {
        if (word != "VmHWM:") continue;
        std::int64_t kilobytes = 0;
        status >> kilobytes;
        return kilobytes;
    }
    throw std::runtime_error{"/proc/self/status has no VmHWM"};
}

void run(const std::string& folder, const KernelOptions& options, int runs) {
    const auto points = numbers_in<std::int64_t>(folder + "/points");
    const auto floors = numbers_in<std::int64_t>(folder + "/floors");
    const auto source =
        listed_scenarios(numbers_in<std::int64_t>(folder + "/largest"), numbers_in<std::int32_t>(folder + "/weights"));
    const std::int64_t before = most_kilobytes();
    ScenarioCounts counts;
    for (int i = 0; i < runs; ++i) {
        counts = {};
        const auto begin = std::chrono::steady_clock::now();
        counts = count_scenarios(*source, {points, floors}, {0, source->size()}, options);
        std::cout << std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count() << ' ';
    }
    const auto size = static_cast<std::int64_t>(counts.at_or_above.size() * sizeof counts.at_or_above[0]);
    std::cout << '\n' << most_kilobytes() - before - size / 1024 << '\n';
    std::ofstream{folder + "/counts", std::ios::binary}.write(reinterpret_cast<const char*>(counts.at_or_above.data()), size);
    if (options.instructions != counts.used) std::cerr << "other instructions were used\n";
}

}  // namespace

int main(int argc, char** argv) {
    const std::map<std::string, Instructions> kinds{{"plain", Instructions::plain},
                                                    {"avx2", Instructions::avx2},
                                                    {"avx512", Instructions::avx512},
                                                    {"wide", Instructions::wide}};
    if (argc != 5 || !kinds.contains(argv[2])) {
        std::cerr << "usage: scenario_kernel FOLDER plain|avx2|avx512|wide THREADS RUNS\n";
        return 2;
    }
    KernelOptions options;
    options.instructions = kinds.at(argv[2]);
    options.threads = std::stoul(argv[3]);
    run(argv[1], options, std::stoi(argv[4]));
}
