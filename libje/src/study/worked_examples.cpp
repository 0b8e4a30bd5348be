// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/worked_examples.hpp"

#include <algorithm>
#include <utility>

#include "io/readers/reader.hpp"
#include "study/inputs.hpp"
#include "study/outcome.hpp"

namespace je::study {

namespace {

using base::Diagnostics;

/// The answers of an example, each factor's into its entry, which may state a level as well.
void add_answers(const model::WorkedExample& example, model::JobDraft& draft) {
    for (const auto& [id, answers] : example.answers) {
        const auto same = [&factor = id.value](const auto& entry) { return entry.id.value == factor; };
        auto entry = std::find_if(draft.factors.begin(), draft.factors.end(), same);
        if (entry == draft.factors.end()) entry = draft.factors.insert(entry, {id, {}, {}, {}});
        entry->answers = answers;
    }
}

/// An example's levels, answers and facts as a questionnaire would state them.
model::JobDraft draft_of(const model::WorkedExample& example, const base::Located<std::string>& scheme) {
    model::JobDraft draft;
    draft.id = {"example", example.at};
    draft.title = "Worked example";
    draft.scheme = scheme;
    for (const auto& [id, value] : example.facts) draft.facts.push_back({id, value});
    for (const auto& [factor, level] : example.levels) draft.factors.push_back({factor, level, {}, {}, level.options});
    add_answers(example, draft);
    draft.at = example.at;
    return draft;
}

/// Runs the examples of one file after another into one result.
class Testing {
public:
    Testing(Inputs& inputs, report::TestResult& result) : inputs_{inputs}, result_{result} {}

    void run(const FoundFile& file) {
        Diagnostics diagnostics;
        const auto text = inputs_.peek(file, diagnostics);
        if (text && !file.named && !looks_like((*text)->text, "je-test/")) return;
        ++result_.files;
        if (text) {
            inputs_.list(*text, diagnostics);
            const auto examples = inputs_.parsed(*text, diagnostics, io::read_worked_examples);
            if (examples) run_all(file, *examples, diagnostics);
        }
        for (const base::Diagnostic& d : diagnostics.all()) {
            if (d.severity == base::Severity::error) result_.errors.push_back(report::error_entry("", d));
        }
        diagnostics_.append(diagnostics);
    }

    [[nodiscard]] const Diagnostics& diagnostics() const { return diagnostics_; }

private:
    void run_all(const FoundFile& file, const model::WorkedExamples& examples, Diagnostics& diagnostics) {
        const auto in_use = inputs_.scheme_of_examples(file, examples.scheme, diagnostics);
        std::shared_ptr<const model::BandsFile> bands_file;
        if (examples.bands) {
            bands_file = inputs_.bands(beside(file, examples.bands->value), diagnostics);
            if (!bands_file) return;
        }
        if (!in_use) {
            report_unusable(examples, diagnostics);
            return;
        }
        use(in_use->info);
        const auto tables = bands_file ? bands_file->band_tables() : in_use->scheme->band_tables();
        const report::ScoringBasis basis{in_use->scheme.get(), model::in_force(tables, examples.as_of), nullptr};
        for (const model::WorkedExample& example : examples.examples) {
            result_.examples.push_back(run_one(file, examples, example, basis));
        }
    }

    /// A scheme that is not as it comes with je is named at the head of the report.
    void use(const report::SchemeInfo& info) {
        const auto known = [&](const report::SchemeInfo& one) { return one.file == info.file; };
        if (!info.file.empty() && std::none_of(result_.schemes.begin(), result_.schemes.end(), known))
            result_.schemes.push_back(info);
    }

    static void report_unusable(const model::WorkedExamples& examples, Diagnostics& diagnostics) {
        if (diagnostics.has_errors()) return;
        diagnostics.error({.id = "JE-U23",
                           .at = examples.scheme.at,
                           .message = "scheme '" + examples.scheme.value + "' has errors, so its examples cannot be run",
                           .expected = "a scheme without errors",
                           .fix = "mend the scheme first; je check shows its errors"});
    }

    report::TestedExample run_one(const FoundFile& file, const model::WorkedExamples& examples,
                                  const model::WorkedExample& example, const report::ScoringBasis& basis) {
        Diagnostics diagnostics;
        std::optional<model::JobDraft> draft;
        if (example.job) {
            const auto text = inputs_.read(beside(file, example.job->value), diagnostics);
            if (text) draft = inputs_.parsed(*text, diagnostics, io::read_job);
        } else {
            draft = draft_of(example, {basis.scheme->id().text(), examples.scheme.at});
        }
        const auto job = draft ? model::Job::make(*draft, *basis.scheme, diagnostics) : std::nullopt;
        return report::test_example(example, basis, job ? &*job : nullptr, diagnostics);
    }

    Inputs& inputs_;
    report::TestResult& result_;
    Diagnostics diagnostics_;
};

void require_examples(const report::TestResult& result, Diagnostics& diagnostics) {
    if (!result.examples.empty() || diagnostics.has_errors()) return;
    diagnostics.error({.id = "JE-U24",
                       .message = "there is no worked example in the files given",
                       .expected = "files that begin 'format: je-test/1'",
                       .fix = "name the files of the examples, or the folder that holds them"});
}

}  // namespace

Outcome<report::TestResult> worked_examples(io::Source& source, std::span<const std::string> files, const Options& options,
                                            const Control& control) {
    return outcome_of<report::TestResult>([&](auto& outcome) {
        Inputs inputs{source, options, control};
        Diagnostics diagnostics;
        const auto found = find_files(source, files, diagnostics);
        report::TestResult result;
        Testing testing{inputs, result};
        for_each_file(found, control, [&](const FoundFile& file) { testing.run(file); });
        diagnostics.append(testing.diagnostics());
        require_examples(result, diagnostics);
        outcome.diagnostics.append(diagnostics);
        result.inputs = inputs.files();
        result.tool = options.tool;
        outcome.result = std::move(result);
    });
}

}  // namespace je::study
