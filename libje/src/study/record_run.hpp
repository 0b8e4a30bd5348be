// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "study/appeal_chain.hpp"
#include "study/outcome.hpp"
#include "study/panel_loading.hpp"

namespace je::study {

/// A kind of records that a run goes over.
struct RecordKind {
    std::string_view format;     // "je-panel/"
    std::string_view one;        // "panel"; several are "panels"
    std::string_view a;          // "a panel"
    std::string_view none_here;  // id of the error that there is none in the files: JE-P23
};

/// What runs over records of every kind have: each record is taken as it is read, and what came of all is told at the end. A
/// run has `take(const Draft&)`, `finish()`, which gives the result, and `all_of(result)`, the list in it.
class RecordRun {
public:
    [[nodiscard]] const RecordKind& kind() const { return kind_; }

protected:
    RecordRun(const RecordKind& kind, const Options& options, Inputs& inputs, Records& records, base::Diagnostics& diagnostics)
        : options_{options},
          inputs_{inputs},
          records_{records},
          diagnostics_{diagnostics},
          chain_{records, diagnostics},
          kind_{kind} {}

    /// Whether the public view leaves a record out, which is then counted: its job has a single post-holder, which is said
    /// (JE-P22), or it is not known how many it has, which `tell_left_out` says of all such records together.
    [[nodiscard]] bool leaves_out(bool single_holder, bool holders_known);
    /// Keeps a panel and the questionnaires it rests on from the public.
    void leave_out(const LoadedPanel& panel);
    /// How many were left out; says of how many it is not known how many post-holders their jobs have (JE-P24).
    [[nodiscard]] const report::LeftOutRecords& tell_left_out();

    /// The numbers that stand for people in the results of a run, which its commands share; those of this command when it runs
    /// alone.
    [[nodiscard]] panel::Pseudonyms* pseudonyms() { return options_.shared ? &options_.shared->pseudonyms : &own_pseudonyms_; }

    const Options& options_;
    Inputs& inputs_;
    Records& records_;
    base::Diagnostics& diagnostics_;
    AppealChain chain_;
    SeenPanellists people_;

private:
    const RecordKind& kind_;
    panel::Pseudonyms own_pseudonyms_;
    report::LeftOutRecords left_out_;
};

/// By the job, and of one job by the day of the panel that `panel_of` gives.
template <class Loaded, class PanelOf>
void sort_by_job_and_day(std::vector<Loaded>& all, PanelOf&& panel_of) {
    const auto key = [&](const Loaded& one) { return std::pair{panel_of(one).job().text(), panel_of(one).date()}; };
    std::stable_sort(all.begin(), all.end(), [&](const Loaded& a, const Loaded& b) { return key(a) < key(b); });
}

/// The use-case over the records of a kind in files and folders: `reader` gives the draft of one, and `make` the run.
template <class Result, class Draft, class Make>
[[nodiscard]] Outcome<Result> run_over(
    io::Source& source, std::span<const std::string> files, const Options& options, const Control& control,
    std::optional<Draft> (*reader)(const base::SourceTextPtr&, const io::Limits&, base::Diagnostics&), Make&& make) {
    return outcome_of<Result>([&](auto& outcome) {
        Inputs inputs{source, options, control, true};
        base::Diagnostics diagnostics;
        const auto found = find_files(source, files, diagnostics);
        Records records{inputs, found, diagnostics};
        auto run = make(inputs, records, diagnostics);
        const RecordKind& kind = run.kind();
        std::size_t taken = 0;
        for_each_file(found, control, [&](const FoundFile& file) {
            base::Diagnostics of_file;
            const auto text = inputs.peek(file, of_file);
            if (text && !file.named && !looks_like((*text)->text, kind.format)) return;
            diagnostics.append(of_file);
            if (!text) return;
            inputs.list(*text, diagnostics);
            const auto draft = inputs.parsed(*text, diagnostics, reader);
            if (!draft) return;
            ++taken;
            run.take(*draft);
        });
        if (taken == 0 && !diagnostics.has_errors()) {
            diagnostics.error({.id = std::string{kind.none_here},
                               .message = fmt::format("there is no record of {} in the files given", kind.a),
                               .expected = fmt::format("files that begin 'format: {}1'", kind.format),
                               .fix = "name the records, or the folder that holds them"});
        }
        Result result = run.finish();
        outcome.diagnostics.append(diagnostics);
        if (run.all_of(result).empty() && !result.left_out.any()) return;
        result.inputs = inputs.files();
        result.tool = options.tool;
        outcome.result = std::move(result);
    });
}

}  // namespace je::study
