// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "je/base/diagnostic.hpp"
#include "je/base/text.hpp"
#include "je/model/scheme.hpp"
#include "sensitivity/grid.hpp"
#include "sensitivity/region.hpp"

namespace je::sensitivity {

namespace {

/// "character 12, 'peple'"; "its end".
std::string place_in_words(std::string_view text, std::size_t at) {
    if (at >= text.size()) return "its end";
    const std::size_t end = std::min(text.find(' ', at), text.size());
    return fmt::format("character {}, '{}'", at + 1, text.substr(at, end - at));
}

/// What weights of a scheme are called: ids of factors and matrices, with `factor:` before them where they look like a number,
/// and `group:` with the id of a group.
class WeightNames {
public:
    WeightNames(const model::Scheme& scheme, const Grid& grid) : scheme_{scheme} {
        const auto add = [&](const std::string& name, std::size_t f) {
            auto& factors = factors_[name];
            if (factors.empty()) names_.push_back(name);
            factors.push_back(f);
        };
        for (std::size_t f = 0; f < grid.factors(); ++f) add(scheme.units()[grid.units()[f]].id(), f);
        for (std::size_t f = 0; f < grid.factors(); ++f) {
            if (const auto& group = scheme.units()[grid.units()[f]].group())
                add(fmt::format("group:{}", scheme[*group].id.text()), f);
        }
    }

    /// A name of a weight that cannot be taken for a number, such as "8a".
    [[nodiscard]] bool is_no_number(std::string_view name) const {
        return factors_.find(name) != factors_.end() && !std::holds_alternative<base::Decimal>(base::Decimal::parse(name));
    }

    /// Factors of the grid that the name stands for. Throws an OutsideError with JE-U82 for a name without a weight, found at
    /// `at` of the expression `text`.
    [[nodiscard]] std::vector<std::size_t> factors_of(std::string_view given, std::string_view text, std::size_t at) const {
        constexpr std::string_view prefix = "factor:";
        const std::string_view name = given.starts_with(prefix) ? given.substr(prefix.size()) : given;
        if (const auto found = factors_.find(name); found != factors_.end()) return found->second;
        const auto near = base::nearest(name, names_);
        throw base::OutsideError{
            {.id = "JE-U82",
             .message = fmt::format("--require '{}': {}, at character {}", text, why_none(name), at + 1),
             .expected = fmt::format("one of {}", base::quoted_list(names_, "or")),
             .fix = near ? fmt::format("did you mean '{}'?", *near) : std::string{"use the id of what has the weight"}}};
    }

private:
    [[nodiscard]] std::string why_none(std::string_view name) const {
        if (const auto factor = scheme_.find_factor(name)) {
            if (const model::ScoredUnit& unit = scheme_.unit_of(*factor); unit.is_combined())
                return fmt::format("'{}' has no weight of its own, as its points come from the {}", name, unit.called());
            return fmt::format("'{}' has no points, and so no weight", name);
        }
        if (name.starts_with("group:")) return fmt::format("no group with a weight is called '{}'", name.substr(6));
        return fmt::format("no factor is called '{}'", name);
    }

    const model::Scheme& scheme_;
    std::vector<std::string> names_;  // in the order of the scheme
    std::map<std::string, std::vector<std::size_t>, std::less<>> factors_;
};

using base::is_digit;
using base::is_letter;
using numerics::Fraction;
using numerics::Relation;

constexpr std::string_view example = "--require \"group:skills >= 0.40\" or --require \"knowledge >= people\"";

/// What may stand in a name after its first character; operators have spaces about them, or stand where a name cannot.
[[nodiscard]] bool is_name(char c) {
    return is_digit(c) || is_letter(c) || std::string_view{"-_.:/&'()"}.find(c) != std::string_view::npos;
}

/// Reads one expression from left to right; throws what is wrong as an OutsideError, caught below. A word that reads as a
/// number is one.
class Reading {
public:
    Reading(std::string_view text, const WeightNames& names, std::size_t factors)
        : text_{text}, names_{names}, sum_{std::vector<Fraction>(factors), Relation::at_least, Fraction{}} {}

    [[nodiscard]] numerics::LinearConstraint read() {
        side(1);
        sum_.relation = relation();
        side(-1);
        skip_spaces();
        if (at_ < text_.size()) refuse("nothing more: one >= or <= in each --require, which may be repeated");
        if (!has_weight_) refuse("a weight on one side or the other", 0);
        return std::move(sum_);
    }

private:
    /// Terms added to the left side minus the right side: numbers go over to the bound.
    void side(std::int64_t sign) {
        skip_spaces();
        std::int64_t term_sign = sign;
        if (peek() == '-') {
            ++at_;
            term_sign = -sign;
        }
        for (;;) {
            term(term_sign);
            skip_spaces();
            if (peek() != '+' && peek() != '-') return;
            term_sign = peek() == '+' ? sign : -sign;
            ++at_;
        }
    }

    void term(std::int64_t sign) {
        skip_spaces();
        if (!is_digit(peek()) || names_.is_no_number(word())) return name(Fraction{sign});
        const Fraction value = Fraction{sign} * number();
        skip_spaces();
        if (peek() == '*') {
            ++at_;
            skip_spaces();
            return name(value);
        }
        sum_.bound = sum_.bound - value;
    }

    [[nodiscard]] std::string_view word() const {
        std::size_t end = at_;
        while (end < text_.size() && is_name(text_[end])) ++end;
        return text_.substr(at_, end - at_);
    }

    [[nodiscard]] Fraction number() {
        const auto parsed = base::Decimal::parse(word());
        const auto* value = std::get_if<base::Decimal>(&parsed);
        if (value == nullptr) refuse("a number such as 0.4 or 40%, with at most four digits after the point");
        at_ += word().size();
        if (peek() != '%') return {value->units(), base::Decimal::units_per_one};
        ++at_;
        return {value->units(), base::Decimal::units_per_one * 100};
    }

    void name(const Fraction& times) {
        if (!is_letter(peek()) && !is_digit(peek())) refuse("a number, the id of a factor, or group: and the id of a group");
        for (const std::size_t f : names_.factors_of(word(), text_, at_)) sum_.coefficients[f] = sum_.coefficients[f] + times;
        at_ += word().size();
        has_weight_ = true;
    }

    [[nodiscard]] Relation relation() {
        const std::string_view sign = text_.substr(at_, 2);
        if (sign == ">=" || sign == "<=") {
            at_ += 2;
            return sign == ">=" ? Relation::at_least : Relation::at_most;
        }
        if (peek() == '=') refuse_plane();
        if (peek() == '<' || peek() == '>') refuse_strict(peek());
        refuse("+, -, * after a number, >= or <=");
    }

    [[noreturn]] void refuse(std::string expected) const { refuse(std::move(expected), at_); }
    [[noreturn]] void refuse(std::string expected, std::size_t place) const {
        throw base::OutsideError{
            {.id = "JE-U81",
             .message = fmt::format("--require '{}' cannot be read at {}", text_, place_in_words(text_, place)),
             .expected = std::move(expected),
             .fix = fmt::format("write for example {}; keep a space about + and -", example)}};
    }
    [[noreturn]] void refuse_plane() const {
        throw base::OutsideError{
            {.id = "JE-U83",
             .message = fmt::format("--require '{}' asks for equality at {}, which leaves no room to sample", text_,
                                    place_in_words(text_, at_)),
             .expected = "'>=' or '<='",
             .fix = "give the two sides of a small range: --require \"knowledge >= 0.19\" --require \"knowledge <= 0.21\""}};
    }
    [[noreturn]] void refuse_strict(char sign) const {
        throw base::OutsideError{
            {.id = "JE-U83",
             .message =
                 fmt::format("--require '{}' has a strict sign at {}, which leaves out no more than an edge without a share",
                             text_, place_in_words(text_, at_)),
             .expected = "'>=' or '<='",
             .fix = fmt::format("write '{}='", sign)}};
    }

    void skip_spaces() {
        while (peek() == ' ' || peek() == '\t') ++at_;
    }
    [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    std::string_view text_;
    const WeightNames& names_;
    numerics::LinearConstraint sum_;
    std::size_t at_ = 0;
    bool has_weight_ = false;
};

}  // namespace

bool Requirement::met_by(std::span<const numerics::Fraction> weights) const {
    Fraction sum;
    for (std::size_t f = 0; f < weights.size(); ++f) sum = sum + constraint.coefficients[f] * weights[f];
    if (constraint.relation == Relation::at_most) return sum <= constraint.bound;
    if (constraint.relation == Relation::at_least) return sum >= constraint.bound;
    return sum == constraint.bound;
}

std::variant<Requirement, base::Diagnostic> read_requirement(std::string_view text, const model::Scheme& scheme,
                                                             const Grid& grid) {
    try {
        const WeightNames names{scheme, grid};
        return Requirement{std::string{text}, Reading{text, names, grid.factors()}.read()};
    } catch (const base::OutsideError& wrong) {
        return wrong.diagnostic();
    }
}

}  // namespace je::sensitivity
