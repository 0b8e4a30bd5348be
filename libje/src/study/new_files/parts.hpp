// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "je/model/job.hpp"
#include "je/model/process_rules.hpp"
#include "je/model/scheme.hpp"

namespace je::study {

// Parts of the files that `new_file` makes from a scheme and from records. Whatever their texts hold, they stay comments.

/// `text` as comment lines at `indent` columns, at most 110 columns wide, with `hang` more spaces from the second line on.
/// Line breaks of any kind and control characters in `text` are replaced.
[[nodiscard]] std::string comment(std::string_view text, std::size_t indent, std::size_t hang = 0);

/// "# level:      # one of 1, 2": a key to fill in, with what may stand there. What does not fit goes on below.
[[nodiscard]] std::string to_fill_in(std::string_view key, std::string_view hint, std::string_view mark, std::size_t indent);

/// "# key: value" at `indent` columns, on one line however long, so that it may be used once the # is away.
[[nodiscard]] std::string commented_out(std::string_view key, std::string_view value, std::size_t indent);

/// The code of an answer as it is written: yes and no as they are, others as texts where they would be read as something else.
[[nodiscard]] std::string code_in_yaml(std::string_view code);

/// Name (id), or the one of the two that is there.
[[nodiscard]] std::string named(std::string_view id, std::string_view name);
/// The factor's name, or its id when it has none.
[[nodiscard]] std::string name_of(const model::Factor& factor);
/// The levels of a factor as they may be written: "1, 2, \"010\"".
[[nodiscard]] std::string level_list(const model::Factor& factor);

/// How options are stated behind a level, by an example of the factor's own: "; options that are met behind it: 2ab". Nothing
/// where its levels have none.
[[nodiscard]] std::string option_hint(const model::Factor& factor);

/// A factor's name, definition, rules, the summaries of its levels and their options, as comments at two columns.
[[nodiscard]] std::string factor_comments(const model::Scheme& scheme, model::FactorIndex index);

/// "# evidence:" with what stands in `evidence`, at `indent` columns, to be used once the # is away; an example when there is
/// none.
[[nodiscard]] std::string evidence_comments(std::span<const model::Evidence> evidence, std::size_t indent);

/// "  - id: title, version 2" for each document, as comments.
[[nodiscard]] std::string document_comments(std::span<const model::Document> documents);

/// The scheme's caution as comments after an empty one; nothing when its figures need none.
[[nodiscard]] std::string caution_comments(const model::Scheme& scheme);

/// Each rule in the scheme's words, with what a breach means; `whose` is "a panel" or "an appeal".
[[nodiscard]] std::string rule_comments(std::span<const model::ProcessRule> rules, std::string_view whose);

/// "words" as "word, word", by `to_text` of each.
template <class Words>
[[nodiscard]] std::string words_list(const Words& words) {
    std::string list;
    for (const auto& word : words) list.append(list.empty() ? "" : ", ").append(to_text(word));
    return list;
}

}  // namespace je::study
