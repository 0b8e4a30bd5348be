// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "questionnaires.hpp"

#include <fmt/format.h>
#include <stdlib.h>

#include <array>
#include <fstream>
#include <random>
#include <stdexcept>
#include <string_view>
#include <system_error>

namespace je::benchmark {

namespace {

constexpr std::array<std::string_view, 32> words{
    "case",     "plans",  "reports", "advice",   "records",  "meetings", "training", "policy",    "risk",  "budget", "review",
    "guidance", "weekly", "complex", "routine",  "external", "agencies", "victims",  "staff",     "court", "team",   "decides",
    "prepares", "checks", "answers", "explains", "arranges", "monthly",  "without",  "reference", "to",    "manager"};

// Gives the same numbers everywhere, as the standard's distributions do not.
class Choices {
public:
    explicit Choices(std::uint64_t seed) : engine_{seed} {}
    [[nodiscard]] std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }

    [[nodiscard]] std::string sentence(std::size_t shortest, std::size_t longest) {
        std::string text{words[below(words.size())]};
        const std::size_t count = shortest + below(longest - shortest + 1);
        for (std::size_t i = 1; i < count; ++i) text += fmt::format(" {}", words[below(words.size())]);
        return text;
    }

private:
    std::mt19937_64 engine_;
};

std::string evidence(Choices& choices) {
    return fmt::format("      - {{document: {}, section: \"{}.{}\", quote: \"{}\"}}\n", choices.below(3) == 0 ? "jd" : "jdq",
                       1 + choices.below(9), 1 + choices.below(9), choices.sentence(12, 22));
}

std::string factor_entry(const model::Factor& factor, Choices& choices) {
    std::string text = fmt::format("  {}:\n    level: {}\n    evidence:\n", factor.id.text(),
                                   factor.levels[choices.below(factor.levels.size())].id.text());
    text += evidence(choices);
    if (choices.below(3) == 0) text += evidence(choices);
    if (choices.below(2) == 0) text += fmt::format("    note: {}\n", choices.sentence(6, 14));
    return text;
}

std::string questionnaire(std::size_t number, const model::Scheme& scheme, Choices& choices) {
    std::string text = fmt::format(
        "# A questionnaire made for a benchmark.\n"
        "format: je-job/1\nid: job-{0}\ntitle: Made-up job number {0}\norganisation: Example service\nscheme: {1}\nversion: "
        "\"1\"\n"
        "documents:\n"
        "  - {{id: jdq, kind: questionnaire, title: Job design questionnaire, version: \"2\", date: 2026-01-31}}\n"
        "  - {{id: jd, kind: job-description, title: Job description, version: \"5\", date: 2025-11-03}}\n"
        "factors:\n",
        number, scheme.id().text());
    for (const model::Factor& factor : scheme.factors()) text += factor_entry(factor, choices);
    return text;
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "je-benchmark-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error{"cannot make a temporary folder"};
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

Questionnaires write_questionnaires(const std::filesystem::path& folder, const model::Scheme& scheme, std::size_t count,
                                    std::uint64_t seed) {
    Choices choices{seed};
    Questionnaires written;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string text = questionnaire(i, scheme, choices);
        const std::string path = (folder / fmt::format("job-{}.yaml", i)).string();
        std::ofstream file{path, std::ios::binary};
        file << text;
        if (!file.flush()) throw std::runtime_error{"cannot write " + path};
        written.files.push_back(path);
        written.bytes += text.size();
    }
    return written;
}

}  // namespace je::benchmark
