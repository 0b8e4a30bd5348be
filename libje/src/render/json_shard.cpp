// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iterator>

#include "je/render/shard_json.hpp"
#include "render/json_parts.hpp"

namespace je::render {

namespace {

std::string in_one_text(const std::vector<std::uint64_t>& numbers) {
    std::string text;
    for (const std::uint64_t number : numbers)
        fmt::format_to(std::back_inserter(text), "{}{}", text.empty() ? "" : " ", number);
    return text;
}

}  // namespace

std::string json(const report::SensitivityShard& shard) {
    std::string out;
    JsonWriter json{out};
    json.open_object().field("format", "je-sensitivity-shard/1").field("shard", shard.shard).field("of", shard.of);
    json.field("first", shard.first).field("last", shard.last).field("jobs", shard.jobs);
    json.line().key("counts").open_object();
    for (const auto& [name, list] : sensitivity::Tally::lists()) json.line().field(name, in_one_text(shard.tally.*list));
    json.line().close_object();
    write_ending(json, shard.inputs, shard.tool);
    json.close_object();
    out.push_back('\n');
    return out;
}

}  // namespace je::render
