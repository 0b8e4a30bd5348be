// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "commands/verifying.hpp"
#include "files_read.hpp"
#include "je/io/seal.hpp"

namespace je::tool {

namespace {

using report::KeptState;

KeptState kept(io::FileState state) {
    switch (state) {
        case io::FileState::same:
            return KeptState::unchanged;
        case io::FileState::changed:
            return KeptState::changed;
        case io::FileState::missing:
            return KeptState::missing;
        case io::FileState::not_read:
            break;
    }
    return KeptState::not_read;
}

/// The log holds the whole text of each file, so that none of these is held against it. What was not compared is an error all
/// the same: a check that could not be made has not succeeded.
void report_state(const report::VerifiedSeal& seal, base::Diagnostics& said) {
    if (seal.state == KeptState::changed) {
        said.warning(
            {.id = "JE-V17",
             .message = fmt::format("'{}' was changed after it was sealed; entry {} holds it as it was", seal.name, seal.entry),
             .expected = "the same text as in the log, or a newer entry",
             .fix = "if the change is meant, seal the file again"});
    } else if (seal.state == KeptState::missing) {
        said.error({.id = "JE-V18",
                    .message = fmt::format("'{}' is not here; entry {} of the log holds its text", seal.name, seal.entry),
                    .expected = "the file beside the log",
                    .fix = "run je verify in the folder it was sealed from, or give that folder with --in"});
    } else if (seal.state == KeptState::not_read) {
        said.error({.id = "JE-V19",
                    .message = fmt::format("'{}' cannot be compared with entry {}: it cannot be read as a file", seal.name,
                                           seal.entry),
                    .expected = "a file of a size that je reads",
                    .fix = "look at what has this name now; a large file needs --max-file-size"});
    }
}

}  // namespace

bool is_log(std::string_view text) {
    constexpr std::string_view begin = "{\"format\":\"je-seal/1\"";
    const bool begun = !text.empty() && begin.starts_with(text);  // the writing of the first entry was interrupted
    return begun || text.starts_with(begin) || text.find(std::string{"\n"}.append(begin)) != std::string_view::npos;
}

report::VerifiedFile Verifying::log(const base::SourceTextPtr& text, const std::optional<std::string>& head) {
    base::Diagnostics problems;
    const io::SealCheck check = io::check_log(text, limits_, head, problems);
    report::VerifiedFile file{.name = text->name,
                              .format = std::string{io::seal_format},
                              .verdict = problems.has_errors() ? report::Verdict::broken : report::Verdict::intact};
    file.entries = check.entries.size();
    file.head = check.head();
    for (const io::SealedFile& sealed : check.files) {
        remember_as_read(sealed.name);
        file.sealed.push_back({sealed.name, sealed.newest->number, kept(io::compare_file(*sealed.newest, limits_))});
        report_state(file.sealed.back(), problems);
    }
    said.append(problems);
    return file;
}

}  // namespace je::tool
