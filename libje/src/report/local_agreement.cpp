// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/local_agreement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/wording.hpp"
#include "je/report/common.hpp"
#include "report/shared_fields.hpp"

namespace je::report {
namespace {

/// What a change is counted as; the marks for the catalogue are in `counted_as`.
enum class Counted {
    rules,
    band_tables,
    pay_tables,
    conventions,
    sources,
    factors,
    matrices,
    series,
    facts,
    totals,
    helps,
    shorts
};
constexpr std::size_t kinds_counted = 12;

Counted counted_as(const LocalChangeInfo& change) {
    if (change.how == "set") return change.where.ends_with("/help") ? Counted::helps : Counted::shorts;
    const auto list = std::string_view{change.where}.substr(0, change.where.find('/'));
    if (list == "bands") return Counted::band_tables;
    if (list == "pay") return Counted::pay_tables;
    if (list == "conventions") return Counted::conventions;
    if (list == "sources") return Counted::sources;
    if (list == "factors") return Counted::factors;
    if (list == "matrices") return Counted::matrices;
    if (list == "series") return Counted::series;
    if (list == "facts") return Counted::facts;
    if (list == "max_total") return Counted::totals;
    return Counted::rules;
}

std::string counted_in_words(Counted kind, std::size_t n) {
    switch (kind) {
        case Counted::rules:
            return base::counted_now(n, "rule", "rules");
        case Counted::band_tables:
            return base::counted_now(n, "band table", "band tables");
        case Counted::pay_tables:
            return base::counted_now(n, "pay table", "pay tables");
        case Counted::conventions:
            return base::counted_now(n, "convention", "conventions");
        case Counted::sources:
            return base::counted_now(n, "source", "sources");
        case Counted::factors:
            return base::counted_now(n, "factor", "factors");
        case Counted::matrices:
            return base::counted_now(n, "matrix", "matrices");
        case Counted::series:
            return base::counted_now(n, "series", "series");
        case Counted::facts:
            return base::counted_now(n, "fact", "facts");
        case Counted::totals:
            return base::counted_now(n, "largest total", "largest totals");
        case Counted::helps:
            return base::counted_now(n, "help text", "help texts");
        case Counted::shorts:
            return base::counted_now(n, "short name", "short names");
    }
    return {};
}

std::string counts_in_words(const LocalInfo& local) {
    std::array<std::size_t, kinds_counted> counts{};
    for (const LocalChangeInfo& change : local.changes) ++counts[static_cast<std::size_t>(counted_as(change))];
    std::string text;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0) continue;
        if (!text.empty()) text += ", ";
        text += counted_in_words(static_cast<Counted>(i), counts[i]);
    }
    return text.empty() ? base::worded("no change") : text;
}

Cell cell_of(const std::string& text) { return text.empty() ? Cell{Nothing{Reason::none}} : Cell{text}; }

}  // namespace

void put_under(SchemeInfo& scheme, LocalInfo local, std::string effective_sha256) {
    const std::string counts = counts_in_words(local);
    scheme.title = local.changes_points ? base::worded("{} {} as changed by {} {}: {}", scheme.title, scheme.edition,
                                                       local.title, local.edition, counts)
                                        : base::worded("{} {} as changed by {} {}: {}; points as in the base", scheme.title,
                                                       scheme.edition, local.title, local.edition, counts);
    scheme.effective_sha256 = std::move(effective_sha256);
    scheme.local = std::move(local);
}

void add_local_heading(Document& document, const SchemeInfo& scheme) {
    if (scheme.local) document.add(Paragraph{say("Under {}.", scheme.title)});
}

void add_local_cautions(Document& document, const SchemeInfo& scheme) {
    if (!scheme.local) return;
    if (scheme.local->changes_points)
        document.add(Caution{say("Points are those of the local agreement '{}', not those of the base.", scheme.local->id)});
    if (scheme.local->base_changed)
        document.add(
            Caution{say("The base is not as it was when '{}' was agreed: its file has another checksum, and was accepted "
                        "all the same.",
                        scheme.local->id)});
}

void add_local_changes(Document& document, const SchemeInfo& scheme) {
    if (!scheme.local || scheme.local->changes.empty()) return;
    document.begin("local-changes", 2, "What the local agreement changes");
    Table table{.columns = {{"change", "Change"},
                            {"where", "Where"},
                            {"before", "Before"},
                            {"after", "After"},
                            {"reason", "Reason"},
                            {"source", "Source"}}};
    for (const LocalChangeInfo& one : scheme.local->changes)
        table.rows.push_back({one.how, one.where, cell_of(one.before), cell_of(one.after), one.reason, one.source});
    document.add(std::move(table));
}

Description describe(Of<LocalChangeInfo>) {
    using T = LocalChangeInfo;
    return {"change of a local agreement",
            {value<&T::how>("change", "Change", Role::text, "add, replace, remove or set"),
             value<&T::where>("where", "Where", Role::text, "in the scheme"),
             value<&T::before>("before", "Before", Role::text, "what the base says there").or_null("it says nothing there"),
             value<&T::after>("after", "After", Role::text, "what stands there now").or_null("nothing stands there now"),
             value<&T::reason>("reason", "Reason", Role::text, "why it was agreed"),
             value<&T::source>("source", "Source", Role::id, "of the agreement")}};
}

Description describe(Of<LocalInfo>) {
    using T = LocalInfo;
    return {"local agreement",
            {value<&T::id>("id", "Id", Role::id, "of the local agreement"),
             value<&T::edition>("edition", "Edition", Role::text, "of the local agreement").shown_to_public(),
             value<&T::sha256>("sha256", "SHA-256", Role::file, "of its file"),
             value<[](const T& one) { return one.changes.size(); }>("changes", "Changes", Role::count, "how many"),
             value<&T::changes_points>("changes_points", "Changes points", Role::flag, "it says that it does"),
             value<[](const T& one) { return one.base_changed ? std::optional{true} : std::nullopt; }>(
                 "base_changed", "Base changed", Role::flag, "the base is another file than was agreed on, and was accepted")
                 .if_any("it is that file")}};
}

Field local_field() {
    return object<&SchemeInfo::local>("local", "Local agreement", "that changes the scheme").if_any("there is none");
}

Field effective_sha256_field() {
    return value<&SchemeInfo::effective_sha256>(
               "effective_sha256", "SHA-256 of both", Role::file,
               "of \"je-local/1\", the checksums of the scheme and of the local agreement, and a line feed")
        .if_any("there is no local agreement");
}

}  // namespace je::report
