// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/scheme.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/scheme/bands.hpp"
#include "model/scheme/deciding.hpp"
#include "model/scheme/dependents.hpp"
#include "model/scheme/factors.hpp"
#include "model/scheme/rules.hpp"
#include "model/scheme/short_names.hpp"
#include "model/scheme/trees.hpp"
#include "model/scheme/words.hpp"

namespace je::model {

namespace {

constexpr std::size_t most_factors = 500;

void check_sizes(const SchemeDraft& draft, base::Diagnostics& diagnostics) {
    check_list(draft.factors, most_factors, "factors", diagnostics);
    check_list(draft.matrices, most_factors, "matrices", diagnostics);
    check_list(draft.series, most_factors, "series", diagnostics);
    check_list(draft.facts, most_rules, "facts", diagnostics);
    check_rule_sizes(draft, diagnostics);
}

}  // namespace

/// Puts a scheme together from its parts, each of which says by itself what is wrong with it.
class SchemeMaker {
public:
    SchemeMaker(const SchemeDraft& draft, base::Diagnostics& diagnostics) : draft_{draft}, diagnostics_{diagnostics} {}

    [[nodiscard]] std::optional<Scheme> make() {
        const auto errors_before = diagnostics_.errors();
        check_sizes(draft_, diagnostics_);
        if (diagnostics_.errors() > errors_before) return std::nullopt;
        make_head();
        make_groups();
        make_points();
        take_rules();
        take_trees();
        make_tables();
        if (draft_.flawed || diagnostics_.errors() > errors_before) return std::nullopt;
        return std::move(scheme_);
    }

private:
    void make_head() {
        scheme_.id_ = SchemeId{draft_.id.value};
        scheme_.title_ = draft_.title;
        scheme_.edition_ = draft_.edition;
        scheme_.local_ = draft_.local;
        scheme_.owner_ = draft_.owner;
        scheme_.licence_ = draft_.licence;
        scheme_.at_ = draft_.at;
        const auto status = resolve_status("JE-S01", fmt::format("scheme '{}'", draft_.id.value), draft_.status, diagnostics_);
        if (status) scheme_.status_ = *status;
        scheme_.sources_ = make_sources(draft_.sources, names_.sources, diagnostics_);
        make_method();
    }

    void make_method() {
        const auto word = draft_.method.value_or(Text{"points", {}});
        const auto method = resolve_word(
            words::methods,
            {.id = "JE-B82",
             .word = word,
             .message = fmt::format("the method of scheme '{}' is '{}', which does not exist", draft_.id.value, word.value),
             .what = "the methods"},
            diagnostics_);
        scheme_.method_ = method.value_or(Method::classification);  // one that is unknown asks for no points and floors
        if (!method) return;
        check_method(draft_, *method, diagnostics_);
    }

    void check_short_names_of_groups() {
        std::vector<ShortNamed> all;
        for (const auto& group : draft_.groups) all.push_back({"group", &group.id, group.name, &group.short_name});
        check_short_names(all, diagnostics_);
    }

    void make_groups() {
        check_short_names_of_groups();
        base::LookAlikes names;
        for (const auto& group : draft_.groups) {
            names_.groups.add(group.id, diagnostics_);
            look_at_name(names, "group", group.name, group.id.at, diagnostics_);
            Group& made = scheme_.groups_.emplace_back(
                Group{GroupId{group.id.value}, group.name, {}, short_name_or_empty(group.short_name)});
            if (!group.eu_criterion) continue;
            const auto& word = *group.eu_criterion;
            made.eu_criterion =
                resolve_word(words::eu_criteria,
                             {.id = "JE-S10",
                              .word = word,
                              .message = fmt::format("group '{}' is for criterion '{}', which is not one of the four",
                                                     group.id.value, word.value),
                              .what = "the criteria of EU law"},
                             diagnostics_);
        }
    }

    void make_points() {
        const auto errors_before = diagnostics_.errors();
        if (draft_.factors.empty()) {
            diagnostics_.error({"JE-S12", draft_.id.at, fmt::format("scheme '{}' has no factors", draft_.id.value),
                                "at least one factor", "add the factors under 'factors'"});
        }
        base::LookAlikes names;
        for (const auto& factor : draft_.factors) {
            names_.factors.add(factor.id, diagnostics_);
            look_at_name(names, "factor", factor.name, factor.id.at, diagnostics_);
        }
        const auto scale = scheme_.has_points() ? make_scale(draft_, diagnostics_) : std::nullopt;
        scheme_.factors_ = make_factors(draft_, scheme_.method_, names_, scale, diagnostics_);
        matrices_ = make_matrices(draft_, names_, scheme_.factors_, diagnostics_);
        scheme_.weights_ = stated_weights(draft_);
        scheme_.series_ = make_series(draft_, diagnostics_);
        const auto links = link_dependents(draft_, scheme_.series_, diagnostics_);
        if (diagnostics_.errors() == errors_before) make_totals(matrices_, links);
    }

    void make_totals(const std::vector<ScoredUnit>& combined, const std::vector<DependentLink>& links) {
        const auto errors_before = diagnostics_.errors();
        scheme_.units_ = units_of(scheme_.factors_, combined);
        scheme_.dependent_units_ = make_dependents(scheme_.units_, links, diagnostics_);
        if (diagnostics_.errors() > errors_before) return;
        for (const ScoredUnit& unit : scheme_.units_) {
            scheme_.smallest_total_ += unit.smallest();
            scheme_.largest_total_ += unit.largest();
        }
        if (scheme_.has_points()) check_max_total(draft_, scheme_.largest_total_, diagnostics_);
    }

    void take_rules() {
        auto rules = make_rules(draft_, names_, scheme_.factors_, diagnostics_);
        scheme_.derivations_ = std::move(rules.derivations);
        scheme_.modifiers_ = std::move(rules.modifiers);
        scheme_.constraints_ = std::move(rules.constraints);
        scheme_.band_rules_ = std::move(rules.band_rules);
        scheme_.conventions_ = std::move(rules.conventions);
        scheme_.rules_ = std::move(rules.reaches);
        deciding_ = std::move(rules.deciding);
        scheme_.facts_ = std::move(rules.facts);
        scheme_.panel_rules_ = make_process_rules(draft_.panel, true, names_.sources, diagnostics_);
        scheme_.appeal_rules_ = make_process_rules(draft_.appeal, false, names_.sources, diagnostics_);
    }

    void take_trees() {
        make_trees(draft_, {scheme_.modifiers_, scheme_.constraints_, matrices_}, scheme_.factors_, diagnostics_);
        for (std::size_t i = 0; i < scheme_.factors_.size(); ++i)
            if (scheme_.factors_[i].tree) scheme_.factors_with_trees_.emplace_back(i);
    }

    void make_tables() {
        scheme_.band_tables_ = make_band_tables(draft_.bands, scheme_.method_, names_.sources, diagnostics_);
        for (std::size_t i = 0; i < deciding_.size() && deciding_.size() == scheme_.band_tables_.size(); ++i) {
            if (deciding_[i]) scheme_.band_tables_[i].decide_by(*std::move(deciding_[i]));
        }
        scheme_.pay_tables_ = make_pay_tables(draft_.pay, names_.sources, band_names(draft_.bands), diagnostics_);
    }

    const SchemeDraft& draft_;
    base::Diagnostics& diagnostics_;
    SchemeNames names_;
    std::vector<ScoredUnit> matrices_;  // as far as they could be read
    std::vector<std::optional<Deciding>> deciding_;
    Scheme scheme_;
};

std::optional<Scheme> Scheme::make(const SchemeDraft& draft, base::Diagnostics& diagnostics) {
    return SchemeMaker{draft, diagnostics}.make();
}

std::string_view caution(Status status) {
    switch (status) {
        case Status::illustrative:
            return "Illustrative figures: made up to show how it works, not those of any real scheme.";
        case Status::unverified:
            return "Unverified figures: not checked against the owner's own document.";
        case Status::published:
        case Status::local:
            return {};
    }
    return {};
}

std::optional<LevelIndex> Factor::find_level(std::string_view level) const {
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (levels[i].id == level) return LevelIndex{i};
    }
    return std::nullopt;
}

std::optional<FactorIndex> Scheme::find_factor(std::string_view id) const {
    for (std::size_t i = 0; i < factors_.size(); ++i) {
        if (factors_[i].id == id) return FactorIndex{i};
    }
    return std::nullopt;
}

std::string Scheme::option_name(const ScoredUnit& unit, std::size_t option) const {
    std::string text;
    for (const ScoredUnit::Side& side : unit.sides()) {
        if (!text.empty()) text += " x ";
        text += (*this)[side.factor][ScoredUnit::level_of(option, side)].id.text();
    }
    return text;
}

}  // namespace je::model
