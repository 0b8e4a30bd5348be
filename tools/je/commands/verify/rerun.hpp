// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "command.hpp"
#include "folders.hpp"
#include "je/base/diagnostic.hpp"
#include "je/io/json_value.hpp"
#include "je/study/shared_inputs.hpp"

namespace je::tool {

/// How many scenarios a result may ask to draw, unless whoever makes it again allows more.
inline constexpr std::uint64_t usual_max_scenarios = 1'000'000;

/// Makes a stored result again, from the arguments it says it was made with. The file may come from the other side of a
/// dispute: what its arguments may not do is said, and nothing is written whatever they hold.
class Rerun {
public:
    /// `text` is what `stored` was read from. Both are kept by reference. `max_scenarios`: how many it may ask to draw.
    Rerun(const base::SourceTextPtr& text, const io::JsonValue& stored, const io::Limits& limits, std::uint64_t max_scenarios)
        : text_{text}, stored_{stored}, limits_{limits}, max_scenarios_{max_scenarios} {}

    /// Reads the arguments and checks them (JE-V05 to JE-V13). False: they cannot be followed, and why is in `said`.
    [[nodiscard]] bool prepare(base::Diagnostics& diagnostics);
    /// The result now, which may be that of a run with errors; empty when there is none, and why is in `said`. After `prepare`.
    [[nodiscard]] std::string run(base::Diagnostics& diagnostics);

    /// The result in another format than JSON. After `prepare`.
    [[nodiscard]] std::string run_as(Format format, base::Diagnostics& diagnostics);
    /// Keeps the result as a value too; `part` has it after `run`.
    void keep_part() { keeps_part_ = true; }
    [[nodiscard]] std::optional<report::ReportPart> part() && { return std::move(part_); }
    /// The result as a value for other readers. Nothing where they may not see it, and why is in `said`. After `prepare`.
    [[nodiscard]] std::optional<report::ReportPart> part_for(report::Audience readers, base::Diagnostics& diagnostics) const;
    /// For whom the result is made. After `prepare`.
    [[nodiscard]] report::Audience audience() const { return audience_; }

    /// Whether `run` failed on something outside: a file that cannot be read.
    [[nodiscard]] bool outside() const { return outside_; }
    /// Lets the run use what others have read.
    void share(std::shared_ptr<study::SharedInputs> shared) { shared_ = std::move(shared); }

    /// As the file has them; empty when it has none that can be read.
    [[nodiscard]] const std::vector<std::string>& arguments() const { return arguments_; }
    /// The first file or folder that the arguments name outside of the current folder; nothing where none is. After `prepare`.
    [[nodiscard]] std::optional<std::string> name_outside() const;
    /// Where schemes are looked up with the --scheme-path of the arguments.
    [[nodiscard]] std::vector<std::string> scheme_folders() const { return tool::scheme_folders(given_.values("scheme-path")); }

private:
    [[nodiscard]] std::string run(std::vector<Format> formats, base::Diagnostics& diagnostics);
    [[nodiscard]] std::vector<std::string> words_for(report::Audience readers) const;
    [[nodiscard]] bool read_arguments(base::Diagnostics& diagnostics);
    [[nodiscard]] bool is_of_command(base::Diagnostics& diagnostics) const;
    [[nodiscard]] bool read_options(base::Diagnostics& diagnostics);
    [[nodiscard]] bool check_output(base::Diagnostics& diagnostics) const;
    [[nodiscard]] bool check_limits(const io::Limits& asked, base::Diagnostics& diagnostics) const;
    [[nodiscard]] bool check_scenarios(base::Diagnostics& diagnostics) const;
    [[nodiscard]] bool check_names(base::Diagnostics& diagnostics) const;
    void refuse(base::Diagnostics& diagnostics, std::string id, std::string message, std::string expected,
                std::string fix) const;
    void refuse_usage(base::Diagnostics& diagnostics, const base::Diagnostic& why, std::string fix) const;

    const base::SourceTextPtr& text_;
    const io::JsonValue& stored_;
    const io::Limits& limits_;
    std::uint64_t max_scenarios_;
    std::vector<std::string> arguments_;
    const Command* command_ = nullptr;
    GivenOptions given_;
    std::shared_ptr<study::SharedInputs> shared_;
    std::optional<report::ReportPart> part_;
    report::Audience audience_ = report::Audience::record;
    bool keeps_part_ = false;
    bool outside_ = false;
};

}  // namespace je::tool
