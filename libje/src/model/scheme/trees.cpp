// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme/trees.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "model/scheme/tree_proof.hpp"
#include "model/scheme/tree_sketch.hpp"

namespace je::model {

namespace {

/// What was proved to be one.
std::shared_ptr<const Tree> tree_of(TreeSketch sketch) {
    Tree tree{.questions = {}, .start = *sketch.start, .in_order = in_order_of(sketch)};
    for (std::size_t i = 0; i < sketch.questions.size(); ++i) {
        Question& question = sketch.questions[i];
        for (std::size_t option = 0; option < question.options.size(); ++option) {
            const OptionTargets& to = sketch.targets[i][option];
            auto& leads_to = question.options[option].leads_to;
            if (to.next)
                leads_to = *to.next;
            else
                leads_to = *to.level;
        }
    }
    tree.questions = std::move(sketch.questions);
    return std::make_shared<const Tree>(std::move(tree));
}

/// A factor whose level questions give is derived by nothing.
void check_no_derivation(const SchemeDraft& draft, const SchemeDraft::Factor& factor, base::Diagnostics& diagnostics) {
    for (const auto& rule : draft.derived) {
        if (!rule.factor || rule.factor->value != factor.id.value) continue;
        diagnostics.error({"JE-T32", rule.factor->at,
                           fmt::format("the level of factor '{}' is given by questions, and by derivation '{}'",
                                       factor.id.value, rule.id.value),
                           "one source of a factor's level: questions, or one entry of 'derived'",
                           "take one of the two out; a question may ask the fact that the level was derived from"});
    }
}

}  // namespace

void make_trees(const SchemeDraft& draft, const TreeSubjects& subjects, std::vector<Factor>& factors,
                base::Diagnostics& diagnostics) {
    base::Diagnostics told{0};  // what is wrong with facts has been reported
    const Facts facts{draft.facts, told};
    for (std::size_t i = 0; i < draft.factors.size(); ++i) {
        const auto& factor = draft.factors[i];
        if (factor.questions.empty()) continue;
        const std::size_t before = diagnostics.errors();
        check_no_derivation(draft, factor, diagnostics);
        if (!has_few_questions(factor, diagnostics) || factors[i].levels.empty()) continue;
        auto sketch = sketch_tree(factor, factors[i], FactorIndex{i}, facts, diagnostics);
        prove_tree(sketch, facts, subjects, diagnostics);
        if (diagnostics.errors() == before) factors[i].tree = tree_of(std::move(sketch));
    }
}

}  // namespace je::model
