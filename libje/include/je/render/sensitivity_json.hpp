// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "je/report/sensitivity_result.hpp"

namespace je::render {

/// `je-sensitivity/1`, written piece by piece so that memory does not grow with the jobs; the keys are listed in
/// tools/je/commands/sensitivity.md. One job a line, key order fixed, estimates to ten significant digits, one line feed at the
/// end.
class SensitivityJson {
public:
    explicit SensitivityJson(std::string& out) : out_{out} {}
    void begin(const report::SensitivityHead& head);
    void job(const report::SensitivityJob& job, const report::SensitivityHead& head);
    void end(const report::SensitivityHead& head, const report::SensitivityTail& tail);

private:
    std::string& out_;
    bool first_ = true;
};

[[nodiscard]] std::string json(const report::SensitivityResult& result);

}  // namespace je::render
