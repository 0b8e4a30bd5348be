// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "fuzz/targets/records_target.hpp"

namespace {

using namespace je;
using test::require;

/// Whatever is accepted can be asked about without looking whether it fits.
void ask(const model::Panel& panel) {
    const model::Scheme& scheme = test::records_scheme();
    require(panel.factors().size() == scheme.factors().size(), "factors that are not the scheme's");
    for (std::size_t i = 0; i < panel.factors().size(); ++i) {
        const auto& factor = panel.factors()[i];
        const std::size_t levels = scheme.factors()[i].levels.size();
        require(factor.individual.size() == panel.panellists().size(), "levels of people who were not there");
        for (const auto& level : factor.individual) require(!level || level->value() < levels, "a level that is not there");
        require(!factor.agreed || factor.agreed->value() < levels, "an agreed level that is not there");
        for (const auto& dissent : factor.dissent)
            require(dissent.panellist.value() < panel.panellists().size(), "dissent of someone who was not there");
    }
    require(!panel.panellists().empty(), "nobody on the panel");
    require(panel.date().to_string().size() == 10, "no date");
    require(panel.answers(scheme, &test::records_job()).levels.size() == scheme.factors().size(), "answers that do not fit");
}

void make_panel(const model::PanelDraft& draft, const base::SourceTextPtr& text) {
    for (const model::Job* job : {static_cast<const model::Job*>(nullptr), &test::records_job()}) {
        base::Diagnostics diagnostics;
        const auto panel = model::Panel::make(draft, test::records_scheme(), job, diagnostics);
        test::require_good(diagnostics, text);
        test::require_told(draft, panel.has_value(), diagnostics);
        if (panel) ask(*panel);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    je::test::read_and_write<je::model::PanelDraft>(data, size, je::io::read_panel, je::test::write_panel, make_panel);
    return 0;
}
