// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <span>
#include <string_view>
#include <vector>

#include "je/model/job.hpp"
#include "model/scheme/names.hpp"

namespace je::model {

/// The documents that evidence in a record of a panel or an appeal may cite: its own, and the questionnaire's where that is at
/// hand (`job`, may be null). Repeats among its own are reported as error `repeated`.
class RecordDocuments {
public:
    RecordDocuments(const std::vector<Document>& own, const Job* job, std::string_view unknown, std::string_view repeated,
                    base::Diagnostics& diagnostics)
        : names_{{"document", "documents", unknown, repeated}}, complete_{job != nullptr}, diagnostics_{diagnostics} {
        for (const Document& document : own) names_.add({document.id.text(), document.at}, diagnostics);
        if (job != nullptr) also(job->documents());
    }

    /// Documents that another record declares may be cited as well.
    void also(std::span<const Document> documents) {
        for (const Document& document : documents) {
            names_.look_at({document.id.text(), document.at}, diagnostics_);
            names_.add_quietly({document.id.text(), document.at});
        }
    }
    /// Reports evidence of `user` ("factor 'knowledge'") from documents that nothing declares. Nothing is reported when the
    /// questionnaire is not at hand.
    void check(const std::vector<Evidence>& evidence, std::string_view user) {
        if (!complete_) return;
        const auto cited_by = fmt::format("the evidence for {}", user);
        for (const Evidence& item : evidence)
            static_cast<void>(names_.resolve({item.document.text(), item.at}, cited_by, diagnostics_));
    }

private:
    Names names_;
    bool complete_;
    base::Diagnostics& diagnostics_;
};

}  // namespace je::model
