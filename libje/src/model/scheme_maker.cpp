// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>
#include <optional>
#include <string>
#include <utility>

#include "je/model/scheme.hpp"
#include "model/scheme_bands.hpp"
#include "model/scheme_conditions.hpp"
#include "model/scheme_factors.hpp"
#include "model/scheme_facts.hpp"
#include "model/scheme_matrices.hpp"
#include "model/scheme_process.hpp"
#include "model/scheme_rules.hpp"
#include "model/scheme_sizes.hpp"
#include "model/scheme_totals.hpp"
#include "model/scheme_weights.hpp"

namespace je::model {

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
        make_rules();
        make_tables();
        if (draft_.flawed || diagnostics_.errors() > errors_before) return std::nullopt;
        return std::move(scheme_);
    }

private:
    void make_head() {
        scheme_.id_ = SchemeId{draft_.id.value};
        scheme_.title_ = draft_.title;
        scheme_.edition_ = draft_.edition;
        scheme_.owner_ = draft_.owner;
        scheme_.licence_ = draft_.licence;
        scheme_.at_ = draft_.at;
        const auto status = resolve_status("JE-S01", fmt::format("scheme '{}'", draft_.id.value), draft_.status, diagnostics_);
        if (status) scheme_.status_ = *status;
        scheme_.sources_ = make_sources(draft_.sources, names_.sources, diagnostics_);
    }

    void make_groups() {
        base::LookAlikes names;
        for (const auto& group : draft_.groups) {
            names_.groups.add(group.id, diagnostics_);
            look_at_name(names, "group", group.name, group.id.at, diagnostics_);
            if (group.eu_criterion) check_criterion(group);
            scheme_.groups_.push_back(
                {GroupId{group.id.value}, group.name, group.eu_criterion ? group.eu_criterion->value : ""});
        }
    }

    void check_criterion(const SchemeDraft::Group& group) {
        static const std::array<std::string, 4> criteria{"skills", "effort", "responsibility", "working-conditions"};
        const auto& word = *group.eu_criterion;
        for (const auto& criterion : criteria) {
            if (word.value == criterion) return;
        }
        report({.id = "JE-S10",
                .word = word,
                .message =
                    fmt::format("group '{}' is for criterion '{}', which is not one of the four", group.id.value, word.value),
                .what = "the criteria of EU law",
                .allowed = criteria},
               diagnostics_);
    }

    void make_points() {
        const auto errors_before = diagnostics_.errors();
        if (draft_.factors.empty()) report_no_factors();
        base::LookAlikes names;
        for (const auto& factor : draft_.factors) {
            names_.factors.add(factor.id, diagnostics_);
            look_at_name(names, "factor", factor.name, factor.id.at, diagnostics_);
        }
        const auto scale = make_scale(draft_, diagnostics_);
        scheme_.factors_ = make_factors(draft_, names_, scale, diagnostics_);
        scheme_.matrices_ = make_matrices(draft_, names_, scheme_.factors_, diagnostics_);
        scheme_.weights_ = stated_weights(draft_);
        if (diagnostics_.errors() == errors_before) make_totals();
    }

    void report_no_factors() {
        diagnostics_.error({.id = "JE-S12",
                            .at = draft_.id.at,
                            .message = fmt::format("scheme '{}' has no factors", draft_.id.value),
                            .expected = "at least one factor",
                            .fix = "add the factors under 'factors'"});
    }

    void make_totals() {
        scheme_.units_ = units_of(scheme_.factors_);
        const auto range = total_range(scheme_.units_, scheme_.factors_, scheme_.matrices_);
        scheme_.smallest_total_ = range.smallest;
        scheme_.largest_total_ = range.largest;
        check_max_total(draft_, range.largest, diagnostics_);
    }

    void make_rules() {
        Facts facts{draft_.facts, diagnostics_};
        const auto bands = band_names(draft_.bands);
        const RuleSubjects subjects{names_.factors, scheme_.factors_, facts, names_.sources, bands};
        scheme_.derivations_ = make_derivations(draft_, subjects, diagnostics_);
        scheme_.modifiers_ = make_modifiers(draft_, subjects, diagnostics_);
        scheme_.constraints_ = make_constraints(draft_, subjects, diagnostics_);
        scheme_.band_rules_ = make_band_rules(draft_, subjects, diagnostics_);
        scheme_.conventions_ = make_conventions(draft_, subjects, diagnostics_);
        scheme_.facts_ = std::move(facts).definitions();
        scheme_.panel_rules_ = make_process_rules(draft_.panel, true, names_.sources, diagnostics_);
        scheme_.appeal_rules_ = make_process_rules(draft_.appeal, false, names_.sources, diagnostics_);
    }

    void make_tables() {
        scheme_.band_tables_ = make_band_tables(draft_.bands, names_.sources, diagnostics_);
        scheme_.pay_tables_ = make_pay_tables(draft_.pay, names_.sources, band_names(draft_.bands), diagnostics_);
    }

    const SchemeDraft& draft_;
    base::Diagnostics& diagnostics_;
    SchemeNames names_;
    Scheme scheme_;
};

std::optional<Scheme> Scheme::make(const SchemeDraft& draft, base::Diagnostics& diagnostics) {
    return SchemeMaker{draft, diagnostics}.make();
}

}  // namespace je::model
