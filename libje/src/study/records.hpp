// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "je/model/appeal.hpp"
#include "je/model/job.hpp"
#include "je/model/panel.hpp"
#include "study/inputs.hpp"

namespace je::study {

/// Finds records by their ids: the questionnaire that a panel evaluated, the panel that an appeal is against.
///
///     Inputs inputs{options};
///     const auto files = find_files(arguments, said);
///     Records records{inputs, files, said};                                     // reads nothing yet
///     const model::PanelDraft* panel = records.find_panel(appeal.original, said);
///     if (panel == nullptr) said.error(records.missing(Records::Kind::panel, appeal.original));
///     const model::JobDraft* job = records.find_job(panel->job, panel->job_version, said);     // may be null
///     const auto others = records.find_appeals_of(panel->job.value, said);
///
/// Where it looks, in this order, each file once however many ways lead to it:
///   1. the files of the run;
///   2. the *.yaml files beside each file that was named one by one (in its folder, not below it);
///   3. what --records names: files, and folders with all below them.
/// CSV files hold no records. A scheme is no record either, and is found through --scheme or the scheme path; `find_scheme`
/// serves records that are pinned to another edition than the one found there.
///
/// Nothing is read before the first look-up. That reads each file to see its kind; a file of the kind looked for is parsed when
/// its text holds the id, and after a few look-ups all of that kind are, so that many take no longer than reading all. A file
/// that cannot be read, or has mistakes of form, is passed over without a word, since it may have nothing to do with the run:
/// `missing` names it when the id that is not found stands in it. (je check reports the mistakes of all files of the run.)
///
/// Look-ups give a draft that stays where it is as long as the Records, or null. Null comes with nothing said when there is no
/// such record - say so with `missing`, as an error or a note - and with error JE-P13 at the reference, naming every place,
/// when there are several. A draft that is given counts as used: its file is entered in `inputs.files()` and in `used()`.
/// Drafts are not yet held against a scheme.
class Records {
public:
    enum class Kind { job, panel, appeal, scheme };
    using Text = base::Located<std::string>;  // an id, and where the record that refers to it has it

    /// `files` are those of the run; those of the options are added. `inputs` must outlive this. Throws
    /// base::OutsideError when one of those does not exist, and reports a folder without any *.yaml (JE-U16).
    Records(Inputs& inputs, std::span<const FoundFile> files, base::Diagnostics& diagnostics);

    [[nodiscard]] const model::PanelDraft* find_panel(const Text& id, base::Diagnostics& diagnostics);
    /// Without a version: the only questionnaire with that id. Several versions are then told with the advice to name one.
    [[nodiscard]] const model::JobDraft* find_job(const Text& id, const std::optional<Text>& version,
                                                  base::Diagnostics& diagnostics);
    /// Every appeal about a job, in the order of the files; empty when there is none.
    [[nodiscard]] std::vector<const model::AppealDraft*> find_appeals_of(std::string_view job, base::Diagnostics& diagnostics);
    /// The same, and the only panel with an id, for what follows from records alone; they do not count as used.
    [[nodiscard]] std::vector<const model::AppealDraft*> look_at_appeals_of(std::string_view job);
    [[nodiscard]] const model::PanelDraft* look_at_panel(std::string_view id);
    /// Appeals about a job that have a re-panel, by the id of their original panel; not counted as used.
    using ByOriginal = std::multimap<std::string, const model::AppealDraft*>;
    [[nodiscard]] const ByOriginal& repanelled(const std::string& job);
    /// The scheme file with that id and edition, as one may give it to --scheme: among the records, else a file of the scheme
    /// path whose name begins with the id. Without an edition, the first with that id among the records. Not counted as used.
    [[nodiscard]] std::optional<FoundFile> find_scheme(std::string_view id, const std::optional<std::string>& edition);

    /// What to say of a reference that was not found (JE-P15), naming files that may hold it but have mistakes, or other
    /// versions of the job. A note; give it to `error` where the command cannot do without the record.
    [[nodiscard]] base::Diagnostic missing(Kind kind, const Text& id, const std::optional<Text>& version = {});

private:
    [[nodiscard]] std::optional<FoundFile> find_in_scheme_path(std::string_view id, std::string_view edition);

    struct Entry;
    struct Deleter {
        void operator()(Entry* entry) const;
    };

    void add(const FoundFile& file);
    void add_beside(const FoundFile& file);
    void look_at_kinds();
    void parse(Entry& entry);
    /// Parsed entries of `kind` whose text holds `word`.
    [[nodiscard]] const std::vector<Entry*>& holding(Kind kind, std::string_view word);
    /// Entries of `kind` whose record has this id.
    [[nodiscard]] std::vector<Entry*> with_id(Kind kind, std::string_view id);
    /// All entries of `kind` that have an id, by it.
    [[nodiscard]] const std::multimap<std::string, Entry*>& index_of(Kind kind);
    /// The draft in the only one of `found`; null when there is none, or several, which is reported.
    template <class Draft>
    [[nodiscard]] const Draft* only(std::span<Entry* const> found, Kind kind, const Text& id, base::Diagnostics& diagnostics);

    Inputs& inputs_;
    std::vector<std::unique_ptr<Entry, Deleter>> entries_;
    std::set<std::string> paths_;                                          // of `entries_`, one form for each file
    std::map<std::pair<Kind, std::string>, std::vector<Entry*>> holding_;  // what was asked for before
    std::map<Kind, std::size_t> looked_up_;                                // how often, by id
    std::map<Kind, std::multimap<std::string, Entry*>> by_id_;             // of kinds looked up often
    std::map<std::string, ByOriginal> repanelled_;                         // by job
    bool kinds_known_ = false;
};

/// "job", "panel", "appeal", "scheme".
[[nodiscard]] std::string_view to_text(Records::Kind kind);

}  // namespace je::study
