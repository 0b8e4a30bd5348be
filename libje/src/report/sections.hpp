// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "je/report/document.hpp"

namespace je::report {

// Parts of a document taken out of it.

using Ids = std::set<std::string, std::less<>>;

/// The sections without those left out and what stands below them, and without tables and figures left out.
[[nodiscard]] std::vector<Section> sections_without(const Document& document, const Ids& without);

/// Puts a prefix before all ids, and takes out links, formulas and figures' tables that lead to nothing in these sections.
void close_ids(std::vector<Section>& sections, std::string_view prefix);

/// The document with as many of its sections of many alike as there is room for, the first ones of each kind; a caution says
/// how many are left out, and where they are. The room is in bytes of a page, about.
[[nodiscard]] Document fitted(Document document, std::size_t room);

}  // namespace je::report
