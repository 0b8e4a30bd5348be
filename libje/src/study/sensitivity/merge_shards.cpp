// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/sensitivity.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "je/base/text.hpp"

namespace je::study {

namespace {

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
    Merging(std::span<const ReadShard> shards, base::Diagnostics& said) : shards_{shards}, said_{said} {}

    void check() {
        for (const ReadShard& one : shards_.subspan(1)) compare(one);
        if (divided_alike_) check_numbers();
    }

private:
    [[nodiscard]] const SensitivityShard& first() const { return shards_.front().shard; }

    void error(std::string id, std::string message, std::string expected, std::string fix) {
        said_.error(
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
    base::Diagnostics& said_;
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

std::optional<MergedShards> merge_shards(std::span<const ReadShard> shards, base::Diagnostics& said) {
    base::Diagnostics found;
    Merging{shards, found}.check();
    const auto tally = std::make_shared<SuppliedTally>();
    if (!found.has_errors() && !add_up(shards, *tally))
        found.error({.id = "JE-G11",
                     .message = "the counts in the shards are not those of the run that their arguments describe",
                     .expected = "counts of the same jobs in each shard",
                     .fix = "make the shards again"});
    said.append(found);
    if (found.has_errors()) return std::nullopt;
    return MergedShards{tally, shards.front().shard.tool.arguments};
}

}  // namespace je::study
