// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "exit_status.hpp"
#include "je/base/diagnostic.hpp"
#include "options.hpp"

namespace je::tool {

/// stderr (or memory, when the run is captured) during a run: diagnostics, progress, and the exit status that follows from what
/// was said.
class Console {
public:
    explicit Console(const CommonOptions& options);
    ~Console();
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;

    /// Prints and counts; lines of files are shown to those alone who may see all that stands in them (--audience). --quiet
    /// leaves out notes, and warnings unless --strict counts them.
    void report(const base::Diagnostics& diagnostics);
    /// Counts without printing: for a command whose result is the diagnostics.
    void count(const base::Diagnostics& diagnostics);
    /// Shows how many jobs are done, on a terminal or with --progress always; at most ten times a second.
    void progress(std::uint64_t jobs);
    /// Shows what is being done, on a terminal or with --progress always, until something else is printed.
    void doing(const std::string& what);
    /// Prints a line of our own, not counted.
    void line(const std::string& text);
    /// Prints the summary line ("2 errors, 1 warning") if anything was reported, and gives the exit status.
    [[nodiscard]] ExitStatus finish();
    /// "2 errors, 1 warning", and what --strict makes of them; empty when there were none.
    [[nodiscard]] std::string summary_line() const;
    /// The exit status so far.
    [[nodiscard]] ExitStatus status() const;

private:
    void clear_progress() const;
    void show(const base::Diagnostics& diagnostics);

    std::shared_ptr<Captured> captured_;
    bool quiet_;
    bool strict_;
    bool color_;
    bool lines_;  // whether messages show lines of files
    bool show_progress_;
    std::chrono::steady_clock::time_point last_progress_{};
    std::size_t errors_ = 0;
    std::size_t warnings_ = 0;
    bool printed_ = false;
};

/// Before a result, or more of it, goes to standard output: erases the line of progress unless the result goes to a file.
/// Once a result stands on the terminal no more progress is shown.
void make_way_for_result();
/// Prints one diagnostic to stderr without counting it (what main() caught).
void print_diagnostic(const base::Diagnostic& diagnostic);
/// The list without what --quiet leaves out: notes, and warnings unless they are wanted.
[[nodiscard]] base::Diagnostics without_notes(const base::Diagnostics& all, bool warnings);
/// Whether diagnostics are coloured: as asked, or when stderr (or stdout) is a terminal and NO_COLOR is not set.
[[nodiscard]] bool use_color(When when, int file);

}  // namespace je::tool
