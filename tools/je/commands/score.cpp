// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <span>
#include <stdexcept>
#include <utility>

#include "commands/commands.hpp"
#include "files_read.hpp"
#include "je/study/score.hpp"
#include "rendering.hpp"
#include "weight_options.hpp"

namespace je::tool {

namespace {

class TableSink : public study::ScoreReceiver {
public:
    TableSink(Output& output, const render::HowWritten& how) : output_{output}, how_{how} {}
    [[nodiscard]] bool needs_factors() const override { return false; }
    [[nodiscard]] bool needs_shape() const override { return true; }
    void shape(report::ScoreShape shape) override { shape_ = std::move(shape); }
    void begin(const report::ScoreHead&) override {}
    void job(const report::ScoredJob& job) override {
        write_headings();
        const report::ScoreRow row = report::score_row(job);
        const auto own = std::span{row}.first(row.size() - (shape_.families ? 0 : 1));
        if (shape_.kept.empty()) {
            how_.append_row(lines_, own);
        } else {
            std::vector<report::CellView> all{own.begin(), own.end()};
            for (const std::string& cell : job.kept) all.emplace_back(std::string_view{cell});
            all.resize(own.size() + shape_.kept.size());  // a questionnaire has none
            how_.append_row(lines_, all);
        }
        if (lines_.size() >= written_together) pass_on();
    }
    void end(const report::ScoreTail&) override {
        write_headings();
        pass_on();
    }

private:
    static constexpr std::size_t written_together = std::size_t{1} << 16;

    void write_headings() {
        if (!std::exchange(has_headings_, true)) lines_ += how_.headings(report::score_columns(shape_));
    }

    void pass_on() {
        output_.write(lines_);
        lines_.clear();
    }

    Output& output_;
    const render::HowWritten& how_;
    std::string lines_;
    bool has_headings_ = false;
    report::ScoreShape shape_;
};

/// Text and Markdown are for people: columns are as wide as their widest cell, so all jobs are gathered first.
class DocumentSink : public study::GatheredScores {
public:
    DocumentSink(Output& output, const render::HowWritten& how, const CommonOptions& common)
        : GatheredScores{how.most_jobs, false}, output_{output}, how_{how}, common_{common} {}
    void end(const report::ScoreTail& tail) override {
        GatheredScores::end(tail);
        output_.write(written(report::score_document(result), how_, common_));
    }

private:
    Output& output_;
    const render::HowWritten& how_;
    const CommonOptions& common_;
};

/// As a document where memory has room for it, with more jobs row by row.
class LongSink : public study::GatheredScores {
public:
    LongSink(Output& output, const render::HowWritten& how, const CommonOptions& common)
        : GatheredScores{most_gathered, false}, output_{output}, how_{how}, common_{common} {}

    void job(const report::ScoredJob& job) override {
        ++jobs_;
        if (jobs_ <= most_gathered) return GatheredScores::job(job);
        result.by_family.add(job);
        if (!table_) table_ = render::long_table(how_, rows_.document());
        table_->row(rows_.row(job));
    }
    void end(const report::ScoreTail& tail) override {
        GatheredScores::end(tail);
        if (!table_) return output_.write(written(report::score_document(result), how_, common_));
        table_->end(rows_.closing(jobs_, tail), [&](std::string_view piece) { output_.write(piece); });
    }

private:
    static constexpr std::size_t most_gathered = 2000;

    Output& output_;
    const render::HowWritten& how_;
    const CommonOptions& common_;
    std::size_t jobs_ = 0;
    report::ScoreRows rows_{result};
    std::unique_ptr<render::LongTable> table_;
};

/// Writes scored jobs in one format as they come.
std::unique_ptr<study::ScoreReceiver> make_score_sink(Output& output, const CommonOptions& common) {
    const render::HowWritten& how = render::how(common.format);
    if (how.long_table != nullptr) return std::make_unique<LongSink>(output, how, common);
    return make_receiver<study::ScoreReceiver, DocumentSink, TableSink,
                         JsonSink<study::ScoreReceiver, report::ScoreHead, const report::ScoredJob&, report::ScoreTail>>(
        output, common);
}

void check_keeping(const CommonOptions& common) {
    if (common.format != Format::csv)
        refuse("JE-U93", "--keep-columns carries columns into CSV, and the result is not CSV",
               "--format csv with --keep-columns", "add --format csv, or leave --keep-columns out");
    if (report::hides_texts(common.audience))
        refuse("JE-U93", "--keep-columns would show in the public view what stands in columns that je does not know",
               "--keep-columns with another audience", "leave --keep-columns or --audience out");
}

std::vector<Option> score_options() {
    return joined({scheme_options(),
                   job_options(),
                   {{"require-complete"}, {"keep-columns"}},
                   weight_options(),
                   audience_options(),
                   format_options(),
                   figure_options(),
                   file_options()});
}

ExitStatus run_score(const CommonOptions& common, const study::ScoreOptions& what, const std::vector<std::string>& arguments) {
    if (keeps_part(common))
        return finish(study::score(files(), arguments, common, what), {report::score_document, nullptr, render::json}, common);
    Console console{common};
    protect_inputs(common, arguments);
    Output output{common};
    const auto sink = make_score_sink(output, common);
    const auto outcome = study::score(files(), arguments, common, what, *sink,
                                      {.progress = [&](const study::Progress& progress) { console.progress(progress.done); }});
    if (outcome.result) output.finish();
    tell(outcome, console);
    return console.finish();
}

Work read_score(const GivenOptions& given) {
    const CommonOptions common = read_common(given, all_parts);
    const study::ScoreOptions what{.require_complete = given.has("require-complete"),
                                   .keep_columns = given.has("keep-columns"),
                                   .weight = read_other_weights(given)};
    if (report::hides_comparators(common.audience)) throw UsageError{study::no_panel_view("score")};
    if (what.keep_columns) check_keeping(common);
    return [=, arguments = needed_arguments(given, "score", "jobs: questionnaires, CSV files or folders")] {
        return run_score(common, what, arguments);
    };
}

}  // namespace

const Command score_command{"score", Aim::score, score_options, read_score, {"je-score/1"}};

}  // namespace je::tool
