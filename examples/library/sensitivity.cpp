// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <je/je.hpp>

// Which jobs are firm in their band, whatever the weights of the factors between half and one and a half of what they are. Jobs
// come one after another, so that a million of them need not be in memory.
class Firm : public je::study::SensitivityReceiver {
public:
    void begin(const je::report::SensitivityHead& head) override { std::printf("%zu jobs\n", head.jobs); }
    void job(je::report::SensitivityJob&& job) override {
        const bool firm = job.weights && job.weights->bands.size() == 1;
        std::printf("%s: %s\n", job.title.c_str(), firm ? "firm" : "may change its band");
    }
    void end(const je::report::SensitivityTail&) override {}
};

int main(int argc, char** argv) try {
    const std::vector<std::string> files(argv + 1, argv + argc);
    je::io::FileSource source;
    je::study::Options options;
    options.scheme_folders = {SCHEMES};
    je::study::SensitivityOptions what;
    what.weights.region.spread = *je::base::parse_share("50%");

    Firm firm;
    const auto outcome = je::study::sensitivity(source, files, options, what, firm, {.threads = 2});
    std::fputs(je::render::text(outcome.diagnostics).c_str(), stderr);
    return outcome.result ? 0 : 1;
} catch (const je::base::OutsideError& e) {
    std::fprintf(stderr, "%s\n", e.what());
    return 3;
}
