// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/writer_tables.hpp"

#include "io/yaml_format.hpp"

namespace je::io {
namespace {

using model::BandTableDraft;
using model::PayTableDraft;

YamlFields fields_of_band(const BandTableDraft::Band& band) {
    YamlFields fields;
    fields.text("id", band.id.value)
        .text("name", band.name)
        .number("floor", band.floor)
        .number("max", band.max)
        .text("note", band.note);
    return fields;
}

YamlFields fields_of_hole(const BandTableDraft::Unbanded& hole) {
    YamlFields fields;
    fields.number("from", hole.from).number("to", hole.to).text("reason", hole.reason);
    return fields;
}

YamlFields fields_of_pay_row(const PayTableDraft::Row& row) {
    YamlFields fields;
    fields.text("band", row.band.value).number("min", row.min).number("max", row.max);
    return fields;
}

}  // namespace

YamlFields fields_of_source(const model::SchemeDraft::Source& source) {
    YamlFields fields;
    fields.text("id", source.id.value).text("title", source.title).text("url", source.url);
    return fields;
}

YamlFields fields_of_band_table(const BandTableDraft& table) {
    YamlFields fields;
    fields.date("from", table.from)
        .date("until", table.until)
        .text("source", table.source)
        .flag("open_ended", table.open_ended);
    fields.flow_list("unbanded", table.unbanded, fields_of_hole);
    fields.flow_list("table", table.bands, fields_of_band).needed("table", "[]");
    return fields;
}

YamlFields fields_of_pay_table(const PayTableDraft& table) {
    YamlFields fields;
    fields.date("from", table.from).text("currency", table.currency.value).text("period", table.period);
    fields.text("status", table.status).text("source", table.source).text("note", table.note);
    fields.flow_list("table", table.rows, fields_of_pay_row).needed("table", "[]");
    return fields;
}

std::string write_bands_file(const model::BandsFileDraft& draft) {
    YamlFields fields;
    fields.raw("format", std::string{bands_format})
        .text("id", draft.id.value)
        .text("title", draft.title)
        .text("edition", draft.edition);
    fields.text("status", draft.status.value).text("owner", draft.owner).text("scheme", draft.scheme);
    fields.flow_list("sources", draft.sources, fields_of_source);
    fields.block_list("bands", draft.bands, fields_of_band_table).needed("bands", "[]");
    fields.block_list("pay", draft.pay, fields_of_pay_table);
    return fields.block();
}

}  // namespace je::io
