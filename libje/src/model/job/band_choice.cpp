// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/job/band_choice.hpp"

#include <fmt/format.h>

#include <string>

namespace je::model {

bool check_choice(const BandChoice& choice, std::string_view whose, base::Diagnostics& diagnostics) {
    if (choice.reason.find_first_not_of(" \t\r\n") != std::string::npos) return true;
    diagnostics.error({"JE-J60", choice.band.at,
                       fmt::format("{} records the choice of band '{}' without a reason", whose, choice.band.value),
                       "a 'reason' beside 'band' under 'band_choice'",
                       "add in a sentence why this band was chosen; where nobody has chosen yet, leave 'band_choice' out"});
    return false;
}

}  // namespace je::model
