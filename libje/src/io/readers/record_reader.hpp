// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/yaml/map_reader.hpp"
#include "je/model/job.hpp"

namespace je::io {

// What questionnaires and the records of panels and appeals have in common.
[[nodiscard]] model::Document document_of(const YamlContext& context, const YamlNode& node);
[[nodiscard]] model::Evidence evidence_of(const YamlContext& context, const YamlNode& node);
/// A day that must be there; nothing in it when it was left out or cannot be read, which has been reported.
[[nodiscard]] base::Located<std::optional<base::Date>> need_date(const YamlMapReader& map, std::string_view key);

/// The level of a factor whose entry is nothing but that level, in place of a map with the level under `key`; reported.
[[nodiscard]] std::optional<YamlText> short_entry(const YamlContext& context, const YamlNode& node, std::string_view id,
                                                  std::string_view key, std::string_view expected);

/// The map `factors`, each entry read by `read(context, value)` and given its id.
template <class Factor>
[[nodiscard]] std::vector<Factor> factors_by(const YamlContext& context, const YamlNode& node,
                                             Factor (*read)(const YamlContext&, const YamlNode&, std::string_view)) {
    std::vector<Factor> factors;
    if (!is_map(context, node, Name{"factors"})) return factors;
    for (const auto entry : YamlEntries{node}) {
        if (!entry.key.is_scalar()) continue;
        auto id = read_key(context, entry.key, "factors");
        auto factor = read(context, entry.value, entry.key.text);
        if (!id) continue;
        factor.id = *std::move(id);
        factors.push_back(std::move(factor));
    }
    return factors;
}

}  // namespace je::io
