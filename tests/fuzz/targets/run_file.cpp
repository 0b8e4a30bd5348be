// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/io/run_file.hpp"

#include <array>
#include <set>

#include "fuzz/targets/yaml_target.hpp"
#include "je/base/text.hpp"

namespace {

using namespace je;
using test::require;

constexpr std::array kinds{io::RunFileKind::ini, io::RunFileKind::json, io::RunFileKind::xml, io::RunFileKind::info};

/// What every accepted run file keeps to.
void require_sound(const io::RunFile& run) {
    require(!run.sections.empty(), "a run of nothing");
    std::set<std::string> sections;
    for (const io::RunSection& section : run.sections) {
        require(section.name.at.known(), "a section without a place");
        require(!section.name.value.empty(), "a section without a name");
        require(sections.insert(section.name.value).second, "a section twice");
        std::set<std::string> keys;
        for (const io::RunKey& key : section.keys) {
            require(key.name.at.known(), "a key without a place");
            require(keys.insert(key.name.value).second, "a key twice");
            require(!key.values.empty(), "a key without values");
            require(key.listed || key.values.size() == 1, "several values, and no list");
            require(section.find(key.name.value) == &key, "a key that is not found");
            for (const auto& value : key.values) {
                require(!base::first_invalid_utf8(value.value), "a value that is not UTF-8");
                require(value.at.known(), "a value without a place");
            }
        }
    }
}

}  // namespace

// The first byte chooses the form, the rest is the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const auto kind = kinds[data[0] % kinds.size()];
    const auto text = test::source_of(std::string{reinterpret_cast<const char*>(data + 1), size - 1});
    base::Diagnostics diagnostics;
    const auto run = io::read_run_file(text, kind, diagnostics, {.max_bytes = 1U << 16U, .max_depth = 8, .max_keys = 2000});
    test::require_good(diagnostics, text);
    test::require_told(run.has_value(), diagnostics);
    if (run) require_sound(*run);
    return 0;
}
