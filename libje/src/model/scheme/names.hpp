// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "je/base/diagnostic.hpp"
#include "je/base/text.hpp"

namespace je::model {

using Text = base::Located<std::string>;

/// A mistake about a word that is none of those allowed: `what` names them ("the levels of factor 'knowledge'"), the list
/// follows, and the fix gives the nearest spelling or else `otherwise`.
struct UnknownWord {
    std::string_view id;
    const Text& word;
    std::string message;
    std::string what;
    std::span<const std::string> allowed{};
    std::string otherwise = "use one of these";
    bool by_spelling =
        true;  // whether the nearest spelling may be what is meant: not of levels, where another one is another grade
};
void report(const UnknownWord& unknown, base::Diagnostics& diagnostics, base::Severity severity = base::Severity::error);

/// "'a', 'b' and 'c'", cut after so many words: "... and 60 more".
[[nodiscard]] std::string short_list(std::span<const std::string> words, std::size_t most = 40);

/// " (first at demo.yaml:12)"; empty for a place that is not known.
[[nodiscard]] std::string first_at(const base::SourcePosition& at);

/// The ids of one kind of thing, in the order they were declared, and what refers to them.
///
///     Names groups{{"group", "groups", "JE-S04", "JE-S02"}};
///     groups.add(draft.id, diagnostics);                                          // reports a repeated id
///     groups.resolve(factor.group, "factor 'knowledge'", diagnostics);           // reports an unknown one
class Names {
public:
    struct Kind {
        std::string_view one;
        std::string_view many;  // also the key of the section that declares them
        std::string_view unknown;
        std::string_view repeated;
        bool declares = true;  // false: these are references, and what they refer to was looked at where it is declared
    };

    explicit Names(Kind kind) : kind_{kind} {}

    /// Gives the id the next index. A repeat is reported, and its name keeps standing for the first. False for a repeat.
    bool add(const Text& id, base::Diagnostics& diagnostics);
    /// Warns of an id that looks like an earlier one and is another. `add` does this too.
    void look_at(const Text& id, base::Diagnostics& diagnostics);
    /// As `add`, for ids that may well occur several times.
    void add_quietly(const Text& id);

    [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const;
    /// The index that `reference` stands for; otherwise says that `user` ("factor 'knowledge'") names an unknown one.
    [[nodiscard]] std::optional<std::size_t> resolve(const Text& reference, std::string_view user,
                                                     base::Diagnostics& diagnostics) const;
    [[nodiscard]] const base::SourcePosition& first_place(std::size_t index) const { return places_[index]; }
    [[nodiscard]] bool empty() const { return ids_.empty(); }
    /// Distinct ids in the order they were declared.
    [[nodiscard]] std::span<const std::string> distinct() const { return distinct_; }

private:
    Kind kind_;
    std::vector<std::string> ids_;
    std::vector<std::string> distinct_;
    std::vector<base::SourcePosition> places_;
    std::map<std::string, std::size_t, std::less<>> index_;
    base::LookAlikes looks_;
};

/// Warns where a name looks like an earlier one of the same kind and is another; the same name twice is nothing to warn of.
void look_at_name(base::LookAlikes& names, std::string_view what, std::string_view name, const base::SourcePosition& at,
                  base::Diagnostics& diagnostics);

}  // namespace je::model
