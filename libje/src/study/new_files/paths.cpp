// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "io/yaml/words.hpp"
#include "je/scoring/score.hpp"
#include "je/scoring/trees.hpp"
#include "scoring/words.hpp"
#include "study/new_files/parts.hpp"
#include "study/new_files/texts.hpp"

namespace je::study {
namespace {

std::string fact_in_yaml(const model::FactDefinition& fact, const model::FactValue& value) {
    const auto* set = std::get_if<model::ChoiceSet>(&value);
    if (set == nullptr) {
        const bool is_code = std::holds_alternative<std::size_t>(value);
        const auto text = scoring::value_text(fact, value);
        return is_code ? code_in_yaml(text) : text;
    }
    std::string list;
    for (std::size_t i = 0; i < fact.choices.size(); ++i)
        if (set->contains(i)) list += (list.empty() ? "" : ", ") + io::yaml_scalar(fact.choices[i]);
    return "[" + list + "]";
}

/// Writes the worked examples of one factor.
class ExamplesOfPaths {
public:
    ExamplesOfPaths(const model::Scheme& scheme, model::FactorIndex index)
        : scheme_{scheme}, index_{index}, factor_{scheme[index]}, tree_{*factor_.tree} {}

    [[nodiscard]] std::string text() const {
        const auto found = scoring::path_pairs(tree_, scheme_.facts());
        std::string text = "\n" + comment(fmt::format("----- {} -----", name_of(factor_)), 2);
        for (const scoring::PathPair& pair : found.pairs) {
            const auto answers = scoring::answers_of_pair(scheme_, index_, pair);
            text += example(pair.question, pair.first, answers.first) + example(pair.question, pair.second, answers.second);
        }
        return text + without_pair(found.without, "No pair of paths differs in one of these answers alone and in the level") +
               without_pair(found.not_searched, "Too long to search for a pair");
    }

private:
    [[nodiscard]] std::string without_pair(const std::vector<model::QuestionIndex>& questions, std::string_view why) const {
        std::string list;
        for (const auto question : questions) list += (list.empty() ? "" : ", ") + tree_[question].id.text();
        return list.empty() ? list : comment(fmt::format("{}: {}.", why, list), 2);
    }

    /// The level after modifiers; nothing where they leave more than one.
    [[nodiscard]] std::optional<model::LevelIndex> level_of(const model::Answers& answers) const {
        return scoring::score(scheme_, nullptr, answers).factors[index_.value()].level;
    }

    [[nodiscard]] std::string example(model::QuestionIndex about, const scoring::TreePath& path,
                                      const model::Answers& answers) const {
        const auto step = std::find_if(path.steps.begin(), path.steps.end(),
                                       [&](const model::TreeStep& one) { return one.question == about; });
        const std::string name = fmt::format("{}: question {} answered {}", factor_.id.text(), tree_[about].id.text(),
                                             tree_[about].options[step->option].id);
        std::string stated, facts;
        for (const model::TreeStep& one : path.steps) {
            const model::Question& question = tree_[one.question];
            if (question.fact) continue;
            stated += fmt::format("{}{}: {}", stated.empty() ? "" : ", ", io::yaml_scalar(question.id.text()),
                                  code_in_yaml(question.options[one.option].id));
        }
        for (std::size_t f = 0; f < answers.facts.size(); ++f) {
            if (!answers.facts[f]) continue;
            const model::FactDefinition& fact = scheme_.facts()[f];
            facts += fmt::format("{}{}: {}", facts.empty() ? "" : ", ", io::yaml_scalar(fact.id.text()),
                                 fact_in_yaml(fact, *answers.facts[f]));
        }
        const std::string factor = io::yaml_scalar(factor_.id.text());
        std::string text = fmt::format("  - name: {}\n", io::yaml_scalar(name));
        text += fmt::format("    answers: {{{}}}\n", stated.empty() ? "" : fmt::format("{}: {{{}}}", factor, stated));
        if (!facts.empty()) text += fmt::format("    facts: {{{}}}\n", facts);
        const auto level = level_of(answers);
        text += level ? fmt::format("    expect: {{levels: {{{}: {}}}}}\n", factor, io::yaml_scalar(factor_[*level].id.text()))
                      : std::string{"    expect: {complete: false}      # a modifier leaves the level open\n"};
        return text + fmt::format("    source: {}\n", io::yaml_scalar(fmt::format("the questions of {}, edition {}",
                                                                                  scheme_.id().text(), scheme_.edition())));
    }

    const model::Scheme& scheme_;
    model::FactorIndex index_;
    const model::Factor& factor_;
    const model::Tree& tree_;
};

}  // namespace

std::string new_test_of_paths_text(const model::Scheme& scheme, std::string_view named) {
    std::string text =
        comment(fmt::format("Worked examples of the questions of {}, edition {}:   je test FILE", scheme.id().text(),
                            scheme.edition()),
                0) +
        "#\n" +
        comment(
            "For each question two jobs that answer it differently and all else the same, and that differ in the "
            "level. They hold as long as the questions lead where they lead now: a change that moves one is "
            "seen at once. Whether each is right is for people to say; strike out none that only moved.",
            0) +
        caution_comments(scheme);
    text += "format: je-test/1\n";
    text += fmt::format("scheme: {}                # a name, or a file by its place beside this one\ncases:\n",
                        io::yaml_scalar(named));
    for (const model::FactorIndex factor : scheme.factors_with_trees()) text += ExamplesOfPaths{scheme, factor}.text();
    return text;
}

}  // namespace je::study
