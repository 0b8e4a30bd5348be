// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/io/file.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "je/base/text.hpp"

namespace {

using je::io::Encoding;

void require(bool condition, const char* what) {
    if (condition) return;
    std::fprintf(stderr, "encoding: %s\n", what);
    std::abort();
}

void look_at(const std::string& text) {
    const std::string shown = je::base::with_hidden_shown(text);
    require(!je::base::first_misleading(shown), "what misleads is shown");
    require(!je::base::first_invalid_utf8(shown) && !je::base::first_invalid_utf8(je::base::isolated(shown)),
            "what is shown is UTF-8");
    require(!je::base::first_misleading(je::base::with_hidden_escaped(text)), "what misleads is an escape in JSON");
    const std::string single = je::base::with_single_blanks(text);
    require(je::base::with_single_blanks(single) == single, "blanks that are single stay so");
    je::base::LookAlikes ids;
    require(ids.add(text, {}) == nullptr && ids.add(text, {}) == nullptr, "a text does not look like another that it is");
    (void)je::base::display_width(shown);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes{reinterpret_cast<const char*>(data), size};
    const auto source = std::make_shared<const je::base::SourceText>(je::base::SourceText{"f", bytes});
    for (const Encoding encoding : {Encoding::by_its_bytes, Encoding::utf_8, Encoding::utf_16, Encoding::windows_1252}) {
        je::base::Diagnostics diagnostics;
        const auto file = je::io::in_utf8(source, encoding, diagnostics);
        require(file.has_value() != diagnostics.has_errors(), "a text, or why not");
        for (const auto& d : diagnostics.all()) require(d.at.known(), "a place for each error");
        if (!file) continue;
        require(je::io::sha256_of(*file) == je::io::sha256_hex(bytes), "the checksum is that of the file");
        const bool valid = !je::base::first_invalid_utf8(file->text->text);
        require(valid || (file->read_as.empty() && file->text->text == bytes), "UTF-8, or the bytes as they are");
        if (valid) look_at(file->text->text);
    }
    return 0;
}
