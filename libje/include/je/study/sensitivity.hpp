// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "je/base/interface.hpp"
#include "je/report/sensitivity_result.hpp"
#include "je/sensitivity/options.hpp"
#include "je/sensitivity/tally.hpp"
#include "je/study/options.hpp"
#include "je/study/other_weights.hpp"

namespace je::study {

/// Levels and floors that are uncertain beside the weights.
struct JointOptions {
    std::optional<sensitivity::AdjacentLevels> levels{};
    base::Decimal floor_shift{};  // points, up or down
};

/// One of the parts that a sampled run is divided into.
struct ShardOptions {
    std::uint64_t number = 1;  // from 1
    std::uint64_t of = 1;
};

/// Counts made elsewhere, in place of sampling, and the inputs they were made from.
struct SuppliedTally {
    sensitivity::Tally tally;
    std::size_t jobs = 0;
    std::vector<report::InputFile> inputs;
};

/// Is handed the scenarios of a sampled run, in order.
class DrawReceiver : public base::Interface {
public:
    /// Once, before all else: the factors whose weights are drawn, and whether floors move too.
    virtual void begin(std::span<const report::FactorNameView> factors, bool with_floors) = 0;
    /// Weights in whole 2^-32 of all weight; how far floors move in points, 0 where they do not.
    virtual void scenario(std::uint64_t number, std::span<const std::uint64_t> weights, base::Decimal floor_shift) = 0;
    virtual void end() = 0;
};

/// What is to be found out. `weights.threads` and `weights.progress` are those of Control.
struct SensitivityOptions {
    sensitivity::WeightsOptions weights;
    // Of a scheme without points levels alone can be looked at: other parts are refused, unless nobody asked for them.
    bool parts_by_default = true;
    bool with_weights = true;
    bool with_factors = true;
    bool factors_first = false;  // they are what is asked about
    bool with_floors = false;
    bool with_levels = false;
    std::optional<std::string> weightings{};  // a je-weightings/1 file, to set beside the scheme's own weights
    std::optional<OtherWeights> weight{};     // the same with one weighting
    std::optional<JointOptions> joint{};
    std::variant<std::monostate, sensitivity::AdjacentLevels, std::string>
        level_uncertainty{};                                   // a string: a je-uncertainty/1 file
    base::Decimal floor_shift = base::Decimal::from_whole(5);  // points
    struct Anchor {
        std::string job;
        std::string band;  // empty: the one it has
    };
    std::vector<Anchor> anchors{};
    std::optional<std::string> other_bands{};                  // a je-bands/1 file to put beside the bands in use
    std::vector<std::pair<std::string, std::string>> pairs{};  // ids of jobs to be compared
    std::vector<std::string> required{};              // of weights, such as "knowledge >= 0.2", as docs/files.md has it
    std::optional<std::uint64_t> max_scenarios{};     // refuse more work than so many scenarios of some jobs (JE-V12)
    bool trial = false;                               // the result is of no use, only what is said: few scenarios do
    std::shared_ptr<const SuppliedTally> supplied{};  // in place of sampling; null: sample
    DrawReceiver* draws = nullptr;                    // null: scenarios are not listed
};

/// Is handed the jobs of a result one after another, those nearest to an edge of their band first.
class SensitivityReceiver : public base::Interface {
public:
    /// Once all is read and what is sampled is counted.
    virtual void begin(const report::SensitivityHead& head) = 0;
    virtual void job(report::SensitivityJob&& job) = 0;
    virtual void end(const report::SensitivityTail& tail) = 0;
};

/// How firm each job's band is when weights, levels or floors move.
///
///     study::SensitivityOptions what;
///     what.weights.region.spread = *base::parse_share("10%");
///     const auto outcome = study::sensitivity(source, files, options, what, receiver, {.threads = 4});
///
/// A job that is not complete is left out with a warning, and an error where no job is complete (JE-U75). An error is a scheme
/// without bands (JE-U76) or without a factor that has points (JE-U77). Refused, before the receiver gets anything, for what
/// the scheme and the options do not bear together: JE-U09, U14, U65, U78 to U85, U97, G12 to G14, V12. A supplied tally that
/// is not of this run is an error (JE-G09, JE-G11), and there is no result.
[[nodiscard]] Outcome<Done> sensitivity(io::Source& source, std::span<const std::string> files, const Options& options,
                                        const SensitivityOptions& what, SensitivityReceiver& receiver,
                                        const Control& control = {});

/// The same with the jobs in memory.
[[nodiscard]] Outcome<report::SensitivityResult> sensitivity(io::Source& source, std::span<const std::string> files,
                                                             const Options& options, const SensitivityOptions& what = {},
                                                             const Control& control = {});

/// What one shard of a sampled run counts, for `merge_shards` (je/study/sensitivity.hpp). Its list of inputs is that of the
/// record, whoever the result will be for, and has checksums.
[[nodiscard]] Outcome<report::SensitivityShard> sensitivity_shard(io::Source& source, std::span<const std::string> files,
                                                                  const Options& options, const SensitivityOptions& what,
                                                                  const ShardOptions& shard, const Control& control = {});

/// A `je-sensitivity-shard/1` file as it was read.
struct ReadShard {
    std::string file;
    report::SensitivityShard shard;
};

/// All shards of a run, added up: `tally` for SensitivityOptions::supplied, and what the run was asked for.
struct MergedShards {
    std::shared_ptr<const SuppliedTally> tally;
    std::vector<std::string> arguments;
};

/// Nothing, with the reason in `said`: not JSON (JE-V01 to V04), not a shard (JE-G01), or one that je did not write so
/// (JE-G02).
[[nodiscard]] std::optional<ReadShard> read_shard(const base::SourceTextPtr& text, const io::Limits& limits,
                                                  base::Diagnostics& diagnostics);

/// Adds shards up. Nothing, with every reason in `said`, when they were made with other arguments (JE-G03), from other files
/// (JE-G04), by another version of je (JE-G05), divided otherwise (JE-G06), when one is there twice (JE-G07) or missing
/// (JE-G08), or when their counts do not add up (JE-G11).
[[nodiscard]] std::optional<MergedShards> merge_shards(std::span<const ReadShard> shards, base::Diagnostics& diagnostics);

}  // namespace je::study
