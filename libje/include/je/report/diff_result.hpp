// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "je/base/date.hpp"
#include "je/base/decimal.hpp"
#include "je/model/job.hpp"
#include "je/report/description.hpp"
#include "je/report/explain_result.hpp"

namespace je::report {

/// Whether something moves from one version to the other; `may`: that hangs on answers which are not given.
enum class Moves { no, may, yes };
/// "no", "may", "yes".
[[nodiscard]] std::string_view to_text(Moves moves);

enum class DiffMove {
    added,
    removed,
    changed,
    moved  // of an answer: the same, and counted otherwise
};
[[nodiscard]] std::string_view to_text(DiffMove move);

/// Where an answer stands among those to a factor's questions.
enum class AnswerPlace {
    path,     // it leads to the level, or as far as answers go
    ahead,    // its question may yet come up
    off_path  // its question cannot come up: it is without effect
};
[[nodiscard]] std::string_view to_text(AnswerPlace place);

/// The answer of one version to a question.
struct AnswerSide {
    std::string option;
    std::string text;  // in words, with the value of a fact
    AnswerPlace place = AnswerPlace::path;
    std::string at{};  // "vlo.yaml:14"; empty: no file states it
};
struct AnswerDiff {
    DiffMove move = DiffMove::changed;
    std::string question;
    std::string ask;
    std::string fact{};                  // id of the fact that is asked; empty: none is
    std::optional<AnswerSide> before{};  // nothing: not answered
    std::optional<AnswerSide> after{};
};

/// Evidence of a factor, of an answer or of a fact. Pieces of one document and section, of one document and quote, or of one
/// quote are one piece that changed.
struct EvidenceDiff {
    DiffMove move = DiffMove::changed;
    std::string question{};  // of whose answer it is; empty: of the factor or fact itself
    std::optional<EvidenceView> before{};
    std::optional<EvidenceView> after{};
    std::vector<std::string> changed{};  // keys of a piece of evidence that differ
};
struct NoteDiff {
    std::string question{};  // as above
    std::string before{};    // empty: none
    std::string after{};
};

/// How one version comes to the level of a factor.
struct LevelSide {
    std::optional<std::string> level;  // nothing: not known
    std::string options{};             // letters, "bc"
    std::string summary{};
    std::optional<scoring::LevelSource> source{};
    std::optional<base::Decimal> points{};
    std::optional<base::Decimal> points_min{};  // where points are not known; nothing for a side of a matrix
    std::optional<base::Decimal> points_max{};
    std::vector<std::string> possible{};  // levels that it may have, lowest first; one where it is known
    std::string at{};                     // where the version states it; empty: nowhere
};
struct FactorDiff {
    std::string id;
    std::string name;
    std::string short_name{};  // empty: the scheme states none
    Moves level_moves = Moves::no;
    LevelSide before{};
    LevelSide after{};
    std::optional<base::Decimal> difference{};  // in points; nothing for a side of a matrix, and where one is not known
    std::vector<AnswerDiff> answers{};
    std::vector<EvidenceDiff> evidence{};
    std::vector<NoteDiff> notes{};

    [[nodiscard]] bool is_open() const { return before.possible.size() > 1 || after.possible.size() > 1; }
    /// Both levels are known, and the one comes from elsewhere than the other.
    [[nodiscard]] bool source_changes() const { return before.source && after.source && *before.source != *after.source; }
    [[nodiscard]] bool options_change() const { return before.options != after.options; }
    /// Whether anything of it differs, be it words alone.
    [[nodiscard]] bool any() const;
};

struct FactDiff {
    DiffMove move = DiffMove::changed;
    std::string id;
    std::string name;
    bool value_changes = false;  // false: what stands beside it does
    std::string before{};        // its value; empty: not stated
    std::string after{};
    std::string before_at{};
    std::string after_at{};
    std::vector<std::string> factors{};  // ids of those whose questions ask it
    std::vector<std::string> rules{};    // ids of those that look at it
    std::vector<EvidenceDiff> evidence{};
    std::vector<NoteDiff> notes{};
};

/// A document as one version lists it.
struct DocumentSide {
    std::string kind;
    std::string title;
    std::string version;
    std::optional<base::Date> date;
    std::string at{};
};
struct DocumentDiff {
    DiffMove move = DiffMove::changed;
    std::string id;
    std::optional<DocumentSide> before{};
    std::optional<DocumentSide> after{};
    std::vector<std::string> changed{};  // keys of it that differ
};
/// A document of the new version that is older than was asked for.
struct OldDocument {
    std::string id;
    std::string title;
    base::Date date;
    std::string at{};
};

struct PostSide {
    std::string title;
    std::optional<std::uint64_t> holders;
};
struct PostDiff {
    DiffMove move = DiffMove::changed;
    std::string id;
    std::optional<PostSide> before{};
    std::optional<PostSide> after{};
};

/// Points of a factor of its own or of a matrix in both versions.
struct UnitDiff {
    std::string id;
    std::string name;
    std::string short_name{};
    bool is_matrix = false;
    std::optional<base::Decimal> difference{};  // nothing: one of the two is not known, or is masked
};

/// Two versions of one job's questionnaire under one scheme. Whether the change is material follows from levels, points and
/// bands alone.
struct DiffResult {
    ExplainResult before;  // without what moves its band
    ExplainResult after;
    Moves material = Moves::no;          // of the three below the one that moves most
    std::optional<Moves> band_moves{};   // nothing: there are no bands, or they are masked
    std::optional<Moves> total_moves{};  // nothing: there are no points, or they are masked
    Moves levels_move = Moves::no;
    bool answers_change = false;  // a level as stated, an answer to a question or the value of a fact
    std::vector<std::optional<std::string>> bands_before{};  // that there may be, lowest first; nothing, last: none
    std::vector<std::optional<std::string>> bands_after{};
    // Whatever is open alike in both versions is taken to be answered alike. Nothing: it is not known, or is masked.
    std::optional<base::Decimal> total_difference{};
    std::vector<UnitDiff> units{};                 // as those of both versions stand
    std::vector<FactorDiff> factors{};             // likewise, all of them
    std::vector<FactDiff> facts{};                 // that differ
    std::vector<DocumentDiff> documents{};         // that differ
    std::vector<PostDiff> posts{};                 // that differ
    std::vector<std::string> changed{};            // what else the questionnaires differ in, by its keys
    std::optional<base::Date> older_than{};        // asked for; nothing: no age was
    std::vector<OldDocument> old_documents{};      // of the new version, dated before that day
    std::vector<std::string> undated_documents{};  // of the new version: ids, where an age was asked for
    std::vector<InputFile> inputs{};               // for the caller to fill in, as is the next
    ToolInfo tool{};

    /// Whether anything differs at all, be it words alone.
    [[nodiscard]] bool any() const;
    [[nodiscard]] bool is_masked() const { return before.masked; }
};

/// One version: what it was explained from, and the score of that.
struct DiffSide {
    const ExplainInput* input = nullptr;
    const scoring::Score* score = nullptr;
};

/// Compares two versions. Both are under one scheme and one band table, scored without errors.
[[nodiscard]] DiffResult diff(const DiffSide& before, const DiffSide& after, std::optional<base::Date> older_than = {});
/// The view of a sitting panel: points, total and bands of the old version are masked, and with them what follows from them.
void mask_before(DiffResult& result);

/// What changed, for people.
[[nodiscard]] Document diff_document(const DiffResult& result);
/// Factors and matrices as rows, then total and band: before, after and the difference.
[[nodiscard]] Table diff_table(const DiffResult& result);
/// Everything that changed, one a row.
[[nodiscard]] Table diff_long_table(const DiffResult& result);

Description describe(Of<DiffResult>);

}  // namespace je::report
