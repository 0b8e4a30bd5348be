// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace je::base {

/// A text that was read, under the name the user gave it. Shared by every position in it, so that a message can show the
/// user's own line.
struct SourceText {
    std::string name;
    std::string text;
};

using SourceTextPtr = std::shared_ptr<const SourceText>;

/// A place in a text: 1-based line and column (columns count bytes), and how many columns it spans.
/// Default-constructed it is "nowhere" (line 0), for values that no file states.
struct SourcePosition {
    SourceTextPtr source;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t length = 1;

    [[nodiscard]] bool known() const { return source != nullptr && line > 0; }
    /// "vlo.yaml:14:22"; empty when not known.
    [[nodiscard]] std::string to_string() const;
    /// "vlo.yaml:14"; empty when not known.
    [[nodiscard]] std::string file_and_line() const;
};

/// The place of byte number `at` (from 0) of a text; its end when there are fewer.
[[nodiscard]] SourcePosition position_at(const SourceTextPtr& source, std::size_t at);

/// Line number `line` (1-based) of a text, without its line end; empty when there is none.
[[nodiscard]] std::string_view line_of(std::string_view text, std::uint32_t line);

/// A value together with where it was written.
template <class T>
struct Located {
    T value;  // no initialiser: not every T (a Date) has a default
    SourcePosition at{};
};

enum class Severity { note, warning, error };
/// "note", "warning", "error".
[[nodiscard]] std::string_view to_text(Severity severity);

/// One thing said about an input: where, what was found, what was expected and how to mend it, always in this order.
///
///     diagnostics.error({"JE-S07", level.at, "level 'C' of factor 'knowledge' has 80 points, not more than level 'B' (95)",
///                        "points that rise from each level to the next",
///                        "give 'C' more than 95 points, or swap the two levels"});
///
/// `id` is stable and documented in docs/errors.md. Sentences begin in lower case and have no full stop.
struct Diagnostic {
    std::string id;
    SourcePosition at{};
    std::string message;
    std::string expected{};
    std::string fix{};
    Severity severity = Severity::error;
};

/// What the finding with an id is called, such as "weight-differs" for JE-S83: the same thing found in several forms has
/// several ids and one name. Empty for ids whose message says all.
[[nodiscard]] std::string_view finding_name(std::string_view id);

/// Collects everything said about the inputs. Nothing is thrown away silently: past `kept` entries only a count is held.
class Diagnostics {
public:
    static constexpr std::size_t default_kept = 1000;

    explicit Diagnostics(std::size_t kept = default_kept) : kept_{kept} {}

    void error(Diagnostic d);
    void warning(Diagnostic d);
    void note(Diagnostic d);
    void add(Diagnostic d);
    /// Adds all of `other`.
    void append(const Diagnostics& other);

    [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
    [[nodiscard]] std::size_t errors() const { return errors_; }
    [[nodiscard]] std::size_t warnings() const { return warnings_; }
    [[nodiscard]] bool has_errors() const { return errors_ > 0; }
    /// How many entries were counted but not kept.
    [[nodiscard]] std::size_t not_kept() const { return not_kept_; }

    /// Whether what is added from here on is only counted, so that its words need not be found.
    [[nodiscard]] bool is_full() const { return all_.size() >= kept_; }
    /// Counts an error that would not be kept; false when it would be, and is to be told in words.
    bool only_counts_error() {
        if (keeps_errors_ && !is_full()) return false;
        ++errors_;
        ++not_kept_;
        return true;
    }
    /// From here on errors are counted alone; warnings and notes are kept as before.
    void keep_no_errors() { keeps_errors_ = false; }

    /// The same without the lines that places are shown with, for readers who may not see the files.
    [[nodiscard]] Diagnostics without_lines() const;

    /// Takes over the counts of `all`, of which these are the entries kept in other words.
    void count_not_kept_of(const Diagnostics& all);

    /// Orders entries by file, line and column, keeping the order of those at one place and of files as first mentioned.
    void sort_by_position();

private:
    std::vector<Diagnostic> all_;
    std::size_t kept_;
    bool keeps_errors_ = true;
    std::size_t errors_ = 0;
    std::size_t warnings_ = 0;
    std::size_t not_kept_ = 0;
};

/// Something outside the program failed: a file that cannot be read, a full disk. Exit status 3.
class OutsideError : public std::exception {
public:
    explicit OutsideError(Diagnostic d) : diagnostic_{std::move(d)} {}
    [[nodiscard]] const Diagnostic& diagnostic() const { return diagnostic_; }
    [[nodiscard]] const char* what() const noexcept override { return diagnostic_.message.c_str(); }

private:
    Diagnostic diagnostic_;
};

}  // namespace je::base
