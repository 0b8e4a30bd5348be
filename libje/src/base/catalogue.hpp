// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace je::base {

/// What msgfmt made of libje/catalogues/cy.po.
[[nodiscard]] std::string_view cy_catalogue();

/// A message of a catalogue in the MO format (GNU gettext manual, section 10.3, "The Format of GNU MO Files"): the translation
/// of `key`, or its form of that number where it is beside numbers; nothing when there is none. The catalogue must be sound.
[[nodiscard]] std::optional<std::string_view> message_in(std::string_view catalogue, std::string_view key, std::size_t form);

}  // namespace je::base
