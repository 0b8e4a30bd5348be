// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "je/io/source.hpp"
#include "je/report/report_result.hpp"
#include "je/study/report.hpp"

namespace je::study {

/// A stored result that reproduces.
struct StoredPart {
    std::string name;
    std::string format;
    report::ReportPart part;
    std::string shown;  // what the report calls it
};

/// Makes a stored result again, as `verify` does. Nothing, with the reason in `diagnostics`, for a format without a place in a
/// report (JE-M03), one that does not reproduce (JE-M04), is for other readers (JE-M05) or does not say how it was made
/// (JE-M26).
[[nodiscard]] std::optional<StoredPart> stored_part(io::Source& source, const base::SourceTextPtr& text, const Options& options,
                                                    const RemakePart& remake, base::Diagnostics& diagnostics);

}  // namespace je::study
