// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <map>
#include <span>

#include "je/base/text.hpp"
#include "je/io/json_value.hpp"
#include "je/study/sensitivity.hpp"
#include "je/study/verify.hpp"
#include "numerics/exact/fraction.hpp"

namespace je::study {

namespace {

using io::JsonValue;
using Numbers = std::vector<std::uint64_t>;

constexpr std::uint64_t largest_count = std::numeric_limits<std::uint64_t>::max();

/// Numbers with a space between them.
std::optional<Numbers> numbers_in(std::string_view text) {
    Numbers numbers;
    while (!text.empty()) {
        const std::size_t end = text.find(' ');
        const auto number = base::parse_whole(text.substr(0, end), largest_count);
        if (!number || end == text.size() - 1) return std::nullopt;
        numbers.push_back(*number);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return numbers;
}

numerics::Int128 sum_of(std::span<const std::uint64_t> numbers) {
    numerics::Int128 sum{0};
    for (const std::uint64_t number : numbers) sum += numerics::Int128{number};
    return sum;
}

/// Whether the ranks of a job can have this sum and sum of squares: each is from 1 to the number of jobs.
bool is_possible(std::uint64_t sum, std::uint64_t squares, std::uint64_t scenarios, std::uint64_t jobs) {
    constexpr std::uint64_t most_multiplied = std::uint64_t{1} << 62;
    const numerics::Int128 largest = numerics::Int128{scenarios} * numerics::Int128{jobs};
    if (sum < scenarios || numerics::Int128{sum} > largest) return false;
    if (numerics::Int128{squares} > largest * numerics::Int128{jobs}) return false;
    if (sum >= most_multiplied || scenarios >= most_multiplied) return true;
    return numerics::Int128{sum} * numerics::Int128{sum} <= numerics::Int128{squares} * numerics::Int128{scenarios};
}

/// The list that holds what no run can count; empty when there is none. Lists of other lengths are found later.
std::string_view impossible_ranks(const sensitivity::Tally& tally, std::uint64_t jobs) {
    constexpr std::size_t counted = sensitivity::ranks_counted;
    if (tally.rank_sums.size() != jobs || tally.rank_squares.size() != jobs || tally.ranks.size() / counted != jobs) return {};
    const numerics::Int128 scenarios{tally.scenarios};
    for (std::size_t j = 0; j < jobs; ++j) {
        if (sum_of(std::span{tally.ranks}.subspan(j * counted, counted)) > scenarios) return "ranks";
        if (!is_possible(tally.rank_sums[j], tally.rank_squares[j], tally.scenarios, jobs)) return "rank_sums";
    }
    // Jobs with equal totals share the better rank, so that there may be less than 1 + 2 + 3 ... but not more.
    const numerics::Int128 all = scenarios * numerics::Int128{jobs} * numerics::Int128{jobs + 1};
    return sum_of(tally.rank_sums) * numerics::Int128{2} > all ? "rank_sums" : std::string_view{};
}

std::string_view impossible_counts(const report::SensitivityShard& shard) {
    const sensitivity::Tally& tally = shard.tally;
    const auto within = [&](const Numbers& counts) {
        return std::all_of(counts.begin(), counts.end(), [&](std::uint64_t count) { return count <= tally.scenarios; });
    };
    if (!within(tally.at_or_above)) return "at_or_above";
    if (!within(tally.joint_at_or_above)) return "joint_at_or_above";
    if (!within(tally.ranks)) return "ranks";
    if (!tally.changing.empty() && sum_of(tally.changing) != numerics::Int128{tally.scenarios}) return "changing";
    return impossible_ranks(tally, shard.jobs);
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
        if (const auto impossible = impossible_counts(shard); !impossible.empty()) fail(impossible);
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
        const auto value = is_number ? base::parse_whole(found->word, largest_count) : std::nullopt;
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

using report::InputFile;
using report::SensitivityShard;

constexpr std::size_t named_at_most = 10;

/// The first input that differs, by name; empty when all are alike.
std::string differing_input(const std::vector<InputFile>& a, const std::vector<InputFile>& b) {
    for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
        if (i >= a.size()) return b[i].name;
        if (i >= b.size() || a[i].name != b[i].name || a[i].sha256 != b[i].sha256) return a[i].name;
    }
    return {};
}

class Merging {
public:
    Merging(std::span<const ReadShard> shards, base::Diagnostics& diagnostics) : shards_{shards}, diagnostics_{diagnostics} {}

    void check() {
        for (const ReadShard& one : shards_.subspan(1)) compare(one);
        if (divided_alike_) check_numbers();
    }

private:
    [[nodiscard]] const SensitivityShard& first() const { return shards_.front().shard; }

    void error(std::string id, std::string message, std::string expected, std::string fix) {
        diagnostics_.error(
            {.id = std::move(id), .message = std::move(message), .expected = std::move(expected), .fix = std::move(fix)});
    }

    void compare(const ReadShard& one) {
        const std::string& against = shards_.front().file;
        const SensitivityShard& shard = one.shard;
        if (shard.tool.arguments != first().tool.arguments)
            error("JE-G03",
                  fmt::format("'{}' was made with other arguments than '{}': {}", one.file, against,
                              fmt::join(shard.tool.arguments, " ")),
                  fmt::format("{}", fmt::join(first().tool.arguments, " ")), "merge shards of one run; make this one again");
        if (const std::string name = differing_input(first().inputs, shard.inputs); !name.empty())
            error("JE-G04", fmt::format("'{}' was made from other files than '{}': '{}' differs", one.file, against, name),
                  "the same files, with the same checksums", "make the shards again from one set of files");
        if (shard.tool.version != first().tool.version)
            error("JE-G05",
                  fmt::format("'{}' was made by je {}, '{}' by je {}", one.file, shard.tool.version, against,
                              first().tool.version),
                  "one version of je for all shards", "make the shards again with one version");
        if (shard.of != first().of) {
            divided_alike_ = false;
            error("JE-G06", fmt::format("'{}' is one of {} shards, '{}' one of {}", one.file, shard.of, against, first().of),
                  "shards of one run divided in one way", "make the shards again with the same N in --shard I/N");
        }
    }

    /// Each of them once.
    void check_numbers() {
        std::map<std::uint64_t, std::string> files;
        for (const ReadShard& one : shards_) {
            const auto [known, is_new] = files.emplace(one.shard.shard, one.file);
            if (!is_new)
                error("JE-G07",
                      fmt::format("shard {}/{} is there twice: '{}' and '{}'", one.shard.shard, one.shard.of, known->second,
                                  one.file),
                      "each shard once", "leave one of the two out");
        }
        std::vector<std::string> missing;
        std::uint64_t count = first().of - files.size();
        for (std::uint64_t i = 1; count > missing.size() && missing.size() < named_at_most && i <= first().of; ++i) {
            if (files.find(i) == files.end()) missing.push_back(fmt::format("{}/{}", i, first().of));
        }
        if (missing.empty()) return;
        const std::string others = count > missing.size() ? fmt::format(" and {} more", count - missing.size()) : std::string{};
        error("JE-G08",
              fmt::format("{}: {}{}", base::counted(count, "shard is missing", "shards are missing"),
                          base::list_in_words(missing), others),
              fmt::format("all {} shards", first().of), "give them too; make those that were lost again");
    }

    std::span<const ReadShard> shards_;
    base::Diagnostics& diagnostics_;
    bool divided_alike_ = true;
};

bool add_up(std::span<const ReadShard> shards, SuppliedTally& out) {
    const SensitivityShard& first = shards.front().shard;
    out.tally = first.tally;
    out.jobs = first.jobs;
    out.inputs = first.inputs;
    for (const ReadShard& one : shards.subspan(1)) {
        for (const auto& [name, list] : sensitivity::Tally::lists()) {
            if ((out.tally.*list).size() != (one.shard.tally.*list).size()) return false;
        }
        if (one.shard.jobs != first.jobs) return false;
        out.tally.add(one.shard.tally);
    }
    return true;
}

}  // namespace

std::optional<ReadShard> read_shard(const base::SourceTextPtr& text, const io::Limits& limits, base::Diagnostics& diagnostics) {
    constexpr std::string_view again = "give the files that je sensitivity --shard wrote, as it wrote them";
    const auto stored = io::read_json(text, limits, diagnostics);
    if (!stored) return std::nullopt;
    if (format_of(*stored) != "je-sensitivity-shard/1") {
        diagnostics.error({.id = "JE-G01",
                           .at = base::position_at(text, 0),
                           .message = "this is not a shard of a sensitivity run",
                           .expected = "a result of format 'je-sensitivity-shard/1'",
                           .fix = std::string{again}});
        return std::nullopt;
    }
    ShardReading reading{*stored};
    ReadShard read{text->name, reading.read()};
    if (reading.wrong_key().empty()) return read;
    diagnostics.error(
        {.id = "JE-G02",
         .at = base::position_at(text, 0),
         .message = fmt::format("this shard is damaged: '{}' is missing or is not what it should be", reading.wrong_key()),
         .expected = "a shard as je sensitivity --shard wrote it",
         .fix = "make this shard again"});
    return std::nullopt;
}

std::optional<MergedShards> merge_shards(std::span<const ReadShard> shards, base::Diagnostics& diagnostics) {
    base::Diagnostics found;
    Merging{shards, found}.check();
    const auto tally = std::make_shared<SuppliedTally>();
    if (!found.has_errors() && !add_up(shards, *tally))
        found.error({.id = "JE-G11",
                     .message = "the counts in the shards are not those of the run that their arguments describe",
                     .expected = "counts of the same jobs in each shard",
                     .fix = "make the shards again"});
    diagnostics.append(found);
    if (found.has_errors()) return std::nullopt;
    return MergedShards{tally, shards.front().shard.tool.arguments};
}

}  // namespace je::study
