// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/new_files/parts.hpp"

#include <fmt/format.h>

#include "io/yaml/words.hpp"
#include "je/base/text.hpp"

namespace je::study {
namespace {

constexpr std::size_t comment_width = 110;

std::string on_one_line(std::string_view text) { return base::with_hidden_shown(base::without_controls(text)); }

std::string dates_of(const model::Convention& rule) {
    return (rule.from ? ", from " + rule.from->to_string() : "") + (rule.until ? ", until " + rule.until->to_string() : "");
}

/// What rules of the scheme say about one factor, as comments.
std::string rules_about(const model::Scheme& scheme, model::FactorIndex index) {
    std::string text;
    if (const auto& unit = scheme.unit_of(index); unit.is_combined()) {
        std::string others;
        for (const auto& side : unit.sides())
            if (side.factor != index) others += (others.empty() ? "" : ", ") + scheme[side.factor].id.text();
        text += comment(fmt::format("Points come from {} together with {}.", named(unit.id(), unit.name()), others), 2);
    }
    if (const auto& on = scheme.unit_of(index).dependence()) {
        const auto& base = scheme[on->base];
        text += comment(fmt::format("Points are a percentage of those of {}.", named(base.id(), base.name())), 2);
    }
    for (const auto& rule : scheme.rules()) {
        if (rule.sets_level_of != index) continue;
        const bool gives = rule.kind == model::RuleKind::derivation;
        std::string facts;
        for (const model::FactIndex fact : rule.facts) facts += (facts.empty() ? "fact " : " and ") + scheme[fact].id.text();
        text +=
            comment(fmt::format("{} rule {}{} {}. {}", gives ? "May be left out:" : "State the level before", rule.id.text(),
                                gives ? " gives the level from" : ", which may raise it by", facts, rule.summary),
                    2);
    }
    for (const auto& rule : scheme.conventions())
        if (rule.factor == index)
            text += comment(fmt::format("Local convention {}{}: {}", rule.id.text(), dates_of(rule), rule.summary), 2);
    return text;
}

/// The options of a level below it, as comments.
std::string option_comments(const model::Level& level) {
    if (level.options.empty()) return {};
    auto text =
        comment(fmt::format("      {}", level.one_option ? "One of these may be stated:" : "Of these, those that are met:"), 2);
    for (const auto& option : level.options) {
        text += comment(fmt::format("      {}: {}", option.id, option.text), 2, 3);
        if (!option.help.empty()) text += comment(fmt::format("         {}", option.help), 2);
    }
    return text;
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

std::string to_fill_in(std::string_view key, std::string_view hint, std::string_view mark, std::size_t indent) {
    const auto begin = fmt::format("{}{}{}:      # ", std::string(indent, ' '), mark, key);
    const auto width = base::display_width(begin);
    const auto lines = base::wrap(on_one_line(hint), width + 40 < comment_width ? comment_width - width : 40);
    std::string text;
    for (const auto& line : lines)
        text += (text.empty() ? begin : std::string(indent, ' ') + "#" + std::string(width - indent - 1, ' ')) + line + "\n";
    return text;
}

std::string code_in_yaml(std::string_view code) {
    return code == "yes" || code == "no" ? std::string{code} : io::yaml_scalar(code);
}

std::string commented_out(std::string_view key, std::string_view value, std::size_t indent) {
    return fmt::format("{}# {}: {}\n", std::string(indent, ' '), key, io::yaml_scalar(value));
}

std::string named(std::string_view id, std::string_view name) {
    return name.empty() || name == id ? std::string{id} : fmt::format("{} ({})", name, id);
}

std::string name_of(const model::Factor& factor) { return factor.name.empty() ? factor.id.text() : factor.name; }

std::string level_list(const model::Factor& factor) {
    std::string list;
    for (const auto& level : factor.levels) list += (list.empty() ? "" : ", ") + io::yaml_scalar(level.id.text());
    return list;
}

std::string factor_comments(const model::Scheme& scheme, model::FactorIndex index) {
    const auto& factor = scheme[index];
    auto text = comment(fmt::format("----- {} -----", name_of(factor)), 2);
    if (!factor.definition.empty()) text += comment(factor.definition, 2);
    text += rules_about(scheme, index);
    for (const auto& level : factor.levels) {
        text += comment(fmt::format("  {}: {}", level.id.text(), level.summary), 2, base::display_width(level.id.text()) + 2);
        text += option_comments(level);
    }
    return text;
}

std::string option_hint(const model::Factor& factor) {
    for (const auto& level : factor.levels) {
        if (level.options.empty()) continue;
        std::string letters(1, level.options.front().id);
        if (!level.one_option && level.options.size() > 1) letters += level.options[1].id;
        return fmt::format("; options that are met behind it: {}", io::yaml_scalar(level.id.text() + letters));
    }
    return {};
}

std::string evidence_comments(std::span<const model::Evidence> evidence, std::size_t indent) {
    const std::string margin(indent, ' ');
    auto text = margin + "# evidence:\n";
    if (evidence.empty())
        return text + margin + "#   - {document: jdq, section: \"1.1\", quote: \"the words of the document\"}\n";
    for (const auto& one : evidence) {
        text += commented_out("  - document", one.document.text(), indent);
        if (!one.section.empty()) text += commented_out("    section", one.section, indent);
        if (!one.quote.empty()) text += commented_out("    quote", one.quote, indent);
        if (!one.disputed.empty()) text += commented_out("    disputed", one.disputed, indent);
    }
    return text;
}

std::string document_comments(std::span<const model::Document> documents) {
    std::string text;
    for (const auto& document : documents) {
        auto line = fmt::format("  - {}: {}", document.id.text(), document.title.empty() ? document.kind : document.title);
        if (!document.version.empty()) line += fmt::format(", version {}", document.version);
        if (document.date) line += fmt::format(", {}", document.date->to_string());
        text += comment(line, 0, 4);
    }
    return text;
}

std::string caution_comments(const model::Scheme& scheme) {
    const auto caution = model::caution(scheme.status());
    return caution.empty() ? std::string{} : "#\n" + comment(caution, 0);
}

std::string rule_comments(std::span<const model::ProcessRule> rules, std::string_view whose) {
    if (rules.empty()) return comment(fmt::format("The scheme states no rules for {}.", whose), 0);
    auto text = comment(fmt::format("What the scheme asks of {}, and whether a breach fails or warns:", whose), 0);
    for (const auto& rule : rules)
        text += comment(fmt::format("  {} ({}): {}", rule.id.text(), rule.is_error ? "fail" : "warn", rule.summary), 0, 2);
    return text;
}

}  // namespace je::study
