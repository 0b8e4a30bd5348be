// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "je/base/text.hpp"
#include "je/model/scheme.hpp"
#include "model/job/level_text.hpp"
#include "model/scheme/names.hpp"

namespace je::model {

inline constexpr std::size_t longest_loose = 200;  // a longer text says nothing in another way

inline bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), base::is_digit); }

/// `text` without blanks at its ends (spaces, tabs, line ends, no-break spaces) and out of ="...", a spreadsheet's way of
/// writing a text.
[[nodiscard]] std::string_view trimmed_slowly(std::string_view text);
/// A sign that no blank and no ="..." begins or ends with: what most cells begin and end with, of which a million jobs have
/// many.
inline bool is_firm(char c) { return static_cast<unsigned char>(c) > ' ' && static_cast<unsigned char>(c) < 0x7F && c != '='; }
[[nodiscard]] inline std::string_view trimmed(std::string_view text) {
    return !text.empty() && is_firm(text.front()) && is_firm(text.back()) ? text : trimmed_slowly(text);
}
[[nodiscard]] inline bool is_blank(std::string_view text) {
    return text.empty() || (!is_firm(text.front()) && trimmed_slowly(text).empty());
}
using base::in_small_letters;
/// "3" for 3.0, 3,0 and 03; "2.5" for 2,50. Nothing when it is no such number, or when a comma may part thousands.
[[nodiscard]] std::optional<std::string> plain_number(std::string_view text);

/// In which way a cell says what it says.
enum class Loosely : std::uint8_t { blanks, number, word, capitals };

/// Texts that mean the same level have the same form.
[[nodiscard]] std::string form_of(std::string_view text);

struct LooseLevel {
    std::size_t level;  // its place among the factor's
    Loosely how;
};
/// Codes by their forms, for the cells of many rows.
class LooseForms {
public:
    LooseForms() = default;
    explicit LooseForms(const Factor& factor);
    explicit LooseForms(const std::vector<std::string>& codes);

    /// The places of the codes that have the form of a text.
    [[nodiscard]] std::span<const std::size_t> like(std::string_view text) const;

private:
    std::unordered_map<std::string, std::vector<std::size_t>> places_;
};

/// The levels that a text can mean which is not exactly a level: one that stands there between blanks, else all that equal it
/// as numbers, in other capitals, or after the word "level".
[[nodiscard]] std::vector<LooseLevel> loose_levels(std::string_view text, const model::Factor& factor);
[[nodiscard]] std::vector<LooseLevel> loose_levels(std::string_view text, const model::Factor& factor, const LooseForms& forms);

// What a questionnaire or a record states of its scheme's factors. A word that the scheme does not have is reported as error
// `id` with those it has.
[[nodiscard]] std::optional<FactorIndex> stated_factor(const Scheme& scheme, const Text& factor, std::string_view id,
                                                       base::Diagnostics& diagnostics);
[[nodiscard]] std::optional<LevelIndex> plain_level(const Factor& factor, const Text& level, std::string_view id,
                                                    base::Diagnostics& diagnostics);
/// The same, of a level with options behind it or beside it.
[[nodiscard]] std::optional<StatedLevel> stated_level(const Factor& factor, const StatedText& level, std::string_view id,
                                                      base::Diagnostics& diagnostics);
/// The options of a level that are `letters` behind its code and `beside` it. A mistake is reported, at the option that makes
/// it or at `at`.
[[nodiscard]] std::optional<OptionSet> stated_options(const Factor& factor, LevelIndex level, std::string letters,
                                                      const std::vector<Text>& beside, const base::SourcePosition& at,
                                                      base::Diagnostics& diagnostics);
/// Whether options can be of a level.
[[nodiscard]] bool are_options_of(const Level& level, const std::vector<Text>& options);

}  // namespace je::model
