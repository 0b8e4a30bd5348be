// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "je/base/date.hpp"
#include "je/base/diagnostic.hpp"
#include "je/model/scheme.hpp"
#include "model/scheme/names.hpp"

namespace je::model {

/// When a table is in force, both days included. Without `until` it ends when the next one begins.
struct DatedTable {
    std::optional<base::Located<base::Date>> from;
    std::optional<base::Located<base::Date>> until;
    base::SourcePosition at;
};

/// Of several tables each needs a `from`, no two the same, and none may end after the next has begun. `what`: "band table".
void check_dates(std::vector<DatedTable> tables, std::string_view what, base::Diagnostics& diagnostics);

// The parts that a scheme and a file of bands have in common.

/// The status that `text` names; reports another word under `id` and then gives nothing.
[[nodiscard]] std::optional<Status> resolve_status(std::string_view id, std::string_view user, const Text& text,
                                                   base::Diagnostics& diagnostics);

/// The sources declared; repeated ids are reported.
[[nodiscard]] std::vector<Source> make_sources(const std::vector<SchemeDraft::Source>& drafts, Names& names,
                                               base::Diagnostics& diagnostics);

/// The bands of all tables, each once.
[[nodiscard]] Names band_names(const std::vector<BandTableDraft>& drafts);

/// The band tables without mistakes; their dates must tell them apart and spans must not overlap.
[[nodiscard]] std::vector<BandTable> make_band_tables(const std::vector<BandTableDraft>& drafts, Method method,
                                                      const Names& sources, base::Diagnostics& diagnostics);

/// The pay tables without mistakes. `bands` are those that pay may be stated for; when empty, any.
[[nodiscard]] std::vector<PayTable> make_pay_tables(const std::vector<PayTableDraft>& drafts, const Names& sources,
                                                    const Names& bands, base::Diagnostics& diagnostics);

}  // namespace je::model
