// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/tables_reader.hpp"
#include "io/yaml_format.hpp"
#include "io/yaml_map_reader.hpp"
#include "je/io/reader.hpp"

namespace je::io {

model::BandsFileDraft bands_file_of(const YamlContext& context, const YamlNode& root) {
    static constexpr std::array<std::string_view, 10> keys{"format", "id",     "title",   "edition", "status",
                                                           "owner",  "scheme", "sources", "bands",   "pay"};
    const YamlMapReader map{context, root, "band file", keys};
    return {.id = map.need_code("id"),
            .title = map.need_text("title").value,
            .edition = map.need_code("edition").value,
            .status = map.need_code("status"),
            .owner = map.text("owner"),
            .scheme = map.code("scheme"),
            .sources = map.list("sources", source_of),
            .bands = map.need_list("bands", band_table_of),
            .pay = map.list("pay", pay_table_of),
            .at = context.at(root)};
}

std::optional<model::BandsFileDraft> read_bands_file(const base::SourceTextPtr& text, const Limits& limits,
                                                     base::Diagnostics& diagnostics) {
    return read_format(text, limits, diagnostics, bands_format, bands_file_of);
}

}  // namespace je::io
