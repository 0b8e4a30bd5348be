// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "console.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "je/base/text.hpp"
#include "je/render/diagnostics.hpp"

namespace je::tool {

namespace {

constexpr auto progress_pause = std::chrono::milliseconds{100};

/// There is one terminal, however many Consoles a run has.
struct Progress {
    std::size_t shown = 0;  // columns
    bool over = false;      // a result stands on the terminal, which progress would be mixed up with
};
Progress& progress_line() {
    static Progress line;
    return line;
}

/// stderr failing leaves nowhere to say so.
void put(const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fflush(stderr);
}

/// Whether what is said is about a record of a panel, and its words may be ids of panellists: of the record's form, or of
/// people.
bool may_name_people(const base::Diagnostic& d) {
    static constexpr std::array<std::string_view, 6> about_people{"JE-P03", "JE-P06", "JE-P07", "JE-P10", "JE-P11", "JE-K01"};
    const bool people = std::find(about_people.begin(), about_people.end(), d.id) != about_people.end();
    return (people || d.id.starts_with("JE-Y")) && d.at.source && d.at.source->text.find("je-panel/1") != std::string::npos;
}

/// The text with "..." for all that it quotes.
std::string without_quoted(const std::string& text) {
    const auto is_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        out += text[at];
        if (text[at] != '\'' || (at > 0 && is_word(text[at - 1]))) continue;
        std::size_t end = text.find('\'', at + 1);
        while (end != std::string::npos && end + 1 < text.size() && is_word(text[end + 1])) end = text.find('\'', end + 1);
        if (end == std::string::npos) return out + "...'";
        out += "...'";
        at = end;
    }
    return out;
}

/// What readers may see who may not know who sat on a panel.
base::Diagnostics without_people(const base::Diagnostics& all) {
    base::Diagnostics result{all.all().size()};
    for (base::Diagnostic d : all.all()) {
        if (may_name_people(d)) {
            d.message = without_quoted(d.message);
            d.expected = without_quoted(d.expected);
            if (without_quoted(d.fix) != d.fix)
                d.fix = "je check on the record tells what stands there, to those who may see it";
        }
        result.add(std::move(d));
    }
    result.count_not_kept_of(all);
    return result.without_lines();
}

/// Blanks the line of progress and goes back to its beginning.
void erase_progress() {
    std::size_t& shown = progress_line().shown;
    if (shown > 0) put(fmt::format("\r{:{}}\r", "", shown));
    shown = 0;
}

}  // namespace

base::Diagnostics without_notes(const base::Diagnostics& all, bool warnings) {
    base::Diagnostics kept{all.all().size() + 1};
    for (const base::Diagnostic& d : all.all()) {
        if (d.severity == base::Severity::error || (warnings && d.severity == base::Severity::warning)) kept.add(d);
    }
    return kept;
}

void make_way_for_result() {
    struct stat out {};
    if (::isatty(2) != 1 || (::fstat(1, &out) == 0 && S_ISREG(out.st_mode))) return;
    erase_progress();
    if (::isatty(1) == 1) progress_line().over = true;
}

bool use_color(When when, int file) {
    if (when != When::automatic) return when == When::always;
    const char* no_color = std::getenv("NO_COLOR");
    return ::isatty(file) == 1 && (no_color == nullptr || *no_color == '\0');
}

void print_diagnostic(const base::Diagnostic& diagnostic) {
    put(render::text(diagnostic, {.color = use_color(When::automatic, 2)}));
}

Console::Console(const CommonOptions& options)
    : captured_{options.captured},
      quiet_{options.quiet},
      strict_{options.strict},
      color_{use_color(options.color, 2)},
      lines_{!report::hides_people(options.audience)},
      show_progress_{!options.captured && (options.progress == When::always ||
                                           (options.progress == When::automatic && !options.quiet && ::isatty(2) == 1))} {}

Console::~Console() { clear_progress(); }

void Console::report(const base::Diagnostics& diagnostics) {
    clear_progress();
    count(diagnostics);
    show(lines_ ? diagnostics : without_people(diagnostics));
}

void Console::show(const base::Diagnostics& diagnostics) {
    if (captured_) {
        captured_->diagnostics.append(diagnostics);
        return;
    }
    const base::Diagnostics shown = quiet_ ? without_notes(diagnostics, strict_) : diagnostics;
    if (shown.all().empty()) return;
    put(render::text(shown, {.color = color_}));
    if (quiet_ && diagnostics.not_kept() > 0) {
        put(fmt::format("je: {} more not kept\n", base::counted(diagnostics.not_kept(), "message", "messages")));
    }
    printed_ = printed_ || shown.errors() + shown.warnings() > 0;
}

void Console::count(const base::Diagnostics& diagnostics) {
    errors_ += diagnostics.errors();
    warnings_ += diagnostics.warnings();
}

void Console::progress(std::uint64_t jobs) {
    if (!show_progress_ || progress_line().over) return;
    const auto now = std::chrono::steady_clock::now();
    if (now - last_progress_ < progress_pause) return;
    last_progress_ = now;
    progress_line().shown = 30;
    put(fmt::format("\r{}", base::counted(jobs, "job", "jobs")));
}

void Console::doing(const std::string& what) {
    if (!show_progress_ || progress_line().over) return;
    clear_progress();
    const std::string shown = base::with_hidden_shown(what);
    progress_line().shown = base::display_width(shown);
    put(shown);
}

void Console::line(const std::string& text) {
    clear_progress();
    put(base::with_hidden_shown(text) + "\n");
}

void Console::clear_progress() const {
    if (show_progress_) erase_progress();
}

ExitStatus Console::finish() {
    clear_progress();
    if (printed_) put(fmt::format("je: {}\n", summary_line()));
    return status();
}

std::string Console::summary_line() const {
    const std::string text = render::summary(errors_, quiet_ && !strict_ ? 0 : warnings_);
    return strict_ && warnings_ > 0 ? text + " (warnings count as errors: --strict)" : text;
}

ExitStatus Console::status() const {
    return errors_ > 0 || (strict_ && warnings_ > 0) ? ExitStatus::data_errors : ExitStatus::done;
}

}  // namespace je::tool
