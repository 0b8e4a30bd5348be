// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/archive/names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/utf8.hpp"
#include "je/base/text.hpp"

namespace je::io {

namespace {

constexpr std::size_t longest_name = 1000;  // bytes
constexpr std::size_t length_of_port = 4;   // "com1"

bool is_control_byte(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

/// Whether Windows has a device of that name, whatever ending follows.
bool is_device(std::string_view part) {
    const std::string name = base::in_small_letters(part.substr(0, part.find('.')));
    if (name.size() == length_of_port && (name.starts_with("com") || name.starts_with("lpt"))) return base::is_digit(name[3]);
    constexpr std::array<std::string_view, 4> devices{"aux", "con", "nul", "prn"};
    return std::find(devices.begin(), devices.end(), name) != devices.end();
}

std::string portable_part(std::string_view part) {
    if (part == "." || part == "..") return std::string{part};
    std::string out = is_device(part) ? "_" : "";
    base::each_character(part, [&](const base::DecodedCharacter& character, std::string_view bytes) {
        const bool bad = character.bytes == 0 || is_control_byte(bytes.front()) ||
                         std::string_view{"\\:<>\"|?*"}.find(bytes.front()) != std::string_view::npos;
        bad ? out += '_' : out += bytes;
    });
    if (out.ends_with('.') || out.ends_with(' ')) out.back() = '_';
    return out;
}

}  // namespace

bool stays_within(std::string_view name) {
    if (name.empty() || name.size() > longest_name || name.front() == '/') return false;
    const auto is_bad = [](char c) { return c == '\\' || c == ':' || is_control_byte(c); };
    if (std::any_of(name.begin(), name.end(), is_bad)) return false;
    if (name.back() == '/' || name.find("//") != std::string_view::npos) return false;
    const auto parts = base::parts_between(name, '/');
    return std::none_of(parts.begin(), parts.end(), [](const auto& part) { return part == "." || part == ".."; });
}

std::string portable_name(std::string_view name) {
    std::string out;
    while (true) {
        const auto end = std::min(name.find('/'), name.size());
        out += portable_part(name.substr(0, end));
        if (end == name.size()) return out;
        out += '/';
        name.remove_prefix(end + 1);
    }
}

}  // namespace je::io
