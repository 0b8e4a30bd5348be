// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/readers/tree_reader.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace je::io {
namespace {

using model::SchemeDraft;

/// Whose text it is; of a fact both are empty.
struct TextOwner {
    std::string_view question{};
    std::string_view option{};
};

/// Reads texts that belong together, and finds those that lack a language in which another one is stated. A text that is the
/// same for all readers lacks none.
class TextsByLanguage {
public:
    explicit TextsByLanguage(const YamlContext& context) : context_{context} {}

    [[nodiscard]] std::string read(const YamlNode& node, std::string_view key, const TextOwner& owner) {
        if (node.is_map()) note_languages(node, key, owner);
        return read_words(context_, node, key).value_or(YamlText{}).value;
    }
    [[nodiscard]] std::string read(const YamlMapReader& map, std::string_view key, const TextOwner& owner) {
        const YamlNode* node = map.find(key);
        return node == nullptr ? std::string{} : read(*node, key, owner);
    }

    [[nodiscard]] std::vector<SchemeDraft::TextGap> gaps() const {
        const auto words = keys::by_language.words();
        std::vector<SchemeDraft::TextGap> gaps;
        for (const Text& text : texts_) {
            for (std::size_t i = 0; i < words.size(); ++i) {
                if (((used_ & ~text.languages) >> i & 1U) == 0) continue;
                gaps.push_back(text.place);
                gaps.back().language = words[i];
            }
        }
        return gaps;
    }

private:
    struct Text {
        SchemeDraft::TextGap place;
        std::uint32_t languages = 0;  // bit i: the language at place i of the keys
    };

    void note_languages(const YamlNode& node, std::string_view key, const TextOwner& owner) {
        const auto words = keys::by_language.words();
        Text text{{.question = std::string{owner.question},
                   .option = std::string{owner.option},
                   .key = std::string{key},
                   .language = {},
                   .at = context_.at(node)}};
        for (const auto entry : YamlEntries{node}) {
            for (std::size_t i = 0; i < words.size(); ++i)
                if (entry.key.text == words[i]) text.languages |= 1U << i;
        }
        used_ |= text.languages;
        if (text.languages != 0) texts_.push_back(std::move(text));
    }

    const YamlContext& context_;
    std::vector<Text> texts_;
    std::uint32_t used_ = 0;
};

/// Yes and no may stand bare where they are answers, as they may where they are values of facts.
std::optional<YamlText> read_option_id(const YamlContext& context, const YamlNode& key) {
    if (key.is_scalar() && (key.text == "yes" || key.text == "no")) return context.text_of(key);
    return read_key(context, key, "options");
}

SchemeDraft::TreeOption tree_option_of(const YamlContext& context, const YamlNode& node, YamlText id, std::string_view question,
                                       TextsByLanguage& texts) {
    const YamlMapReader map{context, node, keys::tree_option};
    const TextOwner owner{question, id.value};
    return {.id = id,
            .text = texts.read(map, "text", owner),
            .help = texts.read(map, "help", owner),
            .next = map.code("next"),
            .level = map.code("level"),
            .from = map.part("from", read_wide_number),
            .below = map.part("below", read_wide_number),
            .is = one_or_several(context, map, "is")};
}

SchemeDraft::Question question_of(const YamlContext& context, const YamlNode& node, YamlText id, TextsByLanguage& texts) {
    const YamlMapReader map{context, node, keys::question};
    SchemeDraft::Question question{
        .id = std::move(id), .fact = map.code("fact"), .of = map.codes("of"), .order = map.code("order")};
    question.ask = texts.read(map, "ask", {question.id.value});
    question.help = texts.read(map, "help", {question.id.value});
    const YamlNode* options = map.find("options");
    if (options == nullptr || !is_map(context, *options, Name{"options"})) return question;
    for (const auto entry : YamlEntries{*options}) {
        if (auto option = read_option_id(context, entry.key))
            question.options.push_back(tree_option_of(context, entry.value, *std::move(option), question.id.value, texts));
    }
    return question;
}

void read_choice_texts(const YamlContext& context, const YamlNode& node, SchemeDraft::Fact& fact, TextsByLanguage& texts) {
    for (const auto entry : YamlEntries{node}) {
        auto choice = read_key(context, entry.key, "choices");
        auto text = texts.read(entry.value, entry.key.is_scalar() ? entry.key.text : "choices", {});
        if (!choice) continue;
        fact.choices.push_back(*std::move(choice));
        fact.choice_texts.push_back(std::move(text));
    }
}

}  // namespace

std::vector<YamlText> one_or_several(const YamlContext& context, const YamlMapReader& map, std::string_view key) {
    std::vector<YamlText> values;
    const YamlNode* node = map.find(key);
    if (node == nullptr) return values;
    const auto add = [&](const YamlNode& one) {
        if (auto value = read_fact(context, one, key)) values.push_back(*std::move(value));
    };
    if (!node->is_sequence()) {
        add(*node);
        return values;
    }
    for (const YamlNode& item : YamlItems{*node}) add(item);
    return values;
}

void read_questions(const YamlContext& context, const YamlMapReader& map, SchemeDraft::Factor& factor) {
    factor.start = map.code("start");
    const YamlNode* questions = map.find("questions");
    if (questions == nullptr) {
        if (!factor.start) return;
        context.error("JE-T46", map.key_node("start"),
                      fmt::format("factor '{}' has 'start', but no questions", factor.id.value), "'start' beside 'questions'",
                      "add the questions, or take 'start' out");
        return;
    }
    if (!is_map(context, *questions, Name{"questions"})) return;
    if (questions->size == 1) {
        context.error("JE-T47", *questions, "'questions' lists nothing", "at least one question",
                      "add a question with its options, or take 'questions' out");
    }
    TextsByLanguage texts{context};
    for (const auto entry : YamlEntries{*questions}) {
        if (auto id = read_key(context, entry.key, "questions"))
            factor.questions.push_back(question_of(context, entry.value, *std::move(id), texts));
    }
    factor.text_gaps = texts.gaps();
}

void read_asking(const YamlContext& context, const YamlMapReader& map, SchemeDraft::Fact& fact) {
    TextsByLanguage texts{context};
    fact.ask = texts.read(map, "ask", {});
    fact.help = texts.read(map, "help", {});
    const YamlNode* choices = map.find("choices");
    if (choices != nullptr && choices->is_map())
        read_choice_texts(context, *choices, fact, texts);
    else
        fact.choices = map.codes("choices");
    fact.text_gaps = texts.gaps();
}

}  // namespace je::io
