// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/sensitivity/sinks.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "je/render/format.hpp"
#include "je/render/json.hpp"

namespace je::tool {

namespace {

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

class SensitivityJsonSink : public study::SensitivityReceiver {
public:
    explicit SensitivityJsonSink(Output& output) : output_{output}, json_{text_} {}
    void begin(const report::SensitivityHead& head) override {
        json_.begin(head);
        pass_on();
    }
    void job(report::SensitivityJob&& job) override {
        json_.job(job);
        pass_on();
    }
    void end(const report::SensitivityTail& tail) override {
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

/// Text and Markdown are for people: columns are as wide as their widest cell, so all jobs are gathered first - of many jobs
/// only what their one line needs.
class SensitivityDocumentSink : public study::SensitivityReceiver {
public:
    SensitivityDocumentSink(Output& output, const render::HowWritten& how, std::size_t width)
        : output_{output}, how_{how}, width_{width} {}
    void begin(const report::SensitivityHead& head) override { result_.head = head; }
    void job(report::SensitivityJob&& job) override {
        constexpr std::size_t most_on_a_page = 100'000;
        if (result_.jobs.size() == most_on_a_page) {
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
        output_.write(how_.document(report::sensitivity_document(result_), width_));
    }

private:
    Output& output_;
    const render::HowWritten& how_;
    std::size_t width_;
    report::SensitivityResult result_;
};

}  // namespace

std::unique_ptr<study::SensitivityReceiver> make_sensitivity_sink(Format format, Output& output, std::size_t width) {
    const auto& how = render::how(format);
    switch (how.part) {
        case Part::document:
            return std::make_unique<SensitivityDocumentSink>(output, how, width);
        case Part::table:
            return std::make_unique<SensitivityTableSink>(output, how);
        case Part::values:
            return std::make_unique<SensitivityJsonSink>(output);
    }
    throw std::logic_error{"a part of a result that is none"};
}

}  // namespace je::tool
