// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "fuzz/targets/yaml_target.hpp"
#include "io/readers/reader.hpp"
#include "je/model/scheme.hpp"
#include "support/writers/writer.hpp"

namespace {

void make_bands(const je::model::BandsFileDraft& draft, const je::base::SourceTextPtr& text) {
    je::base::Diagnostics diagnostics;
    const auto bands = je::model::BandsFile::make(draft, diagnostics);
    je::test::require_good(diagnostics, text);
    je::test::require_told(draft, bands.has_value(), diagnostics);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    je::test::read_and_write<je::model::BandsFileDraft>(data, size, je::io::read_bands_file, je::test::write_bands_file,
                                                        make_bands);
    return 0;
}
