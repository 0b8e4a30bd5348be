// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/readers/reader.hpp"
#include "io/yaml/format.hpp"
#include "io/yaml/map_reader.hpp"

namespace je::io {

namespace {

using model::WeightingsDraft;
using WeightsByName = std::vector<std::pair<YamlText, YamlNumber>>;

/// Keys are codes of units, or `group:` and the code of a group: the scheme says which there are.
std::optional<WeightsByName> weights_by_name(const YamlContext& context, const YamlNode& node, std::string_view key) {
    if (!is_map(context, node, Name{key})) return std::nullopt;
    WeightsByName weights;
    for (const auto entry : YamlEntries{node}) {
        if (!entry.key.is_scalar()) continue;
        if (const auto share = read_number(context, entry.value, entry.key.text))
            weights.emplace_back(context.text_of(entry.key), *share);
    }
    return weights;
}

/// A word, or the benchmark jobs that floors are to keep in their bands.
void read_floors(const YamlContext& context, const YamlMapReader& map, WeightingsDraft::Weighting& weighting) {
    const YamlNode* node = map.find("floors");
    if (node == nullptr) return;
    weighting.floors_at = context.at(*node);
    if (!node->is_map()) {
        weighting.floors = map.code("floors");
        return;
    }
    const YamlMapReader floors{context, *node, keys::weighting_floors};
    static_cast<void>(floors.need("anchors"));
    weighting.anchors = floors.pairs("anchors", read_code);
    weighting.floors = YamlText{"anchors", weighting.floors_at};
}

std::optional<model::SchemeDraft::RoundingDraft> new_rounding(const YamlContext& context, const YamlNode& node,
                                                              std::string_view) {
    const YamlMapReader map{context, node, keys::rounding};
    return model::SchemeDraft::RoundingDraft{.to = map.need_number("to"), .mode = map.need_code("mode")};
}

WeightingsDraft::Weighting weighting_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::weighting};
    WeightingsDraft::Weighting weighting;
    weighting.id = map.need_code("id");
    weighting.reason = map.part("reason", read_text).value_or(YamlText{{}, context.at(node)});
    weighting.weights = map.part("weights", weights_by_name).value_or(WeightsByName{});
    weighting.rest = map.code("rest");
    read_floors(context, map, weighting);
    weighting.rounding = map.part("rounding", new_rounding);
    weighting.at = context.at(node);
    return weighting;
}

}  // namespace

model::WeightingsDraft weightings_of(const YamlContext& context, const YamlNode& root) {
    const YamlMapReader map{context, root, keys::weightings};
    WeightingsDraft draft;
    draft.id = map.need_code("id");
    draft.scheme = map.need_code("scheme");
    draft.weightings = map.need_list("weightings", weighting_of);
    draft.at = context.at(root);
    return draft;
}

std::optional<model::WeightingsDraft> read_weightings(const base::SourceTextPtr& text, const Limits& limits,
                                                      base::Diagnostics& diagnostics) {
    return read_format(text, limits, diagnostics, weightings_format, weightings_of);
}

}  // namespace je::io
