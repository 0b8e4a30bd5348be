// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"
#include "model/job/stated_levels.hpp"

// What spreadsheets and people make of a value, undone where only one thing can be meant. Used where a cell does not say
// exactly what is looked for, so that files written plainly are read as quickly as before.

namespace je::io {

using model::in_small_letters;
using model::is_blank;
using model::loose_levels;
using model::LooseForms;
using model::LooseLevel;
using model::Loosely;
using model::plain_number;
using model::trimmed;

struct LooseFact {
    model::FactValue value;
    Loosely how;
};
/// `forms`: of the choices of the fact.
[[nodiscard]] std::optional<LooseFact> loose_fact(std::string_view text, const model::FactDefinition& fact,
                                                  const LooseForms& forms);

struct LooseOption {
    std::size_t option;
    Loosely how;
};
/// The option that an answer means. `forms`: of the options of the question.
[[nodiscard]] std::optional<LooseOption> loose_option(std::string_view text, const model::Question& question,
                                                      const LooseForms& forms);

/// N/A, -, ?, #REF!: what people and spreadsheets put where nothing is known.
[[nodiscard]] bool says_not_known(std::string_view text);
/// 7-Jan, 07/01/2026, or the number of a day such as 45720: what a spreadsheet makes of a code such as 1-7.
[[nodiscard]] bool looks_like_a_date(std::string_view text);
/// The words that a row of totals begins with: total, sum, average ...
[[nodiscard]] bool begins_as_totals(std::string_view text);
/// "Source: HR, 2024", "Note: ...", "n = 12", "* provisional", "Total (all jobs)": what is written below a table.
[[nodiscard]] bool begins_as_footnote(std::string_view text);

// A fact's value as the scheme writes it.
[[nodiscard]] std::string fact_text(const model::FactDefinition& fact, const model::FactValue& value);

// Whether a point may part thousands in a text: 1.500, 12.000.
[[nodiscard]] bool may_part_thousands(std::string_view text);

}  // namespace je::io
