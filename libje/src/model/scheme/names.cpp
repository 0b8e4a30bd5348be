// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme/names.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "je/base/text.hpp"

namespace je::model {

namespace {

// Beyond this many words the nearest spelling is looked for among the first alone: a hostile file must not cost minutes.
constexpr std::size_t most_compared = 100;

void advise(const UnknownWord& unknown, base::Diagnostic& d) {
    const auto compared = unknown.allowed.first(std::min(unknown.allowed.size(), most_compared));
    const auto near = unknown.by_spelling ? base::nearest(unknown.word.value, compared) : std::nullopt;
    d.expected =
        fmt::format("one of {}: {}", unknown.what, unknown.allowed.empty() ? "there are none" : short_list(unknown.allowed));
    d.fix = near ? base::fix_of_spelling(unknown.word.value, *near) : unknown.otherwise;
}

}  // namespace

std::string short_list(std::span<const std::string> words, std::size_t most) {
    if (words.size() <= most) return base::quoted_list(words);
    std::string result;
    for (const auto& word : words.first(most)) result += fmt::format("'{}', ", word);
    result.resize(result.size() - 2);
    return fmt::format("{} and {} more", result, words.size() - most);
}

std::string first_at(const base::SourcePosition& at) {
    return at.known() ? fmt::format(" (first at {})", at.file_and_line()) : std::string{};
}

void report(const UnknownWord& unknown, base::Diagnostics& diagnostics, base::Severity severity) {
    base::Diagnostic d{.id = std::string{unknown.id}, .at = unknown.word.at, .message = unknown.message, .severity = severity};
    // Once no more is kept, only the count matters, and the nearest spelling would be sought in vain.
    if (diagnostics.not_kept() == 0) advise(unknown, d);
    diagnostics.add(std::move(d));
}

bool Names::add(const Text& id, base::Diagnostics& diagnostics) {
    const auto known = find(id.value);
    add_quietly(id);
    if (!known) {
        if (kind_.declares) look_at(id, diagnostics);
        return true;
    }
    diagnostics.error({std::string{kind_.repeated}, id.at,
                       fmt::format("{} '{}' is given twice{}", kind_.one, id.value, first_at(places_[*known])),
                       fmt::format("a different id for each of the {}", kind_.many),
                       "give one of the two another id; where both say the same, one is enough"});
    return false;
}

void Names::look_at(const Text& id, base::Diagnostics& diagnostics) {
    const auto* const earlier = looks_.add(id.value, id.at);
    if (earlier != nullptr)
        diagnostics.warning(base::looks_alike(kind_.one, "id", id.value, id.at, earlier->text, earlier->at));
}

void look_at_name(base::LookAlikes& names, std::string_view what, std::string_view name, const base::SourcePosition& at,
                  base::Diagnostics& diagnostics) {
    if (name.empty()) return;
    const auto* const earlier = names.add(name, at);
    if (earlier != nullptr) diagnostics.warning(base::looks_alike(what, "name", name, at, earlier->text, earlier->at));
}

void Names::add_quietly(const Text& id) {
    if (index_.try_emplace(id.value, ids_.size()).second) distinct_.push_back(id.value);
    ids_.push_back(id.value);
    places_.push_back(id.at);
}

std::optional<std::size_t> Names::find(std::string_view id) const {
    const auto found = index_.find(id);
    if (found == index_.end()) return std::nullopt;
    return found->second;
}

std::optional<std::size_t> Names::resolve(const Text& reference, std::string_view user, base::Diagnostics& diagnostics) const {
    if (const auto found = find(reference.value)) return found;
    report({.id = kind_.unknown,
            .word = reference,
            .message = fmt::format("{} names {} '{}', which is not declared", user, kind_.one, reference.value),
            .what = fmt::format("the {}", kind_.many),
            .allowed = distinct_,
            .otherwise =
                fmt::format("{}declare '{}' under '{}'", empty() ? "" : "use one of these, or ", reference.value, kind_.many)},
           diagnostics);
    return std::nullopt;
}

}  // namespace je::model
