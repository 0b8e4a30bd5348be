// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "fuzz/targets/yaml_target.hpp"
#include "je/io/seal.hpp"

using je::test::require;

namespace {

/// A log of the same records, sealed afresh one after another.
std::string sealed_afresh(const std::vector<je::io::SealEntry>& entries) {
    std::string text;
    std::optional<je::io::SealEntry> last;
    for (const auto& entry : entries) {
        last = je::io::make_entry(last ? &*last : nullptr, entry.record);
        text += je::io::line_of(*last);
    }
    return text;
}

}  // namespace

// Any bytes as a log. It is accepted if and only if it is, to the byte, what sealing its records gives; and each problem lies
// somewhere in it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = je::test::source_of(std::string{reinterpret_cast<const char*>(data), size});
    je::base::Diagnostics diagnostics;
    const auto check = je::io::check_log(text, je::test::small_limits(), std::nullopt, diagnostics);
    je::test::require_good(diagnostics, text);
    const bool afresh = sealed_afresh(check.entries) == text->text;
    require(afresh == !diagnostics.has_errors(),
            afresh ? "a sound log was refused" : "a log that je would not write was accepted");
    std::size_t sealed = 0;
    for (const auto& file : check.files) {
        require(file.newest != nullptr && file.newest->record.name == file.name, "a file without its newest entry");
        sealed += file.entries;
    }
    require(sealed == check.entries.size(), "files and entries differ in number");

    const auto record = je::io::record_of("name", text->text, std::nullopt);
    require(record.text == text->text && !record.kind.empty(), "a record that is not the file");
    je::base::Diagnostics of_record;
    if (je::io::can_be_sealed(text, of_record)) {
        je::base::Diagnostics again;
        static_cast<void>(
            je::io::read_log(je::test::source_of(je::io::line_of(je::io::make_entry(nullptr, record))), {}, again));
        require(again.all().empty(), "what was sealed is refused: " + (again.all().empty() ? "" : again.all().front().message));
    } else {
        je::test::require_good(of_record, text);
    }
    return 0;
}
