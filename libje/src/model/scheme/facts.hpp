// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "je/model/scheme.hpp"
#include "model/scheme/names.hpp"

namespace je::model {

/// The facts a scheme declares, and what its rules refer to by their ids.
class Facts {
public:
    Facts(const std::vector<SchemeDraft::Fact>& drafts, base::Diagnostics& diagnostics);

    /// The fact that `reference` stands for; reports an unknown one. Nothing, too, for a fact whose own mistakes (reported
    /// already) leave open what its values are.
    [[nodiscard]] std::optional<FactIndex> resolve(const Text& reference, std::string_view user,
                                                   base::Diagnostics& diagnostics) const;
    /// As `resolve`, for a rule that needs a fact of one kind; reports another kind.
    [[nodiscard]] std::optional<FactIndex> resolve_kind(const Text& reference, FactKindOf kind, std::string_view user,
                                                        base::Diagnostics& diagnostics) const;

    [[nodiscard]] const FactDefinition& operator[](FactIndex i) const { return definitions_[i.value()]; }
    [[nodiscard]] std::vector<FactDefinition> definitions() && { return std::move(definitions_); }

private:
    void add(const SchemeDraft::Fact& draft, base::Diagnostics& diagnostics);

    Names names_{{"fact", "facts", "JE-S06", "JE-S02"}};
    base::LookAlikes called_;
    std::vector<FactDefinition> definitions_;
    std::vector<bool> usable_;
};

/// The smallest number that the fact may have.
[[nodiscard]] base::WideDecimal first_value(const FactDefinition& fact);

/// The words of a value of kind `several`, as CSV states it, parted by ';', "-" for none, or as a list "[a, b]".
[[nodiscard]] std::vector<std::string> words_of_several(std::string_view text);

/// What a value of the fact may be, for an error: "a number", "yes or no", "one of the choices 'a' and 'b'".
[[nodiscard]] std::string expected_of(const FactDefinition& fact);

/// The choice nearest in spelling, as "write 'x'"; else a general fix.
[[nodiscard]] std::string fix_of(const FactDefinition& fact, std::string_view value);

/// For each choice of `fact`, the row of `table` whose key it is. Reports keys that are no choice or occur twice, and an
/// empty table.
[[nodiscard]] std::vector<const Text*> rows_by_choice(const std::vector<std::pair<Text, Text>>& table,
                                                      const FactDefinition& fact, const Text& rule, const std::string& user,
                                                      base::Diagnostics& diagnostics);

/// Says that a rule's list or table is empty, so that the rule could never do anything.
void report_empty(const Text& rule, const std::string& user, std::string_view key, base::Diagnostics& diagnostics);

}  // namespace je::model
