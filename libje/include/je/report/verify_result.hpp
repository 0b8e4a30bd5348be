// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "je/report/common.hpp"
#include "je/report/description.hpp"

namespace je::report {

/// How a file that went into a result, or into a sealed log, stands now.
enum class KeptState {
    unchanged,
    changed,
    missing,
    not_named,  // a public result numbers its inputs
    not_read,   // a folder, a device, too large, or not to be read by this user
};
/// "unchanged", "changed", "missing", "not named in a public result", "not read".
[[nodiscard]] std::string_view to_text(KeptState state);

/// What verifying one file came to.
enum class Verdict {
    reproduces,      // a result: the same inputs give the same values
    inputs_changed,  // the same values, but from inputs that are not the same any more
    differs,         // at least one value is another
    not_run,         // a result that could not be made again; the errors say why
    intact,          // a log, or a bundle
    broken,          // the same: the errors say where
};
/// "reproduces", "inputs-changed", "differs", "not-run", "intact", "broken".
[[nodiscard]] std::string_view to_text(Verdict verdict);
/// Whether nothing is held against the file.
[[nodiscard]] bool is_good(Verdict verdict);

struct VerifiedInput {
    std::string name;
    KeptState state = KeptState::unchanged;
};

/// A value of a stored result that is another now. Both as JSON.
struct ValueDifference {
    std::string path;                   // "jobs[0].factors[3].points"
    std::optional<std::string> stored;  // nothing: only in the result now
    std::optional<std::string> now;     // nothing: only in the stored result
};

/// A file as a log sealed it last.
struct VerifiedSeal {
    std::string name;
    std::uint64_t entry = 0;
    KeptState state = KeptState::unchanged;
};

struct VerifiedFile {
    std::string name;
    std::string format;  // "je-score/1", "je-seal/1", "je-bundle/1"; empty when it could not be told
    Verdict verdict = Verdict::not_run;
    // Of a result.
    std::vector<std::string> arguments{};
    std::vector<VerifiedInput> inputs{};
    std::vector<ValueDifference> differences{};
    std::size_t differences_not_listed = 0;
    std::vector<std::string> notes{};  // what differs and does not count: "made by je 1.0.0; this is je 1.1.0"
    // Of a log.
    std::uint64_t entries = 0;  // those that are sound
    std::string head{};         // hash of the newest of them; empty of a result
    std::vector<VerifiedSeal> sealed{};
};

/// The result of `je verify`.
struct VerifyResult {
    std::vector<VerifiedFile> files{};
    std::vector<ErrorEntry> errors{};
    std::vector<InputFile> inputs{};
    ToolInfo tool{};
};

/// The verdict on each file, how its inputs stand, and each value that differs.
[[nodiscard]] Document verify_document(const VerifyResult& result);

Description describe(Of<VerifyResult>);

}  // namespace je::report
