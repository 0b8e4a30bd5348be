// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "je/render/diagnostics.hpp"
#include "je/study/check.hpp"

// What a program that uses the installed library looks like: checks a scheme, and tells the largest total that it can give.
int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const std::vector<std::string> files{argv[1]};
    je::io::FileSource source;
    const auto checked = je::study::check(source, files, {}, {.show = true});
    if (!checked.result || checked.result->shown.empty()) {
        std::fputs(je::render::text(checked.diagnostics).c_str(), stderr);
        return 1;
    }
    const auto& scheme = checked.result->shown.front();
    std::printf("%s %s\n", scheme.info.id.c_str(), scheme.largest_total.to_string().c_str());
    return 0;
}
