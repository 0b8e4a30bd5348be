// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace je::base {

/// The languages that reports are written in. Words in the program are English; each other language has a catalogue,
/// libje/catalogues/<code>.po, in the form of GNU gettext.
enum class Language { english, welsh };

struct LanguageInfo {
    Language language;
    std::string_view code;     // ISO 639-1, as --language has it
    std::string_view name;     // in the language itself
    std::string_view caution;  // what readers must know of its words, in that language; empty: nothing
};
/// All of them, in the order of the enumeration.
[[nodiscard]] std::span<const LanguageInfo> languages();
[[nodiscard]] const LanguageInfo& info(Language language);
[[nodiscard]] std::optional<Language> language_named(std::string_view code);

/// While it lives, what this thread writes for people is in the language: documents (report/document.hpp), what renderers add
/// to them, and the texts of schemes that state several languages. Keys, ids and messages are not translated. Words stand in
/// some thousand places, so the language is not handed down to each. One may stand within another.
///
///     const base::InLanguage in_welsh{base::Language::welsh};
///     const std::string page = render::html_page(report::panel_document(result));
class InLanguage {
public:
    explicit InLanguage(Language language);
    ~InLanguage();
    InLanguage(const InLanguage&) = delete;
    InLanguage& operator=(const InLanguage&) = delete;

    [[nodiscard]] Language language() const { return language_; }
    /// The English texts that were asked for and are not in the catalogue: those stay English.
    [[nodiscard]] const std::set<std::string, std::less<>>& missing() const { return missing_; }

private:
    friend std::string_view translated(std::string_view english);
    friend std::string_view translated(std::string_view one, std::string_view several, std::size_t n);

    [[nodiscard]] std::string_view found_or_noted(std::string_view key, std::string_view english, std::size_t form);

    Language language_;
    InLanguage* outer_;
    std::set<std::string, std::less<>> missing_;
};

/// The language of what this thread writes now.
[[nodiscard]] Language language_now();

/// Words of ours in the language of now; `english` itself when that is English, or when the catalogue lacks it. A text without
/// letters is the same in all languages.
[[nodiscard]] std::string_view translated(std::string_view english);
/// The same of words beside a number, which have forms of their own in each language.
[[nodiscard]] std::string_view translated(std::string_view one, std::string_view several, std::size_t n);

}  // namespace je::base
