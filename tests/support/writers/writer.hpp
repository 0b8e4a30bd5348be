// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the readers of drafts are held to: a draft that is written and read again says the same.

#include <string>

#include "je/model/appeal.hpp"
#include "je/model/job.hpp"
#include "je/model/panel.hpp"
#include "je/model/scheme_draft.hpp"

namespace je::test {

/// A draft as a file of its format. Reading the text again gives the same draft, positions apart. Codes and texts that YAML
/// readers could change are quoted; key order is that of docs/files.md; keys that say nothing are left out.
[[nodiscard]] std::string write_scheme(const model::SchemeDraft& draft);
[[nodiscard]] std::string write_bands_file(const model::BandsFileDraft& draft);
/// Facts and answers by themselves where nothing stands beside them.
[[nodiscard]] std::string write_job(const model::JobDraft& draft);
/// The same, with all facts and answers as maps of what they are and what they rest on.
[[nodiscard]] std::string write_job_at_length(const model::JobDraft& draft);
[[nodiscard]] std::string write_panel(const model::PanelDraft& draft);
[[nodiscard]] std::string write_appeal(const model::AppealDraft& draft);

}  // namespace je::test
