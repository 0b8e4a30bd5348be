// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "je/model/scheme.hpp"
#include "model/scheme_names.hpp"

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

/// What a value of the fact may be, for an error: "a number", "yes or no", "one of the choices 'a' and 'b'".
[[nodiscard]] std::string expected_of(const FactDefinition& fact);

/// The choice nearest in spelling, as "write 'x'"; else a general fix.
[[nodiscard]] std::string fix_of(const FactDefinition& fact, std::string_view value);

}  // namespace je::model
