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
#include <utility>
#include <vector>

#include "io/local/merge.hpp"
#include "je/base/diagnostic.hpp"
#include "je/model/scheme.hpp"
#include "je/report/common.hpp"
#include "je/study/files.hpp"
#include "je/study/options.hpp"
#include "je/study/shared_inputs.hpp"

namespace je::study {

/// A scheme with the band and pay tables that apply in this run. Values point into `scheme` and `bands_file`, which are kept
/// alive.
struct SchemeInUse {
    std::shared_ptr<const model::Scheme> scheme;
    std::shared_ptr<const model::BandsFile> bands_file;  // of --bands; null when the scheme's own tables are used
    const model::BandTable* bands = nullptr;             // null: no bands
    const model::PayTable* pay = nullptr;
    report::SchemeInfo info;
    std::vector<io::MergedChange> changes{};  // of a local agreement
    base::Diagnostics odd_trees{};            // of a local agreement: what je check says of its questions
    report::BandsInfo bands_info;
};

/// A file that a file of worked examples names: it lies beside it.
[[nodiscard]] FoundFile beside(const FoundFile& examples, const std::string& path);

/// That a file of bands with floors is of no use for a scheme without points.
[[nodiscard]] base::Diagnostic without_floors(const model::Scheme& scheme, const base::SourcePosition& bands);

/// Reads the files of a run and keeps the list of them, with checksums, for the result.
class Inputs {
public:
    /// `always`: the list has checksums whatever the options say, as what is printed to be argued over has to say what it was
    /// made from. All but the options is kept by reference.
    Inputs(io::Source& source, const Options& options, const Control& control, bool always = false);

    /// A file's text, entered in the list; nothing when it is too large (reported).
    [[nodiscard]] std::optional<base::SourceTextPtr> read(const FoundFile& file, base::Diagnostics& diagnostics);
    /// The same without entering it in the list; `list` does that once the file is known to matter.
    [[nodiscard]] std::optional<base::SourceTextPtr> peek(const FoundFile& file, base::Diagnostics& diagnostics);
    /// Says in what encoding the file was found to be, where that is not UTF-8.
    void list(const base::SourceTextPtr& text, base::Diagnostics& diagnostics);
    /// What `reader` (io::read_job and the like) gives for a text. Where several commands run over the same files, each text is
    /// parsed once.
    template <class Draft>
    [[nodiscard]] Draft parsed(const base::SourceTextPtr& text, base::Diagnostics& diagnostics,
                               Draft (*reader)(const base::SourceTextPtr&, const io::Limits&, base::Diagnostics&)) const {
        return options_.shared ? options_.shared->parsed(text, options_.limits, diagnostics, reader)
                               : reader(text, options_.limits, diagnostics);
    }

    /// SHA-256 of the file that a text was read from.
    [[nodiscard]] std::string checksum(const base::SourceTextPtr& text) const;

    /// The file of a scheme named by the user: a name, or the file itself. A name that is not found is a Refusal (JE-U09).
    [[nodiscard]] FoundFile file_of_scheme(const std::string& name_or_file) const;
    /// A scheme named by the user (`--scheme`): a name or a file. Null when it cannot be used; why is in the diagnostics. A
    /// name that is not found is a Refusal (JE-U09). Read once however often asked for.
    [[nodiscard]] std::shared_ptr<const SchemeInUse> scheme(const std::string& name_or_file, base::Diagnostics& diagnostics);
    /// The scheme whose id a file states: looked up by name alone, never a path. A name that is not found is JE-U09 where it is
    /// stated.
    [[nodiscard]] std::shared_ptr<const SchemeInUse> scheme_of(const base::Located<std::string>& id,
                                                               base::Diagnostics& diagnostics);
    /// The scheme of a file of worked examples: its id, or the name of a file beside it.
    [[nodiscard]] std::shared_ptr<const SchemeInUse> scheme_of_examples(const FoundFile& examples,
                                                                        const base::Located<std::string>& scheme,
                                                                        base::Diagnostics& diagnostics);
    /// Says, once, that records under a local agreement name its base alone (JE-Z72).
    void note_base(const SchemeInUse& in_use, const base::Located<std::string>& stated, base::Diagnostics& diagnostics);
    /// Of a scheme that cannot be used: whether it reads well itself, and only its bands cannot be used.
    [[nodiscard]] bool lacks_only_bands(const std::string& id) const;
    /// The scheme in a file that was found; null when it cannot be used.
    [[nodiscard]] std::shared_ptr<const SchemeInUse> scheme_in(const FoundFile& file, base::Diagnostics& diagnostics) {
        return in_use(file, diagnostics);
    }
    /// A `je-bands/1` file; null when it cannot be used.
    [[nodiscard]] std::shared_ptr<const model::BandsFile> bands(const FoundFile& file, base::Diagnostics& diagnostics);

    /// A file of a record that the public view leaves out: the public is not told of it. A CSV file holds other jobs too.
    void leave_out(const base::SourceTextPtr& text);
    /// Every file read, in the order first read, each once; none where the options ask for no checksums. The public is told of
    /// files by number.
    [[nodiscard]] std::vector<report::InputFile> files() const;
    /// The same by their names.
    [[nodiscard]] const std::vector<report::InputFile>& files_as_named() const { return files_; }
    [[nodiscard]] const Options& options() const { return options_; }
    /// The ids of the jobs that are read next, in place of those of the options.
    void choose_jobs(std::vector<std::string> ids) { options_.jobs = std::move(ids); }
    [[nodiscard]] io::Source& source() const { return source_; }
    [[nodiscard]] const Control& control() const { return control_; }

private:
    struct ReadScheme {
        std::shared_ptr<const model::Scheme> scheme;  // null: it could not be used
        std::string sha256;
        FoundFile file{};  // of the scheme; of a local agreement, of its base
        std::optional<report::LocalInfo> local{};
        std::vector<io::MergedChange> changes{};
        base::Diagnostics odd_trees{};
        std::string effective_sha256{};
    };
    const ReadScheme& read_scheme(const FoundFile& file, base::Diagnostics& diagnostics);
    void read_local(ReadScheme& result, const FoundFile& file, const base::SourceTextPtr& text, base::Diagnostics& diagnostics);
    std::shared_ptr<const SchemeInUse> in_use(const FoundFile& file, base::Diagnostics& diagnostics);
    bool choose_bands(SchemeInUse& in_use, base::Diagnostics& diagnostics);
    bool take_bands_file(SchemeInUse& in_use, base::Diagnostics& diagnostics);
    [[nodiscard]] base::Diagnostic not_found(const std::string& name, const base::SourcePosition& at, bool or_file) const;

    io::Source& source_;
    Options options_;
    const Control& control_;
    std::vector<report::InputFile> files_;
    std::map<std::string, ReadScheme> schemes_;                       // by path
    std::map<std::string, std::shared_ptr<const SchemeInUse>> used_;  // by path
    std::set<std::string> listed_;                                    // names of `files_`
    std::set<std::string> left_out_;                                  // of them
    std::map<base::SourceTextPtr, io::TextFile> foreign_;             // files in another encoding than UTF-8
    bool base_noted_ = false;
    std::set<std::string> noted_;  // names of files whose encoding was said
};

}  // namespace je::study
