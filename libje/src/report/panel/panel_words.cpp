// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/panel/panel_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "je/base/text.hpp"

namespace je::report {

namespace {

std::string range(const std::string& from, const std::string& to) {
    return from == to ? from : fmt::format("{} to {}", from, to);
}

std::string value_text(const numerics::Statistic& statistic, int digits) {
    return statistic.value ? fmt::format("{:.{}f}", *statistic.value, digits) : "not computed";
}

void add_row(Table& table, std::string_view name, const panel::Coefficient& one, std::size_t factors) {
    const std::string interval = one.interval      ? fmt::format("{:.3f} to {:.3f}", one.interval->lower, one.interval->upper)
                                 : one.value.value ? one.no_interval
                                                   : one.value.reason;
    table.rows.push_back({std::string{name}, value_text(one.value, 3), static_cast<std::int64_t>(factors), interval});
}

}  // namespace

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, ", ")); }

std::string or_none(const std::string& text) { return text.empty() ? "none" : text; }

std::string levels_text(const PanelFactorView& factor) {
    std::string text;
    for (const auto& [who, level] : factor.individual) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", who, level);
    return text.empty() ? "none recorded" : text;
}

std::string dissent_text(const DissentView& dissent) {
    return fmt::format("{}{}: {}", dissent.panellist, dissent.level.empty() ? "" : ", level " + dissent.level, dissent.reason);
}

std::string cited_text(const CitedView& evidence) {
    return fmt::format("{}{}{}", evidence.document, evidence.section.empty() ? "" : ", section " + evidence.section,
                       evidence.quote.empty() ? "" : ": \"" + evidence.quote + "\"");
}

std::string total_of(const ScoredJob& job) { return range(job.total_min.to_string(), job.total_max.to_string()); }

std::string band_of(const ScoredJob& job) { return range(or_none(job.band_min), or_none(job.band_max)); }

std::string why_a_range(const ScoredJob& job) {
    if (job.unknown_facts.empty()) return "some factors have no agreed level";
    const char* const facts = "facts that rules need are not known";
    return job.unknown.empty() ? facts : fmt::format("some factors have no agreed level, and {}", facts);
}

std::string outcome_text(const ScoredJob& job) {
    std::string text = fmt::format("{} points, band {}", total_of(job), band_of(job));
    if (!job.complete) return fmt::format("{}; {}, so this is a range", text, why_a_range(job));
    if (job.above_floor) text += fmt::format("; {} above its floor", job.above_floor->to_string());
    if (job.to_next) text += fmt::format("; {} short of band {}", job.to_next->to_string(), job.next_band);
    return text;
}

std::string total_text(const OutcomeView& outcome) {
    return range(outcome.total_min.to_string(), outcome.total_max.to_string());
}

std::string band_text(const OutcomeView& outcome) { return range(or_none(outcome.band_min), or_none(outcome.band_max)); }

std::string person_text(const PersonView& person) {
    std::string text = person.id;
    if (!person.name.empty()) text += fmt::format(" ({})", person.name);
    text += fmt::format(": {} side, {}", person.side, person.role);
    if (!person.post.empty()) text += fmt::format(", {}", person.post);
    if (!person.organisation.empty()) text += fmt::format(", {}", person.organisation);
    if (!person.connected_to_job.empty()) text += fmt::format("; connected to the job: {}", person.connected_to_job);
    return text;
}

std::string rule_in_words(std::string_view rule) {
    if (rule == "median") return "the median of the individual levels";
    if (rule == "majority") return "the one given by more than half";
    if (rule == "mean-nearest") return "the one nearest to the mean";
    if (rule == "lowest") return "the lowest given";
    return "the highest given";
}

std::string chance_text(double chance) {
    if (chance >= 1) return "100 %";
    if (chance > 0.9999) return "over 99.99 %";
    if (chance < 0.0001) return "under 0.01 %";
    return fmt::format("{:.2f} %", 100 * chance);
}

namespace {

std::string left_out_in_words(std::initializer_list<std::pair<std::size_t, std::string>> parts) {
    std::string text = "Left out of the public view:";
    for (const auto& [count, words] : parts) {
        if (count > 0) text += (text.back() == ':' ? " " : "; ") + words;
    }
    return text + '.';
}

}  // namespace

std::string in_words(const LeftOutRecords& records, std::string_view one, std::string_view several) {
    const auto of = [&](std::size_t count, std::string_view of_one, std::string_view of_several) {
        return fmt::format("{}, {}", base::counted(count, one, several), count == 1 ? of_one : of_several);
    };
    return left_out_in_words(
        {{records.single_holder,
          of(records.single_holder, "whose job has a single post-holder", "whose jobs each have a single post-holder")},
         {records.holders_not_known, of(records.holders_not_known, "of whose job it is not known how many people hold it",
                                        "of whose jobs it is not known how many people hold them")}});
}

std::string jobs_in_words(const LeftOutRecords& jobs) {
    const auto counted = [](std::size_t count, std::string_view words) {
        return fmt::format("{} {}", base::counted(count, "job", "jobs"), words);
    };
    return left_out_in_words(
        {{jobs.single_holder, counted(jobs.single_holder, jobs.single_holder == 1 ? "that has a single post-holder"
                                                                                  : "that each have a single post-holder")},
         {jobs.holders_not_known,
          counted(jobs.holders_not_known, jobs.holders_not_known == 1 ? "of which nobody says how many people hold it"
                                                                      : "of which nobody says how many people hold them")}});
}

void add_agreement_blocks(Document& document, const panel::Agreement& agreement) {
    Table table{.caption = "",
                .columns = {{"figure", "Figure"},
                            {"value", "Value", Align::right},
                            {"factors", "Factors", Align::right},
                            {"interval", "95 % interval, or why not"}},
                .rows = {}};
    const auto& percent = agreement.percent_exact;
    table.rows.push_back({std::string{"Factors on which all gave the same level"},
                          percent.value ? fmt::format("{:.1f} %", *percent.value) : std::string{"not computed"},
                          static_cast<std::int64_t>(agreement.factors), percent.reason});
    add_row(table, "Krippendorff's alpha (ordinal)", agreement.krippendorff_alpha,
            agreement.krippendorff_alpha.value.used.units);
    add_row(table, "ICC(2,1), one panellist", agreement.icc_2_1, agreement.complete);
    add_row(table, "ICC(2,k), their average", agreement.icc_2_k, agreement.complete);
    add_row(table, "Kendall's W, ties allowed for", agreement.kendall_w, agreement.complete);
    for (const auto& pair : agreement.pairs) {
        table.rows.push_back({fmt::format("Weighted kappa, {} and {}", pair.a, pair.b), value_text(pair.kappa, 3),
                              static_cast<std::int64_t>(pair.units), pair.kappa.reason});
    }
    document.blocks.push_back(std::move(table));
    document.blocks.push_back(Paragraph{agreement.caution});
}

}  // namespace je::report
