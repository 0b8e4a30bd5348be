// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "fuzz/targets/yaml_target.hpp"
#include "io/readers/reader.hpp"
#include "je/model/scheme.hpp"
#include "support/writers/writer.hpp"

namespace {

void make_scheme(const je::model::SchemeDraft& draft, const je::base::SourceTextPtr& text) {
    je::base::Diagnostics diagnostics;
    const auto scheme = je::model::Scheme::make(draft, diagnostics);
    je::test::require_good(diagnostics, text);
    je::test::require_told(draft, scheme.has_value(), diagnostics);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    je::test::read_and_write<je::model::SchemeDraft>(data, size, je::io::read_scheme, je::test::write_scheme, make_scheme);
    return 0;
}
