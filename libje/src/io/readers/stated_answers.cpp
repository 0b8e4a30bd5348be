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

std::optional<JobDraft::Answer> read_answer(const YamlContext& context, const YamlNode& node, std::string_view key) {
    JobDraft::Answer answer;
    if (!node.is_map()) {
        auto option = read_answered(context, node, key);
        if (!option) return std::nullopt;
        answer.option = *std::move(option);
        return answer;
    }
    const YamlMapReader map{context, node, keys::answer};
    static_cast<void>(map.need("option"));
    auto option = map.part("option", read_answered);
    answer.evidence = map.list("evidence", evidence_of);
    answer.note = map.text("note");
    if (!option) return std::nullopt;
    answer.option = *std::move(option);
    return answer;
}

std::optional<JobDraft::Fact> read_long_fact(const YamlContext& context, const YamlNode& node, std::string_view key) {
    JobDraft::Fact fact;
    if (!node.is_map()) {
        auto value = read_stated_fact(context, node, key);
        if (!value) return std::nullopt;
        fact.value = *std::move(value);
        return fact;
    }
    const YamlMapReader map{context, node, keys::stated_fact};
    static_cast<void>(map.need("value"));
    auto value = map.part("value", read_stated_fact);
    fact.evidence = map.list("evidence", evidence_of);
    fact.note = map.text("note");
    if (!value) return std::nullopt;
    fact.value = *std::move(value);
    return fact;
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
