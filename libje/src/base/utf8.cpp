// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.hpp"

#include <cstring>

#include "je/base/text.hpp"

namespace je::base {

namespace {

constexpr std::uint64_t high_bits = 0x8080808080808080U;

/// How many bytes the character has by its first byte, and the smallest code such a character may have.
struct Lead {
    std::size_t bytes;
    std::uint32_t code;
    std::uint32_t smallest;
};

Lead lead_of(unsigned char byte) {
    if (byte < 0x80) return {1, byte, 0};
    if (byte >= 0xC2 && byte <= 0xDF) return {2, byte & 0x1FU, 0x80};
    if (byte >= 0xE0 && byte <= 0xEF) return {3, byte & 0x0FU, 0x800};
    if (byte >= 0xF0 && byte <= 0xF4) return {4, byte & 0x07U, 0x10000};
    return {0, 0, 0};
}

std::uint64_t eight_at(const char* from) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, from, sizeof eight);
    return eight;
}

/// Steps over plain ASCII bytes, 32 and then eight at a time.
std::size_t after_ascii(std::string_view text, std::size_t at) {
    const char* const all = text.data();
    for (; at + 32 <= text.size(); at += 32) {
        const char* const from = all + at;
        if (((eight_at(from) | eight_at(from + 8) | eight_at(from + 16) | eight_at(from + 24)) & high_bits) != 0) break;
    }
    while (at + 8 <= text.size() && (eight_at(all + at) & high_bits) == 0) at += 8;
    return at;
}

}  // namespace

DecodedCharacter decode_utf8(std::string_view text, std::size_t at) {
    const Lead lead = lead_of(static_cast<unsigned char>(text[at]));
    if (lead.bytes == 0 || text.size() - at < lead.bytes) return {};
    std::uint32_t code = lead.code;
    for (std::size_t i = 1; i < lead.bytes; ++i) {
        const auto byte = static_cast<unsigned char>(text[at + i]);
        if ((byte & 0xC0U) != 0x80U) return {};
        code = code << 6U | (byte & 0x3FU);
    }
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < lead.smallest || code > 0x10FFFF || surrogate) return {};
    return {code, lead.bytes};
}

void append_utf8(std::string& out, std::uint32_t code) {
    const auto tail = [&](unsigned shift) { out.push_back(static_cast<char>(0x80U | ((code >> shift) & 0x3FU))); };
    if (code < 0x80) {
        out.push_back(static_cast<char>(code));
    } else if (code < 0x800) {
        out.push_back(static_cast<char>(0xC0U | (code >> 6U)));
        tail(0);
    } else if (code < 0x10000) {
        out.push_back(static_cast<char>(0xE0U | (code >> 12U)));
        tail(6);
        tail(0);
    } else {
        out.push_back(static_cast<char>(0xF0U | (code >> 18U)));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    std::size_t at = after_ascii(text, 0);
    while (at < text.size()) {
        const std::size_t bytes = decode_utf8(text, at).bytes;
        if (bytes == 0) return at;
        at = after_ascii(text, at + bytes);
    }
    return std::nullopt;
}

}  // namespace je::base
