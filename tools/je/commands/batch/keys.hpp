// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "je/io/run_file.hpp"
#include "options.hpp"

namespace je::tool {

/// A key's values: the items of a list, or one value cut at its commas.
[[nodiscard]] std::vector<std::string> list_of(const io::RunKey& key);
/// Those of an option: where each of its values holds a comma itself, such as --pair A,B, one value is cut at semicolons.
[[nodiscard]] std::vector<std::string> list_of(const io::RunKey& key, const Option& option);
/// yes, true, no or false; nothing, which is said (JE-N13), for anything else.
[[nodiscard]] std::optional<bool> switch_of(const io::RunKey& key, base::Diagnostics& diagnostics);
/// The only value of a key; nothing, which is said (JE-N13), when it is a list or empty.
[[nodiscard]] std::optional<std::string> value_of(const io::RunKey& key, base::Diagnostics& diagnostics);
/// What a key adds to the words of a command that has this option; what is wrong with it is said (JE-N13).
[[nodiscard]] std::vector<std::string> words_of(const io::RunKey& key, const Option& option, base::Diagnostics& diagnostics);

/// "the key 'x' ...": a mistake in the value of a key (JE-N13).
[[nodiscard]] base::Diagnostic bad_value(const base::SourcePosition& at, std::string message, std::string expected,
                                         std::string fix);

}  // namespace je::tool
