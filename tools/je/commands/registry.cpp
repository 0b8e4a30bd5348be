// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "command.hpp"
#include "commands/appeal.hpp"
#include "commands/batch.hpp"
#include "commands/check.hpp"
#include "commands/compare.hpp"
#include "commands/explain.hpp"
#include "commands/merge.hpp"
#include "commands/new.hpp"
#include "commands/panel.hpp"
#include "commands/score.hpp"
#include "commands/seal.hpp"
#include "commands/sensitivity.hpp"
#include "commands/test.hpp"
#include "commands/verify.hpp"

namespace je::tool {

namespace {

struct Entry {
    std::string_view name;
    std::unique_ptr<Command> (*make)();
    bool makes_results = true;  // from files, and nothing else
};

template <class T>
std::unique_ptr<Command> make() {
    return std::make_unique<T>();
}

constexpr std::array<Entry, 13> entries{{{"score", make<ScoreCommand>},
                                         {"explain", make<ExplainCommand>},
                                         {"compare", make<CompareCommand>},
                                         {"sensitivity", make<SensitivityCommand>},
                                         {"merge", make<MergeCommand>, false},
                                         {"panel", make<PanelCommand>},
                                         {"appeal", make<AppealCommand>},
                                         {"check", make<CheckCommand>},
                                         {"test", make<TestCommand>},
                                         {"new", make<NewCommand>, false},
                                         {"seal", make<SealCommand>, false},
                                         {"verify", make<VerifyCommand>},
                                         {"batch", make<BatchCommand>, false}}};

}  // namespace

std::vector<std::string> command_names() {
    std::vector<std::string> names;
    for (const Entry& entry : entries) names.emplace_back(entry.name);
    return names;
}

std::vector<std::string> result_commands() {
    std::vector<std::string> names;
    for (const Entry& entry : entries) {
        if (entry.makes_results) names.emplace_back(entry.name);
    }
    return names;
}

std::unique_ptr<Command> make_command(std::string_view name) {
    for (const Entry& entry : entries) {
        if (entry.name == name) return entry.make();
    }
    return nullptr;
}

}  // namespace je::tool
