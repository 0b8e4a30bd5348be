// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/job.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "model/job/band_choice.hpp"
#include "model/job/derived_levels.hpp"
#include "model/job/given_to_tree.hpp"
#include "model/job/placeholders.hpp"
#include "model/job/stated_answers.hpp"
#include "model/job/stated_levels.hpp"
#include "model/scheme/facts.hpp"
#include "model/scheme/names.hpp"

namespace je::model {

namespace {

/// Levels, facts and what is said about each factor, in the scheme's order.
struct JobAnswers {
    Answers answers;
    std::vector<Rating> ratings;
    std::vector<base::SourcePosition> fact_positions;
    std::vector<AnswerRecord> fact_records;
};

/// Calls `visit(evidence, whose)` with the evidence of each thing in the draft, and what messages call that thing.
template <class Visit>
void visit_evidence(const JobDraft& draft, const Visit& visit) {
    for (const auto& factor : draft.factors) {
        visit(factor.evidence, [&] { return fmt::format("factor '{}'", factor.id.value); });
        for (const auto& answer : factor.answers) visit(answer.evidence, [&] { return called(answer, factor.id.value); });
    }
    for (const auto& fact : draft.facts) visit(fact.evidence, [&] { return fmt::format("fact '{}'", fact.id.value); });
    visit(evidence_of(draft.band_choice), [] { return std::string{"the choice of band"}; });
}

Names document_names(const JobDraft& draft, base::Diagnostics& diagnostics) {
    Names names{{"document", "documents", "JE-J07", "JE-J05"}};
    for (const auto& document : draft.documents) names.add({document.id.text(), document.at}, diagnostics);
    return names;
}

void check_evidence(const JobDraft& draft, const Names& documents, base::Diagnostics& diagnostics) {
    visit_evidence(draft, [&](std::span<const Evidence> all, const auto& whose) {
        if (all.empty()) return;
        const auto user = fmt::format("the evidence for {}", whose());
        for (const auto& evidence : all)
            static_cast<void>(documents.resolve({evidence.document.text(), evidence.at}, user, diagnostics));
    });
}

void report_uncited(const JobDraft& draft, base::Diagnostics& diagnostics) {
    std::set<std::string> cited;
    visit_evidence(draft, [&](std::span<const Evidence> all, const auto&) {
        for (const auto& evidence : all) cited.insert(evidence.document.text());
    });
    for (const auto& document : draft.documents) {
        if (!cited.insert(document.id.text()).second) continue;
        diagnostics.warning({"JE-J10", document.at, fmt::format("no evidence cites document '{}'", document.id.text()),
                             "each document cited by the evidence for some factor",
                             "cite it where it is the evidence, or let it stand: it changes nothing"});
    }
}

void check_posts(const JobDraft& draft, base::Diagnostics& diagnostics) {
    Names names{{"post", "posts", "", "JE-J06"}};
    for (const auto& post : draft.posts) names.add({post.id.text(), post.at}, diagnostics);
}

void check_supersedes(const JobDraft& draft, base::Diagnostics& diagnostics) {
    if (!draft.supersedes || draft.supersedes->value != draft.id.value) return;
    diagnostics.error({"JE-J12", draft.supersedes->at, fmt::format("job '{}' is said to replace itself", draft.id.value),
                       "the id of another job under 'supersedes'",
                       "give this job an id of its own, or name under 'supersedes' the job that it takes the place of"});
}

/// The note on something, where it is what je new writes there.
struct LeftNote {
    std::string on;
    base::SourcePosition at;
};

/// What is left of the notes of a new file, on things of which something is stated.
std::vector<LeftNote> notes_left(const JobDraft& draft) {
    std::vector<LeftNote> left;
    for (const auto& factor : draft.factors) {
        const bool begun = factor.level || !factor.evidence.empty() || !factor.answers.empty();
        if (begun && factor.note == placeholder::text)
            left.push_back({fmt::format("'{}'", factor.id.value), factor.level ? factor.level->at : factor.id.at});
        for (const auto& answer : factor.answers)
            if (answer.note == placeholder::text) left.push_back({called(answer, factor.id.value), answer.option.at});
    }
    for (const auto& fact : draft.facts)
        if (fact.note == placeholder::text) left.push_back({fmt::format("fact '{}'", fact.id.value), fact.value.at});
    return left;
}

std::string listed(const std::vector<LeftNote>& notes) {
    std::string list;
    for (std::size_t i = 0; i < notes.size(); ++i) list += (i == 0 ? "" : i + 1 == notes.size() ? " and " : ", ") + notes[i].on;
    return list;
}

/// What is left of a new file once a level is stated, or a question answered.
void report_placeholders(const JobDraft& draft, base::Diagnostics& diagnostics) {
    const bool begun = std::any_of(draft.factors.begin(), draft.factors.end(),
                                   [](const auto& factor) { return factor.level || !factor.answers.empty(); });
    const std::vector<LeftNote> notes = notes_left(draft);
    std::vector<std::string> left;
    if (begun && draft.title == placeholder::job_title) left.push_back(fmt::format("the title '{}'", draft.title));
    if (!notes.empty()) left.push_back(fmt::format("the note '{}' on {}", placeholder::text, listed(notes)));
    warn_of_placeholders("JE-J13", notes.empty() ? draft.id.at : notes.front().at, fmt::format("job '{}'", draft.id.value),
                         left, diagnostics);
}

/// What can be said of a draft whatever its scheme: ids that occur twice, evidence from documents that are not declared,
/// documents that nothing cites, a job that replaces itself.
void check_record(const JobDraft& draft, base::Diagnostics& diagnostics) {
    const auto documents = document_names(draft, diagnostics);
    check_evidence(draft, documents, diagnostics);
    if (!draft.flawed) report_uncited(draft, diagnostics);  // the evidence may stand under a misspelt key
    check_posts(draft, diagnostics);
    check_supersedes(draft, diagnostics);
    report_placeholders(draft, diagnostics);
    if (draft.band_choice) check_choice(*draft.band_choice, fmt::format("job '{}'", draft.id.value), diagnostics);
    Names factors{{"factor", "factors", "", "JE-J04", false}};
    for (const auto& factor : draft.factors) factors.add(factor.id, diagnostics);
    Names facts{{"fact", "facts", "", "JE-J11", false}};
    for (const auto& fact : draft.facts) facts.add(fact.id, diagnostics);
}

std::optional<FactValue> parse_number(const FactDefinition& fact, std::string_view text) {
    const auto parsed = base::WideDecimal::parse(text);
    const auto* value = std::get_if<base::WideDecimal>(&parsed);
    return value != nullptr && fact.allows(*value) ? std::optional<FactValue>{*value} : std::nullopt;
}

std::optional<FactValue> parse_choice(const std::vector<std::string>& choices, std::string_view text) {
    const auto found = std::find(choices.begin(), choices.end(), text);
    if (found == choices.end()) return std::nullopt;
    return static_cast<std::size_t>(found - choices.begin());
}

std::optional<FactValue> parse_yes_no(std::string_view text) {
    if (text == "yes" || text == "true") return true;
    if (text == "no" || text == "false") return false;
    return std::nullopt;
}

std::optional<FactValue> parse_several(const std::vector<std::string>& choices, std::string_view text) {
    ChoiceSet set;
    for (const std::string& word : words_of_several(text)) {
        const auto found = std::find(choices.begin(), choices.end(), word);
        if (found == choices.end()) return std::nullopt;
        const auto place = static_cast<std::size_t>(found - choices.begin());
        if (set.contains(place)) return std::nullopt;
        set.bits |= 1U << place;
    }
    return set;
}

}  // namespace

std::optional<FactValue> parse_fact(const FactDefinition& fact, std::string_view text) {
    switch (fact.kind) {
        case FactKindOf::number:
            return parse_number(fact, text);
        case FactKindOf::choice:
            return parse_choice(fact.choices, text);
        case FactKindOf::yes_no:
            return parse_yes_no(text);
        case FactKindOf::several:
            return parse_several(fact.choices, text);
    }
    return std::nullopt;
}

namespace {

using AnsweredFactor = JobDraft::Factor;

class AnswersMaker {
public:
    AnswersMaker(const JobDraft& draft, const Scheme& scheme, base::Diagnostics& diagnostics)
        : draft_{draft}, scheme_{scheme}, diagnostics_{diagnostics} {
        made_.answers = Answers{scheme};
        made_.ratings.resize(scheme.factors().size());
        made_.fact_positions.resize(scheme.facts().size());
        for (const auto& fact : scheme.facts()) facts_.add_quietly({fact.id.text(), {}});
    }

    [[nodiscard]] JobAnswers make() {
        for (const auto& factor : draft_.factors) take_factor(factor);
        for (const auto& fact : draft_.facts) take_fact(fact);
        for (const auto& factor : draft_.factors) take_bare_options(factor);  // of levels that facts and answers give
        return std::move(made_);
    }

private:
    void take_factor(const AnsweredFactor& draft) {
        const auto found = stated_factor(scheme_, draft.id, "JE-J02", diagnostics_);
        if (!found) return;
        Rating& rating = made_.ratings[found->value()];
        rating = {draft.evidence, filled_in(draft.note), draft.level ? draft.level->at : draft.id.at};
        take_answers(scheme_, *found, draft.answers, "under 'facts'", {made_.answers.questions, rating.answers}, diagnostics_);
        if (!draft.level) return;
        if (const auto level = stated_level(scheme_[*found], {*draft.level, draft.options}, "JE-J03", diagnostics_))
            made_.answers.state(*found, *level);
    }

    void take_bare_options(const AnsweredFactor& draft) {
        const auto found = draft.level || draft.options.empty() ? std::nullopt : scheme_.find_factor(draft.id.value);
        if (!found) return;
        const Factor& factor = scheme_[*found];
        const Derivation* derivation = derivation_of(scheme_, *found);
        if (derivation == nullptr && !factor.tree) return report_bare_options(draft);
        const std::vector<LevelIndex> levels =
            factor.tree ? levels_given({scheme_, made_.answers, *found}) : derived_levels(*derivation, made_.answers.facts);
        if (levels.size() != 1) return keep_open_options(draft, *found, levels);
        if (const auto set = stated_options(factor, levels.front(), {}, draft.options, draft.options.front().at, diagnostics_))
            made_.answers.state_options(*found, *set);
    }

    void report_bare_options(const AnsweredFactor& draft) {
        diagnostics_.error({"JE-O08", draft.options.front().at,
                            fmt::format("factor '{}' states options and no level, and no rule gives it one", draft.id.value),
                            "options beside the level they are of",
                            "add the level; if it is not known, keep what is known of the options in a note"});
    }

    /// Facts and answers that are not stated leave the level open: the options are kept for it, if some level has them.
    /// `levels`: those that are left; all where there are none.
    void keep_open_options(const AnsweredFactor& draft, FactorIndex index, std::vector<LevelIndex> levels) {
        const Factor& factor = scheme_[index];
        for (LevelIndex level{0}; levels.empty() && level.value() < factor.levels.size(); ++level)
            if (are_options_of(factor[level], draft.options)) levels.push_back(level);
        if (std::none_of(levels.begin(), levels.end(),
                         [&](LevelIndex level) { return are_options_of(factor[level], draft.options); }))
            return report_options_of_none(draft, factor);
        std::string& kept = made_.ratings[index.value()].open_options;
        for (const Text& option : draft.options) kept += option.value;
    }

    void report_options_of_none(const AnsweredFactor& draft, const Factor& factor) {
        std::vector<std::string> letters;
        for (const Text& option : draft.options) letters.push_back(option.value);
        const bool one = letters.size() == 1;
        diagnostics_.error(
            {"JE-O20", draft.options.front().at,
             fmt::format("no level that factor '{}' can have has {} {}{}", factor.id.text(), one ? "option" : "options",
                         base::quoted_list(letters), one ? "" : " to be met together"),
             "options of a level that the facts stated can still give",
             "name options that the scheme has for such a level; if it is not known which are met, leave them out"});
    }

    void take_fact(const JobDraft::Fact& draft) {
        const auto& [id, value] = std::tie(draft.id, draft.value);
        const auto found = facts_.find(id.value);
        if (!found) {
            unused_fact(id);
            return;
        }
        keep_record(draft, *found);
        const auto& fact = scheme_.facts()[*found];
        made_.fact_positions[*found] = value.at;
        const auto parsed = parse_fact(fact, value.value);
        if (parsed) made_.answers.facts[*found] = *parsed;
        if (!parsed) {
            diagnostics_.error({"JE-J09", value.at, fmt::format("fact '{}' cannot be '{}'", fact.id.text(), value.value),
                                expected_of(fact), fix_of(fact, value.value)});
        }
    }

    void keep_record(const JobDraft::Fact& draft, std::size_t fact) {
        if (draft.evidence.empty() && draft.note.empty()) return;
        made_.fact_records.resize(scheme_.facts().size());
        made_.fact_records[fact] = {draft.evidence, filled_in(draft.note), draft.value.at};
    }

    void unused_fact(const Text& id) {
        report({.id = "JE-J08",
                .word = id,
                .message = fmt::format("scheme '{}' does not use a fact '{}'", scheme_.id().text(), id.value),
                .what = fmt::format("the facts that scheme '{}' uses", scheme_.id().text()),
                .allowed = facts_.distinct(),
                .otherwise = "let it stand: it changes nothing"},
               diagnostics_, base::Severity::warning);
    }

    const JobDraft& draft_;
    const Scheme& scheme_;
    base::Diagnostics& diagnostics_;
    Names facts_{{"fact", "facts", "JE-J08", "JE-J11"}};
    JobAnswers made_;
};

/// What the draft states under `scheme`; factors, levels, facts and values that the scheme does not have are reported.
JobAnswers make_answers(const JobDraft& draft, const Scheme& scheme, base::Diagnostics& diagnostics) {
    return AnswersMaker{draft, scheme, diagnostics}.make();
}

bool check_scheme(const JobDraft& draft, const Scheme& scheme, base::Diagnostics& diagnostics) {
    if (scheme.is_called(draft.scheme.value)) return true;
    diagnostics.error({"JE-J01", draft.scheme.at,
                       fmt::format("job '{}' is for scheme '{}', but the scheme used is '{}'", draft.id.value,
                                   draft.scheme.value, scheme.id().text()),
                       "the scheme that the questionnaire was written for",
                       fmt::format("use '--scheme {}', or write 'scheme: {}' if the levels are that scheme's",
                                   draft.scheme.value, scheme.id().text())});
    return false;
}

}  // namespace

std::optional<Job> Job::make(const JobDraft& draft, const Scheme& scheme, base::Diagnostics& diagnostics) {
    const auto errors_before = diagnostics.errors();
    check_record(draft, diagnostics);
    if (!check_scheme(draft, scheme, diagnostics)) return std::nullopt;  // its factors and facts would all be unknown
    auto made = make_answers(draft, scheme, diagnostics);
    if (draft.flawed || diagnostics.errors() > errors_before) return std::nullopt;
    Job job;
    job.id_ = JobId{draft.id.value};
    job.title_ = draft.title;
    job.organisation_ = draft.organisation;
    if (draft.family) job.family_ = draft.family->value;
    job.version_ = draft.version;
    job.note_ = draft.note;
    job.supersedes_ = draft.supersedes ? draft.supersedes->value : "";
    job.documents_ = draft.documents;
    job.posts_ = draft.posts;
    job.answers_ = std::move(made.answers);
    if (draft.band_choice) job.answers_.choice = std::make_shared<const BandChoice>(*draft.band_choice);
    job.ratings_ = std::move(made.ratings);
    job.fact_positions_ = std::move(made.fact_positions);
    job.fact_records_ = std::move(made.fact_records);
    job.at_ = draft.at;
    return job;
}

Job Job::from_answers(JobId id, std::string title, Answers answers, base::SourcePosition at, std::vector<Post> posts,
                      std::optional<std::string> family) {
    Job job;
    job.id_ = std::move(id);
    job.title_ = std::move(title);
    job.posts_ = std::move(posts);
    job.family_ = std::move(family);
    job.ratings_.resize(answers.levels.size());
    for (auto& rating : job.ratings_) rating.at = at;
    job.fact_positions_.assign(answers.facts.size(), at);
    job.answers_ = std::move(answers);
    job.at_ = std::move(at);
    return job;
}

const Document* Job::find_document(const DocumentId& id) const {
    for (const auto& document : documents_) {
        if (document.id == id) return &document;
    }
    return nullptr;
}

}  // namespace je::model
