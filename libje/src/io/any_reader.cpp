// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/yaml_format.hpp"
#include "je/io/reader.hpp"

namespace je::io {
namespace {

std::optional<AnyDraft> any_of(const YamlContext& context, const YamlNode& root) {
    const auto format = format_of(context, root);
    if (!format) return std::nullopt;
    if (*format == scheme_format) return scheme_of(context, root);
    if (*format == bands_format) return bands_file_of(context, root);
    if (*format == job_format) return job_of(context, root);
    if (*format == panel_format) return panel_of(context, root);
    if (*format == appeal_format) return appeal_of(context, root);
    if (*format == holidays_format) return holidays_of(context, root);
    if (*format == uncertainty_format) return uncertainty_of(context, root);
    return worked_examples_of(context, root);
}

}  // namespace

AnyDraft read_any(const base::SourceTextPtr& text, const Limits& limits, base::Diagnostics& diagnostics) {
    return read_whole_file<AnyDraft>(text, limits, diagnostics, any_of).value_or(AnyDraft{});
}

}  // namespace je::io
