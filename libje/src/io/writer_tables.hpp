// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/writer_fields.hpp"
#include "je/model/band_table.hpp"
#include "je/model/scheme_draft.hpp"

namespace je::io {

// What schemes and band files share: the fields of one entry of `sources`, `bands` and `pay`.
[[nodiscard]] YamlFields fields_of_source(const model::SchemeDraft::Source& source);
[[nodiscard]] YamlFields fields_of_band_table(const model::BandTableDraft& table);
[[nodiscard]] YamlFields fields_of_pay_table(const model::PayTableDraft& table);

}  // namespace je::io
