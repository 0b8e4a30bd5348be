// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>
#include <tuple>

#include "base/utf8.hpp"
#include "je/base/text.hpp"

namespace je::base {

struct Confusable {
    std::uint16_t code;
    char looks_like;
};

// Letters of the Latin, Greek, Cyrillic, Armenian and Cherokee scripts, dashes and apostrophes that Unicode's table of
// confusable characters gives one ASCII character for: UTS #39, confusables.txt 13.0.0 of 2020-02-13. Three things differ from
// it: capitals that look like I are I and not l, since ids tell those apart; U+2014 and U+2015 are dashes too; what NFKD undoes
// is left out.
constexpr std::array<Confusable, 199> confusables{{
    {0x0131, 'i'},  {0x0184, 'b'},  {0x018D, 'g'},  {0x0196, 'I'},  {0x01A6, 'R'},  {0x01A7, '2'},  {0x01B7, '3'},
    {0x01BC, '5'},  {0x01BD, 's'},  {0x01C0, 'l'},  {0x021C, '3'},  {0x0222, '8'},  {0x0223, '8'},  {0x0251, 'a'},
    {0x0261, 'g'},  {0x0263, 'y'},  {0x0269, 'i'},  {0x026A, 'i'},  {0x026F, 'w'},  {0x028B, 'u'},  {0x028F, 'y'},
    {0x02B9, '\''}, {0x02BB, '\''}, {0x02BC, '\''}, {0x02BD, '\''}, {0x02BE, '\''}, {0x02C8, '\''}, {0x02CA, '\''},
    {0x02CB, '\''}, {0x02D7, '-'},  {0x02F4, '\''}, {0x037F, 'J'},  {0x0391, 'A'},  {0x0392, 'B'},  {0x0395, 'E'},
    {0x0396, 'Z'},  {0x0397, 'H'},  {0x0399, 'I'},  {0x039A, 'K'},  {0x039C, 'M'},  {0x039D, 'N'},  {0x039F, 'O'},
    {0x03A1, 'P'},  {0x03A4, 'T'},  {0x03A5, 'Y'},  {0x03A7, 'X'},  {0x03B1, 'a'},  {0x03B3, 'y'},  {0x03B9, 'i'},
    {0x03BD, 'v'},  {0x03BF, 'o'},  {0x03C1, 'p'},  {0x03C3, 'o'},  {0x03C5, 'u'},  {0x03DC, 'F'},  {0x03F3, 'j'},
    {0x03FA, 'M'},  {0x0405, 'S'},  {0x0406, 'I'},  {0x0408, 'J'},  {0x0410, 'A'},  {0x0412, 'B'},  {0x0415, 'E'},
    {0x0417, '3'},  {0x041A, 'K'},  {0x041C, 'M'},  {0x041D, 'H'},  {0x041E, 'O'},  {0x0420, 'P'},  {0x0421, 'C'},
    {0x0422, 'T'},  {0x0423, 'Y'},  {0x0425, 'X'},  {0x042C, 'b'},  {0x0430, 'a'},  {0x0431, '6'},  {0x0433, 'r'},
    {0x0435, 'e'},  {0x043E, 'o'},  {0x0440, 'p'},  {0x0441, 'c'},  {0x0443, 'y'},  {0x0445, 'x'},  {0x0455, 's'},
    {0x0456, 'i'},  {0x0458, 'j'},  {0x0461, 'w'},  {0x0474, 'V'},  {0x0475, 'v'},  {0x04AE, 'Y'},  {0x04AF, 'y'},
    {0x04BB, 'h'},  {0x04BD, 'e'},  {0x04C0, 'I'},  {0x04CF, 'i'},  {0x04E0, '3'},  {0x0501, 'd'},  {0x050C, 'G'},
    {0x051B, 'q'},  {0x051C, 'W'},  {0x051D, 'w'},  {0x054D, 'U'},  {0x054F, 'S'},  {0x0555, 'O'},  {0x055A, '\''},
    {0x055D, '\''}, {0x0561, 'w'},  {0x0563, 'q'},  {0x0566, 'q'},  {0x0570, 'h'},  {0x0578, 'n'},  {0x057C, 'n'},
    {0x057D, 'u'},  {0x0581, 'g'},  {0x0584, 'f'},  {0x0585, 'o'},  {0x13A0, 'D'},  {0x13A1, 'R'},  {0x13A2, 'T'},
    {0x13A5, 'i'},  {0x13A9, 'Y'},  {0x13AA, 'A'},  {0x13AB, 'J'},  {0x13AC, 'E'},  {0x13B3, 'W'},  {0x13B7, 'M'},
    {0x13BB, 'H'},  {0x13BD, 'Y'},  {0x13C0, 'G'},  {0x13C2, 'h'},  {0x13C3, 'Z'},  {0x13CE, '4'},  {0x13CF, 'b'},
    {0x13D2, 'R'},  {0x13D4, 'W'},  {0x13D5, 'S'},  {0x13D9, 'V'},  {0x13DA, 'S'},  {0x13DE, 'L'},  {0x13DF, 'C'},
    {0x13E2, 'P'},  {0x13E6, 'K'},  {0x13E7, 'd'},  {0x13EE, '6'},  {0x13F3, 'G'},  {0x13F4, 'B'},  {0x1D04, 'c'},
    {0x1D0F, 'o'},  {0x1D11, 'o'},  {0x1D1C, 'u'},  {0x1D20, 'v'},  {0x1D21, 'w'},  {0x1D22, 'z'},  {0x1D26, 'r'},
    {0x1D83, 'g'},  {0x1D8C, 'y'},  {0x1E9D, 'f'},  {0x1EFF, 'y'},  {0x2010, '-'},  {0x2012, '-'},  {0x2013, '-'},
    {0x2014, '-'},  {0x2015, '-'},  {0x2018, '\''}, {0x2019, '\''}, {0x201B, '\''}, {0x2032, '\''}, {0x2035, '\''},
    {0x2043, '-'},  {0x2212, '-'},  {0xA644, '2'},  {0xA647, 'i'},  {0xA731, 's'},  {0xA75A, '2'},  {0xA76A, '3'},
    {0xA76E, '9'},  {0xA78C, '\''}, {0xA798, 'F'},  {0xA799, 'f'},  {0xA79F, 'u'},  {0xA7AB, '3'},  {0xA7B2, 'J'},
    {0xA7B3, 'X'},  {0xA7B4, 'B'},  {0xAB32, 'e'},  {0xAB35, 'f'},  {0xAB3D, 'o'},  {0xAB47, 'r'},  {0xAB48, 'r'},
    {0xAB4E, 'u'},  {0xAB52, 'u'},  {0xAB5A, 'y'},  {0xAB75, 'i'},  {0xAB81, 'r'},  {0xAB83, 'w'},  {0xAB93, 'z'},
    {0xABA9, 'v'},  {0xABAA, 's'},  {0xABAF, 'c'},
}};

namespace {

constexpr int undone = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_IGNORE;

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// What utf8proc makes of a text; the text itself where that is nothing (it is not valid, or there is no memory).
std::string mapped(std::string_view text, int how) {
    utf8proc_uint8_t* made = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &made, static_cast<utf8proc_option_t>(how));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned{made, &std::free};
    if (size < 0) return std::string{text};
    return {reinterpret_cast<const char*>(made), static_cast<std::size_t>(size)};
}

const Confusable* confusable(std::uint32_t code) {
    const auto* const found = std::lower_bound(confusables.begin(), confusables.end(), code,
                                               [](const Confusable& entry, std::uint32_t c) { return entry.code < c; });
    return found != confusables.end() && found->code == code ? found : nullptr;
}

std::string in_ascii_letters(std::string_view text) {
    std::string out;
    each_character(text, [&](const DecodedCharacter& character, std::string_view bytes) {
        if (const auto* const known = character.bytes > 1 ? confusable(character.code) : nullptr) {
            out.push_back(known->looks_like);
        } else if (!is_hidden(character.code)) {  // a few that utf8proc does not take away
            out += bytes;
        }
    });
    return out;
}

std::string trimmed(std::string text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// What `finished` makes of plain ASCII, as most ids are.
std::string finished_ascii(std::string_view text) {
    std::string look;
    look.reserve(text.size());
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!blank) {
            look.push_back(ascii_lower(c));
        } else if (!look.empty() && look.back() != ' ') {
            look.push_back(' ');
        }
    }
    if (!look.empty() && look.back() == ' ') look.pop_back();
    return look;
}

std::string finished(std::string_view text) {
    std::string look = in_ascii_letters(text);
    std::transform(look.begin(), look.end(), look.begin(), ascii_lower);
    return trimmed(with_single_blanks(look));
}

/// The first character of `text` that `found` holds for.
template <class Found>
std::optional<std::uint32_t> first_character(std::string_view text, Found&& found) {
    for (std::size_t at = 0; at < text.size();) {
        const auto character = decode_utf8(text, at);
        if (character.bytes > 0 && found(character.code)) return character.code;
        at += std::max<std::size_t>(character.bytes, 1);
    }
    return std::nullopt;
}

}  // namespace

std::array<std::string, 2> looks_of(std::string_view text) {
    if (is_ascii(text)) {
        auto look = finished_ascii(text);
        return {look, look};
    }
    const std::string as_written = in_ascii_letters(mapped(text, undone));
    return {finished(mapped(text, undone | UTF8PROC_CASEFOLD)), finished(mapped(as_written, undone | UTF8PROC_CASEFOLD))};
}

std::string difference_of(std::string_view text, std::string_view other) {
    for (const std::string_view one : {text, other}) {
        if (const auto hidden = first_character(one, is_hidden)) return character_name(*hidden) + ", which shows nothing";
    }
    constexpr int composed = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    if (mapped(text, composed) == mapped(other, composed)) return "whether letter and accent are one character or two";
    const auto spaced = [](std::string_view one) { return trimmed(with_single_blanks(one)); };
    if (spaced(text) == spaced(other)) return "blanks";
    if (mapped(text, composed | UTF8PROC_CASEFOLD) == mapped(other, composed | UTF8PROC_CASEFOLD))
        return "capitals and small letters";
    for (const std::string_view one : {text, other}) {
        const auto foreign = first_character(one, [](std::uint32_t code) { return confusable(code) != nullptr; });
        if (foreign) return character_name(*foreign) + ", which looks like '" + confusable(*foreign)->looks_like + "'";
    }
    return "characters that look the same";
}

std::string fix_of_spelling(std::string_view written, std::string_view meant) {
    const std::string fix = std::string{"write '"}.append(meant).append("'");
    if (is_ascii(written) || looks_of(written)[1] != looks_of(meant)[1]) return fix;
    return fix + "; what stands there differs in " + difference_of(written, meant);
}

Diagnostic looks_alike(std::string_view what, std::string_view called, std::string_view text, const SourcePosition& at,
                       std::string_view earlier, const SourcePosition& earlier_at) {
    const auto quoted = [](std::string_view one) { return std::string{"'"}.append(one).append("'"); };
    const std::string place = earlier_at.known() ? std::string{" ("}.append(earlier_at.file_and_line()).append(")") : "";
    return {"JE-K01",
            at,
            std::string{what} + " " + quoted(text) + " looks like " + quoted(earlier) + place +
                " and is another; they differ in " + difference_of(text, earlier),
            std::string{called} + "s that can be told apart by eye",
            "if the same is meant, write both the same way; if not, give one of them another " + std::string{called} +
                ", unless both are as published",
            Severity::warning};
}

const LookAlikes::Earlier* LookAlikes::add(std::string_view text, const SourcePosition& at) {
    const Earlier* earlier = nullptr;
    for (const std::string& look : looks_of(text)) {
        const auto [found, is_new] = by_look_.try_emplace(look, Earlier{std::string{text}, at});
        if (!is_new && found->second.text != text && earlier == nullptr) earlier = &found->second;
    }
    return earlier;
}

namespace {

/// Above this no misspelling is looked for: the time grows with the square of the length, and texts come from strangers.
constexpr std::size_t longest_word = 256;

/// Characters, so that one accented letter is one slip. Bytes that are not UTF-8 keep their value, above every character.
std::u32string characters_of(std::string_view text) {
    constexpr char32_t beyond_unicode = 0x110000;
    std::u32string result;
    each_character(text, [&](const DecodedCharacter& character, std::string_view bytes) {
        const bool valid = character.bytes > 0;
        result += valid ? char32_t{character.code} : beyond_unicode + static_cast<unsigned char>(bytes.front());
    });
    return result;
}

/// Distances between all beginnings of two words, with a border row and column for "nothing before the word".
class DistanceTable {
public:
    DistanceTable(std::size_t rows, std::size_t columns) : columns_{columns + 2}, cells_((rows + 2) * columns_) {
        const auto never = rows + columns;
        for (std::size_t i = 0; i <= rows + 1; ++i) at(i, 0) = never;
        for (std::size_t j = 0; j <= columns + 1; ++j) at(0, j) = never;
        for (std::size_t i = 0; i <= rows; ++i) at(i + 1, 1) = i;
        for (std::size_t j = 0; j <= columns; ++j) at(1, j + 1) = j;
    }
    std::size_t& at(std::size_t row, std::size_t column) { return cells_[row * columns_ + column]; }

private:
    std::size_t columns_;
    std::vector<std::size_t> cells_;
};

/// The unrestricted Damerau-Levenshtein distance: letters may also be put between two that were swapped.
/// R. Lowrance and R. A. Wagner, "An extension of the string-to-string correction problem", J. ACM 22 (1975).
std::size_t distance(const std::u32string& a, const std::u32string& b) {
    DistanceTable table{a.size(), b.size()};
    std::map<char32_t, std::size_t> last_row_of;  // where in `a` a character was last seen, from 1
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t last_match = 0;  // where in `b` this row's character was last seen, from 1
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto seen = last_row_of.find(b[j - 1]);
            const std::size_t swap_row = seen == last_row_of.end() ? 0 : seen->second;
            const std::size_t swap_column = last_match;
            const bool same = a[i - 1] == b[j - 1];
            if (same) last_match = j;
            const auto replaced = table.at(i, j) + (same ? 0 : 1);
            const auto one_sided = std::min(table.at(i + 1, j), table.at(i, j + 1)) + 1;
            const auto swapped = table.at(swap_row, swap_column) + (i - swap_row - 1) + 1 + (j - swap_column - 1);
            table.at(i + 1, j + 1) = std::min({replaced, one_sided, swapped});
        }
        last_row_of[a[i - 1]] = i;
    }
    return table.at(a.size() + 1, b.size() + 1);
}

/// How far a candidate is from what was written; the least is meant. What was left unfinished comes before what was miswritten.
struct Slip {
    std::size_t not_a_beginning = 0;  // of the candidate; else 0
    std::size_t changes = 0;
    std::size_t other_letters = 0;  // 0: the same ones in another order
    std::size_t other_first = 0;    // 0: they begin alike
    [[nodiscard]] bool operator<(const Slip& other) const {
        const auto all = [](const Slip& s) { return std::tie(s.not_a_beginning, s.changes, s.other_letters, s.other_first); };
        return all(*this) < all(other);
    }
};

bool is_letter_or_digit(char32_t c) { return c > 0x7F || is_digit(static_cast<char>(c)) || is_letter(static_cast<char>(c)); }

/// Nothing where the candidate is too far to be meant: more changes than allowed, unless the word is its whole first part
/// ("nnc" of "nnc-probation").
std::optional<Slip> slip_between(const std::u32string& word, const std::u32string& candidate, std::size_t allowed) {
    const auto changes = distance(word, candidate);
    const bool begins = !word.empty() && candidate.size() > word.size() && candidate.starts_with(word);
    const bool first_part = begins && word.size() > 1 && !is_letter_or_digit(candidate[word.size()]);
    const bool nothing_shared = changes > 0 && changes >= std::max(word.size(), candidate.size());  // "9" is no slip for "1"
    if (!first_part && (nothing_shared || changes > allowed)) return std::nullopt;
    const bool permuted = std::is_permutation(word.begin(), word.end(), candidate.begin(), candidate.end());
    const bool alike = !word.empty() && !candidate.empty() && word.front() == candidate.front();
    return Slip{begins ? std::size_t{0} : 1, changes, permuted ? std::size_t{0} : 1, alike ? std::size_t{0} : 1};
}

}  // namespace

std::string in_small_letters(std::string_view text) {
    std::string small{text};
    for (char& c : small) c = ascii_lower(c);
    return small;
}

std::string folded(std::string_view text) { return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD); }

std::size_t edit_distance(std::string_view a, std::string_view b) { return distance(characters_of(a), characters_of(b)); }

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
    if (word.size() > longest_word) return std::nullopt;
    const std::string small = in_small_letters(word);
    for (const auto& candidate : candidates) {
        if (in_small_letters(candidate) == small) return candidate;
    }
    const auto wanted = characters_of(word);
    const auto allowed = std::max<std::size_t>(1, wanted.size() / 3);
    const std::string* best = nullptr;
    std::optional<Slip> least;
    for (const auto& candidate : candidates) {
        if (candidate.size() > longest_word) continue;
        const auto slip = slip_between(wanted, characters_of(candidate), allowed);
        if (!slip || (least && !(*slip < *least))) continue;
        best = &candidate;
        least = slip;
    }
    return best != nullptr ? std::optional{*best} : std::nullopt;
}

}  // namespace je::base
