// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "je/io/file.hpp"
#include "je/io/reader.hpp"
#include "je/model/job.hpp"
#include "je/model/scheme.hpp"
#include "je/scoring/score.hpp"

// What a program that uses the installed library looks like: reads a scheme, sets every factor to its highest level, scores.
int main(int argc, char** argv) {
    if (argc != 2) return 2;
    je::base::Diagnostics diagnostics;
    const je::io::Limits limits;
    const auto text = je::io::read_file(argv[1], argv[1], limits, diagnostics);
    const auto draft = text ? je::io::read_scheme(*text, limits, diagnostics) : std::nullopt;
    const auto scheme = draft ? je::model::Scheme::make(*draft, diagnostics) : std::nullopt;
    if (!scheme) {
        for (const auto& d : diagnostics.all()) std::fprintf(stderr, "%s: %s\n", d.at.to_string().c_str(), d.message.c_str());
        return 1;
    }
    je::model::Answers answers{*scheme};
    for (std::size_t f = 0; f < scheme->factors().size(); ++f) {
        answers.levels[f] = je::model::LevelIndex{scheme->factors()[f].levels.size() - 1};
    }
    const auto score = je::scoring::score(*scheme, nullptr, answers);
    std::printf("%s %s\n", scheme->id().text().c_str(), score.total_max.to_string().c_str());
    return 0;
}
