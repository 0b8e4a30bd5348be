// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "io/yaml/map_reader.hpp"
#include "io/yaml/values.hpp"
#include "je/model/job.hpp"

namespace je::io {

[[nodiscard]] model::Evidence evidence_of(const YamlContext& context, const YamlNode& node);

/// An option as it is answered: a code, or a bare yes or no.
[[nodiscard]] std::optional<YamlText> read_answered(const YamlContext& context, const YamlNode& node, std::string_view key);

/// The map `answers` of a factor's entry: an option for each question, or a map of the option and what it rests on.
[[nodiscard]] std::vector<model::JobDraft::Answer> read_answers(const YamlMapReader& factor);

/// The map `facts` of a questionnaire: a value for each, or a map of the value and what it rests on.
[[nodiscard]] std::vector<model::JobDraft::Fact> read_facts(const YamlMapReader& job);

/// The map `answers` of a worked example: by factor, an option for each question.
using AnswersByFactor = std::vector<std::pair<YamlText, std::vector<model::JobDraft::Answer>>>;
[[nodiscard]] AnswersByFactor read_answers_by_factor(const YamlMapReader& example);

}  // namespace je::io
