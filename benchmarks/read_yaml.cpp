// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0

// How long reading questionnaires takes, against bare YAML::LoadFile over the same files, on one thread.
//
//     read_yaml [FILES [ROUNDS [SEED]]]       10000 files, 5 rounds, seed 1 where not given
//
// Both read in turns of 100 files, the one that begins changing from turn to turn, so that whatever else the machine does falls
// on both alike. Exit status 1 when the two do not find the same jobs.

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "io/readers/reader.hpp"
#include "je/base/diagnostic.hpp"
#include "je/base/text.hpp"
#include "je/io/file.hpp"
#include "je/model/job.hpp"
#include "je/model/scheme.hpp"
#include "questionnaires.hpp"

namespace {

using je::benchmark::Questionnaires;
using Files = std::vector<std::string>;

/// What was found in the files, to compare: each job's id and how many factors have a level.
struct Found {
    std::vector<std::string> ids;
    std::size_t levels = 0;
    bool operator==(const Found&) const = default;
};

struct Spent {
    double wall = 0;
    double processor = 0;
};

double processor_seconds() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double wall_seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

void load_bare(const std::string& path, Found& found) {
    const YAML::Node root = YAML::LoadFile(path);
    found.ids.push_back(root["id"].Scalar());
    found.levels += root["factors"].size();
}

void read_whole(const std::string& path, const je::model::Scheme& scheme, Found& found) {
    const je::io::Limits limits;
    je::base::Diagnostics diagnostics;
    const auto text = je::io::read_file(path, path, limits, diagnostics);
    if (!text) return;
    const auto draft = je::io::read_job(*text, limits, diagnostics);
    const auto job = draft ? je::model::Job::make(*draft, scheme, diagnostics) : std::nullopt;
    if (!job) return;
    found.ids.push_back(job->id().text());
    for (const auto& level : job->answers().levels) found.levels += level ? 1U : 0U;
}

template <class Work>
void timed(Spent& spent, Work&& work) {
    const double wall = wall_seconds();
    const double processor = processor_seconds();
    work();
    spent.processor += processor_seconds() - processor;
    spent.wall += wall_seconds() - wall;
}

struct Round {
    Spent bare, whole;
    Found bare_found, whole_found;
};

Round run_round(const Files& files, const je::model::Scheme& scheme, bool whole_first) {
    constexpr std::size_t turn = 100;
    Round round;
    for (std::size_t begin = 0; begin < files.size(); begin += turn) {
        const std::size_t end = std::min(begin + turn, files.size());
        const auto bare = [&] {
            timed(round.bare, [&] {
                for (std::size_t i = begin; i < end; ++i) load_bare(files[i], round.bare_found);
            });
        };
        const auto whole = [&] {
            timed(round.whole, [&] {
                for (std::size_t i = begin; i < end; ++i) read_whole(files[i], scheme, round.whole_found);
            });
        };
        if (whole_first) whole();
        bare();
        if (!whole_first) whole();
        whole_first = !whole_first;
    }
    return round;
}

je::model::Scheme load_scheme(const std::string& path) {
    const je::io::Limits limits;
    je::base::Diagnostics diagnostics;
    const auto text = je::io::read_file(path, path, limits, diagnostics);
    const auto draft = text ? je::io::read_scheme(*text, limits, diagnostics) : std::nullopt;
    auto scheme = draft ? je::model::Scheme::make(*draft, diagnostics) : std::nullopt;
    if (!scheme) throw std::runtime_error{"the scheme cannot be used: " + path};
    return *std::move(scheme);
}

void print_summary(const char* what, std::vector<double> ratios) {
    std::sort(ratios.begin(), ratios.end());
    fmt::print("{} ratio: median {:.2f}, smallest {:.2f}, largest {:.2f}\n", what, ratios[ratios.size() / 2], ratios.front(),
               ratios.back());
}

struct Options {
    std::uint64_t files = 10'000;
    std::uint64_t rounds = 5;
    std::uint64_t seed = 1;
};

std::optional<Options> read_options(int argc, char** argv) {
    Options options;
    std::uint64_t* const values[] = {&options.files, &options.rounds, &options.seed};
    if (argc > 4) return std::nullopt;
    for (int i = 1; i < argc; ++i) {
        const auto value = je::base::parse_whole(argv[i], 1'000'000);
        if (!value || *value == 0) return std::nullopt;
        *values[i - 1] = *value;
    }
    return options;
}

int run(const Options& options) {
    const auto scheme = load_scheme(JE_SCHEME);
    const je::benchmark::TemporaryFolder folder;
    const Questionnaires written = je::benchmark::write_questionnaires(folder.path(), scheme, options.files, options.seed);
    fmt::print("{} questionnaires, {:.1f} KB each on average, seed {}\n", written.files.size(),
               static_cast<double>(written.bytes) / 1000.0 / static_cast<double>(written.files.size()), options.seed);
    std::vector<double> wall;
    std::vector<double> processor;
    for (std::uint64_t i = 0; i < options.rounds; ++i) {
        const Round round = run_round(written.files, scheme, i % 2 == 1);
        if (round.bare_found != round.whole_found || round.whole_found.ids.size() != written.files.size()) {
            fmt::print(stderr, "the two did not find the same jobs\n");
            return 1;
        }
        wall.push_back(round.whole.wall / round.bare.wall);
        processor.push_back(round.whole.processor / round.bare.processor);
        fmt::print("round {}: YAML::LoadFile {:.2f} s, je {:.2f} s, ratio {:.2f} (processor time {:.2f})\n", i + 1,
                   round.bare.wall, round.whole.wall, wall.back(), processor.back());
    }
    print_summary("wall time", wall);
    print_summary("processor time", processor);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const auto options = read_options(argc, argv);
    if (!options) {
        fmt::print(stderr, "usage: read_yaml [FILES [ROUNDS [SEED]]]\n");
        return 2;
    }
    return run(*options);
}
