// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "io/csv/columns.hpp"
#include "io/csv/loose.hpp"
#include "je/base/text.hpp"

namespace je::io {

namespace {

using Words = std::vector<std::string>;

constexpr std::size_t longest_heading = 200;

// The words of a heading in small letters; whatever is no letter, digit or byte of a longer character parts them.
Words words_of(std::string_view text) {
    Words words;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    };
    text = trimmed(text.substr(0, longest_heading));
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const bool no_break_space = c == 0xC2 && i + 1 < text.size() && text[i + 1] == '\xA0';
        const bool letter = base::is_letter(text[i]) || base::is_digit(text[i]) || c >= 0x80;
        if (letter && !no_break_space) {
            word += base::ascii_lower(text[i]);
            continue;
        }
        end_word();
        if (c == '&') words.emplace_back("and");
        if (no_break_space) ++i;
    }
    end_word();
    return words;
}

std::string joined(const Words& words) {
    std::string text;
    for (const std::string& word : words) text.append(text.empty() ? "" : " ").append(word);
    return text;
}

bool is_numeral(std::string_view word) {
    if (word.starts_with('f')) word.remove_prefix(1);
    return !word.empty() && std::all_of(word.begin(), word.end(), base::is_digit);
}

// Without "factor" and numbers in front, and "level" at either end.
Words without_trimmings(Words words) {
    const auto in_front = [](const std::string& word) { return word == "factor" || word == "level" || is_numeral(word); };
    while (words.size() > 1 && in_front(words.front())) words.erase(words.begin());
    if (words.size() > 1 && (words.back() == "level" || words.back() == "levels")) words.pop_back();
    return words;
}

Words without_small_words(Words words) {
    static constexpr std::array<std::string_view, 7> small{"and", "for", "of", "the", "in", "to", "a"};
    std::erase_if(words, [&](const std::string& word) { return std::find(small.begin(), small.end(), word) != small.end(); });
    return words;
}

// "resp" for "responsibility", "finance" for "financial".
bool stands_for(std::string_view shorter, std::string_view word) {
    if (shorter == word) return true;
    if (shorter.size() >= 3 && word.starts_with(shorter)) return true;
    const auto differs = std::mismatch(shorter.begin(), shorter.end(), word.begin(), word.end());
    const auto same = static_cast<std::size_t>(differs.first - shorter.begin());
    return same >= 5 && shorter.size() - same <= 3 && word.size() - same <= 3;
}

bool stand_for(const Words& shorter, const Words& words) {
    std::size_t at = 0;
    for (const std::string& word : words) {
        if (at < shorter.size() && stands_for(shorter[at], word)) ++at;
    }
    return at == shorter.size();
}

}  // namespace

CsvHeadings::CsvHeadings(const model::Scheme& scheme) {
    for (const char* name : {"id", "job id", "jobid"}) add(name, "id");
    for (const char* name : {"title", "job title", "jobtitle"}) add(name, "title");
    for (const char* name : {"family", "job family", "jobfamily"}) add(name, "family");
    for (const char* name : {"holders", "number of holders", "post holders", "postholders"}) add(name, "holders");
    for (const char* name : {"posts", "number of posts"}) add(name, "posts");
    for (const model::Factor& factor : scheme.factors()) {
        for (const std::string& name : {factor.id.text(), factor.name}) {
            add(name, factor.id.text());
            words_.emplace_back(without_small_words(words_of(name)), factor.id.text());
        }
    }
    for (const model::FactDefinition& fact : scheme.facts()) {
        const std::string column = "fact:" + fact.id.text();
        for (const std::string& name : {fact.name, column}) add(name, column);
        bare_facts_.emplace(joined(words_of(fact.id.text())), column);
    }
    for (const model::FactorIndex index : scheme.factors_with_trees()) {
        for (const model::Question& question : scheme[index].tree->questions) {
            const std::string column = answer_column_of(scheme[index], question);
            if (!question.fact) answers_[joined(words_of(column))].insert(column);
        }
    }
}

void CsvHeadings::add(std::string_view name, const std::string& column) {
    const Words words = words_of(name);
    if (!words.empty()) columns_[joined(words)].insert(column);
}

const std::set<std::string>& CsvHeadings::named_by(std::string_view heading) const {
    static const std::set<std::string> none;
    if (heading.size() > longest_heading) return none;
    const Words words = words_of(heading);
    auto found = columns_.find(joined(words));
    if (found == columns_.end()) found = columns_.find(joined(without_trimmings(words)));
    if (found != columns_.end()) return found->second;
    const auto answer = answers_.find(joined(words));
    return answer == answers_.end() ? none : answer->second;
}

std::set<std::string> CsvHeadings::shortened_by(std::string_view heading) const {
    std::set<std::string> found;
    const Words shorter =
        heading.size() > longest_heading ? Words{} : without_small_words(without_trimmings(words_of(heading)));
    if (shorter.size() < 2) return found;  // one word says too little
    for (const auto& [words, column] : words_) {
        if (stand_for(shorter, words)) found.insert(column);
    }
    return found;
}

std::string_view CsvHeadings::in_place_of(std::string_view heading) {
    static constexpr std::array<std::string_view, 8> ids{"job number",    "job no",         "job code", "job ref",
                                                         "job reference", "job identifier", "ref",      "reference"};
    static constexpr std::array<std::string_view, 4> titles{"job name", "role title", "post title", "role name"};
    if (heading.size() > longest_heading) return {};
    const std::string name = joined(words_of(heading));
    if (std::find(ids.begin(), ids.end(), name) != ids.end()) return "id";
    return std::find(titles.begin(), titles.end(), name) != titles.end() ? "title" : "";
}

std::string CsvHeadings::nearly(std::string_view heading) const {
    if (heading.size() > longest_heading) return {};
    const std::string written = joined(words_of(heading));
    if (const auto bare = bare_facts_.find(written); bare != bare_facts_.end()) return bare->second;
    std::vector<std::string> names;
    for (const auto& [name, columns] : columns_) names.push_back(name);
    const auto near = base::nearest(written, names);
    if (!near) return {};
    const auto& columns = columns_.find(*near)->second;
    return columns.size() == 1 ? *columns.begin() : std::string{};
}

}  // namespace je::io
