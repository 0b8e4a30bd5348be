// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/score_sinks.hpp"

#include <stdexcept>
#include <utility>

#include "je/render/format.hpp"
#include "je/render/json.hpp"

namespace je::tool {

namespace {

class TableSink : public ScoreSink {
public:
    TableSink(Output& output, const render::HowWritten& how) : output_{output}, how_{how} {}
    void begin(const report::ScoreHead&, const SchemeInUse*) override { lines_ = how_.headings(report::score_columns()); }
    void kept_columns(std::span<const std::string> names) override {
        kept_ = names.size();
        lines_ = how_.headings(report::score_columns_and(names));
    }
    void job(const report::ScoredJob& job) override {
        const report::ScoreRow row = report::score_row(job);
        if (kept_ == 0) {
            how_.append_row(lines_, row);
        } else {
            std::vector<report::CellView> all{row.begin(), row.end()};
            for (const std::string& cell : job.kept) all.emplace_back(std::string_view{cell});
            all.resize(row.size() + kept_);  // a questionnaire has none
            how_.append_row(lines_, all);
        }
        if (lines_.size() >= written_together) pass_on();
    }
    void end(const report::ScoreTail&) override { pass_on(); }

private:
    static constexpr std::size_t written_together = std::size_t{1} << 16;

    void pass_on() {
        output_.write(lines_);
        lines_.clear();
    }

    Output& output_;
    const render::HowWritten& how_;
    std::string lines_;
    std::size_t kept_ = 0;  // columns carried through
};

class JsonSink : public ScoreSink {
public:
    explicit JsonSink(Output& output) : output_{output}, json_{text_} {}
    [[nodiscard]] bool needs_factors() const override { return true; }
    void begin(const report::ScoreHead& head, const SchemeInUse*) override {
        json_.begin(head);
        pass_on();
    }
    void job(const report::ScoredJob& job) override {
        json_.job(job);
        pass_on();
    }
    void end(const report::ScoreTail& tail) override {
        json_.end(tail);
        pass_on();
    }

private:
    void pass_on() {
        output_.write(text_);
        text_.clear();
    }

    Output& output_;
    std::string text_;
    render::JsonRows json_;
};

/// Text and Markdown are for people: columns are as wide as their widest cell, so all jobs are gathered first.
class DocumentSink : public ScoreSink {
public:
    DocumentSink(Output& output, const render::HowWritten& how, std::size_t width)
        : output_{output}, how_{how}, width_{width} {}
    void begin(const report::ScoreHead& head, const SchemeInUse* scheme) override {
        result_.head = head;
        if (scheme != nullptr && scheme->bands != nullptr) {
            result_.bands = report::band_table(*scheme->bands, *scheme->scheme);
        }
    }
    void read_from(std::string where) override { result_.read_from.push_back(std::move(where)); }
    void job(const report::ScoredJob& job) override {
        constexpr std::size_t most_on_a_page = 100'000;
        if (result_.jobs.size() < most_on_a_page) {
            result_.jobs.push_back(job);
        } else {
            ++result_.jobs_not_shown;
        }
    }
    void end(const report::ScoreTail& tail) override {
        result_.tail = tail;
        output_.write(how_.document(report::score_document(result_), width_));
    }

private:
    Output& output_;
    const render::HowWritten& how_;
    std::size_t width_;
    report::ScoreResult result_;
};

}  // namespace

std::unique_ptr<ScoreSink> make_score_sink(Format format, Output& output, std::size_t width) {
    const auto& how = render::how(format);
    switch (how.part) {
        case Part::document:
            return std::make_unique<DocumentSink>(output, how, width);
        case Part::table:
            return std::make_unique<TableSink>(output, how);
        case Part::values:
            return std::make_unique<JsonSink>(output);
    }
    throw std::logic_error{"a part of a result that is none"};
}

}  // namespace je::tool
