// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <je/je.hpp>

// Checks texts in memory, as a page in a browser would: a scheme to begin with, and a job under it with a level that is not
// there.
int main() {
    je::io::MemorySource source;
    const auto scheme = je::study::new_file(source, {.kind = je::study::NewKind::scheme}, {});
    source.add("schemes/my-scheme.yaml", *scheme.result);
    source.add("job.yaml", "format: je-job/1\nid: clerk\ntitle: Clerk\nscheme: my-scheme\nfactors: {knowledge: {level: 9}}\n");

    je::study::Options options;
    options.scheme_folders = {"schemes"};
    const std::vector<std::string> files{"schemes", "job.yaml"};
    const auto outcome = je::study::check(source, files, options);
    for (const auto& file : outcome.result->files)
        std::printf("%s: %s\n", file.name.c_str(), file.errors == 0 ? file.proved.c_str() : "has mistakes");
    std::fputs(je::render::text(outcome.result->diagnostics).c_str(), stdout);
}
