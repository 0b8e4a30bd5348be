// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "je/report/report_result.hpp"
#include "report/page/embedded.hpp"

namespace je::report {

/// The documents of a report's parts, ready to be put into its page.
struct PageParts {
    std::optional<Embedded> why{};
    std::optional<Embedded> beside{};
    struct One {
        std::string id;  // of its section
        Text title;
        Embedded document;
    };
    std::vector<One> panels{};
    std::vector<One> appeals{};
    std::vector<One> firm{};
    std::vector<One> jobs{};  // of an organisation
    std::optional<Embedded> organisation{};
};
[[nodiscard]] PageParts parts_of(const ReportResult& result, std::size_t most_jobs);

/// "At a glance": what a person can quote, where the total stands among the bands, and what the page shows, with links.
void add_glance(Page& page, const ReportResult& result, const PageParts& parts);
/// "The whole organisation".
void add_organisation(Page& page, const ReportResult& result, const PageParts& parts);
/// "How this was made".
void add_how_made(Page& page, const ReportResult& result);

/// What the results of a report are made under: the scheme, its bands and the day, of the first part that has them.
struct PageBasis {
    const SchemeInfo* scheme = nullptr;  // null: no part has one
    const BandsInfo* bands = nullptr;
    std::optional<base::Date> as_of{};
};
[[nodiscard]] PageBasis basis_of(const ReportResult& result);

}  // namespace je::report
