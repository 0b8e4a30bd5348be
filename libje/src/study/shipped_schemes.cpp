// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/shipped_schemes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace je::study {

void tell_origin(report::SchemeInfo& info, const std::string& path) {
    const auto& all = shipped_schemes();
    const auto same = std::find_if(all.begin(), all.end(), [&](const ShippedScheme& one) { return one.id == info.id; });
    if (same != all.end() && same->sha256 == info.sha256) return;
    info.file = path;
    info.replaces_shipped = same != all.end();
}

base::Diagnostic stands_in(const report::SchemeInfo& info, const base::SourcePosition& at) {
    return {.id = "JE-U95",
            .at = at,
            .message = report::replacement_in_words(info),
            .expected = "the scheme that comes with je, or one with an id of its own",
            .fix = fmt::format(
                "if the scheme '{}' of je is meant, take this file out of the way; if this one is, give it another id, "
                "or go on and say which edition it is wherever its results are shown",
                info.id),
            .severity = base::Severity::warning};
}

}  // namespace je::study
