// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <je/je.hpp>

// An appeal as JSON. The panels that it joins lie beside its record, or in the folders named after it.
int main(int argc, char** argv) try {
    if (argc < 2) return 2;
    const std::vector<std::string> appeal{argv[1]};
    je::io::FileSource source;
    je::study::Options options;
    options.scheme_folders = {SCHEMES};
    options.records.assign(argv + 2, argv + argc);

    const auto outcome = je::study::appeals(source, appeal, options, {.changes = 3});
    std::fputs(je::render::text(outcome.diagnostics).c_str(), stderr);
    if (!outcome.result) return 1;
    std::fputs(je::render::json(*outcome.result).c_str(), stdout);
} catch (const je::base::OutsideError& e) {
    std::fprintf(stderr, "%s\n", e.what());
    return 3;
}
