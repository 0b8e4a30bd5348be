// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/readers/stated_answers.hpp"

#include "io/yaml/keys.hpp"

namespace je::io {

namespace {

using model::JobDraft;

/// Of a map of free keys, the id of each entry is its key.
template <class Entry, class Id>
std::vector<Entry> with_ids(std::vector<std::pair<YamlText, Entry>> pairs, Id Entry::*id) {
    std::vector<Entry> entries;
    for (auto& [key, entry] : pairs) {
        entry.*id = std::move(key);
        entries.push_back(std::move(entry));
    }
    return entries;
}

using ReadText = std::optional<YamlText> (*)(const YamlContext&, const YamlNode&, std::string_view);

/// Something that `read` reads, alone or in a map under `word` with what it rests on.
template <class Entry>
std::optional<Entry> read_with_record(const YamlContext& context, const YamlNode& node, std::string_view key,
                                      const YamlKeys& words, std::string_view word, YamlText Entry::*member, ReadText read) {
    Entry entry;
    std::optional<YamlText> text;
    if (node.is_map()) {
        const YamlMapReader map{context, node, words};
        static_cast<void>(map.need(word));
        text = map.part(word, read);
        entry.evidence = map.list("evidence", evidence_of);
        entry.note = map.text("note");
    } else {
        text = read(context, node, key);
    }
    if (!text) return std::nullopt;
    entry.*member = *std::move(text);
    return entry;
}

std::optional<JobDraft::Answer> read_answer(const YamlContext& context, const YamlNode& node, std::string_view key) {
    return read_with_record(context, node, key, keys::answer, "option", &JobDraft::Answer::option, read_answered);
}

std::optional<JobDraft::Fact> read_long_fact(const YamlContext& context, const YamlNode& node, std::string_view key) {
    return read_with_record(context, node, key, keys::stated_fact, "value", &JobDraft::Fact::value, read_stated_fact);
}

/// The answers of one factor of a worked example.
std::optional<std::vector<JobDraft::Answer>> read_bare_answers(const YamlContext& context, const YamlNode& node,
                                                               std::string_view key) {
    if (!is_map(context, node, Name{key})) return std::nullopt;
    std::vector<JobDraft::Answer> answers;
    for (const auto entry : YamlEntries{node}) {
        if (!entry.key.is_scalar()) continue;
        auto question = read_key(context, entry.key, key);
        auto option = read_answered(context, entry.value, entry.key.text);
        if (question && option) answers.push_back({*std::move(question), *std::move(option)});
    }
    return answers;
}

}  // namespace

model::Evidence evidence_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::evidence};
    return {.document = model::DocumentId{map.need_code("document").value},
            .section = map.reference("section"),
            .quote = map.text("quote"),
            .disputed = map.text("disputed"),
            .at = context.at(node)};
}

std::optional<YamlText> read_answered(const YamlContext& context, const YamlNode& node, std::string_view key) {
    if (node.is_scalar() && (node.text == "yes" || node.text == "no")) return context.text_of(node);
    return read_code(context, node, key);
}

std::vector<JobDraft::Answer> read_answers(const YamlMapReader& factor) {
    return with_ids(factor.pairs("answers", read_answer), &JobDraft::Answer::question);
}

std::vector<JobDraft::Fact> read_facts(const YamlMapReader& job) {
    return with_ids(job.pairs("facts", read_long_fact), &JobDraft::Fact::id);
}

AnswersByFactor read_answers_by_factor(const YamlMapReader& example) { return example.pairs("answers", read_bare_answers); }

}  // namespace je::io
