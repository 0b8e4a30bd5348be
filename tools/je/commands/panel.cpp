// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <utility>

#include "appeal_chain.hpp"
#include "commands/explain.hpp"
#include "commands/panel_loading.hpp"
#include "console.hpp"
#include "je/io/reader.hpp"
#include "je/render/json.hpp"
#include "je/report/panel_result.hpp"
#include "rendering.hpp"
#include "tool_info.hpp"

namespace je::tool {

namespace {

using base::Diagnostics;

/// Reads the panels of a run and gathers their results.
class PanelRun {
public:
    PanelRun(const CommonOptions& common, bool each, Inputs& inputs, Records& records, Diagnostics& said)
        : common_{common}, each_{each}, inputs_{inputs}, records_{records}, said_{said}, chain_{records, said} {}

    void take(const FoundFile& file) {
        Diagnostics of_file;
        const auto text = inputs_.peek(file, of_file);
        if (text && !file.named && !looks_like((*text)->text, "je-panel/")) return;
        said_.append(of_file);
        if (!text) return;
        inputs_.list(*text, said_);
        const auto draft = inputs_.parsed(*text, said_, io::read_panel);
        if (draft) take(*draft);
    }

    void take(const model::PanelDraft& draft) {
        ++found_;
        chain_.check_those_of(draft);
        people_.look(draft, common_.audience, said_);
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
            result.panels.push_back(report::panel_result(panel->panel_case(), panel->basis(common_, pseudonyms_.get())));
            report_breaches(result.panels.back().rules, fmt::format("panel '{}'", result.panels.back().panel),
                            panel->panel->at(), said_);
            rated.push_back({*panel->scheme->scheme, *panel->panel});
        }
        if (!report::hides_texts(common_.audience)) result.agreement = panel::agreement(rated);
        if (report::hides_people(common_.audience)) rename_pairs(result.agreement);
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
        if (common_.audience == report::Audience::public_view &&
            leave_out(left_out_, panel->single_holder, panel->holders_known || common_.several_holders, "a panel", said_))
            return;
        panels_.push_back(std::move(panel));
    }

    const CommonOptions& common_;
    bool each_;
    Inputs& inputs_;
    Records& records_;
    Diagnostics& said_;
    AppealChain chain_;
    SeenPanellists people_;
    RunPseudonyms pseudonyms_{common_};
    std::vector<std::unique_ptr<LoadedPanel>> panels_;
    report::LeftOutRecords left_out_;
    std::size_t found_ = 0;
};

}  // namespace

void tell_of_panel(const model::PanelDraft& draft, const CommonOptions& options, Inputs& inputs, Records& records,
                   Diagnostics& said) {
    PanelRun run{options, false, inputs, records, said};
    run.take(draft);
    static_cast<void>(run.finish());
}

std::vector<Option> PanelCommand::options() const {
    return joined({{{"each"}}, scheme_options(), record_options(), audience_options(), format_options(), file_options()});
}

void PanelCommand::parse(const GivenOptions& given) {
    common_ = read_common(given, all_parts);
    each_ = given.has("each");
    require_arguments(given, "panel", "records of panels");
    arguments_ = given.arguments();
}

ExitStatus PanelCommand::run() {
    Console console{common_};
    Inputs inputs{with_checksums(common_)};
    Diagnostics said;
    const auto files = find_files(arguments_, said);
    protect_inputs(common_, files);
    Records records{inputs, files, said};
    PanelRun run{common_, each_, inputs, records, said};
    for (const FoundFile& file : files) run.take(file);
    if (run.found() == 0 && !said.has_errors()) {
        said.error({.id = "JE-P23",
                    .message = "there is no record of a panel in the files given",
                    .expected = "files that begin 'format: je-panel/1'",
                    .fix = "name the records, or the folder that holds them"});
    }
    auto result = run.finish();
    console.report(said);
    if (result.panels.empty() && !result.left_out.any()) return console.finish();
    result.inputs = listed_inputs(inputs, common_.audience);
    result.tool = tool_info(common_);
    write_result(result, {report::panel_document, report::panel_table, render::json}, common_);
    return console.finish();
}

}  // namespace je::tool
