// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "je/study/options.hpp"

namespace je::study {

/// What can be begun: a questionnaire is a job, a sheet of them as CSV is jobs.
enum class NewKind { scheme, job, jobs, bands, test, panel, appeal, local };
inline constexpr std::array new_kinds{NewKind::scheme, NewKind::job,   NewKind::jobs,   NewKind::bands,
                                      NewKind::test,   NewKind::panel, NewKind::appeal, NewKind::local};
[[nodiscard]] std::string_view to_text(NewKind kind);

struct NewFile {
    NewKind kind = NewKind::job;
    std::optional<std::string> from{};       // the questionnaire of a new panel, the panel's record of a new appeal
    std::optional<std::string> like{};       // the scheme, a name or a file, that a new scheme is made like
    std::optional<std::string> id{};         // nothing: "new-job" and the like; of a scheme "my-scheme"
    std::string title = "Title of the job";  // of a job
    bool paths = false;                      // of worked examples: those of the questions of the scheme asked for
};

/// The text of a commented file to start from, which reads without an error as it is.
///
///     const auto outcome = study::new_file(source, {.kind = study::NewKind::panel, .from = "vlo.yaml"}, options);
///
/// Refused for an id (JE-U45) or a title (JE-U46) that cannot be one, and without what the kind needs: a scheme for jobs
/// and local agreements (JE-U47; so do worked examples of paths, JE-U58, and questions in it), that or a questionnaire for a
/// panel (JE-U71), a panel's record for an appeal (JE-U72); and when the scheme is not found (JE-U09). A scheme cannot be made
/// like a local agreement (JE-U55).
[[nodiscard]] Outcome<std::string> new_file(io::Source& source, const NewFile& file, const Options& options);

}  // namespace je::study
