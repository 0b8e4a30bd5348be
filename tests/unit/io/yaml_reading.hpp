// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads YAML given in a test and tells what was said about it, one line a diagnostic: "3:8 JE-Y36 'title' has no value".

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "io/readers/reader.hpp"
#include "je/base/diagnostic.hpp"

namespace je::test {

inline base::SourceTextPtr yaml(std::string text) {
    return std::make_shared<const base::SourceText>(base::SourceText{"test.yaml", std::move(text)});
}

/// "3:8 JE-Y36" for each diagnostic.
inline std::vector<std::string> places(const base::Diagnostics& diagnostics) {
    std::vector<std::string> all;
    for (const auto& d : diagnostics.all())
        all.push_back(std::to_string(d.at.line) + ":" + std::to_string(d.at.column) + " " + d.id);
    return all;
}

/// All of `words` in one text, for a readable comparison.
inline std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const auto& word : words) all += (all.empty() ? "" : ", ") + word;
    return all;
}

/// What a reader gave and what it said.
template <class Draft>
struct Outcome {
    std::optional<Draft> draft;
    base::Diagnostics diagnostics;

    [[nodiscard]] std::string said() const { return joined(places(diagnostics)); }
    /// The first diagnostic with `id`; an empty one when there is none.
    [[nodiscard]] base::Diagnostic about(const std::string& id) const {
        for (const auto& d : diagnostics.all()) {
            if (d.id == id) return d;
        }
        return {};
    }
};

template <class Draft>
Outcome<Draft> read_by(std::optional<Draft> (*read)(const base::SourceTextPtr&, const io::Limits&, base::Diagnostics&),
                       std::string text, const io::Limits& limits = {}) {
    Outcome<Draft> outcome;
    outcome.draft = read(yaml(std::move(text)), limits, outcome.diagnostics);
    return outcome;
}

inline Outcome<model::SchemeDraft> scheme_in(std::string text) {
    return read_by<model::SchemeDraft>(io::read_scheme, std::move(text));
}
inline Outcome<model::BandsFileDraft> bands_in(std::string text) {
    return read_by<model::BandsFileDraft>(io::read_bands_file, std::move(text));
}
inline Outcome<model::JobDraft> job_in(std::string text, const io::Limits& limits = {}) {
    return read_by<model::JobDraft>(io::read_job, std::move(text), limits);
}
inline Outcome<model::WorkedExamples> worked_in(std::string text) {
    return read_by<model::WorkedExamples>(io::read_worked_examples, std::move(text));
}

inline Outcome<model::PanelDraft> panel_in(std::string text) {
    return read_by<model::PanelDraft>(io::read_panel, std::move(text));
}
inline Outcome<model::AppealDraft> appeal_in(std::string text) {
    return read_by<model::AppealDraft>(io::read_appeal, std::move(text));
}

/// A job file with nothing wrong, five lines long; tests add to it.
inline std::string job_text(const std::string& more = "") {
    return "format: je-job/1\nid: vlo\ntitle: Victim Liaison Officer\nscheme: demo\nfactors: {}\n" + more;
}

}  // namespace je::test
