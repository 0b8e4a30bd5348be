// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <variant>

#include "fuzz/targets/yaml_target.hpp"
#include "io/readers/reader.hpp"

namespace {

/// A file of worked examples has at least one, and each says what job it is about and where its values come from.
void look_at_examples(const je::model::WorkedExamples& examples, const je::base::SourceTextPtr& text) {
    je::test::require(!examples.scheme.value.empty(), "no scheme");
    je::test::require(!examples.examples.empty(), "no examples");
    for (const auto& example : examples.examples) {
        je::test::require(!example.name.value.empty() && !example.source.empty(), "an example without name or source");
        je::test::require(!(example.job && !example.levels.empty()), "an example with two jobs");
        je::test::require(example.at.source == text, "an example from elsewhere");
    }
}

/// The reader of any format agrees with the reader of this one, and promises the same of all others.
void read_as_any(const std::uint8_t* data, std::size_t size, bool accepted) {
    const auto text = je::test::source_of(std::string{reinterpret_cast<const char*>(data), size});
    je::base::Diagnostics diagnostics;
    const auto draft = je::io::read_any(text, je::test::small_limits(), diagnostics);
    je::test::require_good(diagnostics, text);
    je::test::require_told(!std::holds_alternative<std::monostate>(draft) && !je::test::is_flawed(draft), diagnostics);
    je::test::require(std::holds_alternative<je::model::WorkedExamples>(draft) == accepted, "the two readers disagree");
}

bool was_accepted = false;

void note_and_look(const je::model::WorkedExamples& examples, const je::base::SourceTextPtr& text) {
    was_accepted = true;
    look_at_examples(examples, text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    was_accepted = false;
    je::test::read_and_write<je::model::WorkedExamples>(data, size, je::io::read_worked_examples, nullptr, note_and_look);
    read_as_any(data, size, was_accepted);
    return 0;
}
