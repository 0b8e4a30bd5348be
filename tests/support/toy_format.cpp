// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstddef>
#include <span>
#include <string>

#include "je/render/format.hpp"

// One more format, put into the table of formats when je is linked for the tests: whatever asks for the formats gets it too.
namespace je::render {

std::span<const HowWritten> formats_of_je() __asm__("__real__ZN2je6render7formatsEv");
std::span<const HowWritten> formats_and_toy() __asm__("__wrap__ZN2je6render7formatsEv");
const HowWritten& how_with_toy(Format format) __asm__("__wrap__ZN2je6render3howENS0_6FormatE");

std::string toy(const report::Document& document, std::size_t) {
    std::string out = "toy\n";
    for (const report::Section& section : document.sections())
        out += section.id + ": " + std::to_string(section.blocks.size()) + "\n";
    return out;
}

std::span<const HowWritten> formats_and_toy() {
    const auto is = formats_of_je();
    static const HowWritten another{
        .format = Format{5}, .name = "toy", .ending = ".toy", .media_type = "text/x-toy", .document = toy};
    static const std::array all{is[0], is[1], is[2], is[3], is[4], another};
    return all;
}

const HowWritten& how_with_toy(Format format) { return formats_and_toy()[static_cast<std::size_t>(format)]; }

}  // namespace je::render
