// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/readers/stated_level.hpp"

#include <utility>

#include "io/yaml/map_reader.hpp"

namespace je::io {

std::optional<model::StatedText> read_level(const YamlContext& context, const YamlNode& node, std::string_view key) {
    if (!node.is_map()) {
        auto code = read_code(context, node, key);
        return code ? std::optional<model::StatedText>{*std::move(code)} : std::nullopt;
    }
    const YamlMapReader map{context, node, keys::stated_level};
    auto level = map.need_code("level");
    return level.value.empty() ? std::nullopt : std::optional<model::StatedText>{{std::move(level), map.codes("options")}};
}

}  // namespace je::io
