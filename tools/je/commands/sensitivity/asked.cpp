// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/sensitivity/sensitivity.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "exit_status.hpp"
#include "je/base/decimal.hpp"
#include "je/base/text.hpp"
#include "je/sensitivity/options.hpp"
#include "weight_options.hpp"

namespace je::tool {

namespace {

using base::Decimal;
using sensitivity::Region;
using sensitivity::RegionKind;

constexpr std::uint64_t most_scenarios = 10'000'000'000;
constexpr std::uint64_t most_threads = 1'024;
constexpr std::uint64_t most_seed = 0xFFFF'FFFF'FFFF'FFFF;

Decimal read_share(std::string_view option, const std::string& text, const std::string& expected) {
    const auto share = base::parse_share(text);
    if (share && *share <= Decimal::from_whole(1)) return *share;
    refuse_value(option, text, expected, fmt::format("write for example --{} 20% or --{} 0.2", option, option));
}

RegionKind read_kind(const std::string& text) {
    for (const RegionKind kind : {RegionKind::spread, RegionKind::simplex, RegionKind::dirichlet}) {
        if (to_text(kind) == text) return kind;
    }
    refuse_value("region", text, "'spread', 'simplex' or 'dirichlet'", "write --region spread");
}

sensitivity::Method read_method(const std::string& text) {
    if (text == "exact") return sensitivity::Method::exact;
    if (text == "sampled") return sensitivity::Method::sampled;
    if (text == "auto") return sensitivity::Method::automatic;
    refuse_value("method", text, "'exact', 'sampled' or 'auto'", "leave --method out: shares are exact wherever they can be");
}

Decimal read_concentration(const std::string& text) {
    const auto parsed = Decimal::parse(text);
    const auto* value = std::get_if<Decimal>(&parsed);
    if (value != nullptr && *value > Decimal{} && *value <= Decimal::from_whole(1'000'000)) return *value;
    refuse_value("concentration", text, "a number above 0, at most 1000000; the larger, the closer to the scheme's weights",
                 "write for example --concentration 100");
}

/// An option that means something for one kind of region alone.
void require_kind(const GivenOptions& given, std::string_view option, RegionKind kind, RegionKind used) {
    if (!given.has(option) || kind == used) return;
    refuse("JE-U74", fmt::format("--{} means nothing for --region {}", option, to_text(used)),
           fmt::format("--{} with --region {}", option, to_text(kind)),
           fmt::format("add --region {}, or leave --{} out", to_text(kind), option));
}

Region read_region(const GivenOptions& given) {
    Region region;
    if (const auto kind = given.value("region")) region.kind = read_kind(*kind);
    require_kind(given, "spread", RegionKind::spread, region.kind);
    require_kind(given, "rescale", RegionKind::spread, region.kind);
    require_kind(given, "min-weight", RegionKind::simplex, region.kind);
    require_kind(given, "concentration", RegionKind::dirichlet, region.kind);
    if (const auto spread = given.value("spread")) {
        region.spread = read_share("spread", *spread,
                                   "a share above 0, at most 1 or 100%, with at most four digits after the point of a share");
        if (region.spread == Decimal{})
            refuse_value("spread", *spread,
                         "a share above 0, at most 1 or 100%, with at most four digits after the point of a share",
                         "write for example --spread 20%");
    }
    if (const auto least = given.value("min-weight"))
        region.least_weight =
            read_share("min-weight", *least, "the least share of all weight that each factor keeps, 0 or more");
    if (const auto concentration = given.value("concentration")) region.concentration = read_concentration(*concentration);
    if (const auto rescale = given.value("rescale")) {
        if (*rescale != "max" && *rescale != "none")
            refuse_value("rescale", *rescale, "'max' (the scheme's largest total stays) or 'none'", "write --rescale max");
        if (*rescale == "none") region.rescale = numerics::Rescale::none;
    }
    return region;
}

/// Parts are those named, other weightings too; when none is, weights and factors.
void read_parts(const GivenOptions& given, study::SensitivityOptions& what) {
    const bool named = given.has("weights") || given.has("levels") || given.has("factors") || given.has("floors") ||
                       what.weightings || what.weight;
    if (!named) return;
    what.parts_by_default = false;
    what.with_weights = given.has("weights");
    what.with_levels = given.has("levels");
    what.with_factors = what.factors_first = given.has("factors");
    what.with_floors = given.has("floors");
}

/// An option that is about one part alone, or that and joint scenarios.
void require_part(const GivenOptions& given, std::string_view option, std::string_view part, bool or_joint = false) {
    if (!given.has(option) || given.has(part) || (or_joint && given.has("joint"))) return;
    refuse("JE-U91", fmt::format("--{} is about {}, and --{} is not asked for", option, part, part),
           fmt::format("--{}{} beside it", part, or_joint ? " or --joint" : ""),
           fmt::format("add --{}{}, or leave --{} out", part, or_joint ? " or --joint" : "", option));
}

void read_floor_options(const GivenOptions& given, study::SensitivityOptions& what) {
    require_part(given, "floor-shift", "floors", true);
    require_part(given, "anchor", "floors");
    if (const auto shift = given.value("floor-shift")) {
        const auto parsed = Decimal::parse(*shift);
        const auto* value = std::get_if<Decimal>(&parsed);
        if (value == nullptr || *value <= Decimal{} || *value > Decimal::from_whole(1'000))
            refuse_value("floor-shift", *shift, "points above 0, at most 1000", "write for example --floor-shift 5");
        what.floor_shift = *value;
    }
    for (const std::string& anchor : given.values("anchor")) {
        const std::size_t equals = anchor.find('=');
        what.anchors.push_back({anchor.substr(0, equals), equals == std::string::npos ? "" : anchor.substr(equals + 1)});
    }
    const auto bands = given.values("bands");
    if (bands.size() < 2) return;
    if (!given.has("floors"))
        refuse("JE-U91", "a second --bands is put beside the first, and --floors is not asked for", "--floors beside it",
               "add --floors, or give --bands once");
    if (bands.size() > 2)
        refuse_value("bands", bands[2], "one table to use, and one to put beside it", "give --bands twice at most");
    what.other_bands = bands[1];
}

std::uint64_t read_seed(const std::string& text) {
    const auto number = base::parse_whole(text, most_seed);
    if (number) return *number;
    refuse_value("seed", text, fmt::format("a whole number from 0 to {}", most_seed), "write for example --seed 1");
}

constexpr std::uint64_t most_shards = 1'000'000;

/// "adjacent:P", or a file.
void read_level_uncertainty(const GivenOptions& given, study::SensitivityOptions& what) {
    const auto text = given.value("level-uncertainty");
    if (!text) return;
    const auto adjacent = sensitivity::parse_adjacent(*text);
    if (adjacent) {
        what.level_uncertainty = *adjacent;
    } else if (given.has("joint")) {
        refuse_value("level-uncertainty", *text,
                     "with --joint: 'adjacent:' and the chance from 0 to 1 that a level is one off, perhaps with ',ends=stay'",
                     "write for example --level-uncertainty adjacent:10%");
    } else if (text->starts_with("adjacent:")) {
        refuse_value("level-uncertainty", *text,
                     "adjacent: and the chance, from 0 to 1, that a level is one off, perhaps with ,ends=stay",
                     "write for example --level-uncertainty adjacent:20% or adjacent:0.2,ends=stay");
    } else {
        what.level_uncertainty = *text;
    }
}

/// After the options of the parts, which say how levels and floors may move.
study::JointOptions read_joint(const GivenOptions& given, const study::SensitivityOptions& what) {
    study::JointOptions joint;
    if (const auto* levels = std::get_if<sensitivity::AdjacentLevels>(&what.level_uncertainty)) joint.levels = *levels;
    if (given.has("floor-shift")) joint.floor_shift = what.floor_shift;
    return joint;
}

study::ShardOptions read_shard(const std::string& text) {
    const std::size_t slash = text.find('/');
    const std::string_view view{text};
    if (slash != std::string::npos) {
        const auto number = base::parse_whole(view.substr(0, slash), most_shards);
        const auto of = base::parse_whole(view.substr(slash + 1), most_shards);
        if (number && of && *number >= 1 && *number <= *of) return {*number, *of};
    }
    refuse_value("shard", text, fmt::format("I/N: whole numbers, I from 1 to N, N at most {}", most_shards),
                 "write for example --shard 3/16 for the third of sixteen");
}

std::pair<std::string, std::string> read_pair(const std::string& text) {
    const std::size_t comma = text.find(',');
    const bool one_comma = comma != std::string::npos && text.find(',', comma + 1) == std::string::npos;
    std::pair<std::string, std::string> pair;
    if (one_comma) pair = {text.substr(0, comma), text.substr(comma + 1)};
    if (pair.first.empty() || pair.second.empty() || pair.first == pair.second)
        refuse_value("pair", text, "the ids of two different jobs with a comma between them",
                     "write for example --pair clerk,cook");
    return pair;
}

std::vector<std::string> read_requirements(const GivenOptions& given, const sensitivity::Region& region) {
    const auto required = given.values("require");
    const bool unscaled = region.rescale == numerics::Rescale::none;
    if (!required.empty() && (region.kind == sensitivity::RegionKind::dirichlet || unscaled))
        refuse("JE-U74", fmt::format("--require does not go with {}", unscaled ? "--rescale none" : "--region dirichlet"),
               "--require with --region simplex, or with --region spread rescaled",
               fmt::format("leave {} out", unscaled ? "--rescale none" : "--region dirichlet"));
    return required;
}

}  // namespace

std::vector<Option> sensitivity_options() {
    return {{"bands", "FILE", true},
            {"weights"},
            {"levels"},
            {"level-uncertainty", "FILE|adjacent:P[,ends=stay]"},
            {"factors"},
            {"floors"},
            {"weightings", "FILE"},
            {"floor-shift", "POINTS"},
            {"anchor", "JOB[=BAND]", true},
            {"region", "KIND"},
            {"spread", "SHARE"},
            {"min-weight", "SHARE"},
            {"concentration", "NUMBER"},
            {"rescale", "HOW"},
            {"method", "METHOD"},
            {"scenarios", "N"},
            {"seed", "N"},
            {"threads", "N"},
            {"central"},
            {"joint"},
            {"shard", "I/N"},
            {"draws", "FILE", false, true},
            {"pair", "A,B", true},
            {"require", "EXPRESSION", true}};
}

SensitivityAsked read_asked(const GivenOptions& given) {
    SensitivityAsked asked;
    study::SensitivityOptions& what = asked.what;
    what.weights.region = read_region(given);
    what.weightings = given.value("weightings");
    what.weight = read_other_weights(given);
    read_parts(given, what);
    read_floor_options(given, what);
    require_part(given, "level-uncertainty", "levels", true);
    if (const auto method = given.value("method")) what.weights.method = read_method(*method);
    if (const auto n = given.value("scenarios")) what.weights.scenarios = read_count("scenarios", *n, most_scenarios);
    if (const auto seed = given.value("seed")) what.weights.seed = read_seed(*seed);
    if (const auto n = given.value("threads")) asked.threads = read_count("threads", *n, most_threads);
    what.weights.central = given.has("central");
    read_level_uncertainty(given, what);
    if (given.has("joint")) what.joint = read_joint(given, what);
    if (const auto shard = given.value("shard")) asked.shard = read_shard(*shard);
    asked.draws = given.value("draws");
    for (const std::string& text : given.values("pair")) what.pairs.push_back(read_pair(text));
    what.required = read_requirements(given, what.weights.region);
    if (!what.required.empty()) what.with_weights = true;
    return asked;
}

}  // namespace je::tool
