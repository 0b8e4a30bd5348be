// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Parts of drafts as rapidcheck makes them up, and what drafts say as words to compare.

#include <rapidcheck.h>

#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "io/readers/reader.hpp"
#include "io/yaml/words.hpp"
#include "support/writers/writer.hpp"

namespace je::test {

using Text = base::Located<std::string>;

inline base::SourceTextPtr source(std::string text) {
    return std::make_shared<const base::SourceText>(base::SourceText{"written.yaml", std::move(text)});
}

inline std::string join(const std::vector<std::string>& parts) {
    std::string all;
    for (const auto& part : parts) all += part;
    return all;
}

/// Characters that YAML readers stumble over, beside ordinary ones.
inline rc::Gen<std::string> piece() {
    return rc::gen::element<std::string>(
        "a", "Z", "0", "7", " ", "-", "_", ".", ":", ": ", " #", "#", ",", "[", "]", "{", "}", "&", "*", "!", "|", ">", "'",
        "\"", "\\", "%", "@", "`", "?", "? ", "=", "<<", "~", "\n", "\t", "\r\n", "null", "yes", "010", "1.10", "1e5", "---",
        "...", "\xC3\xA9", "\xE4\xB8\xAD", "\xF0\x9F\x98\x80", "\xE2\x80\xA8", "\xE2\x80\xAE", "\xEF\xBB\xBF", "\xC2\xA0");
}

inline rc::Gen<std::string> any_text() { return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece()), join); }

/// A text that a required key may have.
inline rc::Gen<std::string> some_text() {
    return rc::gen::map(any_text(), [](const std::string& text) { return "x" + text; });
}

inline rc::Gen<std::string> any_code() {
    const auto word = rc::gen::element<std::string>("a", "B", "4", "10", "010", "1-7", "8a", "yes", "null", "no", "1e5", "1.10",
                                                    "0x1F", "2026-01-01", "\xC3\xA9", "12");
    const auto rest = rc::gen::element<std::string>("", "-x", "_1", ".2", "/a", "+", "&b", "'", "(c)", " d");
    return rc::gen::map(rc::gen::pair(word, rest), [](const auto& both) { return both.first + both.second; });
}

inline Text located(std::string value) { return {std::move(value), {}}; }
inline rc::Gen<Text> code() { return rc::gen::map(any_code(), located); }
inline rc::Gen<std::optional<Text>> maybe_code() {
    return rc::gen::map(rc::gen::maybe(any_code()),
                        [](const auto& c) { return c ? std::optional{located(*c)} : std::optional<Text>{}; });
}
inline rc::Gen<base::Located<base::Decimal>> number() {
    return rc::gen::map(rc::gen::inRange<std::int64_t>(-base::Decimal::largest_units, base::Decimal::largest_units),
                        [](std::int64_t units) {
                            return base::Located<base::Decimal>{base::Decimal::from_units(units), {}};
                        });
}

/// Codes as keys of one map: no two the same.
inline std::vector<Text> keys() {
    std::vector<Text> all;
    const auto count = *rc::gen::inRange(0, 4);
    for (int i = 0; i < count; ++i) all.push_back(located(*any_code() + "-" + std::to_string(i)));
    return all;
}

inline std::optional<base::Date> maybe_date() {
    if (!*rc::gen::arbitrary<bool>()) return std::nullopt;
    return base::Date::parse("20" + std::to_string(*rc::gen::inRange(10, 99)) + "-0" + std::to_string(*rc::gen::inRange(1, 9)) +
                             "-1" + std::to_string(*rc::gen::inRange(0, 9)));
}

inline std::string maybe_text() { return *rc::gen::arbitrary<bool>() ? *some_text() : std::string{}; }

inline base::Located<std::optional<base::Date>> any_day() {
    auto date = maybe_date();
    while (!date) date = maybe_date();
    return {date, {}};
}

inline std::vector<model::Document> any_documents() {
    std::vector<model::Document> all;
    const auto count = *rc::gen::inRange(0, 3);
    for (int i = 0; i < count; ++i)
        all.push_back({model::DocumentId{*any_code()}, *some_text(), *any_text(), maybe_text(), maybe_date(), {}});
    return all;
}

inline std::vector<model::Evidence> any_evidence() {
    if (!*rc::gen::arbitrary<bool>()) return {};
    return {{model::DocumentId{*any_code()}, maybe_text(), *any_text(), *any_text(), {}}};
}

inline std::vector<Text> any_codes() {
    std::vector<Text> all;
    const auto count = *rc::gen::inRange(0, 3);
    for (int i = 0; i < count; ++i) all.push_back(*code());
    return all;
}

inline std::vector<model::JobDraft::Answer> any_answers() {
    std::vector<model::JobDraft::Answer> all;
    for (auto& key : keys()) all.push_back({key, *code(), any_evidence(), *any_text()});
    return all;
}

inline std::string value_of(const std::optional<Text>& text) { return text ? "=" + text->value : "none"; }

using Words = std::vector<std::string>;

inline void add_answers(Words& all, const std::vector<model::JobDraft::Answer>& answers) {
    for (const auto& answer : answers) {
        all.push_back("answer " + answer.question.value + " is " + answer.option.value + "|" + answer.note);
        for (const auto& e : answer.evidence) all.push_back("answer rests on " + e.document.text() + e.section + e.quote);
    }
}

inline void add_documents(Words& all, const std::vector<model::Document>& documents) {
    for (const auto& d : documents) {
        for (const auto& text : {d.id.text(), d.kind, d.title, d.version, d.date ? d.date->to_string() : ""})
            all.push_back("document " + text);
    }
}

inline void add_evidence(Words& all, const std::vector<model::Evidence>& evidence) {
    for (const auto& e : evidence) {
        for (const auto& text : {e.document.text(), e.section, e.quote, e.disputed}) all.push_back("evidence " + text);
    }
}

inline void add_codes(Words& all, const std::vector<Text>& codes) {
    all.push_back(std::to_string(codes.size()));
    for (const auto& one : codes) all.push_back(one.value);
}

inline std::string value_of(const base::Located<std::optional<base::Date>>& day) {
    return day.value ? day.value->to_string() : "no day";
}
inline std::string value_of(const std::optional<base::Located<base::Decimal>>& number) {
    return number ? number->value.to_string() : "no number";
}

inline std::string complaints(const base::Diagnostics& diagnostics) {
    std::string all;
    for (const auto& d : diagnostics.all()) all += d.at.to_string() + ": " + d.message + "\n";
    return all;
}

}  // namespace je::test
