// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "je/model/job.hpp"
#include "model/scheme_names.hpp"

namespace je::model {

/// The documents that evidence in a record of a panel or an appeal may cite: its own, and the questionnaire's where that is at
/// hand (`job`, may be null). Repeats among its own are reported as error `repeated`.
class RecordDocuments {
public:
    RecordDocuments(const std::vector<Document>& own, const Job* job, std::string_view unknown, std::string_view repeated,
                    base::Diagnostics& diagnostics);

    /// Documents that another record declares may be cited as well.
    void also(std::span<const Document> documents);
    /// Reports evidence of `user` ("factor 'knowledge'") from documents that nothing declares. Nothing is reported when the
    /// questionnaire is not at hand.
    void check(const std::vector<Evidence>& evidence, std::string_view user);

private:
    Names names_;
    bool complete_;
    base::Diagnostics& diagnostics_;
};

}  // namespace je::model
