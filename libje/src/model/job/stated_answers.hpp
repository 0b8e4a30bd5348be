// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"

namespace je::model {

/// Where the answers of a record go.
struct AnswersTaken {
    QuestionAnswers& questions;
    std::map<QuestionIndex, AnswerRecord>& records;  // of the factor
};

/// Takes what a record answers to the questions of one factor. A question or an option that the factor does not have, a
/// question that asks a fact, and a question that is answered twice are reported and left out.
///
/// `facts`: where an answer to a question that asks a fact goes: "under 'facts'".
void take_answers(const Scheme& scheme, FactorIndex factor, const std::vector<JobDraft::Answer>& answers,
                  std::string_view facts, AnswersTaken into, base::Diagnostics& diagnostics);

/// "the answer to question 'how-often' of factor 'contact'".
[[nodiscard]] std::string called(const JobDraft::Answer& answer, std::string_view factor);

/// "yes" for `true`, where a question has the options yes and no; empty when nothing else is meant.
[[nodiscard]] std::string other_word_for(const Question& question, std::string_view option);

}  // namespace je::model
