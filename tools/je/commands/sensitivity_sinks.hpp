// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "je/report/sensitivity_result.hpp"
#include "options.hpp"
#include "output.hpp"

namespace je::tool {

/// Writes the jobs of a sensitivity result in one format as they come.
class SensitivitySink {
public:
    SensitivitySink() = default;
    SensitivitySink(const SensitivitySink&) = delete;
    SensitivitySink& operator=(const SensitivitySink&) = delete;
    virtual ~SensitivitySink() = default;

    virtual void begin(const report::SensitivityHead& head) = 0;
    virtual void job(report::SensitivityJob&& job) = 0;
    virtual void end(const report::SensitivityTail& tail) = 0;
};

[[nodiscard]] std::unique_ptr<SensitivitySink> make_sensitivity_sink(Format format, Output& output, std::size_t width);

}  // namespace je::tool
