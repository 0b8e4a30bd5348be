// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "je/base/date.hpp"
#include "je/model/scheme.hpp"
#include "je/report/document.hpp"
#include "je/report/local_agreement.hpp"
#include "je/scoring/score.hpp"

namespace je::report {

/// A file that went into a result: enough to compute it again and to see that nothing was changed.
struct InputFile {
    std::string name;  // as the user gave it
    std::string sha256;
};

/// Where figures or rules come from, as a scheme names it.
struct SourceInfo {
    std::string id;
    std::string title;
    std::string address;  // empty when it has none
};

struct SchemeInfo {
    std::string id;
    std::string title;
    std::string edition;
    std::string status;
    std::string caution;  // the line every report carries; empty for published and local figures
    std::string name;     // of the file
    std::string sha256;
    std::string file{};             // the path it was read from; empty for a scheme as it comes with je
    bool replaces_shipped = false;  // it carries the id of a scheme that comes with je, and other contents
    std::vector<SourceInfo> sources{};
    std::optional<LocalInfo> local{};  // nothing: the scheme stands as its own file has it
    std::string effective_sha256{};    // of both files, with a local agreement
    model::Method method = model::Method::points;

    [[nodiscard]] bool has_points() const { return method == model::Method::points; }
};
[[nodiscard]] SchemeInfo scheme_info(const model::Scheme& scheme, std::string name, std::string sha256);

/// A band of the table, which holds every total from its floor to the next one.
struct BandFloor {
    std::string band;  // id
    std::string name;
    base::Decimal floor{};
    std::optional<base::Decimal> max;  // the largest total in it, where one is stated
};

/// Which band table was used.
struct BandsInfo {
    std::string file;     // of --bands; empty for the scheme's own
    std::string title;    // of that file
    std::string caution;  // when that file's figures are illustrative or unverified
    std::optional<base::Date> from;
    std::optional<base::Date> until;
    bool any = false;                   // false: no bands at all
    bool overlaps = false;              // a total may be in several
    std::vector<BandFloor> floors{};    // lowest first; empty where rules give bands:
    std::vector<BandFloor> by_rules{};  // the bands that they give, without floors
};
[[nodiscard]] BandsInfo bands_info(const model::BandTable* table);

/// Which program computed a result, and what it was asked. `stamp` is a clock time, only when asked for.
struct ToolInfo {
    std::string version;
    std::string stamp;
    std::vector<std::string> arguments{};  // the command and what was given to it; empty when not known
};

/// "je score 'a job.yaml'": the words as a shell takes them.
[[nodiscard]] std::string command_line(const std::vector<std::string>& arguments);

/// The cell of a value that may be missing.
[[nodiscard]] Cell cell_or_nothing(const std::optional<base::Decimal>& value);

/// The cell of a count.
[[nodiscard]] inline Cell count_cell(std::size_t count) { return static_cast<std::int64_t>(count); }

/// A row for each file that went into a result, with its checksum.
void add_files(Facts& facts, const std::vector<InputFile>& files);
/// The section that names them, at the end of a document.
void add_origin(Document& document, const std::vector<InputFile>& files);

/// A band, and how much of what can come is in it: a share of a region of weights or of scenarios, or a chance.
struct BandShare {
    std::optional<std::string> band;  // nothing: in none
    double share = 0;
    std::optional<double> standard_error{};  // nothing: it is exact
    std::optional<base::Decimal> from{};     // where the declared hole begins that the total is in
};
/// The same of a number, such as a rank, in sampled scenarios.
struct NumberShare {
    std::size_t number = 0;
    double share = 0;
    double standard_error = 0;
};

/// One piece of evidence that a record cites, with what the questionnaire says of its document where it is at hand. Texts that
/// a file may leave out are empty when it does.
struct EvidenceView {
    std::string document;
    std::string kind;
    std::string title;
    std::string version;
    std::optional<base::Date> date;
    std::string section;
    std::string quote;
    std::string disputed;  // who disputes it and why
    std::string at;        // "vlo.yaml:14"; empty when no file states it
};
/// `job` is the questionnaire; null where it is not at hand.
[[nodiscard]] std::vector<EvidenceView> view_evidence(const std::vector<model::Evidence>& evidence, const model::Job* job);

/// An error that kept a job, or a part of one, out of a result.
struct ErrorEntry {
    std::string job;  // id; empty when not known
    std::string id;   // of the diagnostic
    std::string message;
    std::string at;  // "vlo.yaml:14:22"; empty when not known
};
[[nodiscard]] ErrorEntry error_entry(std::string_view job, const base::Diagnostic& diagnostic);

/// "local/demo.yaml, SHA-256 499fa4963d41": the file a scheme was read from, with its checksum in short.
[[nodiscard]] std::string file_in_short(const SchemeInfo& scheme);
/// A row with that; none for a scheme as it comes with je.
void add_scheme_file(Facts& facts, const SchemeInfo& scheme);
/// That the scheme stands in for one that comes with je; empty when it does not.
[[nodiscard]] std::string replacement_in_words(const SchemeInfo& scheme);
/// What the reader must not miss about the figures of a scheme and of its bands.
void add_scheme_cautions(Document& document, const SchemeInfo& scheme, const BandsInfo& bands);

/// What every report on a scheme begins with: scheme, edition and status, band table, date. The cautions come after it.
[[nodiscard]] Facts scheme_facts(const SchemeInfo& scheme, const BandsInfo& bands, const std::optional<base::Date>& as_of);
/// Both.
void add_scheme(Document& document, const SchemeInfo& scheme, const BandsInfo& bands, const std::optional<base::Date>& as_of);

/// Bands with the totals they hold: "164 to 274", or "from 670" for an open end; "under 275" when totals need not be whole.
[[nodiscard]] Table band_table(const model::BandTable& table, const model::Scheme& scheme);
/// The anchor of the totals of a band in that table.
[[nodiscard]] std::string floor_anchor(std::string_view band);
/// Whether every total of the scheme is a whole number.
[[nodiscard]] bool whole_totals(const model::Scheme& scheme);

/// Why `total` is in no band of `table`: below the lowest floor, above the highest band, or in a hole (with its declared
/// reason).
[[nodiscard]] std::string why_no_band(const model::BandTable& table, model::Points total);
/// "a total between, such as 40, can be in no band: ..." of a job whose range of totals has a hole within.
[[nodiscard]] std::optional<std::string> why_no_band_between(const model::Scheme& scheme, const model::BandTable& table,
                                                             const model::Answers& answers, const scoring::Score& score);

/// Records that the public view does not show.
struct LeftOutRecords {
    std::size_t single_holder = 0;      // their job has a single post-holder
    std::size_t holders_not_known = 0;  // nobody says how many hold their job

    [[nodiscard]] bool any() const { return single_holder + holders_not_known > 0; }
};
/// The same of jobs: "Left out of the public view: 1 job that one person holds."
[[nodiscard]] Text jobs_in_words(const LeftOutRecords& left_out);

}  // namespace je::report
