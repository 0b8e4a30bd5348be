// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/new_files/questions.hpp"

#include <fmt/format.h>

#include "io/yaml/words.hpp"
#include "study/new_files/parts.hpp"

namespace je::study {
namespace {

/// What an option leads to is left out where it is a level: answers should not be chosen by their level.
std::string option_comment(const model::Tree& tree, const model::TreeOption& option) {
    auto text = fmt::format("      {}", code_in_yaml(option.id));
    if (!option.text.empty()) text += ": " + option.text;
    if (const auto* next = option.next()) text += fmt::format(" (then {})", tree[*next].id.text());
    auto lines = comment(text, 4, 3);
    if (!option.help.empty()) lines += comment("         " + option.help, 4);
    return lines;
}

std::string fact_question(const model::Question& question, const model::FactDefinition& fact, std::string_view where) {
    auto text = comment(fmt::format("  {}: asks fact {}, {}{}{}", question.id.text(), fact.id.text(), where,
                                    question.ask.empty() ? "" : ": ", question.ask),
                        4, 3);
    if (!question.help.empty()) text += comment("      " + question.help, 4);
    return text;
}

std::string own_question(const model::Tree& tree, const model::Question& question) {
    auto text = comment(fmt::format("  {}: {}", question.id.text(), question.ask), 4, 3);
    if (!question.help.empty()) text += comment("      " + question.help, 4);
    for (const auto& option : question.options) text += option_comment(tree, option);
    return text;
}

std::string answer_list(const model::Question& question) {
    std::string list;
    for (const auto& option : question.options) list += (list.empty() ? "" : ", ") + code_in_yaml(option.id);
    return list;
}

}  // namespace

std::string questions_to_answer(const model::Factor& factor, std::span<const model::FactDefinition> facts,
                                std::string_view where) {
    if (!factor.tree) return {};
    const model::Tree& tree = *factor.tree;
    auto text =
        comment(fmt::format("The answers to these questions give the level; the first is {}. One that is not asked on the "
                            "way may be left out, and so may one whose answer is not known.",
                            tree[tree.start].id.text()),
                4);
    for (const auto& question : tree.questions)
        text += question.fact ? fact_question(question, facts[question.fact->value()], where) : own_question(tree, question);
    std::string answers;
    for (const auto& question : tree.questions)
        if (!question.fact)
            answers += to_fill_in(io::yaml_scalar(question.id.text()), "one of " + answer_list(question), "#   ", 4);
    return answers.empty() ? text : text + "    # answers:\n" + answers;
}

std::string asked_of(const model::FactDefinition& fact) {
    if (fact.ask.empty() && fact.help.empty()) return {};
    auto text = comment(fmt::format("  {}: {}", fact.id.text(), fact.ask.empty() ? fact.name : fact.ask), 0, 3);
    if (!fact.help.empty()) text += comment("      " + fact.help, 0);
    for (std::size_t i = 0; i < fact.choice_texts.size(); ++i) {
        if (fact.choice_texts[i].empty()) continue;
        text += comment(fmt::format("      {}: {}", io::yaml_scalar(fact.choices[i]), fact.choice_texts[i]), 0, 3);
    }
    return text;
}

}  // namespace je::study
