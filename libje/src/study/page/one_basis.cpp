// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/page/one_basis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace je::study {

namespace {

/// What a part is made under, and how a message calls the part.
struct Basis {
    std::string part;
    const report::SchemeInfo* scheme;
    const report::BandsInfo* bands;
};

std::vector<Basis> all_of(const report::ReportResult& result) {
    std::vector<Basis> all;
    const auto add = [&](std::string part, const auto& one) { all.push_back({std::move(part), &one.scheme, &one.bands}); };
    const auto add_head = [&](std::string part, const auto& head) {
        if (head.scheme) all.push_back({std::move(part), &*head.scheme, &head.bands});
    };
    if (result.why) add(fmt::format("job '{}'", result.why->id), *result.why);
    if (result.beside) add("the comparison of jobs", result.beside->jobs.front());
    for (const auto& panels : result.panels)
        for (const auto& panel : panels.panels) add(fmt::format("panel '{}'", panel.panel), panel);
    for (const auto& appeals : result.appeals)
        for (const auto& appeal : appeals.appeals) add(fmt::format("appeal '{}'", appeal.appeal), appeal);
    for (const auto& firm : result.firm) add_head("how firm bands are", firm.head);
    if (result.organisation) add_head("the list of jobs", result.organisation->head);
    return all;
}

bool is_one_table(const report::BandsInfo& a, const report::BandsInfo& b) {
    return std::equal(a.floors.begin(), a.floors.end(), b.floors.begin(), b.floors.end(),
                      [](const auto& one, const auto& other) {
                          return one.band == other.band && one.floor == other.floor && one.max == other.max;
                      });
}

std::string in_words(const Basis& one) {
    const auto& local = one.scheme->local;
    if (local)
        return fmt::format("'{}' as changed by '{}', edition {} (SHA-256 {})", one.scheme->id, local->id, local->edition,
                           std::string_view{local->sha256}.substr(0, 12));
    return fmt::format("'{}', edition {} (SHA-256 {})", one.scheme->id, one.scheme->edition,
                       std::string_view{one.scheme->sha256}.substr(0, 12));
}

base::Diagnostic other_scheme(const Basis& first, const Basis& other) {
    return {.id = "JE-M08",
            .message = fmt::format("{} stands under scheme {}, and {} under {}", first.part, in_words(first), other.part,
                                   in_words(other)),
            .expected = "one edition of one scheme for all that stands on a page, so that points and bands mean the same",
            .fix = "report on the parts under each scheme by themselves, or name one scheme for all with --scheme"};
}

base::Diagnostic other_bands(const Basis& first, const Basis& other) {
    return {.id = "JE-M08",
            .message = fmt::format("{} and {} stand under different tables of bands", first.part, other.part),
            .expected = "the same floors for all that stands on a page",
            .fix = "give one --bands and one --as-of to the report and to the results in it, or leave them out"};
}

}  // namespace

bool check_one_basis(const report::ReportResult& result, base::Diagnostics& diagnostics) {
    const auto all = all_of(result);
    for (const Basis& one : all) {
        const Basis& first = all.front();
        const bool same = first.scheme->id == one.scheme->id && first.scheme->edition == one.scheme->edition &&
                          first.scheme->sha256 == one.scheme->sha256 &&
                          first.scheme->effective_sha256 == one.scheme->effective_sha256;
        if (same && is_one_table(*first.bands, *one.bands)) continue;
        diagnostics.error(same ? other_bands(first, one) : other_scheme(first, one));
        return false;
    }
    return true;
}

void gather_inputs(report::ReportResult& result) {
    const bool numbered = report::hides_texts(result.audience);
    std::vector<report::InputFile> all;
    std::set<std::pair<std::string, std::string>> known;
    const auto add = [&](const std::vector<report::InputFile>& files) {
        for (const report::InputFile& file : files) {
            if (!known.emplace(numbered ? std::string{} : file.name, file.sha256).second) continue;
            all.push_back(file);
            if (numbered) all.back().name = fmt::format("file {}", all.size());
        }
    };
    add(result.inputs);
    if (result.why) add(result.why->inputs);
    if (result.beside) add(result.beside->inputs);
    for (const auto& one : result.panels) add(one.inputs);
    for (const auto& one : result.appeals) add(one.inputs);
    for (const auto& one : result.firm) add(one.tail.inputs);
    if (result.organisation) add(result.organisation->tail.inputs);
    result.inputs = std::move(all);
}

}  // namespace je::study
