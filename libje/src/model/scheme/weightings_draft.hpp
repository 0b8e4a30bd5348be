// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "je/model/scheme_draft.hpp"

namespace je::model {

/// What a `je-weightings/1` file says, before it is held against a scheme. docs/files.md has the meaning of each key.
struct WeightingsDraft {
    bool flawed = false;  // the file had mistakes that leave the rest readable: more are looked for, and nothing is given
    using Text = base::Located<std::string>;
    struct Weighting {
        Text id{};
        Text reason{};                                                         // empty: none is stated, which is a mistake
        std::vector<std::pair<Text, base::Located<base::Decimal>>> weights{};  // of a unit or group: in percent
        std::optional<Text> rest{};
        std::optional<Text> floors{};                  // a word, or
        std::vector<std::pair<Text, Text>> anchors{};  // jobs and the bands they are to have
        base::SourcePosition floors_at{};
        std::optional<SchemeDraft::RoundingDraft> rounding{};
        base::SourcePosition at{};
    };
    Text id{};
    Text scheme{};
    std::vector<Weighting> weightings{};
    base::SourcePosition at{};
};

}  // namespace je::model
