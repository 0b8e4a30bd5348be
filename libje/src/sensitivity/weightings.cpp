// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/weightings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>

#include "je/base/text.hpp"
#include "model/scheme/names.hpp"
#include "model/scheme/words.hpp"

namespace je::sensitivity {

namespace {

using base::Diagnostics;
using model::WeightingsDraft;
using numerics::Fraction;
using Text = WeightingsDraft::Text;

constexpr std::size_t most_weightings = 100;
constexpr std::int64_t all_percent = 100 * base::Decimal::units_per_one;

constexpr base::Words<bool, 2> rests{{{"in-proportion", false}, {"equal", true}}};
/// Nothing: floors are kept.
using MaybeRule = std::optional<FloorRule>;
constexpr base::Words<MaybeRule, 5> floor_words{{{"kept", std::nullopt},
                                                 {"equal-width", FloorRule::equal_width},
                                                 {"equal-numbers", FloorRule::equal_count},
                                                 {"widest-gaps", FloorRule::largest_gaps},
                                                 {"anchors", FloorRule::anchors}}};

/// What a file may name: the scored units, and groups of them.
class UnitNames {
public:
    explicit UnitNames(const model::Scheme& scheme) : scheme_{scheme} {
        for (std::size_t u = 0; u < scheme.units().size(); ++u) add(scheme.units()[u].id(), u);
        for (std::size_t u = 0; u < scheme.units().size(); ++u) {
            if (const auto& group = scheme.units()[u].group()) add("group:" + scheme[*group].id.text(), u);
        }
    }

    /// Nothing, which is reported, for a name that is none of them.
    [[nodiscard]] const std::vector<std::size_t>* find(const Text& name, const std::string& user,
                                                       Diagnostics& diagnostics) const {
        const auto found = units_.find(name.value);
        if (found != units_.end()) return &found->second;
        model::report({.id = "JE-Z02",
                       .word = name,
                       .message = fmt::format("{} gives '{}' a weight, and {}", user, name.value, why_none(name.value)),
                       .what = fmt::format("the factors, matrices and groups with points of scheme '{}'", scheme_.id().text()),
                       .allowed = names_},
                      diagnostics);
        return nullptr;
    }

private:
    void add(std::string name, std::size_t unit) {
        auto& units = units_[name];
        if (units.empty()) names_.push_back(std::move(name));
        units.push_back(unit);
    }
    [[nodiscard]] std::string why_none(std::string_view name) const {
        const auto factor = scheme_.find_factor(name);
        if (!factor) return "the scheme has nothing of that name";
        return fmt::format("its points come from the {}", scheme_.unit_of(*factor).called());
    }

    const model::Scheme& scheme_;
    std::vector<std::string> names_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> units_;
};

/// Makes one weighting of what a file says.
class WeightingMaker {
public:
    WeightingMaker(const WeightingsDraft::Weighting& draft, const model::Scheme& scheme, const model::BandTable* table,
                   Diagnostics& diagnostics)
        : draft_{draft},
          scheme_{scheme},
          table_{table},
          diagnostics_{diagnostics},
          called_{fmt::format("weighting '{}'", draft.id.value)},
          named_by_(scheme.units().size(), nullptr),
          own_{own_weighting(scheme).weights} {}

    [[nodiscard]] std::optional<Weighting> make() {
        const auto errors_before = diagnostics_.errors();
        made_.id = draft_.id.value;
        made_.reason = draft_.reason.value;
        made_.at = draft_.at;
        made_.weights.assign(scheme_.units().size(), Fraction{});
        if (draft_.reason.value.find_first_not_of(" \t\r\n") == std::string::npos)
            error("JE-Z06", draft_.reason.at, fmt::format("{} gives no reason", called_), "a reason for each weighting",
                  "add 'reason' with who proposes it, and why");
        take_words();
        take_named();
        if (diagnostics_.errors() == errors_before) share_out();
        if (diagnostics_.errors() > errors_before) return std::nullopt;
        if (!fits()) return std::nullopt;
        note_if_own();
        return std::move(made_);
    }

private:
    void error(std::string id, const base::SourcePosition& at, std::string message, std::string expected, std::string fix) {
        diagnostics_.error({std::move(id), at, std::move(message), std::move(expected), std::move(fix)});
    }

    void take_words() {
        if (draft_.rest) {
            equal_rest_ =
                model::resolve_word(rests, *draft_.rest, "JE-Z11", called_, "the ways to share the rest", diagnostics_)
                    .value_or(false);
        }
        if (draft_.floors) {
            made_.floors =
                model::resolve_word(floor_words, *draft_.floors, "JE-Z12", called_, "the ways to make floors", diagnostics_)
                    .value_or(std::nullopt);
            take_anchors();
        }
        if (draft_.rounding) take_rounding();
    }

    void take_anchors() {
        if (made_.floors == FloorRule::anchors && draft_.anchors.empty())
            error("JE-Z13", draft_.floors_at, fmt::format("{} makes floors by anchors, and names none", called_),
                  "benchmark jobs and the bands they are to have", "write 'floors: {anchors: {JOB: BAND}}'");
        std::vector<std::string> bands;
        if (table_ != nullptr) {
            for (const model::Band& band : table_->bands()) bands.push_back(band.id.text());
        }
        for (const auto& [job, band] : draft_.anchors) {
            const auto found = table_ == nullptr ? std::nullopt : table_->find(band.value);
            if (found) {
                made_.anchors.push_back({job, *found});
                continue;
            }
            model::report({.id = "JE-Z13",
                           .word = band,
                           .message = fmt::format("{} anchors job '{}' in band '{}', which is not in use", called_, job.value,
                                                  band.value),
                           .what = "the bands in use",
                           .allowed = bands},
                          diagnostics_);
        }
    }

    void take_rounding() {
        model::Rounding rounding{.to = draft_.rounding->to.value};
        if (rounding.to <= base::Decimal{})
            error("JE-Z14", draft_.rounding->to.at,
                  fmt::format("{} rounds to {}, which is not above zero", called_, rounding.to.to_string()),
                  "a number above zero", "write 'to: 1' for whole points");
        const auto mode = model::resolve_word(model::words::rounding_modes, draft_.rounding->mode, "JE-Z14", called_,
                                              "the ways of rounding", diagnostics_);
        rounding.mode = mode.value_or(rounding.mode);
        made_.rounding = rounding;
    }

    /// Gives those named their shares.
    void take_named() {
        const UnitNames names{scheme_};
        for (const auto& entry : draft_.weights) {
            const auto& [name, share] = entry;
            if (share.value < base::Decimal{})
                error("JE-Z10", share.at,
                      fmt::format("{} gives '{}' the weight {}", called_, name.value, share.value.to_string()),
                      "a percentage from 0 to 100", "write 0 for what is not to count");
            sum_ = sum_ + share.value;
            if (const auto* units = names.find(name, called_, diagnostics_)) give(name, share, *units);
        }
        if (sum_.units() > all_percent)
            error("JE-Z03", draft_.weights.empty() ? draft_.at : draft_.weights.back().second.at,
                  fmt::format("the weights of {} sum to {} %", called_, sum_.to_string()),
                  "at most 100 % for all that is named",
                  fmt::format("take {} off", (sum_ - base::Decimal::from_whole(100)).to_string()));
    }

    /// Its members share what a group gets in proportion to their own weights.
    void give(const Text& name, const base::Located<base::Decimal>& share, const std::vector<std::size_t>& units) {
        Fraction together;
        for (const std::size_t u : units) {
            together = together + own_[u];
            if (named_by_[u] != nullptr && named_by_[u] != &name)
                error("JE-Z05", name.at,
                      fmt::format("{} names '{}' and '{}', and '{}' would get two weights", called_, named_by_[u]->value,
                                  name.value, scheme_.units()[u].id()),
                      "a group or members of it, not both",
                      fmt::format("leave '{}' or '{}' out", named_by_[u]->value, name.value));
            named_by_[u] = &name;
        }
        if (together == Fraction{})
            return error("JE-Z15", name.at,
                         fmt::format("{} gives '{}' a weight, and all its points are 0", called_, name.value),
                         "a factor, matrix or group with points above 0", fmt::format("leave '{}' out", name.value));
        const Fraction part{share.value.units(), all_percent};
        for (const std::size_t u : units) made_.weights[u] = (part * own_[u] / together).reduced();
    }

    /// What is left goes to the units that are not named, each as it weighs now or all alike.
    void share_out() {
        Fraction together;
        std::int64_t many = 0;
        bool without_points = false;
        for (std::size_t u = 0; u < own_.size(); ++u) {
            if (named_by_[u] != nullptr) continue;
            together = together + own_[u];
            many += own_[u] == Fraction{} ? 0 : 1;
            without_points = without_points || own_[u] == Fraction{};
        }
        const std::int64_t left = all_percent - sum_.units();
        if (many == 0) return check_nothing_left(left, without_points);
        const Fraction part{left, all_percent};
        for (std::size_t u = 0; u < own_.size(); ++u) {
            if (named_by_[u] == nullptr && own_[u] > Fraction{})
                made_.weights[u] = (equal_rest_ ? part / Fraction{many} : part * own_[u] / together).reduced();
        }
    }

    void check_nothing_left(std::int64_t left, bool without_points) {
        if (left == 0) return;
        const auto at = draft_.weights.empty() ? draft_.at : draft_.weights.back().second.at;
        const std::string missing = base::Decimal::from_units(left).to_string();
        if (without_points)
            error("JE-Z08", at,
                  fmt::format("{} leaves {} % to factors whose points are all 0, and so have no weight", called_, missing),
                  "100 % for those that have points", fmt::format("give the {} % to them", missing));
        else
            error("JE-Z04", at, fmt::format("{} names all that has points, and gives them {} %", called_, sum_.to_string()),
                  "100 % exactly where all are named", fmt::format("{} is missing: add it, or leave one of them out", missing));
    }

    /// Whether 126 bits hold what comes of it.
    [[nodiscard]] bool fits() {
        try {
            static_cast<void>(WeighedPoints{scheme_, made_});
            static_cast<void>(distance_from(own_weighting(scheme_), made_));
            return true;
        } catch (const std::overflow_error&) {
            error(
                "JE-Z16", draft_.at,
                fmt::format("the totals of {} are fractions too fine to be held exactly: its weights and the largest points of "
                            "the scheme have too few divisors in common",
                            called_),
                "weights whose totals fit 126 bits", "round the weights, name fewer, or leave 'rest: equal' out");
            return false;
        }
    }

    void note_if_own() {
        if (made_.weights != own_ || made_.floors || made_.rounding) return;
        diagnostics_.note({.id = "JE-Z09",
                           .at = draft_.at,
                           .message = fmt::format("{} has the weights of the scheme itself: it changes nothing", called_),
                           .fix = "leave it out, or correct its weights"});
    }

    const WeightingsDraft::Weighting& draft_;
    const model::Scheme& scheme_;
    const model::BandTable* table_;
    Diagnostics& diagnostics_;
    std::string called_;
    std::vector<const Text*> named_by_;
    std::vector<Fraction> own_;
    bool equal_rest_ = false;
    base::Decimal sum_{};
    Weighting made_;
};

bool check_scheme(const WeightingsDraft& draft, const model::Scheme& scheme, Diagnostics& diagnostics) {
    const std::string& id = scheme.id().text();
    if (!draft.scheme.value.empty() && draft.scheme.value != id) {
        diagnostics.error({"JE-Z01", draft.scheme.at,
                           fmt::format("these weightings are for scheme '{}', not '{}'", draft.scheme.value, id),
                           fmt::format("weightings for '{}'", id), "give another --scheme, or correct the file"});
        return false;
    }
    if (scheme.largest_total() > model::Points{}) return true;
    diagnostics.error({"JE-Z17", draft.at, fmt::format("scheme '{}' has no points above 0, so there is nothing to weigh", id),
                       "a scheme with points", "leave other weights out"});
    return false;
}

void check_ids(const WeightingsDraft& draft, Diagnostics& diagnostics) {
    std::map<std::string_view, const Text*> seen;
    for (const auto& one : draft.weightings) {
        const bool own = one.id.value == "scheme";
        const auto [first, is_new] = seen.emplace(one.id.value, &one.id);
        if (one.id.value.empty() || (is_new && !own)) continue;
        diagnostics.error(
            {"JE-Z07", one.id.at,
             own ? "a weighting is called 'scheme', which is what the scheme's own weights are called"
                 : fmt::format("two weightings are called '{}'{}", one.id.value, model::first_at(first->second->at)),
             "an id of its own for each", "choose another id"});
    }
}

}  // namespace

std::string_view floors_word(const std::optional<FloorRule>& floors) {
    return std::find_if(floor_words.begin(), floor_words.end(), [&](const auto& word) { return word.value == floors; })->text;
}

std::optional<std::vector<Weighting>> make_weightings(const WeightingsDraft& draft, const model::Scheme& scheme,
                                                      const model::BandTable* table, Diagnostics& diagnostics) {
    const auto errors_before = diagnostics.errors();
    std::vector<Weighting> made;
    if (draft.weightings.size() > most_weightings)
        diagnostics.error({"JE-Z18", draft.at, fmt::format("the file holds {} weightings", draft.weightings.size()),
                           fmt::format("at most {}", most_weightings), "leave some out, or use several files"});
    if (draft.weightings.empty())
        diagnostics.error({"JE-Z18", draft.at, "the file holds no weightings", "at least one", "add one under 'weightings:'"});
    check_ids(draft, diagnostics);
    if (check_scheme(draft, scheme, diagnostics)) {
        for (const auto& one : draft.weightings) {
            if (auto weighting = WeightingMaker{one, scheme, table, diagnostics}.make()) made.push_back(*std::move(weighting));
        }
    }
    if (draft.flawed || diagnostics.errors() > errors_before) return std::nullopt;
    return made;
}

}  // namespace je::sensitivity
