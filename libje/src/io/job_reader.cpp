// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/record_reader.hpp"
#include "io/yaml_format.hpp"
#include "io/yaml_map_reader.hpp"
#include "je/io/reader.hpp"

namespace je::io {
namespace {

using model::JobDraft;

model::Post post_of(const YamlContext& context, const YamlNode& node) {
    static constexpr std::array<std::string_view, 3> keys{"id", "title", "holders"};
    const YamlMapReader map{context, node, "post", keys};
    return {.id = model::PostId{map.need_code("id").value},
            .title = map.text("title"),
            .holders = map.whole("holders"),
            .at = context.at(node)};
}

JobDraft::Factor job_factor(const YamlContext& context, const YamlNode& node, std::string_view id) {
    static constexpr std::array<std::string_view, 3> keys{"level", "evidence", "note"};
    if (node.is_scalar())
        return {.id = {},
                .level = short_entry(context, node, id, "level", "a map with 'level', 'evidence' and 'note'"),
                .evidence = {},
                .note = {}};
    const YamlMapReader map{context, node, "factor's entry", keys};
    return {.id = {}, .level = map.code("level"), .evidence = map.list("evidence", evidence_of), .note = map.text("note")};
}

}  // namespace

JobDraft job_of(const YamlContext& context, const YamlNode& root) {
    static constexpr std::array<std::string_view, 12> keys{"format", "id",      "title",      "organisation",
                                                           "scheme", "version", "note",       "documents",
                                                           "facts",  "factors", "supersedes", "posts"};
    const YamlMapReader map{context, root, "job", keys};
    JobDraft job;
    job.id = map.need_code("id");
    job.title = map.need_text("title").value;
    job.organisation = map.text("organisation");
    job.scheme = map.need_code("scheme");
    job.version = map.reference("version");
    job.note = map.text("note");
    job.documents = map.list("documents", document_of);
    job.facts = map.pairs("facts", read_fact);
    if (const YamlNode* factors = map.need("factors")) job.factors = factors_by(context, *factors, job_factor);
    job.supersedes = map.code("supersedes");
    job.posts = map.list("posts", post_of);
    job.at = context.at(root);
    return job;
}

std::optional<JobDraft> read_job(const base::SourceTextPtr& text, const Limits& limits, base::Diagnostics& diagnostics) {
    return read_format(text, limits, diagnostics, job_format, job_of);
}

}  // namespace je::io
