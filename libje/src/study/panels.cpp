// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/panels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "io/readers/reader.hpp"
#include "study/appeal_chain.hpp"
#include "study/outcome.hpp"
#include "study/panel_loading.hpp"

namespace je::study {

namespace {

using base::Diagnostics;

/// Reads the panels of a run and gathers their results.
class PanelRun {
public:
    PanelRun(const Options& options, bool each, Inputs& inputs, Records& records, Diagnostics& said)
        : options_{options}, each_{each}, inputs_{inputs}, records_{records}, said_{said}, chain_{records, said} {}

    void take(const FoundFile& file) {
        const auto draft = draft_in(file, "je-panel/", io::read_panel, inputs_, said_);
        if (draft) take(*draft);
    }

    void take(const model::PanelDraft& draft) {
        ++found_;
        chain_.check_those_of(draft);
        people_.look(draft, options_.audience, said_);
        auto panel = load_panel(draft, inputs_, records_, said_);
        if (panel) keep(std::move(panel));
    }

    [[nodiscard]] report::PanelsResult finish() {
        std::stable_sort(panels_.begin(), panels_.end(), [](const auto& a, const auto& b) {
            return std::pair{a->panel->job().text(), a->panel->date()} < std::pair{b->panel->job().text(), b->panel->date()};
        });
        report::PanelsResult result;
        std::vector<panel::RatedPanel> rated;
        for (const auto& panel : panels_) {
            result.panels.push_back(report::panel_result(panel->panel_case(), panel->basis(options_, pseudonyms_.get())));
            report_breaches(result.panels.back().rules, fmt::format("panel '{}'", result.panels.back().panel),
                            panel->panel->at(), said_);
            rated.push_back({panel->scheme->scheme.get(), &*panel->panel});
        }
        if (!report::hides_texts(options_.audience)) result.agreement = panel::agreement(rated);
        if (report::hides_people(options_.audience)) rename_pairs(result.agreement);
        result.each = each_;
        result.movers = report::count_movers(result.panels);
        result.left_out = left_out_;
        if (left_out_.holders_not_known > 0) said_.add(not_known_warning(left_out_.holders_not_known, "panel", "panels"));
        return result;
    }

    [[nodiscard]] std::size_t found() const { return found_; }

private:
    /// People by the pseudonyms of the panels they first sat on.
    void rename_pairs(panel::Agreement& agreement) {
        std::map<std::string, std::string, std::less<>> shown;
        for (const auto& panel : panels_) {
            const auto names = panel::Names::pseudonyms(*panel->panel, *pseudonyms_.get());
            for (std::size_t i = 0; i < panel->panel->panellists().size(); ++i)
                shown.try_emplace(panel->panel->panellists()[i].id.text(), names[model::PanellistIndex{i}]);
        }
        for (auto& pair : agreement.pairs) {
            pair.a = shown.at(pair.a);
            pair.b = shown.at(pair.b);
        }
    }

    void keep(std::unique_ptr<LoadedPanel> panel) {
        if (options_.audience == report::Audience::public_view &&
            leave_out(left_out_, panel->single_holder, panel->holders_known || options_.several_holders, "a panel", said_))
            return;
        panels_.push_back(std::move(panel));
    }

    const Options& options_;
    bool each_;
    Inputs& inputs_;
    Records& records_;
    Diagnostics& said_;
    AppealChain chain_;
    SeenPanellists people_;
    RunPseudonyms pseudonyms_{options_};
    std::vector<std::unique_ptr<LoadedPanel>> panels_;
    report::LeftOutRecords left_out_;
    std::size_t found_ = 0;
};

}  // namespace

void tell_of_panel(const model::PanelDraft& draft, const Options& options, Inputs& inputs, Records& records,
                   Diagnostics& said) {
    PanelRun run{options, false, inputs, records, said};
    run.take(draft);
    static_cast<void>(run.finish());
}

Outcome<report::PanelsResult> panels(io::Source& source, std::span<const std::string> files, const Options& options,
                                     const PanelsOptions& what, const Control& control) {
    return outcome_of<report::PanelsResult>([&](auto& outcome) {
        Inputs inputs{source, options, control, true};
        Diagnostics said;
        const auto found = find_files(source, files, said);
        Records records{inputs, found, said};
        PanelRun run{options, what.each, inputs, records, said};
        for_each_file(found, control, [&](const FoundFile& file) { run.take(file); });
        if (run.found() == 0 && !said.has_errors()) {
            said.error({.id = "JE-P23",
                        .message = "there is no record of a panel in the files given",
                        .expected = "files that begin 'format: je-panel/1'",
                        .fix = "name the records, or the folder that holds them"});
        }
        report::PanelsResult result = run.finish();
        outcome.said.append(said);
        if (result.panels.empty() && !result.left_out.any()) return;
        result.inputs = inputs.files();
        result.tool = options.tool;
        outcome.result = std::move(result);
    });
}

}  // namespace je::study
