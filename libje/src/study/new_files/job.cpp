// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "io/csv/columns.hpp"
#include "io/yaml/words.hpp"
#include "je/render/format.hpp"
#include "model/job/placeholders.hpp"
#include "study/new_files/parts.hpp"
#include "study/new_files/questions.hpp"
#include "study/new_files/texts.hpp"

namespace je::study {
namespace {

/// "a whole number of people, from 0 to 20".
std::string number_values(const model::FactDefinition& fact) {
    auto text = std::string{fact.whole ? "a whole number" : "a number"};
    if (!fact.unit.empty()) text += " of " + fact.unit;
    if (!fact.min && !fact.max) return text;
    const auto least = fact.min.value_or(base::WideDecimal{}).to_string();
    return text +
           (fact.max ? fmt::format(", from {} to {}", least, fact.max->to_string()) : fmt::format(", {} or more", least));
}

std::string fact_values(const model::FactDefinition& fact) {
    switch (fact.kind) {
        case model::FactKindOf::number:
            return number_values(fact);
        case model::FactKindOf::yes_no:
            return "\"yes\" or \"no\"";
        case model::FactKindOf::choice:
        case model::FactKindOf::several:
            break;
    }
    const bool several = fact.kind == model::FactKindOf::several;
    std::string list;
    for (const auto& choice : fact.choices) list += (list.empty() ? "" : ", ") + io::yaml_scalar(choice);
    return several ? fmt::format("a list such as [{}] of those that apply, [] for none: {}",
                                 io::yaml_scalar(fact.choices.front()), list)
                   : "one of " + list;
}

std::string head(const model::Scheme& scheme, std::string_view id, std::string_view title) {
    auto text = comment(fmt::format("Questionnaire for one job under: {} ({}, edition {}).", scheme.title(), scheme.id().text(),
                                    scheme.edition()),
                        0);
    text += R"(#
# Fill in what is known and take away the # before it. A factor without a level counts as unknown, never as zero: the
# total is then a range. See at any time how it stands with:   je check FILE   and   je explain FILE
)";
    return text + caution_comments(scheme) +
           fmt::format(R"(format: je-job/1
id: {}
title: {}
# organisation: Who employs the job
scheme: {}
# family: administration          # jobs of a like kind, in a word of your own: bands are counted by it
# version: "1"                    # which version of the questionnaire
# note: Printed with every result.
# supersedes: old-id              # the job this one replaces

)",
                       io::yaml_scalar(id), io::yaml_scalar(title), io::yaml_scalar(scheme.id().text()));
}

std::string_view documents_section() {
    return R"(# The documents that evidence is taken from. A document that nothing cites is a warning: add it with its first quote.
# documents:
#   - {id: jdq, kind: questionnaire, title: Job design questionnaire, version: "1", date: 2026-01-31}

)";
}

std::string facts_section(const model::Scheme& scheme) {
    if (scheme.facts().empty()) return "";
    std::string text = std::string{"# Facts that rules"} + (scheme.factors_with_trees().empty() ? "" : " and questions") +
                       " of the scheme use.\n";
    for (const auto& fact : scheme.facts()) text += asked_of(fact);
    text += "# facts:\n";
    for (const auto& fact : scheme.facts())
        text += to_fill_in(io::yaml_scalar(fact.id.text()), (fact.name.empty() ? "" : fact.name + ": ") + fact_values(fact),
                           "#   ", 0);
    return text + "\n";
}

std::string factor_section(const model::Scheme& scheme, model::FactorIndex index) {
    const auto& factor = scheme[index];
    auto text = factor_comments(scheme, index);
    text += fmt::format("  {}:\n", io::yaml_scalar(factor.id.text()));
    text += questions_to_answer(factor, scheme.facts(), "under facts above");
    text += to_fill_in(
        "level",
        (factor.tree ? "may be left out beside answers: one of " : "one of ") + level_list(factor) + option_hint(factor), "# ",
        4);
    return text + fmt::format(R"(    # evidence:
    #   - {{document: jdq, section: "1.1", quote: "the words of the document"}}
    note: {}

)",
                              model::placeholder::text);
}

std::string_view end_of_job() {
    return R"(# posts:                          # who holds it now, by post and never by name
#   - {id: north, title: North region, holders: 3}
)";
}

std::string band_row(std::string_view id, const std::string& figures) {
    return fmt::format("      - {{id: {}, {}}}\n", io::yaml_scalar(std::string{id}), figures);
}

/// One band over all totals. Where band rules name bands, those of the scheme with their floors, since the rules need them.
std::string band_rows(const model::Scheme& scheme) {
    if (scheme.band_rules().empty() || scheme.band_tables().empty())
        return band_row(
            "1", fmt::format("floor: {}, max: {}", scheme.smallest_total().to_string(), scheme.largest_total().to_string()));
    std::string rows;
    for (const model::Band& band : scheme.band_tables().back().bands())
        rows += band_row(band.id.text(), fmt::format("floor: {}", band.floor.to_string()));
    return rows;
}

/// What the rows need beside them, and what is to be known of them.
std::string_view about_rows(const model::Scheme& scheme) {
    if (scheme.band_rules().empty() || scheme.band_tables().empty())
        return "    table:                       # from the lowest floor to the highest; add bands here\n";
    return "    open_ended: true             # totals below the first floor are in no band, and the last has no end\n"
           "    table:                       # the scheme's own, which its band rules name: change the floors, keep the ids\n";
}

}  // namespace

std::string new_job_text(const model::Scheme& scheme, std::string_view id, std::string_view title) {
    auto text = head(scheme, id, title);
    text += documents_section();
    text += facts_section(scheme);
    text += "factors:\n";
    for (std::size_t f = 0; f < scheme.factors().size(); ++f) text += factor_section(scheme, model::FactorIndex{f});
    text += end_of_job();
    return text;
}

/// With more columns than this nobody would fill the sheet in: answers can be added to it.
constexpr std::size_t most_columns = 1000;

std::string new_jobs_text(const model::Scheme& scheme) {
    std::vector<report::Column> columns{{"id", ""}, {"title", ""}};
    for (const std::string name : {"family", "holders", "posts"}) {  // a factor of that name goes before
        if (!scheme.find_factor(name)) columns.push_back({name, ""});
    }
    for (const model::FactDefinition& fact : scheme.facts()) columns.push_back({"fact:" + fact.id.text(), ""});
    for (const model::Factor& factor : scheme.factors()) {
        columns.push_back({factor.id.text(), ""});
        if (!factor.tree || columns.size() > most_columns) continue;
        for (const model::Question& question : factor.tree->questions)
            if (!question.fact) columns.push_back({io::answer_column_of(factor, question), ""});
    }
    return render::csv_header(columns);
}

std::string new_bands_text_for(const model::Scheme& scheme) {
    auto text =
        comment(fmt::format("A band table for: {} ({}). Its factors add up to totals from {} to {}.", scheme.title(),
                            scheme.id().text(), scheme.smallest_total().to_string(), scheme.largest_total().to_string()),
                0);
    return text + fmt::format(R"(#
# Use it in place of the scheme's own bands:   je score --bands FILE ...
format: je-bands/1
id: my-bands
title: Title of the band table
edition: "1"                     # change it whenever a figure changes
status: illustrative             # published | local | unverified | illustrative
owner: Who decided on the bands
scheme: {}
sources:
  - {{id: agreement, title: Where the figures come from}}

bands:                           # a band holds every total from its floor up to the next floor
  - from: 2026-01-01
    source: agreement
{}{})",
                              io::yaml_scalar(scheme.id().text()), about_rows(scheme), band_rows(scheme));
}

}  // namespace je::study
