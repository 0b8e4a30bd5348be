// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/writer_fields.hpp"
#include "io/yaml_map_reader.hpp"
#include "je/model/job.hpp"

namespace je::io {

// What questionnaires and the records of panels and appeals have in common.
[[nodiscard]] model::Document document_of(const YamlContext& context, const YamlNode& node);
[[nodiscard]] model::Evidence evidence_of(const YamlContext& context, const YamlNode& node);
/// A day that must be there; nothing in it when it was left out or cannot be read, which has been reported.
[[nodiscard]] base::Located<std::optional<base::Date>> need_date(const YamlMapReader& map, std::string_view key);

[[nodiscard]] YamlFields fields_of_document(const model::Document& document);
[[nodiscard]] YamlFields fields_of_evidence(const model::Evidence& evidence);

}  // namespace je::io
