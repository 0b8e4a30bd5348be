// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/words.hpp"
#include "je/report/verify_result.hpp"

namespace je::report {

namespace {

bool any_missing(const VerifiedFile& file) {
    return std::any_of(file.inputs.begin(), file.inputs.end(),
                       [](const VerifiedInput& input) { return input.state == KeptState::missing; });
}

Text differing(const VerifiedFile& file) {
    const std::size_t n = file.differences.size() + file.differences_not_listed;
    return counted(n, "value differs", "values differ");
}

bool is_bundle(const VerifiedFile& file) { return file.format == "je-bundle/1"; }

Text in_words(const VerifiedFile& file) {
    const bool changed = std::any_of(file.inputs.begin(), file.inputs.end(),
                                     [](const VerifiedInput& input) { return input.state != KeptState::unchanged; });
    switch (file.verdict) {
        case Verdict::reproduces:
            return "it reproduces exactly";
        case Verdict::inputs_changed:
            return "every value is the same, but the inputs are not as they were";
        case Verdict::differs:
            return say("it does not reproduce: {}{}", differing(file), changed ? ", and inputs are not as they were" : "");
        case Verdict::not_run:
            return "it could not be made again";
        case Verdict::intact:
            return is_bundle(file) ? "the bundle is intact" : "the log is intact";
        case Verdict::broken:
            return is_bundle(file) ? "the bundle is not as it was made" : "the log is not as it was written";
    }
    return "";
}

Facts facts_of(const VerifiedFile& file) {
    Facts facts;
    if (!file.arguments.empty()) facts.rows.emplace_back("Made by", command_line(file.arguments));
    if (!file.head.empty()) {
        facts.rows.emplace_back(file.verdict == Verdict::broken ? "Sound entries" : "Entries", file.entries);
        facts.rows.emplace_back("Head", file.head);
    }
    facts.rows.emplace_back("Verdict", in_words(file));
    return facts;
}

Table inputs_table(const VerifiedFile& file) {
    Table table;
    table.columns = {{.key = "input", .label = "Input"}, {.key = "state", .label = "Now"}};
    for (const VerifiedInput& input : file.inputs) table.rows.push_back({input.name, to_text(input.state)});
    return table;
}

Table sealed_table(const VerifiedFile& file) {
    Table table;
    table.columns = {{.key = "file", .label = "File"},
                     {.key = "entry", .label = "Entry", .role = Role::count},
                     {.key = "state", .label = "Now"}};
    for (const VerifiedSeal& seal : file.sealed) {
        const bool changed = seal.state == KeptState::changed;
        table.rows.push_back({seal.name, seal.entry, changed ? Text{"changed since"} : to_text(seal.state)});
    }
    return table;
}

Table differences_table(const VerifiedFile& file) {
    Table table;
    table.columns = {{.key = "path", .label = "Value"}, {.key = "stored", .label = "Stored"}, {.key = "now", .label = "Now"}};
    const auto cell = [](const std::optional<std::string>& value) { return Cell{value.value_or("(not there)")}; };
    for (const ValueDifference& d : file.differences) {
        table.rows.push_back({d.path.empty() ? Text{"(the whole)"} : Text{d.path}, cell(d.stored), cell(d.now)});
    }
    return table;
}

void add_table(Document& document, Table&& table) {
    if (!table.rows.empty()) document.add(std::move(table));
}

Bullets notes_of(const VerifiedFile& file) {
    Bullets bullets;
    if (file.differences_not_listed > 0) {
        bullets.items.push_back(counted(file.differences_not_listed, "more value differs", "more values differ"));
    }
    bullets.items.insert(bullets.items.end(), file.notes.begin(), file.notes.end());
    if (any_missing(file))
        bullets.items.emplace_back("inputs are looked for from the current folder; --in FOLDER looks elsewhere");
    return bullets;
}

void add_file(Document& document, const VerifiedFile& file) {
    document.begin("file", 1, file.name);
    document.add(facts_of(file));
    add_table(document, inputs_table(file));
    add_table(document, sealed_table(file));
    add_table(document, differences_table(file));
    if (auto notes = notes_of(file); !notes.items.empty()) document.add(std::move(notes));
}

}  // namespace

std::string_view to_text(KeptState state) {
    constexpr base::Words<KeptState, 5> words{{{"unchanged", KeptState::unchanged},
                                               {"changed", KeptState::changed},
                                               {"missing", KeptState::missing},
                                               {"not named in a public result", KeptState::not_named},
                                               {"not read", KeptState::not_read}}};
    return base::word_for(words, state);
}

std::string_view to_text(Verdict verdict) {
    constexpr base::Words<Verdict, 6> words{{{"reproduces", Verdict::reproduces},
                                             {"inputs-changed", Verdict::inputs_changed},
                                             {"differs", Verdict::differs},
                                             {"not-run", Verdict::not_run},
                                             {"intact", Verdict::intact},
                                             {"broken", Verdict::broken}}};
    return base::word_for(words, verdict);
}

bool is_good(Verdict verdict) { return verdict == Verdict::reproduces || verdict == Verdict::intact; }

Document verify_document(const VerifyResult& result) {
    Document document;
    for (const VerifiedFile& file : result.files) add_file(document, file);
    return document;
}

}  // namespace je::report
