// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/audience.hpp"

#include "base/words.hpp"

namespace je::report {

namespace {

constexpr base::Words<Audience, 5> audiences{{{"record", Audience::record},
                                              {"panel", Audience::panel},
                                              {"appellant", Audience::appellant},
                                              {"union", Audience::union_side},
                                              {"public", Audience::public_view}}};

}  // namespace

std::string_view to_text(Audience audience) { return base::word_for(audiences, audience); }

std::optional<Audience> parse_audience(std::string_view text) {
    for (const auto& [word, value] : audiences) {
        if (word == text && value != Audience::record) return value;
    }
    return std::nullopt;
}

bool hides_people(Audience audience) { return audience == Audience::appellant || audience == Audience::public_view; }

bool hides_texts(Audience audience) { return audience == Audience::public_view; }

bool hides_comparators(Audience audience) { return audience == Audience::panel; }

}  // namespace je::report
