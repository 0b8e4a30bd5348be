// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstring>

#include "io/yaml/builder.hpp"

namespace je::io {
namespace {

// Far more open brackets than any sentence holds; each costs yaml-cpp some 200 bytes.
constexpr std::size_t open_brackets_in_prose = 10'000;
// Commas, colons, brackets and the like that one long text may hold.
constexpr std::size_t signs_in_prose = 100'000;
// A node in flow style has at most three: "[],".
constexpr std::size_t signs_per_node = 3;

enum Sign : unsigned char { no_sign, opens, closes, divides };

constexpr std::array<unsigned char, 256> sign_of = [] {
    std::array<unsigned char, 256> table{};
    table['['] = table['{'] = opens;
    table[']'] = table['}'] = closes;
    table[','] = table[':'] = table['?'] = table['"'] = table['\''] = table['&'] = table['*'] = table['!'] = divides;
    return table;
}();

}  // namespace

YamlInput::YamlInput(std::string_view text, std::size_t max_depth, std::size_t max_nodes)
    : max_open_{std::min(max_depth, text.size()) + open_brackets_in_prose},
      max_signs_{std::min(max_nodes, text.size()) * signs_per_node + signs_in_prose} {
    char* begin = const_cast<char*>(text.data());  // streambuf asks for it; nothing here writes
    setg(begin, begin, begin + text.size());
}

std::streamsize YamlInput::xsgetn(char* to, std::streamsize wanted) {
    const std::streamsize n = std::min<std::streamsize>(wanted, egptr() - gptr());
    if (n <= 0) return 0;
    std::memcpy(to, gptr(), static_cast<std::size_t>(n));
    count({gptr(), static_cast<std::size_t>(n)});
    setg(eback(), gptr() + n, egptr());
    return n;
}

void YamlInput::count(std::string_view part) {
    for (const char c : part) {
        const unsigned char sign = sign_of[static_cast<unsigned char>(c)];
        if (sign == no_sign) continue;
        ++signs_;
        if (sign == opens) ++open_;
        if (sign == closes && open_ > 0) --open_;
    }
    if (open_ > max_open_) throw RunsOn{.too_deep = true};
    if (signs_ > max_signs_) throw RunsOn{};
}

}  // namespace je::io
