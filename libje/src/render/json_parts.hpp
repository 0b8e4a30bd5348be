// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "je/report/common.hpp"
#include "render/json_writer.hpp"

namespace je::render {

// Parts that several results share. Each writes one or more fields of the object that is open.

/// `"scheme":{...}` or null, then `"caution"` when there is one.
void write_scheme(JsonWriter& json, const std::optional<report::SchemeInfo>& scheme);
/// The object alone: with the file unless the scheme is as it comes with je, and `"replaces_shipped":true` when it stands in
/// for one.
void write_scheme_object(JsonWriter& json, const report::SchemeInfo& scheme);
/// `"bands":{"file","from","until"}` or null.
void write_bands(JsonWriter& json, const report::BandsInfo& bands);
/// A list of texts.
void write_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts);
/// `"errors":[...]`, one a line, then `"errors_not_listed"` when there are.
void write_errors(JsonWriter& json, const std::vector<report::ErrorEntry>& errors, std::size_t not_listed = 0);
/// `"up"`, `"down"`, `"same"`, then those of no band.
void write_moves(JsonWriter& json, const model::BandMoves& moves);
/// `"out_of_bands"`, `"into_a_band"`, `"in_no_band"`, each where there are any.
void write_without_band(JsonWriter& json, const model::BandMoves& moves);
/// `"left_out":{"single_holder","holders_not_known"}` of the object that is open, when anything is.
void write_left_out(JsonWriter& json, const report::LeftOutRecords& left_out);
/// `"inputs":[...]` and `"tool":{...}`: what every result ends with.
void write_ending(JsonWriter& json, const std::vector<report::InputFile>& inputs, const report::ToolInfo& tool);

}  // namespace je::render
