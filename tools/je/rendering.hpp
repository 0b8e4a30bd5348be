// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "je/render/document.hpp"
#include "options.hpp"
#include "output.hpp"

namespace je::tool {

/// How a kind of result is turned into each format: what people read, the table behind CSV, and JSON.
template <class Result>
struct Rendering {
    report::Document (*document)(const Result&);
    report::Table (*table)(const Result&);
    std::string (*json)(const Result&);
};

/// A result in one format.
///
///     rendered(result, {report::panel_document, report::panel_table, render::json}, common_.format);
template <class Result>
[[nodiscard]] std::string rendered(const Result& result, const Rendering<Result>& how, Format format) {
    switch (format) {
        case Format::text:
            return render::text(how.document(result));
        case Format::markdown:
            return render::markdown(how.document(result));
        case Format::csv:
            return render::csv(how.table(result));
        case Format::json:
            return how.json(result);
    }
    return "";
}

/// Writes a result to where the options say, computed once whatever the formats that a captured run is to give.
///
///     write_result(result, {report::panel_document, report::panel_table, render::json}, common_);
template <class Result>
void write_result(const Result& result, const Rendering<Result>& how, const CommonOptions& common) {
    for (const Format format : formats_of(common)) {
        Output output{common, format};
        output.write(rendered(result, how, format));
        output.finish();
    }
}

}  // namespace je::tool
