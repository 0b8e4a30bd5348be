// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <variant>

#include "io/local/local_draft.hpp"
#include "je/base/diagnostic.hpp"
#include "je/io/file.hpp"
#include "je/model/appeal.hpp"
#include "je/model/job.hpp"
#include "je/model/panel.hpp"
#include "je/model/scheme_draft.hpp"
#include "model/job/level_uncertainty.hpp"
#include "model/scheme/weightings_draft.hpp"

namespace je::io {

/// Readers of the YAML formats of docs/files.md. Each reports every mistake of form in the file (keys, types, numbers, dates,
/// codes) with its place, and gives what the file says as a draft; nothing when there was an error. What the draft
/// means - whether points rise, whether a level exists - is for the model.
///
///     base::Diagnostics diagnostics;
///     const auto text = io::read_file("nhs-afc.yaml", "nhs-afc.yaml", limits, diagnostics);
///     const auto draft = io::read_scheme(*text, limits, diagnostics);
///     const auto scheme = draft ? model::Scheme::make(*draft, diagnostics) : std::nullopt;
[[nodiscard]] std::optional<model::SchemeDraft> read_scheme(const base::SourceTextPtr& text, const Limits& limits,
                                                            base::Diagnostics& diagnostics);
/// A local agreement (`format: je-local/1`); io/local/merge.hpp makes a scheme of it and its base.
[[nodiscard]] std::optional<LocalDraft> read_local(const base::SourceTextPtr& text, const Limits& limits,
                                                   base::Diagnostics& diagnostics);
[[nodiscard]] std::optional<model::BandsFileDraft> read_bands_file(const base::SourceTextPtr& text, const Limits& limits,
                                                                   base::Diagnostics& diagnostics);
[[nodiscard]] std::optional<model::JobDraft> read_job(const base::SourceTextPtr& text, const Limits& limits,
                                                      base::Diagnostics& diagnostics);
[[nodiscard]] std::optional<model::WorkedExamples> read_worked_examples(const base::SourceTextPtr& text, const Limits& limits,
                                                                        base::Diagnostics& diagnostics);

[[nodiscard]] std::optional<model::PanelDraft> read_panel(const base::SourceTextPtr& text, const Limits& limits,
                                                          base::Diagnostics& diagnostics);
[[nodiscard]] std::optional<model::AppealDraft> read_appeal(const base::SourceTextPtr& text, const Limits& limits,
                                                            base::Diagnostics& diagnostics);

/// A file of whichever format its `format:` names; monostate when there was an error or the format is unknown.
using AnyDraft = std::variant<std::monostate, model::SchemeDraft, model::BandsFileDraft, model::JobDraft, model::WorkedExamples,
                              model::PanelDraft, model::AppealDraft, model::HolidaysDraft, model::LevelUncertaintyDraft,
                              model::WeightingsDraft, LocalDraft>;
[[nodiscard]] AnyDraft read_any(const base::SourceTextPtr& text, const Limits& limits, base::Diagnostics& diagnostics);

/// Reads a list of holidays (`format: je-holidays/1`, docs/files.md); as the readers of this header do, it reports every
/// mistake of form, and gives nothing when there was one.
///
///     const auto draft = io::read_holidays(*text, limits, diagnostics);
///     const auto holidays = draft ? model::Holidays::make(*draft, diagnostics) : std::nullopt;
///     const auto day = base::due(sent, {10, base::Period::Unit::working_days}, holidays->working_days());
[[nodiscard]] std::optional<model::HolidaysDraft> read_holidays(const base::SourceTextPtr& text, const Limits& limits,
                                                                base::Diagnostics& diagnostics);

/// Reads how uncertain levels are (`format: je-uncertainty/1`, docs/files.md); as the readers of this header do, it
/// reports every mistake of form, and gives nothing when there was one that leaves the rest in doubt.
///
///     const auto draft = io::read_uncertainty(*text, limits, diagnostics);
///     const auto uncertainty = draft ? model::LevelUncertainty::make(*draft, scheme, diagnostics) : std::nullopt;
[[nodiscard]] std::optional<model::LevelUncertaintyDraft> read_uncertainty(const base::SourceTextPtr& text,
                                                                           const Limits& limits,
                                                                           base::Diagnostics& diagnostics);

/// Reads other weightings of a scheme (`format: je-weightings/1`, docs/files.md), as the readers of this header do.
///
///     const auto draft = io::read_weightings(*text, limits, diagnostics);
///     const auto weightings = draft ? sensitivity::make_weightings(*draft, scheme, bands, diagnostics) : std::nullopt;
[[nodiscard]] std::optional<model::WeightingsDraft> read_weightings(const base::SourceTextPtr& text, const Limits& limits,
                                                                    base::Diagnostics& diagnostics);

}  // namespace je::io
