// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/sensitivity/sensitivity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iterator>
#include <stdexcept>
#include <system_error>

#include "commands/commands.hpp"
#include "files_read.hpp"
#include "je/render/format.hpp"
#include "output.hpp"
#include "rendering.hpp"
#include "weight_options.hpp"

namespace je::tool {

namespace {

/// A weight of whole 2^-32 with ten digits after the point, rounded half up: five digits at a time, so that nothing overflows.
void append_weight(std::string& out, std::uint64_t weight) {
    constexpr std::uint64_t five_digits = 100'000, whole = std::uint64_t{1} << 32;
    const std::uint64_t first = weight * five_digits;
    const std::uint64_t digits = first / whole * five_digits + (first % whole * five_digits + whole / 2) / whole;
    fmt::format_to(std::back_inserter(out), ",{}.{:010}", digits / (five_digits * five_digits),
                   digits % (five_digits * five_digits));
}

/// ", about 12 s left", once a twentieth is done; it is shown on a terminal and is in no result.
std::string time_left(std::chrono::steady_clock::time_point begun, std::uint64_t done, std::uint64_t all) {
    if (done * 20 < all) return {};
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
    return fmt::format(", about {:.0f} s left", taken.count() / static_cast<double>(done) * static_cast<double>(all - done));
}

/// Writes scenarios to the file of --draws, one on a line.
class DrawsFile : public study::DrawReceiver {
public:
    explicit DrawsFile(const CommonOptions& common, const std::string& file) : where_{common} { where_.output = file; }

    void begin(std::span<const report::FactorNameView> factors, bool with_floors) override {
        refuse_what_was_read(where_.output, "draws");
        with_floors_ = with_floors;
        output_.emplace(where_, std::nullopt);
        std::vector<report::Column> columns{{"scenario", "Scenario"}};
        for (const auto& factor : factors) columns.push_back({factor.id, factor.name});
        if (with_floors) columns.push_back({"floor_shift", "Floor shift"});
        output_->write(render::csv_header(columns));
    }

    void scenario(std::uint64_t number, std::span<const std::uint64_t> weights, base::Decimal floor_shift) override {
        line_ = std::to_string(number);
        for (const std::uint64_t weight : weights) append_weight(line_, weight);
        if (with_floors_) line_.append(",").append(floor_shift.to_string());
        output_->write(line_.append("\n"));
    }

    void end() override { output_->finish(); }

private:
    CommonOptions where_;
    std::optional<Output> output_;
    bool with_floors_ = false;
    std::string line_;
};

/// Shows how many scenarios are counted, and how long it may yet take, or how many jobs are done.
class Showing {
public:
    explicit Showing(Console& console) : console_{console} {}

    void operator()(const study::Progress& progress) {
        if (progress.of == study::Progress::Of::jobs) return console_.progress(progress.done);
        if (!begun_) begun_ = std::chrono::steady_clock::now();
        const std::uint64_t percent = 100 * progress.done / progress.all;
        if (percent != shown_)
            console_.doing(fmt::format("sampling: {} % of {} scenarios{}", percent, progress.all,
                                       time_left(*begun_, progress.done, progress.all)));
        shown_ = percent;
    }

private:
    Console& console_;
    std::optional<std::chrono::steady_clock::time_point> begun_;
    std::uint64_t shown_ = 101;
};

/// Whether writing to one would write over the other; two may share a pipe or a device.
bool is_one_file(const std::string& a, const std::string& b) {
    namespace fs = std::filesystem;
    std::error_code error;
    if (fs::exists(a, error) && !fs::is_regular_file(a, error)) return false;
    if (fs::equivalent(a, b, error)) return true;
    return is_one_place(a, b);
}

void refuse_one_file_for_both(const std::optional<std::string>& output, const std::optional<std::string>& draws) {
    if (!output || !draws || !is_one_file(*output, *draws)) return;
    refuse("JE-G15", fmt::format("--draws '{}' is the file that --output names", *draws),
           "a file for the result and another for the scenarios", "give another --draws");
}

class SensitivityTableSink : public study::SensitivityReceiver {
public:
    SensitivityTableSink(Output& output, const render::HowWritten& how) : output_{output}, how_{how} {}
    void begin(const report::SensitivityHead& head) override {
        head_ = head;
        output_.write(how_.headings(report::long_columns()));
        rows_.clear();
        report::add_rows(rows_, head_);
        write_rows();
    }
    void job(report::SensitivityJob&& job) override {
        rows_.clear();
        report::add_rows(rows_, job, head_);
        write_rows();
    }
    void end(const report::SensitivityTail& tail) override {
        rows_.clear();
        report::add_rows(rows_, tail);
        write_rows();
    }

private:
    void write_rows() {
        lines_.clear();
        for (report::LongRow& row : rows_) render::append_row(lines_, how_, report::long_cells(std::move(row)));
        output_.write(lines_);
    }

    Output& output_;
    const render::HowWritten& how_;
    report::SensitivityHead head_;
    std::vector<report::LongRow> rows_;
    std::string lines_;
};

/// Text and Markdown are for people: columns are as wide as their widest cell, so all jobs are gathered first - of many jobs
/// only what their one line needs.
class SensitivityDocumentSink : public study::SensitivityReceiver {
public:
    SensitivityDocumentSink(Output& output, const render::HowWritten& how, const CommonOptions& common)
        : output_{output}, how_{how}, common_{common} {}
    void begin(const report::SensitivityHead& head) override { result_.head = head; }
    void job(report::SensitivityJob&& job) override {
        if (result_.jobs.size() == how_.most_jobs) {
            ++result_.jobs_not_shown;
            return;
        }
        if (job.weights && result_.head.jobs > report::sensitivity_in_full) {
            job.weights->one_at_a_time.clear();
            job.weights->up.reset();
            job.weights->down.reset();
            job.weights->central.clear();
        }
        if (job.levels && result_.head.jobs > report::sensitivity_in_full) {
            job.levels->one_step.clear();
            job.levels->pairs.clear();
            for (auto* sets : {&job.levels->raise, &job.levels->lower})
                sets->best.resize(std::min<std::size_t>(sets->best.size(), 1));
        }
        result_.jobs.push_back(std::move(job));
    }
    void end(const report::SensitivityTail& tail) override {
        result_.tail = tail;
        output_.write(written(report::sensitivity_document(result_), how_, common_));
    }

private:
    Output& output_;
    const render::HowWritten& how_;
    const CommonOptions& common_;
    report::SensitivityResult result_;
};

/// Writes the jobs of a sensitivity result in one format as they come.
std::unique_ptr<study::SensitivityReceiver> make_sensitivity_sink(Output& output, const CommonOptions& common) {
    return make_receiver<
        study::SensitivityReceiver, SensitivityDocumentSink, SensitivityTableSink,
        JsonSink<study::SensitivityReceiver, report::SensitivityHead, report::SensitivityJob&&, report::SensitivityTail>>(
        output, common);
}

ExitStatus write_sensitivity(const CommonOptions& common, const std::vector<std::string>& arguments,
                             const study::SensitivityOptions& what, const study::Control& control, Console& console) {
    if (keeps_part(common))
        return finish(study::sensitivity(files(), arguments, common, what, control),
                      {report::sensitivity_document, nullptr, render::json}, common);
    Output output{common};
    const auto sink = make_sensitivity_sink(output, common);
    const auto outcome = study::sensitivity(files(), arguments, common, what, *sink, control);
    if (outcome.result) output.finish();
    tell(outcome, console);
    return console.finish();
}

/// Whoever the result is for, je merge needs the arguments (`made_by`).
ExitStatus write_shard(const CommonOptions& common, const std::vector<std::string>& arguments,
                       const study::SensitivityOptions& what, const study::ShardOptions& shard,
                       const std::vector<std::string>& made_by, const study::Control& control, Console& console) {
    Output output{common};
    auto outcome = study::sensitivity_shard(files(), arguments, common, what, shard, control);
    if (outcome.result) {
        outcome.result->tool = {common.tool.version, {}, made_by};
        output.write(render::json(*outcome.result));
        output.finish();
    }
    tell(outcome, console);
    return console.finish();
}

ExitStatus run_sensitivity(const CommonOptions& common, const SensitivityAsked& asked,
                           const std::vector<std::string>& arguments, const std::vector<std::string>& made_by) {
    Console console{common};
    std::vector<std::string> named = arguments;
    if (asked.what.other_bands) named.push_back(*asked.what.other_bands);
    if (asked.what.weightings) named.push_back(*asked.what.weightings);
    if (const auto* file = std::get_if<std::string>(&asked.what.level_uncertainty)) named.push_back(*file);
    protect_inputs(common, named);
    CommonOptions drawn = common;
    drawn.output = asked.draws;
    protect_inputs(drawn, named, "draws");
    std::optional<DrawsFile> draws;
    study::SensitivityOptions what = asked.what;
    if (asked.draws) what.draws = &draws.emplace(common, *asked.draws);
    Showing showing{console};
    const study::Control control{.threads = asked.threads,
                                 .progress = [&](const study::Progress& progress) { showing(progress); }};
    return asked.shard ? write_shard(common, arguments, what, *asked.shard, made_by, control, console)
                       : write_sensitivity(common, arguments, what, control, console);
}

std::vector<Option> all_sensitivity_options() {
    return joined({{{"scheme", "NAME|FILE"}, {"accept-base"}, {"as-of", "DATE"}},
                   job_options(),
                   sensitivity_options(),
                   weight_options(),
                   audience_options(),
                   format_options(),
                   figure_options(),
                   file_options()});
}

}  // namespace

Work read_sensitivity(const GivenOptions& given, std::shared_ptr<const study::SuppliedTally> supplied) {
    CommonOptions common = read_common(given, all_parts);
    SensitivityAsked asked = read_asked(given);
    refuse_one_file_for_both(common.output, asked.draws);
    if (asked.what.other_bands) common.bands = given.values("bands").front();
    if (report::hides_comparators(common.audience)) throw UsageError{study::no_panel_view("sensitivity")};
    const auto& arguments = needed_arguments(given, "sensitivity", "jobs: questionnaires, CSV files or folders");
    if (common.captured) {
        asked.what.max_scenarios = common.captured->max_scenarios;
        asked.what.trial = common.captured->trial;
    }
    asked.what.supplied = std::move(supplied);
    return [=, made_by = given.made_by()] { return run_sensitivity(common, asked, arguments, made_by); };
}

const Command sensitivity_command{"sensitivity",
                                  Aim::score,
                                  all_sensitivity_options,
                                  [](const GivenOptions& given) { return read_sensitivity(given, nullptr); },
                                  {"je-sensitivity/1"}};

}  // namespace je::tool
