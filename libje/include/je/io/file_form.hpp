// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "je/base/diagnostic.hpp"

namespace je::io {

/// Whether these bytes, of a whole file or of its first thousands, are those of a workbook, a document, a web page, a picture
/// or an archive: what people have at hand in place of the text that it was made from.
[[nodiscard]] bool is_document(std::string_view bytes);

/// Reports (JE-F04) a file that is such a thing, with the way out; true for any other.
///
///     const auto file = io::read_file("jobs.xlsx", "jobs.xlsx", limits, diagnostics);
///     if (file && io::is_for_text_readers(*file, diagnostics)) ...
[[nodiscard]] bool is_for_text_readers(const base::SourceTextPtr& file, base::Diagnostics& diagnostics);

}  // namespace je::io
