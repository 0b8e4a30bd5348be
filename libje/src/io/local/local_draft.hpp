// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/local/value.hpp"
#include "je/base/diagnostic.hpp"

namespace je::io {

/// One change of a local agreement.
struct LocalChange {
    enum class Kind { add, replace, remove, set };
    using Text = base::Located<std::string>;

    Kind kind = Kind::add;
    Text target;                       // "panel/three"; of `add` the list alone, "panel"
    std::optional<YamlValue> entry{};  // what stands there from now on; of `set` the text
    std::optional<YamlValue> was{};    // keys, or a text, that the base must have
    std::optional<Text> before{};
    std::optional<Text> after{};
    std::string reason{};
    std::optional<Text> source{};
    base::SourcePosition at{};
};
[[nodiscard]] std::string_view to_text(LocalChange::Kind kind);

/// What a `je-local/1` file says, before it is held against its base.
struct LocalDraft {
    bool flawed = false;  // it had mistakes that leave the rest readable
    using Text = base::Located<std::string>;

    Text id;
    std::string title;
    Text edition;
    Text base;  // id of the scheme
    Text base_edition;
    Text base_sha256;
    std::vector<std::pair<Text, YamlValue>> sources;  // by their ids
    std::optional<base::SourcePosition> says_points;  // where it says `changes_points: true`
    std::vector<LocalChange> changes;
    base::SourcePosition at;
};

}  // namespace je::io
