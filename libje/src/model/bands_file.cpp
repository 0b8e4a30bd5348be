// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <optional>
#include <utility>

#include "je/model/scheme.hpp"
#include "model/scheme_bands.hpp"
#include "model/scheme_names.hpp"

namespace je::model {

namespace {

void report_no_tables(const BandsFileDraft& draft, base::Diagnostics& diagnostics) {
    diagnostics.error({.id = "JE-S28",
                       .at = draft.id.at,
                       .message = fmt::format("'{}' has no band tables", draft.id.value),
                       .expected = "at least one table under 'bands'",
                       .fix = "add the bands with their floors"});
}

}  // namespace

std::optional<BandsFile> BandsFile::make(const BandsFileDraft& draft, base::Diagnostics& diagnostics) {
    const auto errors_before = diagnostics.errors();
    BandsFile file;
    file.id_ = draft.id.value;
    file.title_ = draft.title;
    file.edition_ = draft.edition;
    file.scheme_ = draft.scheme ? draft.scheme->value : "";
    file.at_ = draft.at;
    const auto status = resolve_status("JE-S01", fmt::format("'{}'", draft.id.value), draft.status, diagnostics);
    if (status) file.status_ = *status;
    Names sources{{"source", "sources", "JE-S03", "JE-S02"}};
    static_cast<void>(make_sources(draft.sources, sources, diagnostics));
    if (draft.bands.empty()) report_no_tables(draft, diagnostics);
    file.band_tables_ = make_band_tables(draft.bands, sources, diagnostics);
    file.pay_tables_ = make_pay_tables(draft.pay, sources, band_names(draft.bands), diagnostics);
    if (draft.flawed || diagnostics.errors() > errors_before) return std::nullopt;
    return file;
}

}  // namespace je::model
