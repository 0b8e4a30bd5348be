// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/new_job.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "je/base/text.hpp"
#include "je/io/writer.hpp"

namespace je::tool {
namespace {

constexpr std::size_t comment_width = 110;

/// Characters that some YAML readers take for a line break, or that would hide text: LINE SEPARATOR, PARAGRAPH SEPARATOR,
/// and the byte order mark.
void replace_separators(std::string& text) {
    for (const std::string_view breaker : {"\xE2\x80\xA8", "\xE2\x80\xA9", "\xEF\xBB\xBF"})
        for (auto at = text.find(breaker); at != std::string::npos; at = text.find(breaker))
            text.replace(at, breaker.size(), 1, ' ');
}

std::string on_one_line(std::string_view text) {
    auto line = base::without_controls(text);
    replace_separators(line);
    return line;
}

/// "# level:      # one of 1, 2": a key to fill in, with what may stand there. What does not fit goes on below.
std::string to_fill_in(const std::string& key, const std::string& hint, const std::string& mark, std::size_t indent) {
    const auto begin = std::string(indent, ' ') + mark + key + ":      # ";
    const auto width = base::display_width(begin);
    const auto lines = base::wrap(on_one_line(hint), width + 40 < comment_width ? comment_width - width : 40);
    std::string text;
    for (const auto& line : lines)
        text += (text.empty() ? begin : std::string(indent, ' ') + "#" + std::string(width - indent - 1, ' ')) + line + "\n";
    return text;
}

std::string level_list(const model::Factor& factor) {
    std::string list;
    for (const auto& level : factor.levels) list += (list.empty() ? "" : ", ") + io::yaml_scalar(level.id.text());
    return list;
}

std::string fact_values(const model::FactDefinition& fact) {
    switch (fact.kind) {
        case model::FactKindOf::number:
            return "a number";
        case model::FactKindOf::yes_no:
            return "\"yes\" or \"no\"";
        case model::FactKindOf::choice:
            break;
    }
    std::string list;
    for (const auto& choice : fact.choices) list += (list.empty() ? "one of " : ", ") + io::yaml_scalar(choice);
    return list;
}

std::string named(std::string_view id, std::string_view name) {
    return name.empty() || name == id ? std::string{id} : fmt::format("{} ({})", name, id);
}

std::string head(const model::Scheme& scheme, std::string_view id, std::string_view title) {
    auto text = comment(fmt::format("Questionnaire for one job under: {} ({}, edition {}).", scheme.title(), scheme.id().text(),
                                    scheme.edition()),
                        0);
    text += R"(#
# Fill in what is known and take away the # before it. A factor without a level counts as unknown, never as zero: the
# total is then a range. See at any time how it stands with:   je check FILE   and   je explain FILE
)";
    if (const auto caution = model::caution(scheme.status()); !caution.empty()) text += "#\n" + comment(caution, 0);
    return text + fmt::format(R"(format: je-job/1
id: {}
title: {}
# organisation: Who employs the job
scheme: {}
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
    std::string text = "# Facts that rules of the scheme use.\n# facts:\n";
    for (const auto& fact : scheme.facts())
        text += to_fill_in(io::yaml_scalar(fact.id.text()), (fact.name.empty() ? "" : fact.name + ": ") + fact_values(fact),
                           "#   ", 0);
    return text + "\n";
}

std::string dates_of(const model::Convention& rule) {
    return (rule.from ? ", from " + rule.from->to_string() : "") + (rule.until ? ", until " + rule.until->to_string() : "");
}

/// What rules of the scheme say about one factor, as comments.
std::string rules_about(const model::Scheme& scheme, model::FactorIndex index) {
    std::string text;
    if (const auto& matrix = scheme[index].matrix) {
        const auto& pair = scheme[*matrix];
        const auto other = pair.rows == index ? pair.columns : pair.rows;
        text += comment(
            fmt::format("Points come from {} together with {}.", named(pair.id.text(), pair.name), scheme[other].id.text()), 2);
    }
    for (const auto& rule : scheme.derivations())
        if (rule.factor == index)
            text += comment(fmt::format("May be left out: rule {} gives the level from fact {}. {}", rule.id.text(),
                                        scheme[rule.fact].id.text(), rule.summary),
                            2);
    for (const auto& rule : scheme.modifiers())
        if (rule.factor == index)
            text += comment(fmt::format("State the level before rule {}, which may raise it by fact {}. {}", rule.id.text(),
                                        scheme[rule.fact].id.text(), rule.summary),
                            2);
    for (const auto& rule : scheme.conventions())
        if (rule.factor == index)
            text += comment(fmt::format("Local convention {}{}: {}", rule.id.text(), dates_of(rule), rule.text), 2);
    return text;
}

std::string factor_section(const model::Scheme& scheme, model::FactorIndex index) {
    const auto& factor = scheme[index];
    auto text = comment(fmt::format("----- {} -----", factor.name.empty() ? factor.id.text() : factor.name), 2);
    if (!factor.definition.empty()) text += comment(factor.definition, 2);
    text += rules_about(scheme, index);
    for (const auto& level : factor.levels)
        text += comment(fmt::format("  {}: {}", level.id.text(), level.summary), 2, base::display_width(level.id.text()) + 2);
    text += fmt::format("  {}:\n", io::yaml_scalar(factor.id.text()));
    text += to_fill_in("level", "one of " + level_list(factor), "# ", 4);
    return text + R"(    # evidence:
    #   - {document: jdq, section: "1.1", quote: "the words of the document"}
    note: Not filled in yet.

)";
}

std::string_view tail() {
    return R"(# posts:                          # who holds it now, by post and never by name
#   - {id: north, title: North region, holders: 3}
)";
}

}  // namespace

std::string comment(std::string_view text, std::size_t indent, std::size_t hang) {
    const std::string margin(indent, ' ');
    const auto clean = on_one_line(text);
    const auto leading = clean.find_first_not_of(' ');
    if (leading == std::string::npos) return "";
    const auto lines = base::wrap(std::string_view{clean}.substr(leading), comment_width - indent - leading - hang - 2);
    std::string result;
    for (const auto& line : lines)
        result += margin + "# " + std::string(leading + (result.empty() ? 0 : hang), ' ') + line + "\n";
    return result;
}

std::string new_job_text(const model::Scheme& scheme, std::string_view id, std::string_view title) {
    auto text = head(scheme, id, title);
    text += documents_section();
    text += facts_section(scheme);
    text += "factors:\n";
    for (std::size_t f = 0; f < scheme.factors().size(); ++f) text += factor_section(scheme, model::FactorIndex{f});
    text += tail();
    return text;
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
    table:                       # from the lowest floor to the highest; add bands here
      - {{id: "1", floor: {}, max: {}}}
)",
                              io::yaml_scalar(scheme.id().text()), scheme.smallest_total().to_string(),
                              scheme.largest_total().to_string());
}

}  // namespace je::tool
