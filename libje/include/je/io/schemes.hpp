// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "je/base/diagnostic.hpp"
#include "je/io/file.hpp"
#include "je/model/job.hpp"
#include "je/model/scheme.hpp"

namespace je::io {

// From a name to a value in one step, for programs that use the library:
//
//     base::Diagnostics said;
//     const auto scheme = io::load_scheme("nhs-afc", folders, said);  // nothing: `said` has the reasons
//     const auto job = scheme ? io::load_job("clerk.yaml", *scheme, said) : std::nullopt;
//
// A file that cannot be read throws base::OutsideError, which says why.

/// The first `<folder>/<name>.yaml` that is a file. Nothing for a name with a slash or a leading dot, whatever lies there.
[[nodiscard]] std::optional<std::string> find_scheme(std::string_view name, std::span<const std::string> folders);

/// The scheme of that name in the folders. Places in it are called `<name>.yaml:line`, wherever it was found.
[[nodiscard]] std::optional<model::Scheme> load_scheme(const std::string& name, std::span<const std::string> folders,
                                                       base::Diagnostics& diagnostics, const Limits& limits = {});

/// The questionnaire in a file, which must be one for `scheme`.
[[nodiscard]] std::optional<model::Job> load_job(const std::string& file, const model::Scheme& scheme,
                                                 base::Diagnostics& diagnostics, const Limits& limits = {});

}  // namespace je::io
