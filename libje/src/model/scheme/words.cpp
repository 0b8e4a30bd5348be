// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme/words.hpp"

namespace je::model {

using base::word_for;

std::string_view to_text(Status status) { return word_for(words::statuses, status); }
std::string_view to_text(Method method) { return word_for(words::methods, method); }
std::string_view to_text(DecideBy by) { return word_for(words::deciding, by); }
std::string_view to_text(FactKindOf kind) { return word_for(words::fact_kinds, kind); }
std::string_view to_text(Side side) { return word_for(words::sides, side); }
std::string_view to_text(Role role) { return word_for(words::roles, role); }
std::string_view to_text(Stage stage) { return word_for(words::stages, stage); }
std::string_view to_text(Decision decision) { return word_for(words::decisions, decision); }
std::string_view to_text(AppealKind kind) { return word_for(words::appeal_kinds, kind); }
std::string_view to_text(Party party) { return word_for(words::parties, party); }
std::string_view to_text(GroundKind kind) { return word_for(words::ground_kinds, kind); }

}  // namespace je::model
