// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "fuzz/targets/records_target.hpp"

namespace {

using namespace je;
using test::require;

/// Whatever is accepted can be asked about without looking whether it fits.
void ask(const model::Appeal& appeal) {
    const model::Scheme& scheme = test::records_scheme();
    require(!appeal.grounds().empty(), "no grounds");
    for (const auto& ground : appeal.grounds()) {
        require(!ground.claim || ground.factor, "a claim about no factor");
        if (!ground.factor) continue;
        require(ground.factor->value() < scheme.factors().size(), "a factor that is not there");
        require(!ground.claim || ground.claim->value() < scheme[*ground.factor].levels.size(), "a level that is not there");
        const auto* found = appeal.ground_on(*ground.factor);
        require(found != nullptr && (!ground.claim || found->claim == ground.claim), "two claims on one factor");
    }
    for (std::size_t i = 1; i < appeal.events().size(); ++i)
        require(!(appeal.events()[i].date < appeal.events()[i - 1].date), "events out of order");
    for (const auto& event : appeal.events()) require(appeal.find_event(event.kind) != nullptr, "an event that is not found");
    require(!appeal.repanel() || appeal.repanel()->text() != appeal.original().text(), "the same panel twice");
}

void make_appeal(const model::AppealDraft& draft, const base::SourceTextPtr& text) {
    base::Diagnostics diagnostics;
    const auto appeal = model::Appeal::make(draft, test::records_scheme(), diagnostics);
    test::require_good(diagnostics, text);
    test::require_told(draft, appeal.has_value(), diagnostics);
    if (appeal) ask(*appeal);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    je::test::read_and_write<je::model::AppealDraft>(data, size, je::io::read_appeal, je::test::write_appeal, make_appeal);
    return 0;
}
