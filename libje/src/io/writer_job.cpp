// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/record_reader.hpp"
#include "io/writer_fields.hpp"
#include "io/yaml_format.hpp"
#include "je/io/writer.hpp"

namespace je::io {
namespace {

using model::JobDraft;

YamlFields fields_of_post(const model::Post& post) {
    YamlFields fields;
    fields.text("id", post.id.text()).text("title", post.title);
    if (post.holders) fields.raw("holders", std::to_string(*post.holders));
    return fields;
}

YamlFields fields_of_factor(const JobDraft::Factor& factor) {
    YamlFields fields;
    fields.text("level", factor.level).flow_list("evidence", factor.evidence, fields_of_evidence).text("note", factor.note);
    return fields;
}

}  // namespace

std::string write_job(const JobDraft& draft) {
    YamlFields fields;
    fields.raw("format", std::string{job_format}).text("id", draft.id.value).text("title", draft.title);
    fields.text("organisation", draft.organisation)
        .text("scheme", draft.scheme.value)
        .text("version", draft.version)
        .text("note", draft.note);
    fields.flow_list("documents", draft.documents, fields_of_document).pairs("facts", draft.facts);
    add_factors(fields, draft.factors, fields_of_factor);
    fields.text("supersedes", draft.supersedes).flow_list("posts", draft.posts, fields_of_post);
    return fields.block();
}

}  // namespace je::io
