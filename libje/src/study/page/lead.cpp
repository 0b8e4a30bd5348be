// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/page/lead.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "je/base/text.hpp"

namespace je::study {

namespace {

constexpr std::size_t most_ids_named = 10;

/// Ids of jobs, each once, in the order met.
class Ids {
public:
    void add(const std::string& id) {
        if (!id.empty() && std::find(ids_.begin(), ids_.end(), id) == ids_.end()) ids_.push_back(id);
    }
    [[nodiscard]] const std::vector<std::string>& all() const { return ids_; }

private:
    std::vector<std::string> ids_;
};

/// The jobs that each kind of part is about.
struct JobsOfParts {
    Ids appeals, panels, results;

    JobsOfParts(const GivenFiles& given, const std::vector<StoredPart>& stored) {
        for (const GivenRecord& one : given.appeals) appeals.add(one.job);
        for (const GivenRecord& one : given.panels) panels.add(one.job);
        for (const StoredPart& one : stored) std::visit([this](const auto& part) { take(part); }, one.part);
    }

private:
    void take(const report::AppealsResult& part) {
        for (const auto& appeal : part.appeals) appeals.add(appeal.job);
    }
    void take(const report::PanelsResult& part) {
        for (const auto& panel : part.panels) panels.add(panel.job);
    }
    void take(const report::ExplainResult& part) { results.add(part.id); }
    void take(const report::CompareResult& part) { results.add(part.jobs.front().id); }
    void take(const report::SensitivityResult& part) {
        if (part.jobs.size() == 1) results.add(part.jobs.front().id);
    }
    void take(const report::ScoreResult&) {}
};

std::string ids_in_words(const std::vector<std::string>& ids) {
    const std::size_t named = std::min(ids.size(), most_ids_named);
    std::string text = base::quoted_list(std::span{ids}.first(named), "or");
    if (ids.size() > named) text += fmt::format(" (and {} more)", ids.size() - named);
    return text;
}

}  // namespace

std::optional<std::string> leading_job(const std::optional<std::string>& asked, const GivenFiles& given,
                                       const std::vector<StoredPart>& stored, const std::vector<std::string>& jobs,
                                       base::Diagnostics& diagnostics) {
    const JobsOfParts of{given, stored};
    if (asked) {
        Ids all;
        for (const Ids* some : {&of.appeals, &of.panels, &of.results})
            for (const std::string& id : some->all()) all.add(id);
        auto known = all.all();
        known.insert(known.end(), jobs.begin(), jobs.end());
        if (std::find(known.begin(), known.end(), *asked) != known.end()) return asked;
        const auto near = base::nearest(*asked, known);
        diagnostics.error(
            {.id = "JE-M07",
             .message = fmt::format("nothing that was given is about job '{}', which is to lead", *asked),
             .expected = known.empty() ? "the id of a job in the files" : "--job with " + ids_in_words(known),
             .fix = near ? fmt::format("write --job {}", *near) : "add the file of that job, or leave --job out"});
        return std::nullopt;
    }
    for (const Ids* some : {&of.appeals, &of.panels}) {
        if (some->all().size() == 1) return some->all().front();
        if (some->all().empty()) continue;
        diagnostics.error({.id = "JE-M06",
                           .message = fmt::format("the {} given are about {} jobs, and a report is about one of them",
                                                  some == &of.appeals ? "appeals" : "panels", some->all().size()),
                           .expected = "--job with " + ids_in_words(some->all()),
                           .fix = fmt::format("add for example: --job {}", some->all().front())});
        return std::nullopt;
    }
    if (!of.results.all().empty()) return of.results.all().front();
    return jobs.empty() || jobs.size() > most_side_by_side ? std::string{} : jobs.front();
}

}  // namespace je::study
