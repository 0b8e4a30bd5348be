// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <memory>
#include <stdexcept>
#include <string>

#include "console.hpp"
#include "je/base/language.hpp"
#include "je/render/format.hpp"
#include "je/render/json.hpp"
#include "options.hpp"
#include "output.hpp"

namespace je::tool {

/// What is made of a kind of result for the formats to write: the document that people read, the table, and all values.
template <class Result>
struct Rendering {
    report::Document (*document)(const Result&);
    report::Table (*table)(const Result&);  // null where the result is no table
    std::string (*json)(const Result&);
};

/// A document in one format, of a format that writes one figure that which --figure names. Throws UsageError where there is no
/// such figure (JE-D01).
[[nodiscard]] std::string written(const report::Document& document, const render::HowWritten& how, const CommonOptions& common);

/// A result in one format.
///
///     rendered(result, {report::panel_document, report::panel_table, render::json}, render::how(common_.format), common_);
template <class Result>
[[nodiscard]] std::string rendered(const Result& result, const Rendering<Result>& of, const render::HowWritten& how,
                                   const CommonOptions& common) {
    switch (how.part) {
        case Part::document:
        case Part::figure:
            if constexpr (requires { report::report_document(result, how.most_jobs); })
                return written(report::report_document(result, how.most_jobs), how, common);
            return written(of.document(result), how, common);
        case Part::table: {
            const base::InLanguage in{base::Language::english};  // its words are for programs
            return render::table(how, of.table(result));
        }
        case Part::values:
            return of.json(result);
    }
    throw std::logic_error{"a part of a result that is none"};
}

/// Whether the result of a run is wanted as a value too: it is then made in memory, however many jobs it has.
[[nodiscard]] inline bool keeps_part(const CommonOptions& common) { return common.captured && common.captured->keeps_part; }

/// Writes the jobs of a result as JSON, as they come.
template <class Receiver, class Head, class Job, class Tail>
class JsonSink : public Receiver {
public:
    explicit JsonSink(Output& output) : output_{output}, json_{text_} {}
    void begin(const Head& head) override {
        json_.begin(head);
        pass_on();
    }
    void job(Job job) override {
        json_.job(job);
        pass_on();
    }
    void end(const Tail& tail) override {
        json_.end(tail);
        pass_on();
    }

private:
    void pass_on() {
        output_.write(text_);
        text_.clear();
    }

    Output& output_;
    std::string text_;
    render::JsonRows json_;
};

/// What writes the rows of a result of many jobs in one format as they come: by the part of a result that the format writes.
template <class Receiver, class OfDocument, class OfTable, class OfValues>
[[nodiscard]] std::unique_ptr<Receiver> make_receiver(Output& output, const CommonOptions& common) {
    const render::HowWritten& how = render::how(common.format);
    switch (how.part) {
        case Part::document:
        case Part::figure:
            return std::make_unique<OfDocument>(output, how, common);
        case Part::table:
            return std::make_unique<OfTable>(output, how);
        case Part::values:
            return std::make_unique<OfValues>(output);
    }
    throw std::logic_error{"a part of a result that is none"};
}

/// Writes a result to where the options say, computed once whatever the formats that a captured run is to give.
///
///     write_result(result, {report::panel_document, report::panel_table, render::json}, common_);
template <class Result>
void write_result(const Result& result, const Rendering<Result>& of, const CommonOptions& common) {
    if constexpr (std::constructible_from<report::ReportPart, const Result&>)
        if (keeps_part(common)) common.captured->part = result;
    for (const Format format : formats_of(common)) {
        Output output{common, format};
        output.write(rendered(result, of, render::how(format), common));
        output.finish();
    }
}

/// Tells what came of a use-case. Throws UsageError when what was asked cannot be done.
template <class Result>
void tell(const study::Outcome<Result>& outcome, Console& console) {
    console.report(outcome.diagnostics);
    if (outcome.refused) throw UsageError{*outcome.refused};
}

/// The same, and writes its result where there is one.
///
///     return finish(study::panels(files(), arguments_, common_), {report::panel_document, report::panel_table, render::json},
///     common_);
template <class Result>
[[nodiscard]] ExitStatus finish(const study::Outcome<Result>& outcome, const Rendering<Result>& of,
                                const CommonOptions& common) {
    Console console{common};
    tell(outcome, console);
    if (outcome.result) write_result(*outcome.result, of, common);
    return console.finish();
}

}  // namespace je::tool
