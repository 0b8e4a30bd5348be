// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"
#include "je/scoring/score.hpp"

namespace je::scoring {

/// One answer to a question, or one level of a factor without questions.
struct NextOption {
    model::FactorIndex factor{};
    std::optional<model::QuestionIndex> question{};  // nothing: the factor has no questions
    std::size_t option = 0;                          // of the question; else a level
};

/// What a job may come to. `bands` are in the table's order.
struct Prospect {
    model::Points total_min{};
    model::Points total_max{};
    std::vector<model::BandIndex> bands{};
    bool may_be_in_none = false;  // beside them

    [[nodiscard]] std::size_t band_count() const { return bands.size() + (may_be_in_none ? 1 : 0); }
    [[nodiscard]] model::Points width() const { return total_max - total_min; }
    /// Takes in all that another one may come to.
    void take(const Prospect& other);
};
/// Of a scored job.
[[nodiscard]] Prospect prospect_of(const Score& score);

/// What an answer leaves. A fact answers several questions at once.
struct NextAnswer : Prospect {
    std::vector<NextOption> options;
};

struct NextQuestion {
    model::FactorIndex factor{};
    std::optional<model::QuestionIndex> question{};  // nothing: the factor has no questions, and its levels are the answers
    std::optional<model::FactIndex> fact{};
    std::vector<NextAnswer> answers;  // in file order, of facts by the numbers of the options
    std::size_t bands_at_most = 0;    // after any of them
    model::Points width_at_most{};    // of the range of totals
};

/// What to ask next about a job that is not complete: of each factor without a level the question where its path stops, one
/// that asks a fact once for all factors that it may answer. Further questions are left out, since they may never come up.
///
/// In order of: the most bands that any answer leaves; their mean over the answers; the widest range of totals after any
/// answer; its mean; the place in the scheme. The worst case comes first because it promises without a guess at how likely an
/// answer is.
struct AskNext {
    bool band_settled = false;  // no answer can change the band
    std::vector<NextQuestion> questions;
};
/// `score` is that of `answers` under `scheme` and `table`, which may be null. Nothing to ask about a job with errors.
[[nodiscard]] AskNext ask_next(const model::Scheme& scheme, const model::BandTable* table, const model::Answers& answers,
                               const Score& score);

}  // namespace je::scoring
