// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "je/report/description.hpp"

namespace je::render {

/// A result as JSON, by its description: keys in the order of its fields, numbers as numbers (whole decimals as integers,
/// others in their shortest exact form, estimates to ten significant digits), one job a line, one line feed at the end.
/// docs/json.md lists the keys.
[[nodiscard]] std::string json(const report::DescribedResult& described, const void* result);
template <class Result>
[[nodiscard]] std::string json(const Result& result) {
    return json(described(result), &result);
}

/// A result of many jobs, written piece by piece so that a run of any size needs little memory:
///
///     JsonRows rows{out};
///     rows.begin(head);
///     for (...) rows.job(job);
///     rows.end(tail);
///
/// Everything is appended to `out`, which the caller may empty at any time.
class JsonRows {
public:
    explicit JsonRows(std::string& out) : out_{&out} {}

    template <class Head>
    void begin(const Head& head) {
        begin(report::description<Head>(), &head);
    }
    template <class Job>
    void job(const Job& job) {
        add(report::description<Job>(), &job);
    }
    template <class Tail>
    void end(const Tail& tail) {
        end(report::description<Tail>(), &tail);
    }

private:
    void begin(const report::Description& description, const void* head);
    void add(const report::Description& description, const void* job);
    void end(const report::Description& description, const void* tail);

    std::string* out_;  // not null
    bool first_ = true;
    bool has_points_ = true;
};

}  // namespace je::render
