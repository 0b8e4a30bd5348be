// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/readers/reader.hpp"

#include "io/yaml/format.hpp"
#include "io/yaml/map_reader.hpp"
#include "je/base/decimal.hpp"

namespace je::io {
namespace {

std::optional<AnyDraft> any_of(const YamlContext& context, const YamlNode& root) {
    const auto format = format_of(context, root);
    if (!format) return std::nullopt;
    if (*format == scheme_format) return scheme_of(context, root);
    if (*format == local_format) return local_of(context, root);
    if (*format == bands_format) return bands_file_of(context, root);
    if (*format == job_format) return job_of(context, root);
    if (*format == panel_format) return panel_of(context, root);
    if (*format == appeal_format) return appeal_of(context, root);
    if (*format == holidays_format) return holidays_of(context, root);
    if (*format == uncertainty_format) return uncertainty_of(context, root);
    if (*format == weightings_format) return weightings_of(context, root);
    return worked_examples_of(context, root);
}

}  // namespace

AnyDraft read_any(const base::SourceTextPtr& text, const Limits& limits, base::Diagnostics& diagnostics) {
    return read_whole_file<AnyDraft>(text, limits, diagnostics, any_of).value_or(AnyDraft{});
}

namespace {

using Entry = model::HolidaysDraft::Entry;

/// Nothing when the date is missing or wrong, which has been reported.
std::optional<Entry> entry_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::holiday};
    static_cast<void>(map.need("date"));
    const auto date = map.date("date");
    auto name = map.need_text("name").value;
    if (!date) return std::nullopt;
    return Entry{*date, std::move(name)};
}

}  // namespace

model::HolidaysDraft holidays_of(const YamlContext& context, const YamlNode& root) {
    const YamlMapReader map{context, root, keys::holidays};
    model::HolidaysDraft draft;
    draft.id = map.need_code("id");
    draft.title = map.need_text("title").value;
    draft.source = map.need_text("source").value;
    draft.url = map.text("url");
    for (auto& entry : map.need_list("holidays", entry_of)) {
        if (entry) draft.holidays.push_back(*std::move(entry));
    }
    draft.at = context.at(root);
    return draft;
}

std::optional<model::HolidaysDraft> read_holidays(const base::SourceTextPtr& text, const Limits& limits,
                                                  base::Diagnostics& diagnostics) {
    return read_format(text, limits, diagnostics, holidays_format, holidays_of);
}

namespace {

using Draft = model::LevelUncertaintyDraft;

/// Calls `use(id, value)` for each entry of a map of free keys at `key`.
template <class Use>
void each_entry(const YamlContext& context, const YamlNode& node, std::string_view key, const Use& use) {
    if (!is_map(context, node, Name{key})) return;
    for (const auto entry : YamlEntries{node}) {
        if (!entry.key.is_scalar()) continue;
        if (auto id = read_key(context, entry.key, key)) use(*std::move(id), entry.value);
    }
}

/// A number, or one in percent.
std::optional<YamlNumber> read_share(const YamlContext& context, const YamlNode& node, std::string_view key) {
    const bool in_percent = node.is_scalar() && node.plain && node.text.ends_with('%');
    if (const auto share = in_percent ? base::parse_share(node.text) : std::nullopt)
        return YamlNumber{*share, context.at(node)};
    return read_number(context, node, key);
}

Draft::Factor factor_of(const YamlContext& context, YamlText id, const YamlNode& node) {
    Draft::Factor factor{std::move(id), {}};
    each_entry(context, node, factor.id.value, [&](YamlText level, const YamlNode& value) {
        if (const auto chance = read_share(context, value, level.value)) factor.chances.emplace_back(std::move(level), *chance);
    });
    return factor;
}

std::vector<Draft::Factor> factors_of(const YamlContext& context, const YamlNode& node, std::string_view key) {
    std::vector<Draft::Factor> factors;
    each_entry(context, node, key,
               [&](YamlText id, const YamlNode& value) { factors.push_back(factor_of(context, std::move(id), value)); });
    return factors;
}

std::vector<Draft::Job> jobs_of(const YamlContext& context, const YamlNode& node) {
    std::vector<Draft::Job> jobs;
    each_entry(context, node, "jobs", [&](YamlText id, const YamlNode& value) {
        Draft::Job job{std::move(id), {}};
        job.factors = factors_of(context, value, job.id.value);
        jobs.push_back(std::move(job));
    });
    return jobs;
}

}  // namespace

Draft uncertainty_of(const YamlContext& context, const YamlNode& root) {
    const YamlMapReader map{context, root, keys::uncertainty};
    Draft draft;
    draft.id = map.need_code("id");
    draft.scheme = map.need_code("scheme");
    draft.note = map.text("note");
    if (const YamlNode* factors = map.find("factors")) draft.factors = factors_of(context, *factors, "factors");
    if (const YamlNode* jobs = map.find("jobs")) draft.jobs = jobs_of(context, *jobs);
    draft.at = context.at(root);
    return draft;
}

std::optional<Draft> read_uncertainty(const base::SourceTextPtr& text, const Limits& limits, base::Diagnostics& diagnostics) {
    return read_format(text, limits, diagnostics, uncertainty_format, uncertainty_of);
}

}  // namespace je::io
