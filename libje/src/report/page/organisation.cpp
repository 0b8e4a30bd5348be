// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "report/page/page_parts.hpp"

namespace je::report {

namespace {

/// Ids of jobs in the list lead to the sections of those that have one.
Block with_links(Block block, const std::set<std::string>& jobs) {
    auto* table = std::get_if<Table>(&block);
    if (table == nullptr || table->columns.empty() || table->columns.front().key != "id") return block;
    for (auto& row : table->rows) {
        const auto* content = std::get_if<Content>(&row.front().value);
        const auto* id = content != nullptr ? std::get_if<std::string>(content) : nullptr;
        if (id != nullptr && jobs.contains(*id)) row.front().value = Content{Name{*id, {}, "job-" + *id}};
    }
    return block;
}

/// How many jobs are in each band, and how many are near its ends.
Table jobs_in_bands(const ScoreResult& all) {
    struct Count {
        std::size_t jobs = 0;
        std::optional<base::Decimal> nearest_to_next{};
        std::optional<base::Decimal> nearest_to_floor{};
    };
    const auto lower = [](std::optional<base::Decimal>& least, const std::optional<base::Decimal>& one) {
        if (one && (!least || *one < *least)) least = one;
    };
    std::map<std::string, Count> counts;
    Count ranges;
    for (const ScoredJob& job : all.jobs) {
        Count& count = job.band_min == job.band_max ? counts[job.band_min.value_or("")] : ranges;
        ++count.jobs;
        if (job.band_rule) continue;  // its margins are those of the band by points
        lower(count.nearest_to_next, job.to_next);
        lower(count.nearest_to_floor, job.above_floor);
    }
    Table table{.id = "bands-of-jobs",
                .caption = "Jobs in each band, and the least distance of one of them from an end of it",
                .columns = {{"band", "Band", Role::band},
                            {"jobs", "Jobs", Role::count},
                            {"least_above", "Least above the floor", Role::points},
                            {"least_to_next", "Least to the next floor", Role::points}}};
    const auto add = [&](Cell band, const Count& count) {
        if (count.jobs > 0)
            table.rows.push_back(
                {std::move(band), count.jobs, value_or(count.nearest_to_floor), value_or(count.nearest_to_next)});
    };
    const BandsInfo& bands = all.head.bands;
    for (const BandFloor& band : bands.by_rules.empty() ? bands.floors : bands.by_rules)
        add(Band{band.band}, counts[band.band]);
    add(Band{{}}, counts[{}]);
    add(bands.by_rules.empty() ? "a range of bands" : "one of several bands", ranges);
    if (!bands.by_rules.empty()) {
        table.caption = "Jobs in each band";
        leave_out_points(table);
    }
    return table;
}

}  // namespace

void add_organisation(Page& page, const ReportResult& result, const PageParts& parts) {
    page.begin("organisation", 2, "The whole organisation");
    std::set<std::string> with_section;
    if (result.beside)
        for (const ExplainResult& job : result.beside->jobs) with_section.insert(job.id);
    const auto put = [&](const Section& section) {
        for (const Block& block : section.blocks) page.add(with_links(block, with_section));
    };
    put(*parts.organisation->find("scores"));
    if (result.organisation->head.bands.any) page.add(jobs_in_bands(*result.organisation));
    for (const Section& section : parts.organisation->sections()) {
        if (&section == parts.organisation->find("scores")) continue;
        page.begin(section.id, section.level, section.title);
        put(section);
    }
    if (parts.jobs.empty()) return;
    page.begin("each-job", 3, "Job by job");
    const std::size_t more = result.organisation->jobs.size() + result.organisation->jobs_not_shown - parts.jobs.size();
    const bool has_floors = result.organisation->head.bands.by_rules.empty();
    if (more > 0)
        page.add(
            Paragraph{say(has_floors ? "The {} nearest to the next floor or to their own; {} more stand in the list above, "
                                       "and je explain --job shows any of them."
                                     : "The first {}; {} more stand in the list above, and je explain --job shows any of "
                                       "them.",
                          counted(parts.jobs.size(), "job", "jobs"), more)});
    for (const auto& one : parts.jobs) {
        page.begin(one.id, 4, one.title).folded = true;
        one.document.put_blocks(page, "job");
        one.document.put_blocks(page, "deciding");
        one.document.put_blocks(page, "sum");
    }
}

}  // namespace je::report
