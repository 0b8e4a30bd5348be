// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <string>
#include <utility>

#include "je/base/diagnostic.hpp"

namespace je::tool {

enum class ExitStatus { done = 0, data_errors = 1, wrong_usage = 2, outside = 3 };

/// je was called in a way it cannot follow. Exit status 2; `fix` says what to write instead.
class UsageError : public std::exception {
public:
    explicit UsageError(base::Diagnostic d) : diagnostic_{std::move(d)} {}
    [[nodiscard]] const base::Diagnostic& diagnostic() const { return diagnostic_; }
    [[nodiscard]] const char* what() const noexcept override { return diagnostic_.message.c_str(); }

private:
    base::Diagnostic diagnostic_;
};

/// Throws such an error.
[[noreturn]] inline void refuse(std::string id, std::string message, std::string expected, std::string fix) {
    throw UsageError{
        {.id = std::move(id), .message = std::move(message), .expected = std::move(expected), .fix = std::move(fix)}};
}

}  // namespace je::tool
