// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "je/report/common.hpp"
#include "je/report/description.hpp"

namespace je::report {

/// A question of a factor and one of its answers, by ids and in words.
struct StepView {
    std::string question;
    std::string ask;
    std::string fact;  // id of the fact it asks; empty: it asks none
    std::string option;
    std::string text;  // the answer in words
    // The value of the fact: a number, choices that apply, or a word. None of them: it asks no fact, or none is known.
    std::optional<Digits> number{};
    std::optional<std::vector<std::string>> choices{};
    std::optional<std::string> word{};
    std::vector<EvidenceView> evidence{};
    std::string note{};
    std::string at{};  // where the questionnaire answers it; empty: nowhere
    std::string scheme_at{};

    /// "Members of the public"; of a fact with its value: "4, 1 to 5 people".
    [[nodiscard]] std::string answer_in_words() const;
};

/// An answer that would have to be another one.
struct ChangedAnswerView {
    std::string question;
    std::string ask;
    std::string fact;  // empty: it asks none
    std::string from;
    std::string from_text;
    std::string to;
    std::string to_text;
    std::vector<std::string> also_asked_by{};  // ids of other factors whose questions ask the fact
};

/// Why a factor does not have a level, and what it would take.
struct RuledOutView {
    std::string level;
    std::string summary;
    std::optional<StepView> closed_by{};  // nothing: answers ahead of an open question close it alone
    bool has_path = false;                // false for a level that only a modifier raises to
    std::vector<ChangedAnswerView> changed{};
    std::vector<StepView> further{};
    std::vector<StepView> path{};
};

/// How the answers to a factor's questions give its level.
struct TreeTrace {
    std::vector<std::string> possible;      // levels that answers leave, lowest first; of these the one stated
    std::vector<StepView> trace{};          // from the first question as far as answers go
    std::optional<std::string> stops_at{};  // the first open question; nothing: the trace ends at a level
    std::string stops_at_ask{};             // in its words
    std::vector<StepView> ahead{};          // answers to questions that may yet come up
    std::vector<StepView> off_path{};       // answers to questions that cannot come up, without effect
    std::vector<RuledOutView> eliminated{};
};

/// A question on the way of one of two records to the level of a factor, or of both.
struct PathRow {
    std::string question;
    std::string ask;
    std::optional<std::string> before{};  // id of the first one's answer; nothing: the question was not on its way
    std::string before_text{};
    std::optional<std::string> after{};  // the same of the second
    std::string after_text{};
};

/// Two ways through the questions of a factor, side by side.
struct TwoPaths {
    std::vector<PathRow> rows;
    std::optional<std::string> parts_at{};  // the first question with different answers, or where one has stopped
};

/// One answer to what is asked next, or one level of a factor without questions.
struct NextOptionView {
    std::string factor;
    std::optional<std::string> question{};  // nothing: `option` is a level
    std::string option;
    std::string text{};
};

/// What is left once it is given.
struct NextAnswerView {
    std::vector<NextOptionView> options;
    base::Decimal total_min{};
    base::Decimal total_max{};
    std::vector<std::optional<std::string>> bands{};  // lowest first; nothing, last: in no band
};

struct NextQuestionView {
    std::string factor;
    std::string name;
    std::optional<std::string> question{};  // nothing: the factor has no questions
    std::string ask{};
    std::string fact{};  // empty: it asks none
    std::size_t bands_at_most = 0;
    base::Decimal width_at_most{};
    std::vector<NextAnswerView> answers{};
};

/// What to ask next, by its effect.
struct AskNextView {
    bool band_settled = false;
    std::vector<NextQuestionView> questions{};
};

}  // namespace je::report
