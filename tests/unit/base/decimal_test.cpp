// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/decimal.hpp"

#include <doctest/doctest.h>

#include <cctype>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace decimal_test {

namespace {

using je::base::Decimal;
using je::base::DecimalError;
using Parsed = std::variant<Decimal, DecimalError>;

static_assert(!std::is_convertible_v<double, Decimal> && !std::is_constructible_v<Decimal, double>);
static_assert(!std::is_convertible_v<Decimal, double>);
static_assert(std::is_trivially_copyable_v<Decimal> && sizeof(Decimal) == 8);

std::string shown(const Parsed& parsed) {
    if (const auto* value = std::get_if<Decimal>(&parsed)) return value->to_string();
    return std::string{describe(std::get<DecimalError>(parsed))};
}

/// The text in small letters, without its sign and with one '#' for each run of digits: "-1.5E+10" is "#.#e+#".
std::string shape_of(const std::string& text) {
    std::string shape;
    for (const char c : text.substr(text[0] == '+' || text[0] == '-' ? 1 : 0)) {
        const bool digit = std::string_view{"0123456789"}.find(c) != std::string_view::npos;
        if (digit && shape.ends_with('#')) continue;
        shape += digit ? '#' : c == '#' ? '?' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return shape;
}

std::size_t digits_from(const std::string& text, std::size_t at) {
    std::size_t count = 0;
    while (at + count < text.size() && std::isdigit(static_cast<unsigned char>(text[at + count])) != 0) ++count;
    return count;
}

/// PLAIN, for tests only: sorts texts by their shape, then counts digits.
Parsed parsed_by_shape(const std::string& text) {
    static const std::set<std::string> non_finite{"nan", ".nan", "inf", ".inf", "infinity"};
    static const std::set<std::string> exponent{"#e#",  "#e+#",  "#e-#",  "#.e#",  "#.e+#",  "#.e-#",
                                                ".#e#", ".#e+#", ".#e-#", "#.#e#", "#.#e+#", "#.#e-#"};
    static const std::set<std::string> incomplete{"", ".", "#.", ".#"};
    if (text.empty()) return DecimalError::empty;
    const auto shape = shape_of(text);
    if (non_finite.contains(shape)) return DecimalError::non_finite;
    if (exponent.contains(shape)) return DecimalError::exponent;
    if (incomplete.contains(shape)) return DecimalError::missing_digits;
    if (shape != "#" && shape != "#.#") return DecimalError::not_a_number;
    if (text[0] == '+') return DecimalError::explicit_plus;
    const std::size_t first = text[0] == '-' ? 1 : 0;
    const auto whole = digits_from(text, first);
    const auto fraction = digits_from(text, first + whole + 1);
    if (whole > 1 && text[first] == '0') return DecimalError::leading_zero;
    if (whole > 9) return DecimalError::out_of_range;
    if (fraction > 4) return DecimalError::too_many_digits;
    const auto digits =
        text.substr(first, whole) + (text + ".").substr(first + whole + 1, fraction) + std::string(4 - fraction, '0');
    const auto units = std::stoll(digits);
    if (first == 1 && units == 0) return DecimalError::negative_zero;
    return Decimal::from_units(first == 1 ? -units : units);
}

void all_texts(std::string& text, std::size_t longest, std::string_view letters, std::size_t& differing) {
    const auto ours = Decimal::parse(text);
    const auto naive = parsed_by_shape(text);
    if (ours != naive) {
        ++differing;
        FAIL_CHECK("'" << text << "': " << shown(ours) << ", by shape " << shown(naive));
    }
    if (text.size() == longest) return;
    for (const char letter : letters) {
        text += letter;
        all_texts(text, longest, letters, differing);
        text.pop_back();
    }
}

TEST_CASE("a decimal is read exactly") {
    struct Row {
        const char* text;
        std::int64_t units;
    };
    for (const Row& row : std::vector<Row>{{"0", 0},
                                           {"1", 10'000},
                                           {"-1", -10'000},
                                           {"440", 4'400'000},
                                           {"153.25", 1'532'500},
                                           {"-0.5", -5'000},
                                           {"0.0001", 1},
                                           {"-0.0001", -1},
                                           {"1.5000", 15'000},
                                           {"0.0", 0},
                                           {"999999999.9998", Decimal::largest_units - 1},
                                           {"999999999.9999", Decimal::largest_units},
                                           {"-999999999.9999", -Decimal::largest_units}}) {
        CAPTURE(row.text);
        const auto parsed = Decimal::parse(row.text);
        REQUIRE(std::holds_alternative<Decimal>(parsed));
        CHECK(std::get<Decimal>(parsed).units() == row.units);
    }
}

TEST_CASE("a text that is no decimal is refused for the reason that helps most") {
    struct Row {
        std::string text;
        DecimalError why;
    };
    for (const Row& row : std::vector<Row>{{"", DecimalError::empty},
                                           {"abc", DecimalError::not_a_number},
                                           {" 5", DecimalError::not_a_number},
                                           {"5 ", DecimalError::not_a_number},
                                           {"1_000", DecimalError::not_a_number},
                                           {"1,5", DecimalError::not_a_number},
                                           {"0x1F", DecimalError::not_a_number},
                                           {"0x1e5", DecimalError::not_a_number},
                                           {"1.2.3", DecimalError::not_a_number},
                                           {"--5", DecimalError::not_a_number},
                                           {"5-", DecimalError::not_a_number},
                                           {"1e", DecimalError::not_a_number},
                                           {"e5", DecimalError::not_a_number},
                                           {"yes", DecimalError::not_a_number},
                                           {"\xE2\x88\x92"
                                            "5",
                                            DecimalError::not_a_number},              // a minus sign that is no hyphen
                                           {"\xD9\xA5", DecimalError::not_a_number},  // a digit of another script
                                           {"\xFF", DecimalError::not_a_number},
                                           {std::string{"5\0", 2}, DecimalError::not_a_number},
                                           {std::string{"\0", 1}, DecimalError::not_a_number},
                                           {"010", DecimalError::leading_zero},
                                           {"00", DecimalError::leading_zero},
                                           {"-01.5", DecimalError::leading_zero},
                                           {"1e3", DecimalError::exponent},
                                           {"1e309", DecimalError::exponent},
                                           {"-1.5E-3", DecimalError::exponent},
                                           {"+1e+3", DecimalError::exponent},
                                           {".5e3", DecimalError::exponent},
                                           {"1.23456", DecimalError::too_many_digits},
                                           {"1.50000", DecimalError::too_many_digits},
                                           {"1000000000", DecimalError::out_of_range},
                                           {"999999999.99991", DecimalError::too_many_digits},
                                           {"9999999999.99999", DecimalError::out_of_range},
                                           {std::string(400, '9'), DecimalError::out_of_range},
                                           {"-0", DecimalError::negative_zero},
                                           {"-0.0", DecimalError::negative_zero},
                                           {"-0.000", DecimalError::negative_zero},
                                           {".nan", DecimalError::non_finite},
                                           {"NaN", DecimalError::non_finite},
                                           {"inf", DecimalError::non_finite},
                                           {"-.inf", DecimalError::non_finite},
                                           {"Infinity", DecimalError::non_finite},
                                           {"+5", DecimalError::explicit_plus},
                                           {"+010", DecimalError::explicit_plus},
                                           {"5.", DecimalError::missing_digits},
                                           {".5", DecimalError::missing_digits},
                                           {"-", DecimalError::missing_digits},
                                           {"+", DecimalError::missing_digits},
                                           {".", DecimalError::missing_digits},
                                           {"-.", DecimalError::missing_digits}}) {
        CAPTURE(row.text);
        const auto parsed = Decimal::parse(row.text);
        REQUIRE(std::holds_alternative<DecimalError>(parsed));
        CHECK(describe(std::get<DecimalError>(parsed)) == describe(row.why));
    }
}

TEST_CASE("texts of a megabyte are refused without harm") {
    constexpr std::size_t megabyte = 1U << 20U;
    CHECK(Decimal::parse(std::string(megabyte, '9')) == Parsed{DecimalError::out_of_range});
    CHECK(Decimal::parse(std::string(megabyte, '0')) == Parsed{DecimalError::leading_zero});
    CHECK(Decimal::parse(std::string(megabyte, '\0')) == Parsed{DecimalError::not_a_number});
    CHECK(Decimal::parse("1." + std::string(megabyte, '3')) == Parsed{DecimalError::too_many_digits});
    CHECK(Decimal::parse("1e" + std::string(megabyte, '3')) == Parsed{DecimalError::exponent});
}

TEST_CASE("every text of at most five of the telling letters is read as its shape says") {
    std::size_t differing = 0;
    std::string text;
    all_texts(text, 5, "019.-+ex", differing);
    CHECK(differing == 0);
}

TEST_CASE("digits before and after the point are counted at each limit") {
    for (std::size_t whole = 0; whole <= 12; ++whole) {
        for (std::size_t fraction = 0; fraction <= 6; ++fraction) {
            for (const char digit : {'0', '1', '9'}) {
                for (const char* sign : {"", "-", "+"}) {
                    const auto text = sign + std::string(whole, digit) + '.' + std::string(fraction, digit);
                    CAPTURE(text);
                    CHECK(shown(Decimal::parse(text)) == shown(parsed_by_shape(text)));
                }
            }
        }
    }
}

TEST_CASE("a decimal is written in its shortest exact form") {
    struct Row {
        std::int64_t units;
        const char* text;
    };
    for (const Row& row : std::vector<Row>{{0, "0"},
                                           {1, "0.0001"},
                                           {-1, "-0.0001"},
                                           {10, "0.001"},
                                           {9'999, "0.9999"},
                                           {10'000, "1"},
                                           {10'001, "1.0001"},
                                           {-5'000, "-0.5"},
                                           {1'532'500, "153.25"},
                                           {4'400'000, "440"},
                                           {Decimal::largest_units, "999999999.9999"},
                                           {std::numeric_limits<std::int64_t>::max(), "922337203685477.5807"},
                                           {std::numeric_limits<std::int64_t>::min(), "-922337203685477.5808"}}) {
        CHECK(Decimal::from_units(row.units).to_string() == row.text);
    }
}

TEST_CASE("what was written is read back as the same decimal") {
    std::uint64_t state = 20260105;  // Knuth's MMIX generator: the same numbers everywhere
    for (int i = 0; i < 20'000; ++i) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        const auto size = static_cast<std::int64_t>(state >> 20U) % (std::int64_t{1} << (i % 44));
        const auto value = Decimal::from_units(i % 2 == 0 ? size : -size);
        if (value.units() > Decimal::largest_units || value.units() < -Decimal::largest_units) continue;
        CAPTURE(value.to_string());
        CHECK(Decimal::parse(value.to_string()) == Parsed{value});
    }
}

TEST_CASE("decimals add, subtract and compare exactly") {
    const auto tenth = Decimal::from_units(1'000);
    auto sum = Decimal{};
    for (int i = 0; i < 10; ++i) sum = sum + tenth;
    CHECK(sum == Decimal::from_whole(1));
    CHECK(Decimal::from_whole(1) - Decimal::from_units(1) < Decimal::from_whole(1));
    CHECK(sum.is_whole());
    CHECK_FALSE(tenth.is_whole());
    CHECK(Decimal::from_whole(-2).is_whole());
}

}  // namespace

}  // namespace decimal_test
