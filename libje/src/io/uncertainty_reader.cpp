// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/yaml_format.hpp"
#include "io/yaml_map_reader.hpp"
#include "je/base/share.hpp"
#include "je/io/uncertainty.hpp"

namespace je::io {
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
    static constexpr std::array<std::string_view, 6> keys{"format", "id", "scheme", "note", "factors", "jobs"};
    const YamlMapReader map{context, root, "file of chances", keys};
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
