// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <utility>

#include "je/study/files.hpp"
#include "je/study/options.hpp"

namespace je::study {

/// Ends a use-case from within, and becomes Outcome::refused.
struct Refusal {
    base::Diagnostic diagnostic;
};

/// Likewise Outcome::cancelled.
struct Cancelled {};

[[noreturn]] inline void refuse(std::string id, std::string message, std::string expected, std::string fix) {
    throw Refusal{{.id = std::move(id), .message = std::move(message), .expected = std::move(expected), .fix = std::move(fix)}};
}

inline void stop_if_cancelled(const Control& control) {
    if (control.cancelled && control.cancelled()) throw Cancelled{};
}

/// Hands on each file of a run in turn, and says how far it has come.
template <class Take>
void for_each_file(std::span<const FoundFile> files, const Control& control, Take&& take) {
    for (std::size_t i = 0; i < files.size(); ++i) {
        stop_if_cancelled(control);
        take(files[i]);
        if (control.progress) control.progress({Progress::Of::files, i + 1, files.size()});
    }
}

/// What comes of `make`, which fills in an outcome: what it throws of the above is no exception to the caller.
template <class Result, class Make>
[[nodiscard]] Outcome<Result> outcome_of(Make&& make) {
    Outcome<Result> outcome;
    try {
        make(outcome);
    } catch (Refusal& refusal) {
        outcome.result.reset();
        outcome.refused = std::move(refusal.diagnostic);
    } catch (const Cancelled&) {
        outcome.result.reset();
        outcome.cancelled = true;
    }
    return outcome;
}

}  // namespace je::study
