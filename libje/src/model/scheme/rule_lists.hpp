// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "je/model/scheme_draft.hpp"

namespace je::model {

/// A list of rules in a scheme's file: what its entries are called and which keys they take. Reading, writing and checking
/// rules go by it.
struct RuleList {
    std::string_view key;                      // of the list
    std::string_view one, many;                // "modifier", "modifiers"
    std::string_view entry, entries;           // the same as the file calls them
    std::span<const std::string_view> keys;    // of an entry, in the order of the file
    std::span<const std::string_view> needed;  // of these
    std::string_view table;                    // the key of the table by choices; empty: none
    std::string_view summary;                  // the key of what it says
    std::vector<SchemeDraft::Rule> SchemeDraft::*drafts;

    [[nodiscard]] bool needs(std::string_view key_of_entry) const;
};

[[nodiscard]] std::span<const RuleList> rule_lists();
/// Of what was agreed locally, which is written as rules are and changes nothing.
[[nodiscard]] const RuleList& convention_list();

}  // namespace je::model
