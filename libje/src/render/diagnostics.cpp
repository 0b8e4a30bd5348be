// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/render/diagnostics.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>
#include <vector>

#include "je/base/text.hpp"
#include "render/clean.hpp"
#include "render/source_line.hpp"

namespace je::render {

namespace {

using base::Severity;

std::string_view word(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::note:
            return "note";
    }
    return "error";
}

std::string_view color_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "\x1b[1;31m";
        case Severity::warning:
            return "\x1b[1;35m";
        case Severity::note:
            return "\x1b[1;36m";
    }
    return "";
}

/// Prints diagnostics one after another, reading each source once.
class Printer {
public:
    explicit Printer(const DiagnosticStyle& style) : style_{style} {}

    void print(std::string& out, const base::Diagnostic& d) {
        const std::string place = d.at.known() ? clean(d.at.to_string()) : "je";
        const std::string_view name = base::finding_name(d.id);
        add_folded(out, "",
                   fmt::format("{}: {}: {} [{}{}{}]", place, colored(word(d.severity), color_of(d.severity)),
                               base::isolated(clean(d.message)), d.id, name.empty() ? "" : " ", name));
        if (d.at.known() && !d.at.source->text.empty()) {
            print_line(out, d.at);
        }
        print_rest(out, "expected", d.expected);
        print_rest(out, "fix", d.fix);
    }

private:
    void print_line(std::string& out, const base::SourcePosition& at) {
        const Excerpt shown = excerpt(finder_.line(at), at.column, at.length, style_.width);
        std::string line = fmt::format("{:>5} | {}", at.line, base::isolated(shown.text));
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
        const std::string gutter(fmt::formatted_size("{:>5}", at.line), ' ');
        const std::string carets(shown.underline, '^');
        out += fmt::format("{} | {}{}\n", gutter, std::string(shown.indent, ' '), colored(carets, "\x1b[1;32m"));
    }

    void print_rest(std::string& out, std::string_view label, const std::string& text) const {
        if (!text.empty()) add_folded(out, "  ", fmt::format("{}: {}", label, base::isolated(clean(text))));
    }

    void add_folded(std::string& out, std::string_view indent, const std::string& line) const {
        const auto lines = style_.fold == 0 ? std::vector{line} : base::wrap(line, style_.fold - 4);
        out += fmt::format("{}{}\n", indent, fmt::join(lines, "\n    "));
    }

    [[nodiscard]] std::string colored(std::string_view text, std::string_view color) const {
        return style_.color ? fmt::format("{}{}\x1b[0m", color, text) : std::string{text};
    }

    DiagnosticStyle style_;
    LineFinder finder_;
};

}  // namespace

std::string text(const base::Diagnostic& diagnostic, const DiagnosticStyle& style) {
    std::string out;
    Printer{style}.print(out, diagnostic);
    return out;
}

std::string text(const base::Diagnostics& diagnostics, const DiagnosticStyle& style) {
    std::string out;
    Printer printer{style};
    for (const base::Diagnostic& d : diagnostics.all()) {
        printer.print(out, d);
    }
    if (diagnostics.not_kept() > 0) {
        out += fmt::format("je: {} more not shown\n", base::counted(diagnostics.not_kept(), "message", "messages"));
    }
    return out;
}

std::string summary(std::size_t errors, std::size_t warnings) {
    std::string text = errors > 0 ? base::counted(errors, "error", "errors") : "";
    if (warnings > 0) {
        text += (text.empty() ? "" : ", ") + base::counted(warnings, "warning", "warnings");
    }
    return text;
}

}  // namespace je::render
