// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "je/base/date.hpp"
#include "je/base/diagnostic.hpp"
#include "je/model/ids.hpp"
#include "je/model/scheme.hpp"

namespace je::model {

struct Document {
    DocumentId id;
    std::string kind;
    std::string title;
    std::string version;
    std::optional<base::Date> date;
    base::SourcePosition at;
};

/// A quoted or referenced fact in a named document.
struct Evidence {
    DocumentId document;
    std::string section;
    std::string quote;
    std::string disputed;  // who disputes it and why; empty when nobody does
    base::SourcePosition at;
};

struct Post {
    PostId id;
    std::string title;
    std::optional<std::uint64_t> holders;
    base::SourcePosition at;
};

/// Which of several bands that hold a total was chosen, and why: what a file says, and what it is taken for.
struct BandChoice {
    base::Located<std::string> band;
    std::string reason;
    std::vector<Evidence> evidence{};
    std::string decided_by{};  // who decided; may be empty
    std::optional<base::Date> date{};
    bool by_panel = false;  // recorded by a panel; else in the questionnaire
};

/// What a questionnaire file says, before it is held against a scheme.
struct JobDraft {
    bool flawed = false;  // the file had mistakes that leave the rest readable: `make` looks for more, and gives nothing
    using Text = base::Located<std::string>;
    struct Answer {
        Text question;
        Text option;
        std::vector<Evidence> evidence{};
        std::string note{};
    };
    struct Factor {
        Text id;
        std::optional<Text> level;
        std::vector<Evidence> evidence;
        std::string note;
        std::vector<Text> options{};    // beside the level, or beside one that facts give
        std::vector<Answer> answers{};  // to the factor's questions
    };
    /// The value of a fact, perhaps with what it rests on.
    struct Fact {
        Text id;
        Text value;
        std::vector<Evidence> evidence{};
        std::string note{};
    };
    Text id;
    std::string title;
    std::string organisation;
    Text scheme;
    std::optional<Text> family;
    std::string version;
    std::string note;
    std::vector<Document> documents;
    std::vector<Fact> facts;
    std::vector<Factor> factors;
    std::optional<Text> supersedes;
    std::vector<Post> posts;
    std::optional<BandChoice> band_choice{};
    base::SourcePosition at;
};

/// The options answered to questions, by factor and question.
class QuestionAnswers {
public:
    /// Nothing where the question is not answered.
    [[nodiscard]] std::optional<std::size_t> of(FactorIndex factor, QuestionIndex question) const {
        if (factor.value() >= options_.size()) return std::nullopt;
        const auto& of_factor = options_[factor.value()];
        return question.value() < of_factor.size() ? of_factor[question.value()] : std::nullopt;
    }
    /// Whether a question of the factor is answered.
    [[nodiscard]] bool any_of(FactorIndex factor) const {
        return factor.value() < options_.size() && !options_[factor.value()].empty();
    }
    void set(FactorIndex factor, TreeStep answer);
    friend bool operator==(const QuestionAnswers&, const QuestionAnswers&) = default;

private:
    std::vector<std::vector<std::optional<std::size_t>>> options_;  // as far as the last one answered
};

/// All that a score depends on: the stated level of each factor and the value of each fact, in the scheme's order.
/// Nothing where the questionnaire says nothing.
struct Answers {
    std::vector<std::optional<LevelIndex>> levels;
    std::vector<std::optional<FactValue>> facts;
    /// Which wordings are met of the levels stated, or of those that facts give where none is stated: one set a factor, or none
    /// at all where no options are. Nothing is scored by them.
    std::vector<OptionSet> options{};
    /// What questions are answered. Facts that they ask stand among the facts.
    QuestionAnswers questions{};
    /// Levels stated count whatever answers and facts say of questions: for what other levels would give.
    bool levels_stand = false;
    /// The band chosen where several hold the total; null: no choice is recorded. Nothing but the band depends on it.
    std::shared_ptr<const BandChoice> choice{};

    /// The options stated of a factor's level.
    [[nodiscard]] OptionSet options_of(FactorIndex factor) const {
        return factor.value() < options.size() ? options[factor.value()] : OptionSet{};
    }
    /// States a level and its options.
    void state(FactorIndex factor, const StatedLevel& stated);
    /// States options alone, of the level that facts give.
    void state_options(FactorIndex factor, OptionSet stated);

    Answers() = default;
    /// Nothing known yet.
    explicit Answers(const Scheme& scheme) : levels(scheme.factors().size()), facts(scheme.facts().size()) {}
};

/// Reads a fact's text by its kind; nothing when it is not a number that the fact allows / a choice / yes or no / choices
/// parted by ';' or listed as "[a, b]", each once, "-" or "[]" for none.
[[nodiscard]] std::optional<FactValue> parse_fact(const FactDefinition& fact, std::string_view text);

/// What a questionnaire says beside an answer to a question, or beside a fact.
struct AnswerRecord {
    std::vector<Evidence> evidence{};
    std::string note{};
    base::SourcePosition at{};
};

/// Whether there is evidence for one of some answers.
[[nodiscard]] inline bool any_evidence(const std::map<QuestionIndex, AnswerRecord>& answers) {
    return std::any_of(answers.begin(), answers.end(), [](const auto& one) { return !one.second.evidence.empty(); });
}

/// What a questionnaire says about one factor beside its level.
struct Rating {
    std::vector<Evidence> evidence;
    std::string note;
    base::SourcePosition at;                          // of the level where one is stated, else of the factor's entry
    std::string open_options{};                       // letters stated of a level that facts will give and do not yet
    std::map<QuestionIndex, AnswerRecord> answers{};  // of each question answered

    /// Whether the factor or an answer of it has evidence.
    [[nodiscard]] bool has_evidence() const { return !evidence.empty() || any_evidence(answers); }
};

/// A job as one questionnaire tells it, under one scheme. Factors, levels, facts and documents are known to exist.
class Job {
public:
    /// Holds a draft against `scheme`: the scheme's id, factors, levels, facts and their values, documents cited in evidence,
    /// unique ids. Reports everything wrong; nothing is returned when there was an error. A fact the scheme does not use, and a
    /// document nobody cites, are warnings.
    [[nodiscard]] static std::optional<Job> make(const JobDraft& draft, const Scheme& scheme, base::Diagnostics& diagnostics);

    /// A job that states levels and facts, perhaps who holds it and its family, and nothing else (a CSV row, a worked example).
    [[nodiscard]] static Job from_answers(JobId id, std::string title, Answers answers, base::SourcePosition at,
                                          std::vector<Post> posts = {}, std::optional<std::string> family = {});

    [[nodiscard]] const JobId& id() const { return id_; }
    [[nodiscard]] const std::string& title() const { return title_; }
    [[nodiscard]] const std::string& organisation() const { return organisation_; }
    /// The group of like jobs that whoever wrote the questionnaire put it in, such as "nursing": a free word, never guessed.
    [[nodiscard]] const std::optional<std::string>& family() const { return family_; }
    [[nodiscard]] const std::string& version() const { return version_; }
    [[nodiscard]] const std::string& note() const { return note_; }
    [[nodiscard]] const std::string& supersedes() const { return supersedes_; }
    [[nodiscard]] std::span<const Document> documents() const { return documents_; }
    [[nodiscard]] std::span<const Post> posts() const { return posts_; }
    [[nodiscard]] const Answers& answers() const { return answers_; }
    /// One per factor of the scheme.
    [[nodiscard]] std::span<const Rating> ratings() const { return ratings_; }
    /// Where each fact is stated; one per fact of the scheme.
    [[nodiscard]] std::span<const base::SourcePosition> fact_positions() const { return fact_positions_; }
    /// What stands beside the facts stated; one per fact of the scheme, or none at all where nothing does.
    [[nodiscard]] std::span<const AnswerRecord> fact_records() const { return fact_records_; }
    [[nodiscard]] const Document* find_document(const DocumentId& id) const;
    [[nodiscard]] const base::SourcePosition& at() const { return at_; }

private:
    Job() = default;
    JobId id_;
    std::string title_, organisation_, version_, note_, supersedes_;
    std::optional<std::string> family_;
    std::vector<Document> documents_;
    std::vector<Post> posts_;
    Answers answers_;
    std::vector<Rating> ratings_;
    std::vector<base::SourcePosition> fact_positions_;
    std::vector<AnswerRecord> fact_records_;
    base::SourcePosition at_;
};

/// What a worked example says should come out. Only what is set is compared; a band set to nothing expects "in no band".
struct Expectation {
    template <class T>
    using Maybe = std::optional<base::Located<T>>;
    using BandOrNone = std::optional<std::string>;

    Maybe<base::Decimal> total, total_min, total_max, above_floor, to_next;
    Maybe<BandOrNone> band, band_by_points, band_min, band_max;
    Maybe<bool> complete;
    std::vector<std::pair<base::Located<std::string>, base::Located<base::Decimal>>> points;  // scored unit id, points
    std::vector<std::pair<base::Located<std::string>, base::Located<std::string>>> levels;    // factor id, level id after rules
    std::optional<std::vector<base::Located<std::string>>> errors;                            // diagnostic ids, in order
};

/// One worked example: either a job file or levels and answers (with facts), and what should come out of scoring it.
struct WorkedExample {
    base::Located<std::string> name;
    std::optional<base::Located<std::string>> job;  // path of a je-job/1 file, relative to the example's file
    std::vector<std::pair<base::Located<std::string>, StatedText>> levels;
    std::vector<std::pair<base::Located<std::string>, base::Located<std::string>>> facts;
    Expectation expect;
    std::string source;
    base::SourcePosition at;
    std::vector<std::pair<base::Located<std::string>, std::vector<JobDraft::Answer>>> answers{};  // by factor
};

/// The examples of one file.
struct WorkedExamples {
    base::Located<std::string> scheme;
    std::optional<base::Located<std::string>> bands;  // path of a je-bands/1 file, relative to the example's file
    std::optional<base::Date> as_of;
    std::vector<WorkedExample> examples;
};

}  // namespace je::model
