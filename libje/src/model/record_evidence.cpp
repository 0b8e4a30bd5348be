// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/record_evidence.hpp"

#include <fmt/format.h>

namespace je::model {

RecordDocuments::RecordDocuments(const std::vector<Document>& own, const Job* job, std::string_view unknown,
                                 std::string_view repeated, base::Diagnostics& diagnostics)
    : names_{{"document", "documents", unknown, repeated}}, complete_{job != nullptr}, diagnostics_{diagnostics} {
    for (const Document& document : own) names_.add({document.id.text(), document.at}, diagnostics);
    if (job != nullptr) also(job->documents());
}

void RecordDocuments::also(std::span<const Document> documents) {
    for (const Document& document : documents) {
        names_.look_at({document.id.text(), document.at}, diagnostics_);
        names_.add_quietly({document.id.text(), document.at});
    }
}

void RecordDocuments::check(const std::vector<Evidence>& evidence, std::string_view user) {
    if (!complete_) return;
    for (const Evidence& item : evidence) {
        static_cast<void>(
            names_.resolve({item.document.text(), item.at}, fmt::format("the evidence for {}", user), diagnostics_));
    }
}

}  // namespace je::model
