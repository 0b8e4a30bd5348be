// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// GLPK, the GNU linear programming kit, as an independent solver of the same linear programmes; in tests alone.

#include <glpk.h>

#include <memory>
#include <span>
#include <stdexcept>
#include <vector>

#include "numerics/exact/linear_programme.hpp"

namespace je::oracle {

struct GlpkOptimum {
    numerics::LinearOutcome outcome = numerics::LinearOutcome::infeasible;
    double value = 0;
};

namespace glpk_detail {

using Problem = std::unique_ptr<glp_prob, decltype(&glp_delete_prob)>;

inline int bound_kind(numerics::Relation relation) {
    if (relation == numerics::Relation::equal) return GLP_FX;
    return relation == numerics::Relation::at_most ? GLP_UP : GLP_LO;
}

inline void add_row(glp_prob* problem, int row, const numerics::LinearConstraint& constraint) {
    std::vector<int> columns{0};  // GLPK counts from 1
    std::vector<double> values{0};
    for (std::size_t j = 0; j < constraint.coefficients.size(); ++j) {
        columns.push_back(static_cast<int>(j) + 1);
        values.push_back(constraint.coefficients[j].to_double());
    }
    glp_set_mat_row(problem, row, static_cast<int>(constraint.coefficients.size()), columns.data(), values.data());
    const double bound = constraint.bound.to_double();
    glp_set_row_bnds(problem, row, bound_kind(constraint.relation), bound, bound);
}

inline GlpkOptimum solved(glp_prob* problem) {
    glp_smcp options;
    glp_init_smcp(&options);
    options.msg_lev = GLP_MSG_OFF;
    if (glp_simplex(problem, &options) != 0) throw std::runtime_error("GLPK failed");
    const int status = glp_get_status(problem);
    if (status == GLP_OPT) return {numerics::LinearOutcome::optimal, glp_get_obj_val(problem)};
    if (status == GLP_UNBND) return {numerics::LinearOutcome::unbounded, 0};
    if (status == GLP_NOFEAS) return {numerics::LinearOutcome::infeasible, 0};
    throw std::runtime_error("GLPK could not tell");
}

}  // namespace glpk_detail

/// The same contract as LinearRegion::maximise, in doubles.
inline GlpkOptimum glpk_maximise(std::span<const numerics::Fraction> objective,
                                 std::span<const numerics::LinearConstraint> constraints) {
    const glpk_detail::Problem problem{glp_create_prob(), &glp_delete_prob};
    glp_set_obj_dir(problem.get(), GLP_MAX);
    glp_add_cols(problem.get(), static_cast<int>(objective.size()));
    for (std::size_t j = 0; j < objective.size(); ++j) {
        glp_set_col_bnds(problem.get(), static_cast<int>(j) + 1, GLP_LO, 0, 0);
        glp_set_obj_coef(problem.get(), static_cast<int>(j) + 1, objective[j].to_double());
    }
    if (!constraints.empty()) glp_add_rows(problem.get(), static_cast<int>(constraints.size()));
    for (std::size_t i = 0; i < constraints.size(); ++i) {
        glpk_detail::add_row(problem.get(), static_cast<int>(i) + 1, constraints[i]);
    }
    return glpk_detail::solved(problem.get());
}

}  // namespace je::oracle
