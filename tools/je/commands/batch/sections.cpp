// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "commands/batch/plan.hpp"

namespace je::tool {

std::vector<std::string> PlannedSection::words_for(Format format) const {
    std::vector<std::string> all{"--format", std::string{render::how(format).name}};
    all.insert(all.end(), words.begin(), words.end());
    return all;
}

std::unique_ptr<Command> PlannedSection::prepared(Format format, const std::shared_ptr<Captured>& captured,
                                                  const std::shared_ptr<study::SharedInputs>& shared) const {
    auto made = make_command(command);
    const auto options = made->options();
    const auto given_words = words_for(format);
    auto given = parse_options(command, options, given_words);
    given.capture(captured);
    given.share(shared);
    made->parse(given);
    return made;
}

std::vector<Format> PlannedSection::formats() const {
    std::vector<Format> all;
    for (const PlannedFile& file : files) {
        if (file.format) all.push_back(*file.format);
    }
    std::stable_partition(all.begin(), all.end(), [](Format format) { return format == Format::json; });
    return all;
}

}  // namespace je::tool
