// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/page/page_parts.hpp"

namespace je::report {

namespace {

/// The scheme, its bands, where its figures are from; then the program.
Facts basis_facts(const ReportResult& result) {
    Facts facts;
    const PageBasis basis = basis_of(result);
    if (basis.scheme != nullptr) {
        facts = scheme_facts(*basis.scheme, *basis.bands, basis.as_of);
        facts.rows.emplace_back("SHA-256 of the scheme", basis.scheme->sha256);
        for (const SourceInfo& one : basis.scheme->sources)
            facts.rows.emplace_back(say("Source {}", one.id),
                                    one.address.empty() ? one.title : one.title + " <" + one.address + ">");
    }
    facts.rows.emplace_back("Program", "je " + result.tool.version);
    if (!result.tool.stamp.empty()) facts.rows.emplace_back("Made at", result.tool.stamp);
    if (!result.tool.arguments.empty()) facts.rows.emplace_back("Made again by", command_line(result.tool.arguments));
    return facts;
}

}  // namespace

void add_how_made(Page& page, const ReportResult& result) {
    page.begin("made", 2, "How this was made");
    page.add(basis_facts(result));
    Table files{.id = "files-read",
                .caption = "Every file that was read",
                .columns = {{"file", "File", Role::file}, {"sha256", "SHA-256"}}};
    for (const InputFile& file : result.inputs) files.rows.push_back({file.name, file.sha256});
    if (!files.rows.empty()) page.add(std::move(files));
    if (result.results.empty()) return;
    Table stored{.id = "stored-results",
                 .caption = "Stored results, which were made again first and came out the same",
                 .columns = {{"result", "Result", Role::file}, {"format", "Format"}}};
    for (const RemadeResult& one : result.results) stored.rows.push_back({one.name, one.format});
    page.add(std::move(stored));
}

}  // namespace je::report
