// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
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
#include "je/base/interface.hpp"
#include "je/render/format.hpp"
#include "je/report/report_result.hpp"
#include "je/study/options.hpp"

namespace je::tool {

/// An option a command takes: `--name`, or `--name VALUE` when `value` names one.
struct Option {
    std::string name;
    std::string value{};      // empty: a switch
    bool repeatable = false;  // else giving it twice is a usage error
    bool writes = false;      // its value names a file to be written
};

struct Captured;

/// What was given on the command line, as text.
class GivenOptions {
public:
    [[nodiscard]] bool has(std::string_view name) const;
    /// The value of an option given once at most.
    [[nodiscard]] std::optional<std::string> value(std::string_view name) const;
    /// Every value of a repeatable option, in the order given.
    [[nodiscard]] std::vector<std::string> values(std::string_view name) const;
    /// What is not an option: files and folders.
    [[nodiscard]] const std::vector<std::string>& arguments() const { return arguments_; }
    /// The command and what was given to it, word for word, without what does not change a result (--output, --width, --quiet,
    /// --color,
    /// --progress, --threads, --draws, --shard): what makes the same result again.
    [[nodiscard]] const std::vector<std::string>& made_by() const { return made_by_; }
    /// The run is to keep its result and messages here, and to write nothing.
    void capture(std::shared_ptr<Captured> captured) { captured_ = std::move(captured); }
    [[nodiscard]] const std::shared_ptr<Captured>& captured() const { return captured_; }
    /// The run is one of several that share what they read.
    void share(std::shared_ptr<study::SharedInputs> shared) { shared_ = std::move(shared); }
    [[nodiscard]] const std::shared_ptr<study::SharedInputs>& shared() const { return shared_; }

private:
    friend GivenOptions parse_options(std::string_view, std::span<const Option>, std::span<const std::string>);
    std::map<std::string, std::vector<std::string>, std::less<>> values_;
    std::vector<std::string> arguments_;
    std::vector<std::string> made_by_;
    std::shared_ptr<Captured> captured_;
    std::shared_ptr<study::SharedInputs> shared_;
};

/// The option of that name; null when there is none.
[[nodiscard]] const Option* option_named(std::span<const Option> options, std::string_view name);

/// Splits `words` (what follows the command's name) into options and arguments. `--name=value` and `--name value` mean the
/// same; a value may begin with a minus; after `--` everything is an argument; an option is never guessed from its beginning.
/// Throws UsageError (JE-U03 to JE-U06) for an unknown option, with the nearest spelling, a missing value, a value given to a
/// switch, and an option given twice.
[[nodiscard]] GivenOptions parse_options(std::string_view command, std::span<const Option> options,
                                         std::span<const std::string> words);

using render::Format;
using render::Part;

/// What results have that formats write: most all of it, some no table, and a few commands print nothing but text.
inline constexpr std::array all_parts{Part::document, Part::table, Part::values, Part::figure};
inline constexpr std::array no_figure{Part::document, Part::table, Part::values};
inline constexpr std::array no_table{Part::document, Part::values};
inline constexpr std::span<const Part> no_result{};

/// Takes the result of a captured run as it is written, in one or more formats, and the table beside it (--draws), which has
/// none.
class ResultReceiver : public base::Interface {
public:
    virtual void write(std::optional<Format> format, std::string_view text) = 0;
    virtual void finish(std::optional<Format> format) = 0;  // the result in this format is complete
};

/// A run whose result and messages are kept in memory, or handed on, for a command that runs another.
struct Captured {
    std::string result;
    base::Diagnostics diagnostics;
    ResultReceiver* receiver = nullptr;  // takes the result in place of `result`
    std::vector<Format> formats{};  // wanted of one run by a receiver; a command may give fewer, that of its options at least
    std::optional<std::string> figure{};           // that those which draw one figure are to draw
    std::optional<std::uint64_t> max_scenarios{};  // of a run for je verify, which may not be asked for any amount of work
    bool trial = false;                            // the result is of no use, only what is said: nothing need be sampled for it
    bool keeps_part = false;                       // the result is wanted as a value too, for a report
    std::optional<report::ReportPart> part{};      // that value
};
enum class When { automatic, always, never };

/// Options that many commands share: those of use-cases, and those of output. A command that does not take an option has its
/// default here.
struct CommonOptions : study::Options {
    Format format = Format::text;
    std::size_t width = render::usual_width;  // of lines of text, in columns
    std::optional<std::string> figure;        // of --format svg; nothing: the first
    bool has_width = false;                   // it was given, or is that of the terminal
    std::optional<std::string> output;
    std::shared_ptr<Captured> captured;  // where result and messages go instead; null for stdout and stderr
    When progress = When::automatic;
    When color = When::automatic;
    bool strict = false;
    bool quiet = false;
};

/// --scheme-path, --output, --strict, --quiet, --color, --encoding, --max-file-size, --max-depth, --max-nodes: for every
/// command that reads files.
[[nodiscard]] std::vector<Option> file_options();
/// --scheme, --accept-base, --bands, --as-of.
[[nodiscard]] std::vector<Option> scheme_options();
/// --job, --extra-columns, --max-jobs, --progress.
[[nodiscard]] std::vector<Option> job_options();
/// --records, for commands that look up records by their ids.
[[nodiscard]] std::vector<Option> record_options();
/// --audience and --holders-known-to-be-several, for commands that show people or jobs to compare with.
[[nodiscard]] std::vector<Option> audience_options();
/// --format, --width, --language and --stamp.
[[nodiscard]] std::vector<Option> format_options();
/// --figure, for commands whose results have figures.
[[nodiscard]] std::vector<Option> figure_options();
/// The lists one after another.
[[nodiscard]] std::vector<Option> joined(std::initializer_list<std::vector<Option>> lists);

/// What --output names: a file, whose ending says the format, or a folder.
enum class OutputIs { file, folder };

/// Converts what was given of the common options. `parts` are what its result has; --format takes the formats that write one of
/// them; without it the ending of --output says which, else it is text. Throws UsageError.
[[nodiscard]] CommonOptions read_common(const GivenOptions& given, std::span<const Part> parts,
                                        OutputIs output_is = OutputIs::file);

/// Throws UsageError: the option cannot have this value.
[[noreturn]] void refuse_value(std::string_view option, std::string_view value, std::string expected, std::string fix,
                               std::string id = "JE-U10");
/// A whole number from 1 to `largest`; for bytes, K, M or G may follow. Throws UsageError (JE-U10).
[[nodiscard]] std::uint64_t read_count(std::string_view option, std::string text, std::uint64_t largest, bool bytes = false);

/// --changes: how many sets of level changes to show; nothing for all. Throws UsageError (JE-U50).
[[nodiscard]] std::optional<std::size_t> read_changes(const std::string& text);

/// The hash of --head; nothing when it is not given. Throws UsageError (JE-U62).
[[nodiscard]] std::optional<std::string> read_head(const GivenOptions& given);

/// The date given as the value of `option`. Throws UsageError (JE-U10).
[[nodiscard]] base::Date read_date(std::string_view option, const std::string& text);

/// The files and folders that were given; a usage error (JE-U07) when there is none. `what` completes "je score needs ...":
/// "a file or folder of jobs".
[[nodiscard]] const std::vector<std::string>& needed_arguments(const GivenOptions& given, std::string_view command,
                                                               std::string_view what);

}  // namespace je::tool
