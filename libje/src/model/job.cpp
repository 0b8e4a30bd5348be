// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/job.hpp"

namespace je::model {

Job Job::from_answers(JobId id, std::string title, Answers answers, base::SourcePosition at, std::vector<Post> posts) {
    Job job;
    job.id_ = std::move(id);
    job.title_ = std::move(title);
    job.posts_ = std::move(posts);
    job.ratings_.resize(answers.levels.size());
    for (auto& rating : job.ratings_) rating.at = at;
    job.fact_positions_.assign(answers.facts.size(), at);
    job.answers_ = std::move(answers);
    job.at_ = std::move(at);
    return job;
}

const Document* Job::find_document(const DocumentId& id) const {
    for (const auto& document : documents_) {
        if (document.id == id) return &document;
    }
    return nullptr;
}

}  // namespace je::model
