// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <variant>

#include "io/local/local_draft.hpp"
#include "io/yaml/parse.hpp"
#include "io/yaml/values.hpp"
#include "je/model/appeal.hpp"
#include "je/model/job.hpp"
#include "je/model/panel.hpp"
#include "je/model/scheme_draft.hpp"
#include "model/job/level_uncertainty.hpp"
#include "model/scheme/weightings_draft.hpp"

namespace je::io {

inline constexpr std::string_view scheme_format = "je-scheme/1";
inline constexpr std::string_view local_format = "je-local/1";
inline constexpr std::string_view bands_format = "je-bands/1";
inline constexpr std::string_view job_format = "je-job/1";
inline constexpr std::string_view worked_format = "je-test/1";
inline constexpr std::string_view panel_format = "je-panel/1";
inline constexpr std::string_view appeal_format = "je-appeal/1";
inline constexpr std::string_view holidays_format = "je-holidays/1";
inline constexpr std::string_view uncertainty_format = "je-uncertainty/1";
inline constexpr std::string_view weightings_format = "je-weightings/1";

// What the top map of each format says; mistakes go to the context.
[[nodiscard]] model::SchemeDraft scheme_of(const YamlContext& context, const YamlNode& root);
[[nodiscard]] LocalDraft local_of(const YamlContext& context, const YamlNode& root);
[[nodiscard]] model::BandsFileDraft bands_file_of(const YamlContext& context, const YamlNode& root);
[[nodiscard]] model::JobDraft job_of(const YamlContext& context, const YamlNode& root);
[[nodiscard]] model::WorkedExamples worked_examples_of(const YamlContext& context, const YamlNode& root);
[[nodiscard]] model::PanelDraft panel_of(const YamlContext& context, const YamlNode& root);
[[nodiscard]] model::AppealDraft appeal_of(const YamlContext& context, const YamlNode& root);
[[nodiscard]] model::HolidaysDraft holidays_of(const YamlContext& context, const YamlNode& root);
[[nodiscard]] model::LevelUncertaintyDraft uncertainty_of(const YamlContext& context, const YamlNode& root);
[[nodiscard]] model::WeightingsDraft weightings_of(const YamlContext& context, const YamlNode& root);

/// The `format:` of a file; nothing when it is missing, not a single value or not a known one, which is reported.
[[nodiscard]] std::optional<std::string_view> format_of(const YamlContext& context, const YamlNode& root);

/// Whether a file may be read as `wanted`: it says so, or says nothing of its format (which is reported, but need not
/// keep the other mistakes from being found).
[[nodiscard]] bool may_be_read_as(std::string_view wanted, const YamlContext& context, const YamlNode& root);

/// Marks what was read of a file with mistakes that leave the rest as it is meant (unknown keys): its meaning is then looked at
/// too, so that all mistakes are told at once. False for drafts that cannot be marked.
template <class Draft>
[[nodiscard]] bool mark_flawed(Draft& draft) {
    if constexpr (requires { draft.flawed; }) {
        draft.flawed = true;
        return true;
    } else {
        return false;
    }
}
template <class... Drafts>
[[nodiscard]] bool mark_flawed(std::variant<Drafts...>& any) {
    return std::visit([](auto& draft) { return mark_flawed(draft); }, any);
}

/// Reads `text` and gives its top map to `use`; a text with slips is read again as it was meant, so that all mistakes are found
/// in one round, and `use` is called again. What was found goes to `diagnostics`, in the order of the file; gives whether all
/// of the errors leave the rest as it is meant.
[[nodiscard]] bool read_in_rounds(const base::SourceTextPtr& text, const Limits& limits, base::Diagnostics& diagnostics,
                                  const std::function<void(const YamlContext&, const YamlNode*)>& use);

/// Reads `text` by `read(context, root)`, reports mistakes in the order of the file, and gives the result if there were none
/// that leave it in doubt.
template <class Draft, class Read>
[[nodiscard]] std::optional<Draft> read_whole_file(const base::SourceTextPtr& text, const Limits& limits,
                                                   base::Diagnostics& diagnostics, Read read) {
    base::Diagnostics of_file;
    std::optional<Draft> draft;
    const bool harmless = read_in_rounds(text, limits, of_file, [&](const YamlContext& context, const YamlNode* root) {
        draft.reset();
        if (root != nullptr) draft = read(context, *root);
    });
    if (of_file.has_errors() && (!draft || !harmless || !mark_flawed(*draft))) draft.reset();
    diagnostics.append(of_file);
    return draft;
}

/// The same for one format.
template <class Draft>
[[nodiscard]] std::optional<Draft> read_format(const base::SourceTextPtr& text, const Limits& limits,
                                               base::Diagnostics& diagnostics, std::string_view format,
                                               Draft (*content)(const YamlContext&, const YamlNode&)) {
    return read_whole_file<Draft>(text, limits, diagnostics, [=](const YamlContext& context, const YamlNode& root) {
        return may_be_read_as(format, context, root) ? std::optional<Draft>{content(context, root)} : std::nullopt;
    });
}

}  // namespace je::io
