// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "je/base/decimal.hpp"
#include "je/base/diagnostic.hpp"
#include "je/model/scheme.hpp"

namespace je::model {

/// What a `je-uncertainty/1` file says.
struct LevelUncertaintyDraft {
    bool flawed = false;  // the file had mistakes that leave the rest readable: `make` looks for more, and gives nothing
    using Text = base::Located<std::string>;
    struct Factor {
        Text id;
        std::vector<std::pair<Text, base::Located<base::Decimal>>> chances;  // level, chance
    };
    struct Job {
        Text id;
        std::vector<Factor> factors;
    };
    Text id{};
    Text scheme{};
    std::string note{};
    std::vector<Factor> factors{};
    std::vector<Job> jobs{};
    base::SourcePosition at{};
};

/// How likely each level of a factor is, for all jobs and for single ones: a factor's chances sum to exactly 1.
///
///     const auto uncertainty = model::LevelUncertainty::make(*draft, scheme, diagnostics);
///     if (const auto* chances = uncertainty->chances_of("vlo", factor)) (*chances)[2];     // of the third level
class LevelUncertainty {
public:
    /// One for each level of a factor, in the factor's order.
    using Chances = std::vector<base::Decimal>;

    /// Holds a draft against `scheme`, and reports everything wrong: another scheme than `scheme` (JE-Q01), an unknown
    /// factor (JE-Q02) or level (JE-Q03), a chance not from 0 to 1 (JE-Q04), chances of one factor that do not sum to 1
    /// (JE-Q05), and a file, or an entry for a job, that gives no chances at all (JE-Q06). Nothing is returned when there was
    /// an error.
    [[nodiscard]] static std::optional<LevelUncertainty> make(const LevelUncertaintyDraft& draft, const Scheme& scheme,
                                                              base::Diagnostics& diagnostics);

    [[nodiscard]] const std::string& id() const { return id_; }
    [[nodiscard]] const std::string& note() const { return note_; }
    /// What the job's own entry says of a factor, else what is said for all jobs; null when neither says anything: the level is
    /// certain then.
    [[nodiscard]] const Chances* chances_of(std::string_view job, FactorIndex factor) const;
    /// Whether the job has an entry of its own for the factor.
    [[nodiscard]] bool is_own(std::string_view job, FactorIndex factor) const;
    /// Ids of the jobs with an entry of their own, in the order of the file; those that no job has are for the caller to
    /// report.
    [[nodiscard]] const std::vector<base::Located<std::string>>& jobs() const { return job_ids_; }
    /// How many factors have chances for all jobs.
    [[nodiscard]] std::size_t factors() const { return for_all_.size(); }

private:
    LevelUncertainty() = default;
    using ByFactor = std::map<FactorIndex, Chances>;
    std::string id_, note_;
    ByFactor for_all_;
    std::map<std::string, ByFactor, std::less<>> by_job_;
    std::vector<base::Located<std::string>> job_ids_;
};

}  // namespace je::model
