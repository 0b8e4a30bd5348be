// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <je/je.hpp>

// The record of a panel, as the union side is to see it.
int main(int argc, char** argv) try {
    const std::vector<std::string> files(argv + 1, argv + argc);
    je::io::FileSource source;
    je::study::Options options;
    options.scheme_folders = {SCHEMES};
    options.audience = je::report::Audience::union_side;

    const auto outcome = je::study::panels(source, files, options);
    std::fputs(je::render::text(outcome.diagnostics).c_str(), stderr);
    if (outcome.refused) std::fputs(je::render::text(*outcome.refused).c_str(), stderr);
    if (!outcome.result) return 1;
    std::fputs(je::render::text(je::report::panel_document(*outcome.result)).c_str(), stdout);
} catch (const je::base::OutsideError& e) {
    std::fprintf(stderr, "%s\n", e.what());
    return 3;
}
