// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "je/base/date.hpp"
#include "je/base/diagnostic.hpp"
#include "je/model/ids.hpp"

namespace je::model {

/// What a worked example says should come out. Only what is set is compared; a band set to nothing expects "in no band".
struct Expectation {
    template <class T>
    using Maybe = std::optional<base::Located<T>>;
    using BandOrNone = std::optional<std::string>;

    Maybe<base::Decimal> total, total_min, total_max, above_floor, to_next;
    Maybe<BandOrNone> band, band_by_points, band_min, band_max;
    Maybe<bool> complete;
    std::vector<std::pair<base::Located<std::string>, base::Located<base::Decimal>>> points;  // scored unit id, points
    std::vector<std::pair<base::Located<std::string>, base::Located<std::string>>> levels;    // factor id, level id after rules
    std::optional<std::vector<base::Located<std::string>>> errors;                            // diagnostic ids, in order
};

/// One worked example: either a job file or levels (with facts), and what should come out of scoring it.
struct WorkedExample {
    base::Located<std::string> name;
    std::optional<base::Located<std::string>> job;  // path of a je-job/1 file, relative to the example's file
    std::vector<std::pair<base::Located<std::string>, base::Located<std::string>>> levels;
    std::vector<std::pair<base::Located<std::string>, base::Located<std::string>>> facts;
    Expectation expect;
    std::string source;
    base::SourcePosition at;
};

/// The examples of one file.
struct WorkedExamples {
    base::Located<std::string> scheme;
    std::optional<base::Located<std::string>> bands;  // path of a je-bands/1 file, relative to the example's file
    std::optional<base::Date> as_of;
    std::vector<WorkedExample> examples;
};

}  // namespace je::model
