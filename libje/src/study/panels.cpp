// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/panels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "io/readers/reader.hpp"
#include "study/record_run.hpp"

namespace je::study {

namespace {

using base::Diagnostics;

constexpr RecordKind of_panels{"je-panel/", "panel", "a panel", "JE-P23"};

/// Reads the panels of a run and gathers their results.
class PanelRun : public RecordRun {
public:
    PanelRun(const Options& options, bool each, Inputs& inputs, Records& records, Diagnostics& diagnostics)
        : RecordRun{of_panels, options, inputs, records, diagnostics}, each_{each} {}

    void take(const model::PanelDraft& draft) {
        chain_.check_those_of(draft);
        people_.look(draft, options_.audience, diagnostics_);
        Diagnostics about;
        auto panel = load_panel(draft, inputs_, records_, about);
        if (panel && leaves_out(panel->single_holder, panel->holders_known))
            return leave_out(*panel);  // with all there is to say of it
        diagnostics_.append(about);
        if (panel) panels_.push_back(std::move(panel));
    }

    [[nodiscard]] static const auto& all_of(const report::PanelsResult& result) { return result.panels; }

    [[nodiscard]] report::PanelsResult finish() {
        sort_by_job_and_day(panels_, [](const auto& one) -> const model::Panel& { return *one->panel; });
        report::PanelsResult result;
        std::vector<panel::RatedPanel> rated;
        for (const auto& panel : panels_) {
            result.panels.push_back(report::panel_result(panel->panel_case(), panel->basis(options_, pseudonyms())));
            report_breaches(result.panels.back().rules, fmt::format("panel '{}'", result.panels.back().panel),
                            panel->panel->at(), diagnostics_);
            rated.push_back({panel->scheme->scheme.get(), &*panel->panel});
        }
        if (!report::hides_texts(options_.audience)) result.agreement = panel::agreement(rated);
        if (report::hides_people(options_.audience)) rename_pairs(result.agreement);
        result.each = each_;
        result.movers = report::count_movers(result.panels);
        result.left_out = tell_left_out();
        return result;
    }

private:
    /// People by the pseudonyms of the panels they first sat on.
    void rename_pairs(panel::Agreement& agreement) {
        std::map<std::string, std::string, std::less<>> shown;
        for (const auto& panel : panels_) {
            const auto names = panel::Names::pseudonyms(*panel->panel, *pseudonyms());
            for (std::size_t i = 0; i < panel->panel->panellists().size(); ++i)
                shown.try_emplace(panel->panel->panellists()[i].id.text(), names[model::PanellistIndex{i}]);
        }
        for (auto& pair : agreement.pairs) {
            pair.a = shown.at(pair.a);
            pair.b = shown.at(pair.b);
        }
    }

    bool each_;
    std::vector<std::unique_ptr<LoadedPanel>> panels_;
};

}  // namespace

void tell_of_panel(const model::PanelDraft& draft, const Options& options, Inputs& inputs, Records& records,
                   Diagnostics& diagnostics) {
    PanelRun run{options, false, inputs, records, diagnostics};
    run.take(draft);
    static_cast<void>(run.finish());
}

Outcome<report::PanelsResult> panels(io::Source& source, std::span<const std::string> files, const Options& options,
                                     const PanelsOptions& what, const Control& control) {
    return run_over<report::PanelsResult>(source, files, options, control, io::read_panel,
                                          [&](Inputs& inputs, Records& records, Diagnostics& diagnostics) {
                                              return PanelRun{options, what.each, inputs, records, diagnostics};
                                          });
}

}  // namespace je::study
