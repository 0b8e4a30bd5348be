// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/language.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/catalogue.hpp"
#include "base/gaps.hpp"
#include "je/base/text.hpp"

namespace je::base {

namespace {

constexpr std::array<LanguageInfo, 2> all_languages{
    {{Language::english, "en", "English", ""},
     {Language::welsh, "cy", "Cymraeg",
      "Nid yw cyfieithydd wedi gwirio geiriau Cymraeg yr adroddiad hwn. Y fersiwn Saesneg yw'r un i ddibynnu arni."}}};

/// The innermost scope of this thread; null: none, so English.
thread_local InLanguage* innermost = nullptr;

bool has_letters(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return is_letter(c); });
}

/// Which form of a word stands beside n, as the catalogue's own header says.
std::size_t form_of(Language language, std::size_t n) {
    if (language != Language::welsh) return n == 1 ? 0 : 1;
    if (n <= 3) return n;
    return n == 6 ? 4 : 5;
}

std::string_view catalogue_of(Language language) { return language == Language::welsh ? cy_catalogue() : std::string_view{}; }

}  // namespace

std::span<const LanguageInfo> languages() { return all_languages; }

const LanguageInfo& info(Language language) { return all_languages.at(static_cast<std::size_t>(language)); }

std::optional<Language> language_named(std::string_view code) {
    const auto* found =
        std::find_if(all_languages.begin(), all_languages.end(), [&](const auto& one) { return one.code == code; });
    return found == all_languages.end() ? std::nullopt : std::optional{found->language};
}

InLanguage::InLanguage(Language language) : language_{language}, outer_{innermost} { innermost = this; }

InLanguage::~InLanguage() { innermost = outer_; }

std::string_view InLanguage::found_or_noted(std::string_view key, std::string_view english, std::size_t form) {
    const auto text = message_in(catalogue_of(language_), key, form);
    if (text && !text->empty()) return *text;
    if (missing_.find(english) == missing_.end()) missing_.emplace(english);
    return english;
}

Language language_now() { return innermost == nullptr ? Language::english : innermost->language(); }

std::string_view translated(std::string_view english) {
    if (language_now() == Language::english || !has_letters(english)) return english;
    return innermost->found_or_noted(english, english, 0);
}

std::string_view translated(std::string_view one, std::string_view several, std::size_t n) {
    const std::string_view english = n == 1 ? one : several;
    if (language_now() == Language::english || !has_letters(english)) return english;
    // A catalogue knows words in several forms by the one for 1.
    return innermost->found_or_noted(one, english, form_of(innermost->language(), n));
}

std::optional<Gap> first_gap(std::string_view pattern) {
    for (auto at = pattern.find('{'); at != std::string_view::npos; at = pattern.find('{', at + 1)) {
        const std::string_view rest = pattern.substr(at + 1);
        if (rest.starts_with('}')) return Gap{at, 2};
        if (rest.size() > 1 && is_digit(rest[0]) && rest[1] == '}') return Gap{at, 3, static_cast<std::size_t>(rest[0] - '0')};
    }
    return std::nullopt;
}

std::string filled(std::string_view pattern, std::initializer_list<std::string_view> parts) {
    std::string out;
    each_piece(
        pattern, [&](std::string_view words) { out += words; }, [&](std::size_t i) { out += std::data(parts)[i]; });
    return out;
}

}  // namespace je::base
