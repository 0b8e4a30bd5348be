// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/common.hpp"
#include "base/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace je::report {

namespace {

std::string dates(const BandsInfo& bands) {
    std::string text = bands.from ? base::worded("in force from {}", bands.from->to_string()) : "";
    if (bands.until) {
        text += text.empty() ? base::worded("in force until {}", bands.until->to_string())
                             : base::worded(" until {}", bands.until->to_string());
    }
    return text;
}

std::string bands_line(const BandsInfo& bands) {
    if (!bands.any) {
        return base::worded("none");
    }
    std::string text = bands.file.empty() ? base::worded("the scheme's own") : fmt::format("{} ({})", bands.title, bands.file);
    const std::string when = dates(bands);
    return when.empty() ? text : text + ", " + when;
}

/// The totals that a band holds, as people say them: up to the last whole one where totals are whole.
Range span_of(const model::BandTable& table, std::size_t i, bool whole) {
    const model::Band& band = table.bands()[i];
    const Points floor = band.floor.value();
    if (band.max) return {floor, Points{band.max->value()}};
    if (i + 1 == table.bands().size()) return {floor, Nothing{}, Range::End::open};
    const model::Points next = table.bands()[i + 1].floor;
    if (!whole || !next.value().is_whole()) return {floor, Points{next.value()}, Range::End::excluded};
    return {floor, Points{(next - model::Points::whole(1)).value()}};
}

std::string quoted_for_shell(const std::string& word) {
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=:,+@%";
    if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
    std::string quoted{"'"};
    for (const char c : word) {
        if (c == '\'') {
            quoted.append("'\\''");
        } else {
            quoted.push_back(c);
        }
    }
    quoted.push_back('\'');
    return quoted;
}

}  // namespace

SchemeInfo scheme_info(const model::Scheme& scheme, std::string name, std::string sha256) {
    std::vector<SourceInfo> sources;
    for (const model::Source& source : scheme.sources()) sources.push_back({source.id.text(), source.title, source.url});
    return {.id = scheme.id().text(),
            .title = scheme.title(),
            .edition = scheme.edition(),
            .status = std::string{model::to_text(scheme.status())},
            .caution = std::string{model::caution(scheme.status())},
            .name = std::move(name),
            .sha256 = std::move(sha256),
            .sources = std::move(sources),
            .method = scheme.method()};
}

BandsInfo bands_info(const model::BandTable* table) {
    BandsInfo info;
    if (table != nullptr) {
        info.any = true;
        info.overlaps = table->overlaps();
        info.from = table->from();
        info.until = table->until();
        for (const model::Band& band : table->bands())
            (table->deciding() != nullptr ? info.by_rules : info.floors)
                .push_back({.band = band.id.text(),
                            .name = band.name,
                            .floor = band.floor.value(),
                            .max = band.max ? std::optional{band.max->value()} : std::nullopt});
    }
    return info;
}

std::string command_line(const std::vector<std::string>& arguments) {
    std::string line{"je"};
    for (const std::string& word : arguments) line.append(" ").append(quoted_for_shell(word));
    return line;
}

Cell cell_or_nothing(const std::optional<base::Decimal>& value) { return value_or(value); }

ErrorEntry error_entry(std::string_view job, const base::Diagnostic& diagnostic) {
    return {.job = std::string{job},
            .id = diagnostic.id,
            .message = diagnostic.message,
            .at = diagnostic.at.known() ? diagnostic.at.to_string() : std::string{}};
}

std::vector<EvidenceView> view_evidence(const std::vector<model::Evidence>& evidence, const model::Job* job) {
    std::vector<EvidenceView> views;
    for (const model::Evidence& one : evidence) {
        auto& view = views.emplace_back();
        view.document = one.document.text();
        view.section = one.section;
        view.quote = one.quote;
        view.disputed = one.disputed;
        view.at = one.at.file_and_line();
        const auto* document = job != nullptr ? job->find_document(one.document) : nullptr;
        if (document == nullptr) continue;
        view.kind = document->kind;
        view.title = document->title;
        view.version = document->version;
        view.date = document->date;
    }
    return views;
}

std::string file_in_short(const SchemeInfo& scheme) {
    return base::worded("{}, SHA-256 {}", scheme.file, std::string_view{scheme.sha256}.substr(0, 12));
}

void add_scheme_file(Facts& facts, const SchemeInfo& scheme) {
    if (!scheme.file.empty()) facts.rows.emplace_back("Scheme file", file_in_short(scheme));
}

std::string replacement_in_words(const SchemeInfo& scheme) {
    if (!scheme.replaces_shipped) return {};
    return base::worded("This is not the scheme '{}' that comes with je, but another that carries its id: {}.", scheme.id,
                        file_in_short(scheme));
}

void add_scheme_cautions(Document& document, const SchemeInfo& scheme, const BandsInfo& bands) {
    if (scheme.replaces_shipped) document.add(Caution{replacement_in_words(scheme)});
    add_local_cautions(document, scheme);
    if (!scheme.caution.empty()) document.add(Caution{std::string_view{scheme.caution}});
    if (!bands.caution.empty()) document.add(Caution{say("{}: {}", bands.file, std::string_view{bands.caution})});
}

void add_files(Facts& facts, const std::vector<InputFile>& files) {
    for (const auto& file : files) facts.rows.emplace_back("File", say("{}, SHA-256 {}", file.name, file.sha256));
}

void add_origin(Document& document, const std::vector<InputFile>& files) {
    Facts facts;
    add_files(facts, files);
    document.begin("origin", 2, "What this was made from");
    document.add(std::move(facts));
}

void add_scheme(Document& document, const SchemeInfo& scheme, const BandsInfo& bands, const std::optional<base::Date>& as_of) {
    document.add(scheme_facts(scheme, bands, as_of));
    add_scheme_cautions(document, scheme, bands);
}

Facts scheme_facts(const SchemeInfo& scheme, const BandsInfo& bands, const std::optional<base::Date>& as_of) {
    Facts facts;
    facts.rows.emplace_back("Scheme", scheme.title);
    facts.rows.emplace_back("Edition",
                            base::worded("{} of {}, status {}", scheme.edition, scheme.id, base::translated(scheme.status)));
    add_scheme_file(facts, scheme);
    if (scheme.local)
        facts.rows.emplace_back("Local agreement", base::worded("{} {}, SHA-256 {}", scheme.local->id, scheme.local->edition,
                                                                std::string_view{scheme.local->sha256}.substr(0, 12)));
    if (!scheme.has_points()) facts.rows.emplace_back("Method", "classification: rules give bands for levels, without points");
    facts.rows.emplace_back("Bands", bands_line(bands));
    if (as_of) {
        facts.rows.emplace_back("As of", *as_of);
    }
    return facts;
}

bool whole_totals(const model::Scheme& scheme) {
    const auto units = scheme.units();
    return std::all_of(units.begin(), units.end(), [](const model::ScoredUnit& unit) {
        return std::all_of(unit.values().begin(), unit.values().end(),
                           [](model::Points points) { return points.value().is_whole(); });
    });
}

std::string floor_anchor(std::string_view band) { return fmt::format("floor.{}", band); }

Table band_table(const model::BandTable& table, const model::Scheme& scheme) {
    const bool whole = whole_totals(scheme);
    const auto bands = table.bands();
    const bool named = std::any_of(bands.begin(), bands.end(), [](const model::Band& band) { return !band.name.empty(); });
    const bool has_floors = table.deciding() == nullptr;
    Table result;
    result.id = "bands";
    result.columns = {{"band", "Band", Role::band}};
    if (has_floors) result.columns.push_back({"totals", "Totals"});
    if (named) {
        result.columns.push_back({"name", "Name", Role::name});
    }
    for (std::size_t i = 0; i < bands.size(); ++i) {
        auto& row = result.rows.emplace_back(std::vector<Cell>{Band{bands[i].id.text()}});
        if (has_floors) row.push_back(Cell{span_of(table, i, whole)}.at(floor_anchor(bands[i].id.text())));
        if (named) {
            row.emplace_back(Name{bands[i].name, bands[i].short_name});
        }
    }
    return result;
}

std::string why_no_band(const model::BandTable& table, model::Points total) {
    if (table.deciding() != nullptr) return base::worded("the rules of the scheme give these levels and facts no one band");
    if (const model::Unbanded* hole = table.declared_hole(total)) {
        return base::worded("the band table leaves {} to {} without a band: {}", hole->from.to_string(), hole->to.to_string(),
                            hole->reason);
    }
    const auto below_next = [&](model::BandIndex next) {
        const model::Band& above = table[next];
        if (next.value() == 0)
            return base::worded("{} is below the floor of the lowest band '{}' ({})", total.to_string(), above.id.text(),
                                above.floor.to_string());
        return base::worded("{} lies between band '{}' and band '{}' ({})", total.to_string(),
                            table.bands()[next.value() - 1].id.text(), above.id.text(), above.floor.to_string());
    };
    const auto above_all = [&] {
        const model::Band& last = table.bands().back();
        return base::worded("{} is above the largest total of the highest band '{}' ({})", total.to_string(), last.id.text(),
                            last.max.value_or(last.floor).to_string());
    };
    return table.next_above(total).visit(below_next, above_all);
}

std::optional<std::string> why_no_band_between(const model::Scheme& scheme, const model::BandTable& table,
                                               const model::Answers& answers, const scoring::Score& score) {
    if (table.deciding() != nullptr) return std::nullopt;
    const auto between = scoring::no_band_between(scheme, table, answers, score);
    if (!between) return std::nullopt;
    const std::string such_as = between->reached ? base::worded(", such as {},", between->total.to_string()) : std::string{};
    return base::worded("a total between{} {} be in no band: {}", such_as,
                        between->proven ? base::worded("can") : base::worded("may"), why_no_band(table, between->total));
}

}  // namespace je::report
