// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <je/je.hpp>

// Scores every job in the files given, then explains the first: every point traced to its source, and what would move the band.
int main(int argc, char** argv) try {
    const std::vector<std::string> files(argv + 1, argv + argc);
    je::io::FileSource source;
    je::study::Options options;
    options.scheme_folders = {SCHEMES};

    const auto scored = je::study::score(source, files, options);
    std::fputs(je::render::text(scored.diagnostics).c_str(), stderr);  // every mistake in the files, with its place
    if (!scored.result || scored.result->jobs.empty()) return 1;
    for (const auto& job : scored.result->jobs)
        std::printf("%s: %s points\n", job.title.c_str(), job.total_max.to_string().c_str());

    options.jobs = {scored.result->jobs.front().id};
    const auto explained = je::study::explain(source, files, options);
    if (!explained.result) return 1;
    std::fputs(je::render::text(je::report::explain_document(*explained.result)).c_str(), stdout);
} catch (const je::base::OutsideError& e) {
    std::fprintf(stderr, "%s\n", e.what());  // a file that cannot be read
    return 3;
}
