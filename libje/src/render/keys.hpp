// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "je/report/description.hpp"

namespace je::render {

/// The JSON Schema (draft 2020-12) of a kind of result, from its description. It takes no key that is not described, and no
/// value of another type. What the public view has not is not required.
///
///     for (const auto& kind : report::result_kinds()) std::puts(render::json_schema(kind).c_str());
[[nodiscard]] std::string json_schema(const report::ResultKind& kind);

/// The page of all keys in Markdown: for each kind of result its keys, and each described struct once.
[[nodiscard]] std::string page_of_keys(std::span<const report::ResultKind> kinds);

}  // namespace je::render
