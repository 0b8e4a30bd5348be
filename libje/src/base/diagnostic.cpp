// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/diagnostic.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace je::base {

std::string_view to_text(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "note";
        case Severity::warning:
            return "warning";
        case Severity::error:
            return "error";
    }
    throw std::logic_error{"a severity that is none"};
}

std::string_view finding_name(std::string_view id) {
    using Named = std::pair<std::string_view, std::string_view>;  // id, name; in the order of ids
    static constexpr std::array names{
        Named{"JE-B05", "overlap-not-said"},
        Named{"JE-B60", "no-band"},
        Named{"JE-B61", "two-bands"},
        Named{"JE-B62", "masked-rule"},
        Named{"JE-B63", "never-holds"},
        Named{"JE-B64", "not-a-majority"},
        Named{"JE-B66", "points-here"},
        Named{"JE-B67", "band-not-given"},
        Named{"JE-B68", "lower-for-more"},
        Named{"JE-B74", "levels-differ"},
        Named{"JE-C25", "unknown-level"},
        Named{"JE-E02", "no-cell"},
        Named{"JE-E09", "unknown-unit"},
        Named{"JE-E10", "cycle"},
        Named{"JE-E12", "unknown-series"},
        Named{"JE-E13", "series-not-rising"},
        Named{"JE-E14", "half-even-series"},
        Named{"JE-E15", "outside-series"},
        Named{"JE-E17", "weight-and-percent"},
        Named{"JE-I06", "gap"},
        Named{"JE-I07", "overlap"},
        Named{"JE-I08", "empty-range"},
        Named{"JE-I15", "lower-for-more"},
        Named{"JE-I16", "level-not-derived"},
        Named{"JE-I30", "overlap"},
        Named{"JE-I31", "gap"},
        Named{"JE-J03", "unknown-level"},
        Named{"JE-J55", "unlikely-used"},
        Named{"JE-J60", "choice-without-reason"},
        Named{"JE-J61", "choice-not-held"},
        Named{"JE-J62", "choice-idle"},
        Named{"JE-O01", "ambiguous-option"},
        Named{"JE-O02", "option-id"},
        Named{"JE-O03", "missing-text"},
        Named{"JE-O04", "single-option"},
        Named{"JE-O05", "unknown-option"},
        Named{"JE-O06", "option-twice"},
        Named{"JE-O07", "one-option-only"},
        Named{"JE-O20", "unknown-option"},
        Named{"JE-P05", "unknown-level"},
        Named{"JE-S08", "unknown-level"},
        Named{"JE-S42", "two-matrices"},
        Named{"JE-S44", "missing-cells"},
        Named{"JE-S47", "falling-cells"},
        Named{"JE-S48", "no-cell"},
        Named{"JE-S55", "two-sources"},
        Named{"JE-S81", "equal-cells"},
        Named{"JE-S83", "weight-differs"},
        Named{"JE-S84", "weights-sum"},
        Named{"JE-S90", "max-missing"},
        Named{"JE-S91", "max-not-rising"},
        Named{"JE-T21", "unknown-target"},
        Named{"JE-T22", "two-targets"},
        Named{"JE-T23", "dead-end"},
        Named{"JE-T24", "loop"},
        Named{"JE-T25", "unreachable-question"},
        Named{"JE-T26", "unreachable-level"},
        Named{"JE-T27", "gap"},
        Named{"JE-T28", "overlap"},
        Named{"JE-T29", "empty-option"},
        Named{"JE-T30", "asked-twice"},
        Named{"JE-T31", "level-not-allowed"},
        Named{"JE-T32", "two-sources"},
        Named{"JE-T33", "asked-twice"},
        Named{"JE-T60", "lower-for-more"},
        Named{"JE-T61", "missing-help"},
        Named{"JE-T62", "missing-text"},
        Named{"JE-T63", "idle-question"},
        Named{"JE-T70", "unknown-question"},
        Named{"JE-T71", "unknown-answer"},
        Named{"JE-T72", "asks-a-fact"},
        Named{"JE-T73", "answered-twice"},
        Named{"JE-T74", "no-questions"},
        Named{"JE-T75", "contradiction"},
        Named{"JE-T80", "off-the-path"},
        Named{"JE-T81", "ahead-of-the-path"},
        Named{"JE-T82", "unused-fact"},
        Named{"JE-Z02", "unknown-unit"},
        Named{"JE-Z03", "over-100"},
        Named{"JE-Z04", "not-100"},
        Named{"JE-Z05", "group-and-member"},
        Named{"JE-Z06", "no-reason"},
        Named{"JE-Z07", "same-id"},
        Named{"JE-Z08", "nothing-to-share"},
        Named{"JE-Z09", "as-the-scheme"},
        Named{"JE-Z51", "unknown-target"},
        Named{"JE-Z52", "already-there"},
        Named{"JE-Z53", "touched-twice"},
        Named{"JE-Z54", "no-reason"},
        Named{"JE-Z55", "unknown-source"},
        Named{"JE-Z56", "not-local"},
        Named{"JE-Z57", "points-changed"},
        Named{"JE-Z58", "other-id"},
        Named{"JE-Z59", "was-differs"},
        Named{"JE-Z60", "base-changed"},
        Named{"JE-Z61", "base-not-found"},
        Named{"JE-Z62", "local-base"},
        Named{"JE-Z63", "no-effect"},
        Named{"JE-Z64", "points-not-changed"},
    };
    const auto found =
        std::lower_bound(names.begin(), names.end(), id, [](const Named& n, std::string_view i) { return n.first < i; });
    return found != names.end() && found->first == id ? found->second : std::string_view{};
}

std::string SourcePosition::to_string() const {
    return known() ? file_and_line() + ':' + std::to_string(column) : std::string{};
}

std::string SourcePosition::file_and_line() const {
    return known() ? source->name + ':' + std::to_string(line) : std::string{};
}

SourcePosition position_at(const SourceTextPtr& source, std::size_t at) {
    const std::string_view before = std::string_view{source->text}.substr(0, at);
    const auto line_begin = before.rfind('\n') + 1;  // 0 when there is none
    return {source, static_cast<std::uint32_t>(1 + std::count(before.begin(), before.end(), '\n')),
            static_cast<std::uint32_t>(before.size() - line_begin + 1), 1};
}

std::string_view line_of(std::string_view text, std::uint32_t line) {
    if (line == 0) return {};
    std::size_t begin = 0;
    for (std::uint32_t at = 1; at < line; ++at) {
        const auto end = text.find('\n', begin);
        if (end == std::string_view::npos) return {};
        begin = end + 1;
    }
    std::string_view found = text.substr(begin, text.find('\n', begin) - begin);
    if (!found.empty() && found.back() == '\r') found.remove_suffix(1);
    return found;
}

void Diagnostics::add(Diagnostic d) {
    if (d.severity == Severity::error) ++errors_;
    if (d.severity == Severity::warning) ++warnings_;
    if (!is_full() && (keeps_errors_ || d.severity != Severity::error)) {
        all_.push_back(std::move(d));
    } else {
        ++not_kept_;
    }
}

void Diagnostics::error(Diagnostic d) {
    d.severity = Severity::error;
    add(std::move(d));
}

void Diagnostics::warning(Diagnostic d) {
    d.severity = Severity::warning;
    add(std::move(d));
}

void Diagnostics::note(Diagnostic d) {
    d.severity = Severity::note;
    add(std::move(d));
}

void Diagnostics::append(const Diagnostics& other) {
    const std::size_t errors = errors_ + other.errors_;
    const std::size_t warnings = warnings_ + other.warnings_;
    for (const Diagnostic& d : other.all_) add(d);
    not_kept_ += other.not_kept_;
    errors_ = errors;
    warnings_ = warnings;
}

Diagnostics Diagnostics::without_lines() const {
    Diagnostics result = *this;
    std::map<SourceTextPtr, SourceTextPtr> names;
    for (Diagnostic& d : result.all_) {
        if (!d.at.source) continue;
        SourceTextPtr& name = names[d.at.source];
        if (!name) name = std::make_shared<const SourceText>(SourceText{d.at.source->name, {}});
        d.at.source = name;
    }
    return result;
}

void Diagnostics::count_not_kept_of(const Diagnostics& all) {
    errors_ = all.errors_;
    warnings_ = all.warnings_;
    not_kept_ = all.not_kept_;
}

void Diagnostics::sort_by_position() {
    std::map<const SourceText*, std::size_t> files;  // by when they were first mentioned
    for (const Diagnostic& d : all_) files.emplace(d.at.source.get(), files.size());
    const auto place_of = [&](const Diagnostic& d) { return std::tuple{files.at(d.at.source.get()), d.at.line, d.at.column}; };
    std::stable_sort(all_.begin(), all_.end(),
                     [&](const Diagnostic& a, const Diagnostic& b) { return place_of(a) < place_of(b); });
}

}  // namespace je::base
