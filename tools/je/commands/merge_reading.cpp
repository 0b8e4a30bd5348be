// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <limits>

#include "commands/merge_shards.hpp"
#include "files_read.hpp"
#include "je/base/text.hpp"
#include "je/io/json_value.hpp"
#include "rerun.hpp"

namespace je::tool {

namespace {

using io::JsonValue;
using Numbers = std::vector<std::uint64_t>;

constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();

/// Numbers with a space between them.
std::optional<Numbers> numbers_in(std::string_view text) {
    Numbers numbers;
    while (!text.empty()) {
        const std::size_t end = text.find(' ');
        const auto number = base::parse_whole(text.substr(0, end), most);
        if (!number || end == text.size() - 1) return std::nullopt;
        numbers.push_back(*number);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return numbers;
}

/// Takes a shard apart; remembers the first key that is missing or holds something else.
class ShardReading {
public:
    explicit ShardReading(const JsonValue& stored) : stored_{stored} {}

    [[nodiscard]] report::SensitivityShard read() {
        report::SensitivityShard shard;
        shard.shard = number(stored_, "shard");
        shard.of = number(stored_, "of");
        shard.first = number(stored_, "first");
        shard.last = number(stored_, "last");
        shard.jobs = number(stored_, "jobs");
        for (const auto& [name, list] : sensitivity::Tally::lists()) shard.tally.*list = counts(name);
        if (shard.last < shard.first || shard.shard < 1 || shard.shard > shard.of) fail("shard");
        shard.tally.scenarios = shard.last - shard.first;
        for (const auto& [unnamed, input] : members("inputs"))
            shard.inputs.push_back({text(&input, "name"), text(&input, "sha256")});
        const JsonValue* tool = stored_.find("tool");
        shard.tool.version = text(tool, "version");
        if (const JsonValue* arguments = tool == nullptr ? nullptr : tool->find("arguments")) {
            for (const auto& [unnamed, one] : arguments->members) shard.tool.arguments.push_back(word(one, "arguments"));
        }
        if (shard.tool.arguments.empty()) fail("arguments");
        return shard;
    }
    /// Empty: all is as it should be.
    [[nodiscard]] const std::string& wrong_key() const { return wrong_; }

private:
    void fail(std::string_view key) {
        if (wrong_.empty()) wrong_ = key;
    }

    std::string word(const JsonValue& value, std::string_view key) {
        if (const auto found = value.as_text()) return std::string{*found};
        fail(key);
        return {};
    }

    std::string text(const JsonValue* object, std::string_view key) {
        const JsonValue* found = object == nullptr ? nullptr : object->find(key);
        if (found != nullptr) return word(*found, key);
        fail(key);
        return {};
    }

    std::uint64_t number(const JsonValue& object, std::string_view key) {
        const JsonValue* found = object.find(key);
        const bool is_number = found != nullptr && found->kind == JsonValue::Kind::number;
        const auto value = is_number ? base::parse_whole(found->word, most) : std::nullopt;
        if (!value) fail(key);
        return value.value_or(0);
    }

    std::span<const std::pair<std::string, JsonValue>> members(std::string_view key) {
        const JsonValue* found = stored_.find(key);
        if (found != nullptr && found->kind == JsonValue::Kind::list) return found->members;
        fail(key);
        return {};
    }

    Numbers counts(std::string_view name) {
        const auto read = numbers_in(text(stored_.find("counts"), name));
        if (!read) fail(name);
        return read.value_or(Numbers{});
    }

    const JsonValue& stored_;
    std::string wrong_;
};

}  // namespace

std::optional<ReadShard> read_shard(const std::string& file, const io::Limits& limits, base::Diagnostics& said) {
    constexpr std::string_view again = "give the files that je sensitivity --shard wrote, as it wrote them";
    const auto text = read_input(file, file, limits, said);
    if (!text) return std::nullopt;
    const auto stored = io::read_json(*text, limits, said);
    if (!stored) return std::nullopt;
    if (format_of(*stored) != "je-sensitivity-shard/1") {
        said.error({.id = "JE-G01",
                    .at = base::position_at(*text, 0),
                    .message = "this is not a shard of a sensitivity run",
                    .expected = "a result of format 'je-sensitivity-shard/1'",
                    .fix = std::string{again}});
        return std::nullopt;
    }
    ShardReading reading{*stored};
    ReadShard read{file, reading.read()};
    if (reading.wrong_key().empty()) return read;
    said.error(
        {.id = "JE-G02",
         .at = base::position_at(*text, 0),
         .message = fmt::format("this shard is damaged: '{}' is missing or is not what it should be", reading.wrong_key()),
         .expected = "a shard as je sensitivity --shard wrote it",
         .fix = "make this shard again"});
    return std::nullopt;
}

}  // namespace je::tool
