// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "je/base/date.hpp"
#include "je/base/diagnostic.hpp"
#include "je/model/ids.hpp"
#include "je/model/job.hpp"
#include "je/model/process_rules.hpp"
#include "je/model/scheme.hpp"

namespace je::model {

/// What a `je-panel/1` file says, before it is held against its scheme.
struct PanelDraft {
    using Text = base::Located<std::string>;
    struct Panellist {
        Text id;
        std::string name;
        Text side;
        Text role;
        std::string post;
        std::vector<Text> trained_in;
        std::string organisation;
        std::string connected_to_job;  // how; empty when not
        base::SourcePosition at;
    };
    struct Dissent {
        Text panellist;
        std::optional<StatedText> level;
        std::string reason;
        base::SourcePosition at;
    };
    struct Factor {
        Text id;
        std::vector<std::pair<Text, StatedText>> individual;
        std::optional<StatedText> agreed;
        std::string rationale;
        std::vector<Evidence> evidence;
        std::vector<Dissent> dissent;
        base::SourcePosition at;
        std::vector<JobDraft::Answer> answers{};  // to the factor's questions
    };
    struct Local {
        Text id;
        std::optional<Text> edition;
    };
    bool flawed = false;  // the file had mistakes that leave the rest readable: `make` looks for more, and gives nothing
    Text id;
    Text job;
    std::optional<Text> job_version;
    Text scheme;
    std::optional<Text> edition;
    std::optional<Local> local{};  // the local agreement that the panel worked under
    base::Located<std::optional<base::Date>> date;
    Text stage;
    std::optional<Text> decision;
    std::vector<Document> documents;
    std::vector<Panellist> panellists;
    std::vector<Factor> factors;
    std::optional<BandChoice> band_choice{};
    std::string notes;
    base::SourcePosition at;
};

struct Panellist {
    PanellistId id;
    std::string name;  // may be empty
    Side side = Side::management;
    Role role = Role::member;
    std::string post;  // such as "senior evaluator"; may be empty
    std::vector<std::string> trained_in;
    std::string organisation;
    std::string connected_to_job;  // how; empty when not
    base::SourcePosition at;

    /// Chairs and members decide; observers and advisers do not.
    [[nodiscard]] bool decides() const { return role == Role::chair || role == Role::member; }
    [[nodiscard]] bool is_trained_in(std::string_view scheme) const;
};

struct Dissent {
    PanellistIndex panellist;
    std::optional<LevelIndex> level;
    std::string reason;
    OptionSet options{};  // of the level
};

/// What a panel recorded about one factor.
struct PanelFactor {
    std::vector<std::optional<LevelIndex>> individual;  // one per panellist; nothing where none is recorded
    std::optional<LevelIndex> agreed;
    std::string rationale;
    std::vector<Evidence> evidence;
    std::vector<Dissent> dissent;
    std::vector<OptionSet> individual_options{};  // of the individual levels, one per panellist
    OptionSet agreed_options{};
    std::map<QuestionIndex, AnswerRecord> answers{};  // of each question that the panel answered
    bool agreed_by_answers = false;                   // the record states no level: `agreed` is what its answers give
    base::SourcePosition at;  // of the agreed level where there is one; not known when the record has no entry

    /// Whether the factor or an answer of it has evidence.
    [[nodiscard]] bool has_evidence() const { return !evidence.empty() || any_evidence(answers); }
};

/// The record of one panel: who sat, the level each gave, the level agreed, and why. Nothing in it is ever changed by je.
class Panel {
public:
    /// Holds a draft against the scheme it names: words, factors, levels, panellists named in levels and dissents, evidence
    /// from documents of the record or of the questionnaire (`job`, null when that is not at hand: evidence is then taken as it
    /// is). Reports everything wrong; nothing is returned when there was an error. Who sat and how they decided is for the
    /// scheme's rules.
    [[nodiscard]] static std::optional<Panel> make(const PanelDraft& draft, const Scheme& scheme, const Job* job,
                                                   base::Diagnostics& diagnostics);

    [[nodiscard]] const PanelId& id() const { return id_; }
    [[nodiscard]] const JobId& job() const { return job_; }
    [[nodiscard]] const std::string& job_version() const { return job_version_; }  // empty: the record names none
    [[nodiscard]] const std::string& edition() const { return edition_; }          // empty: the record names none
    [[nodiscard]] const base::Date& date() const { return *date_; }
    [[nodiscard]] Stage stage() const { return stage_; }
    [[nodiscard]] const std::optional<Decision>& decision() const { return decision_; }
    [[nodiscard]] std::span<const Document> documents() const { return documents_; }
    [[nodiscard]] std::span<const Panellist> panellists() const { return panellists_; }
    /// One per factor of the scheme.
    [[nodiscard]] std::span<const PanelFactor> factors() const { return factors_; }
    [[nodiscard]] const std::string& notes() const { return notes_; }
    [[nodiscard]] const base::SourcePosition& at() const { return at_; }

    [[nodiscard]] const Panellist& operator[](PanellistIndex i) const { return panellists_[i.value()]; }
    [[nodiscard]] const PanelFactor& operator[](FactorIndex i) const { return factors_[i.value()]; }
    /// The choice of band that the record has itself; null: none.
    [[nodiscard]] const BandChoice* band_choice() const { return band_choice_.get(); }
    /// The options that the panel answered to questions.
    [[nodiscard]] const QuestionAnswers& questions() const { return questions_; }
    /// The agreed levels and the panel's own answers to questions, with the facts of `job` when it is at hand, and its choice
    /// of band where the record has none.
    [[nodiscard]] Answers answers(const Scheme& scheme, const Job* job) const;

private:
    Panel() = default;
    /// Where the record answers a factor's questions and states no level: the level that they give together with the facts.
    void agree_by_answers(const Scheme& scheme, const Job* job);
    friend class PanelMaker;
    PanelId id_;
    JobId job_;
    std::string job_version_, edition_, notes_;
    std::optional<base::Date> date_;
    Stage stage_ = Stage::evaluation;
    std::optional<Decision> decision_;
    std::vector<Document> documents_;
    std::vector<Panellist> panellists_;
    std::vector<PanelFactor> factors_;
    QuestionAnswers questions_;
    std::shared_ptr<const BandChoice> band_choice_;
    base::SourcePosition at_;
};

}  // namespace je::model
