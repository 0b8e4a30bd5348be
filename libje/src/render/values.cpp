// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/values.hpp"

#include <fmt/format.h>

#include <variant>

#include "base/gaps.hpp"
#include "je/base/language.hpp"

namespace je::render {

using base::filled;
using base::translated;

namespace {

std::string_view words_of(report::Reason reason) {
    switch (reason) {
        case report::Reason::not_said:
            return "";
        case report::Reason::none:
            return "none";
        case report::Reason::not_known:
            return "not known";
        case report::Reason::no_level:
            return "?";
        case report::Reason::no_way:
        case report::Reason::not_allowed:
        case report::Reason::not_given:
            return "-";
        case report::Reason::no_limit:
            return "any";
        case report::Reason::not_computed:
            return "not computed";
        case report::Reason::not_recorded:
            return "not recorded";
        case report::Reason::not_yet:
            return "not yet";
        case report::Reason::masked:
            return "masked";
        case report::Reason::no_such_value:
            return "(not there)";
    }
    return "";
}

/// Which number the words beside points agree with: of parts, and from 100 on, that of many.
std::size_t number_of_words(base::Decimal amount) {
    constexpr std::int64_t many = 100;
    const std::int64_t whole = amount.units() / base::Decimal::units_per_one;
    return static_cast<std::size_t>(amount.is_whole() && whole >= 0 && whole < many ? whole : many);
}

std::string points(const report::Points& points) {
    std::string number = points.amount.to_string();
    switch (points.form) {
        case report::Points::Form::number:
            return number;
        case report::Points::Form::named:
            return filled("{} {}", {number, translated("point", "points", number_of_words(points.amount))});
        case report::Points::Form::change:
            return points.amount > base::Decimal{} ? "+" + number : number;
    }
    return number;
}

/// Both digits after the point, if any; a computed amount always has them.
std::string money(const report::Money& money) {
    std::string text = money.amount.to_string();
    const std::size_t point = text.find('.');
    if (point == std::string::npos) return money.computed ? text + ".00" : text;
    return text.size() == point + 2 ? text + "0" : text;
}

/// One digit after the point; the ends are said where rounding would reach them and the share does not.
std::string rounded(double part) {
    if (part < 0) return part > -0.0005 ? std::string{translated("just below 0 %")} : fmt::format("{:.1f} %", 100 * part);
    if (part > 0 && part < 0.0005) return std::string{translated("under 0.1 %")};
    if (part < 1 && part > 0.9995) return std::string{translated("over 99.9 %")};
    if (part == 0 || part == 1) return part == 0 ? "0 %" : "100 %";
    return fmt::format("{:.1f} %", part * 100);
}

std::string chance(double part) {
    if (part >= 1) return "100 %";
    if (part > 0.9999) return std::string{translated("over 99.99 %")};
    if (part < 0.0001) return std::string{translated("under 0.01 %")};
    return fmt::format("{:.2f} %", 100 * part);
}

std::string part_of(const report::Share& share) {
    switch (share.form) {
        case report::Share::Form::rounded:
            return rounded(share.part);
        case report::Share::Form::chance:
            return chance(share.part);
        case report::Share::Form::fixed:
            return fmt::format("{:.{}f} %", 100 * share.part, share.digits);
        case report::Share::Form::stated:
            return fmt::format("{:.10g} %", 100 * share.part);
    }
    return {};
}

struct ShowContent {
    Names names;
    std::string operator()(report::Nothing nothing) const { return std::string{translated(words_of(nothing.reason))}; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(bool truth) const { return std::string{translated(truth ? "yes" : "no")}; }
    std::string operator()(const report::Points& one) const { return points(one); }
    std::string operator()(const report::Money& one) const { return money(one); }
    std::string operator()(const report::Share& share) const {
        const std::string part = part_of(share);
        if (!share.error) return part;
        const std::string error = fmt::format("{:.2f} %", 100 * *share.error);
        return share.form == report::Share::Form::fixed ? filled("{} ({})", {part, error})
                                                        : filled(translated("{} (standard error {})"), {part, error});
    }
    std::string operator()(const report::Estimate& number) const {
        return number.digits ? fmt::format("{:.{}f}", number.value, *number.digits) : fmt::format("{:.10g}", number.value);
    }
    std::string operator()(base::Date date) const { return date.to_string(); }
    std::string operator()(const report::Level& level) const { return level.id + level.options; }
    std::string operator()(const report::Band& band) const {
        const bool is_named = band.form == report::Band::Form::named;
        if (!band.id) return std::string{translated(is_named ? "no band" : "none")};
        return is_named ? filled(translated("band {}"), {*band.id}) : *band.id;
    }
    std::string operator()(const report::Name& name) const {
        return names == Names::full || name.brief.empty() ? name.full : name.brief;
    }
};

struct ShowRun {
    Names names;
    std::string operator()(const std::string& words) const { return words; }
    std::string operator()(const report::Content& value) const { return shown(value, names); }
    std::string operator()(const report::Range& range) const { return shown(range, names); }
    std::string operator()(const report::Link& link) const { return link.words; }
};

}  // namespace

std::string shown(const report::Content& value, Names names) { return std::visit(ShowContent{names}, value); }

std::string shown(const report::Range& range, Names names) {
    switch (range.end) {
        case report::Range::End::included:
            return filled(translated("{} to {}"), {shown(range.from, names), shown(range.to, names)});
        case report::Range::End::excluded:
            return filled(translated("{} to under {}"), {shown(range.from, names), shown(range.to, names)});
        case report::Range::End::open:
            return filled(translated("{} and above"), {shown(range.from, names)});
    }
    return {};
}

std::string shown(const report::Text& text, Names names) {
    std::string all;
    for (const report::Run& run : text.runs) all += std::visit(ShowRun{names}, run);
    return all;
}

std::string shown(const report::Cell& cell, Names names) {
    return std::visit([&](const auto& one) { return shown(one, names); }, cell.value);
}

std::string shown(const report::Column& column, Names names) {
    return column.unit.empty() ? shown(column.label, names) : shown(column.label, names) + " (" + column.unit + ")";
}

}  // namespace je::render
