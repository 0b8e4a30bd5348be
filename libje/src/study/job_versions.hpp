// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "study/inputs.hpp"

namespace je::study {

/// The files without older versions of questionnaires: of those found in a folder that have one id and each a version of its
/// own, the newest stays, which is said (JE-U98). Versions are compared part by part, numbers as numbers; none comes first.
[[nodiscard]] std::vector<FoundFile> newest_versions(std::span<const FoundFile> files, Inputs& inputs,
                                                     base::Diagnostics& diagnostics);

}  // namespace je::study
