// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/render/sensitivity_json.hpp"
#include "render/json_parts.hpp"
#include "render/json_sensitivity_factors.hpp"
#include "render/json_sensitivity_floors.hpp"
#include "render/json_sensitivity_levels.hpp"

namespace je::render {

namespace {

using report::SensitivityHead;
using report::SensitivityJob;
using report::WeightsView;

JsonWriter& number_or_null(JsonWriter& json, std::string_view key, const std::optional<double>& number) {
    json.key(key);
    return number ? json.number(*number) : json.null();
}

void write_region(JsonWriter& json, const std::optional<report::RegionView>& region) {
    if (!region) {
        json.key("region").null();
        return;
    }
    json.key("region").open_object().field("kind", region->kind).field("spread", region->spread);
    json.field("min_weight", region->least_weight).field("concentration", region->concentration);
    json.field("rescale", region->rescale);
    if (!region->required.empty()) {
        json.key("required").open_array();
        for (const report::RequirementView& one : region->required)
            json.open_object().field("text", one.text).field("met_by_scheme", one.met_now).close_object();
        json.close_array();
    }
    json.close_object();
}

void write_sampling(JsonWriter& json, const std::optional<report::SamplingView>& sampling) {
    json.key("sampling");
    if (!sampling) {
        json.null();
        return;
    }
    json.open_object().field("scenarios", sampling->scenarios).field("seed", sampling->seed);
    if (const auto& walk = sampling->walk) {
        json.field("method", "hit-and-run").field("burn_in", walk->burn_in).field("thinning", walk->thinning);
        json.field("effective_size", walk->effective_size);
    }
    json.close_object();
}

void write_pairs(JsonWriter& json, const std::vector<report::PairView>& pairs) {
    json.line().key("pairs").open_array();
    for (const report::PairView& pair : pairs) {
        json.open_object().field("a", pair.a).field("b", pair.b).key("a_above").number(pair.a_above);
        json.key("b_above").number(pair.b_above).field("equal_everywhere", pair.equal_everywhere);
        json.key("difference_min").number(pair.difference_min).key("difference_max").number(pair.difference_max);
        number_or_null(json, "standard_error", pair.standard_error).close_object();
    }
    json.close_array();
}

void write_weights(JsonWriter& json, std::string_view key, const std::vector<double>& weights, const SensitivityHead& head) {
    json.key(key);
    if (weights.empty()) {
        json.null();
        return;
    }
    json.open_object();
    for (std::size_t f = 0; f < weights.size(); ++f) json.key(head.factors[f].id).number(weights[f]);
    json.close_object();
}

void write_edge(JsonWriter& json, std::string_view key, const std::optional<report::WeightEdgeView>& edge) {
    json.key(key);
    if (!edge) {
        json.null();
        return;
    }
    json.open_object().field_or_null("band", edge->band).key("at").number(edge->at).close_object();
}

void write_change(JsonWriter& json, std::string_view key, const std::optional<report::WeightChangeView>& change,
                  const SensitivityHead& head) {
    json.key(key);
    if (!change) {
        json.null();
        return;
    }
    json.open_object().field_or_null("band", change->band).key("moved").number(change->moved);
    write_weights(json, "weights", change->weights, head);
    write_weights(json, "at_critical_spread", change->by_spread, head);
    json.key("least_squares").open_object().key("distance").number(change->distance);
    write_weights(json, "weights", change->nearest, head);
    json.close_object().close_object();
}

void write_acceptability(JsonWriter& json, const WeightsView& weights) {
    json.key("acceptability").open_array();
    for (const report::BandShareView& share : weights.acceptability) {
        json.open_object().field_or_null("band", share.band);
        if (share.from) json.field("from", *share.from);
        json.key("share").number(share.share);
        number_or_null(json, "standard_error", share.standard_error).close_object();
    }
    json.close_array();
}

void write_one_at_a_time(JsonWriter& json, const WeightsView& weights) {
    json.key("one_at_a_time").open_array();
    for (const report::OneWeightView& one : weights.one_at_a_time) {
        json.open_object().field("factor", one.factor).key("weight").number(one.weight);
        json.key("holds_from").number(one.holds_from).key("holds_to").number(one.holds_to);
        write_edge(json, "below", one.below);
        write_edge(json, "above", one.above);
        json.close_object();
    }
    json.close_array();
}

void write_central(JsonWriter& json, const WeightsView& weights, const SensitivityHead& head) {
    if (weights.central.empty()) return;
    json.key("central_weights").open_array();
    for (const report::CentralWeightsView& one : weights.central) {
        json.open_object().field_or_null("band", one.band).field("scenarios", one.scenarios);
        write_weights(json, "weights", one.weights, head);
        write_weights(json, "standard_errors", one.standard_errors, head);
        json.close_object();
    }
    json.close_array();
}

void write_numbered(JsonWriter& json, std::string_view key, std::string_view number,
                    const std::vector<report::JointShareView>& shares) {
    json.key(key).open_array();
    for (const report::JointShareView& one : shares) {
        json.open_object().field(number, one.number).key("share").number(one.share);
        json.key("standard_error").number(one.standard_error).close_object();
    }
    json.close_array();
}

void write_joint(JsonWriter& json, const report::JointView& joint) {
    json.key("joint").open_object().key("bands").open_array();
    for (const report::JointShareView& one : joint.bands) {
        json.open_object().field_or_null("band", one.band);
        if (one.from) json.field("from", *one.from);
        json.key("share").number(one.share).key("standard_error").number(one.standard_error).close_object();
    }
    json.close_array();
    write_numbered(json, "ranks", "rank", joint.ranks);
    json.key("expected_rank").number(joint.expected_rank);
    json.key("standard_error").number(joint.expected_rank_error).close_object();
}

void write_joint(JsonWriter& json, const report::JointHeadView& joint) {
    json.key("joint").open_object().field_or_null("level_uncertainty", joint.level_uncertainty);
    json.field("floor_shift", joint.floor_shift);
    write_numbered(json, "jobs_changing", "jobs", joint.jobs_changing);
    json.key("mean_jobs_changing").number(joint.mean_jobs_changing);
    json.key("standard_error").number(joint.mean_jobs_changing_error).close_object();
}

void write_weight_parts(JsonWriter& json, const WeightsView& weights, const SensitivityHead& head) {
    json.key("critical_spread").open_object();
    number_or_null(json, "up", weights.critical_up);
    number_or_null(json, "down", weights.critical_down).close_object();
    json.key("guaranteed").open_object().key("total_min").number(weights.total_min).key("total_max").number(weights.total_max);
    json.key("bands").open_array();
    for (const std::string& band : weights.bands) json.text_or_null(band);
    json.close_array().close_object();
    write_acceptability(json, weights);
    write_one_at_a_time(json, weights);
    json.key("smallest_change").open_object();
    write_change(json, "up", weights.up, head);
    write_change(json, "down", weights.down, head);
    json.close_object();
    write_central(json, weights, head);
}

}  // namespace

void SensitivityJson::begin(const SensitivityHead& head) {
    JsonWriter json{out_};
    json.open_object().field("format", "je-sensitivity/1");
    write_scheme(json, head.scheme);
    write_bands(json, head.bands);
    json.field("as_of", head.as_of);
    write_region(json, head.region);
    write_sampling(json, head.sampling);
    if (head.share_error) json.key("exact_within").number(*head.share_error);
    if (!head.pairs.empty()) write_pairs(json, head.pairs);
    if (head.joint) write_joint(json, *head.joint);
    json.line().key("jobs").open_array();
}

void SensitivityJson::job(const SensitivityJob& job, const SensitivityHead& head) {
    JsonWriter json{out_};
    json.after_value(!first_).line().open_object().field("id", job.id).field("title", job.title).field("total", job.total);
    first_ = false;
    json.field_or_null("band", job.band).field("above_floor", job.above_floor).field("to_next", job.to_next);
    json.field_or_null("next_band", job.next_band).field_if("band_after_rules", job.band_after_rules);
    if (job.weights) write_weight_parts(json, *job.weights, head);
    if (job.levels) write_sensitivity_levels(json, *job.levels);
    if (job.joint) write_joint(json, *job.joint);
    json.close_object();
}

void SensitivityJson::end(const SensitivityHead&, const report::SensitivityTail& tail) {
    JsonWriter json{out_};
    if (!first_) json.line();
    json.close_array();
    if (tail.factors) write_factors(json.line(), *tail.factors);
    if (tail.floors) write_floors(json.line(), *tail.floors);
    write_errors(json, tail.errors, tail.errors_not_listed);
    write_left_out(json, tail.left_out);
    write_ending(json, tail.inputs, tail.tool);
    json.close_object();
    out_.push_back('\n');
}

std::string json(const report::SensitivityResult& result) {
    std::string out;
    SensitivityJson writer{out};
    writer.begin(result.head);
    for (const SensitivityJob& job : result.jobs) writer.job(job, result.head);
    writer.end(result.head, result.tail);
    return out;
}

}  // namespace je::render
