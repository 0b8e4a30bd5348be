// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace je::io {

/// What messages call a map of a YAML file, and the keys that it may have.
struct MapKeys {
    std::string_view what;
    std::span<const std::string_view> words;
};

/// The same, with the keys held as well.
class YamlKeys {
public:
    /// `words`: the keys, at most 32, with a space between them.
    constexpr YamlKeys(std::string_view what, std::string_view words) : what_{what} {
        while (!words.empty()) {
            const std::string_view word = words.substr(0, words.find(' '));
            words_[count_++] = word;
            words.remove_prefix(word.size() < words.size() ? word.size() + 1 : word.size());
        }
    }
    [[nodiscard]] constexpr std::span<const std::string_view> words() const { return std::span{words_}.first(count_); }
    constexpr operator MapKeys() const { return {what_, words()}; }  // NOLINT(google-explicit-constructor): the same

private:
    std::string_view what_;
    std::array<std::string_view, 32> words_{};
    std::size_t count_ = 0;
};

// Every map of every format whose keys are known beforehand. tests/fuzz/seeds.py --covered reads these lines.
namespace keys {

// Schemes and band files.
inline constexpr YamlKeys by_language{"text in several languages", "en cy"};
inline constexpr YamlKeys group{"group", "id name short eu_criterion"};
inline constexpr YamlKeys level{"level", "id points percent score summary help options choose"};
inline constexpr YamlKeys level_option{"option", "text help"};
inline constexpr YamlKeys points_rule{"rule", "kind lowest"};
inline constexpr YamlKeys rounding{"rounding", "to mode"};
inline constexpr YamlKeys weights{"weights entry", "total rounded_to"};
inline constexpr YamlKeys factor{
    "factor", "id name short group definition source percent_of weight rule rounding levels start questions"};
inline constexpr YamlKeys question{"question", "ask help fact of order options"};
inline constexpr YamlKeys tree_option{"option", "text help next level from below is"};
inline constexpr YamlKeys cell{"cell", "points percent unlikely"};
inline constexpr YamlKeys series{"series", "id values from to by"};
inline constexpr YamlKeys matrix{"matrix",
                                 "id name short group source percent_of rounding dimensions rows columns cells weight"};
inline constexpr YamlKeys scheme{
    "scheme",
    "format id title edition status owner licence sources method max_total weights groups series factors "
    "matrices facts derived modifiers constraints band_rules bands pay conventions panel appeal"};
inline constexpr YamlKeys band{"band", "id name short floor max note"};
inline constexpr YamlKeys unbanded{"unbanded entry", "from to reason"};
inline constexpr YamlKeys pay_row{"pay row", "band min max"};
inline constexpr YamlKeys source{"source", "id title url"};
inline constexpr YamlKeys band_table{"band table", "from until source open_ended overlaps unbanded first_match table decide"};
inline constexpr YamlKeys deciding_rule{"deciding rule", "id summary source when band agree reach level_of at_least bands"};
inline constexpr YamlKeys pay_table{"pay table", "from currency period status source note table"};
inline constexpr YamlKeys bands_file{"band file", "format id title edition status owner scheme sources bands pay"};

// Facts and rules of schemes; the lists of rules are in model/scheme/rule_lists.hpp.
inline constexpr YamlKeys condition{"condition", "factor fact is is_not at_least at_most one_of of"};
inline constexpr YamlKeys fact{"fact", "id name kind choices min max whole unit ask help"};
inline constexpr YamlKeys fact_test{"test of a fact", "from below of is"};
inline constexpr YamlKeys derived_row{"row", "from below of is level"};
inline constexpr YamlKeys process_rule{"rule",
                                       "id check breach summary source smallest largest at_least sides side post decision "
                                       "differ allowed from until within parties accepted not_accepted"};

// Questionnaires, and records of panels and appeals.
inline constexpr YamlKeys document{"document", "id kind title version date"};
inline constexpr YamlKeys evidence{"evidence", "document section quote disputed"};
inline constexpr YamlKeys post{"post", "id title holders"};
inline constexpr YamlKeys stated_level{"level", "level options"};
inline constexpr YamlKeys answer{"answer", "option evidence note"};
inline constexpr YamlKeys stated_fact{"fact's entry", "value evidence note"};
inline constexpr YamlKeys job_factor{"factor's entry", "level options answers evidence note"};
inline constexpr YamlKeys job{
    "job", "format id title organisation scheme family version note documents facts factors band_choice supersedes posts"};
inline constexpr YamlKeys band_choice{"choice of a band", "band reason evidence decided_by date"};
inline constexpr YamlKeys panellist{"panellist", "id name side role post trained_in organisation connected_to_job"};
inline constexpr YamlKeys dissent{"dissent", "panellist level reason"};
inline constexpr YamlKeys panel_factor{"factor's entry", "individual agreed answers rationale evidence dissent"};
inline constexpr YamlKeys panel{
    "panel",
    "format id job job_version scheme edition local date stage decision documents panellists factors band_choice notes"};
inline constexpr YamlKeys event{"event", "kind date note"};
inline constexpr YamlKeys ground{"ground", "kind factor claim argument evidence"};
inline constexpr YamlKeys effective_date{"effective date", "date argued_by reason"};
inline constexpr YamlKeys decision{"decision", "date reason effective_date"};
inline constexpr YamlKeys appeal{
    "appeal",
    "format id kind brought_by job original claims_band documents events grounds repanel effective_dates decision notes"};

// Local agreements.
inline constexpr YamlKeys local{"local agreement", "format id title edition extends sources changes_points changes"};
inline constexpr YamlKeys local_base{"base", "scheme edition sha256"};
inline constexpr YamlKeys local_change{"change", "add replace remove set entry to was before after reason source"};
inline constexpr YamlKeys panel_local{"local agreement", "id edition"};

// Holidays, and chances of levels.
inline constexpr YamlKeys holiday{"holiday", "date name"};
inline constexpr YamlKeys holidays{"holiday list", "format id title source url holidays"};
inline constexpr YamlKeys uncertainty{"file of chances", "format id scheme note factors jobs"};

// Other weightings.
inline constexpr YamlKeys weighting_floors{"floors entry", "anchors"};
inline constexpr YamlKeys weighting{"weighting", "id reason weights rest floors rounding"};
inline constexpr YamlKeys weightings{"file of weightings", "format id scheme weightings"};

// Worked examples.
inline constexpr YamlKeys expectation{
    "expectation",
    "total band band_by_points total_min total_max band_min band_max above_floor to_next complete factors levels errors"};
inline constexpr YamlKeys worked_case{"case", "name levels answers job facts expect source"};
inline constexpr YamlKeys worked_examples{"worked example",
                                          "format name scheme levels answers job facts bands as_of expect source cases"};

inline constexpr std::array all{&by_language,
                                &group,
                                &level,
                                &level_option,
                                &points_rule,
                                &rounding,
                                &weights,
                                &factor,
                                &question,
                                &tree_option,
                                &cell,
                                &series,
                                &matrix,
                                &scheme,
                                &band,
                                &unbanded,
                                &pay_row,
                                &source,
                                &band_table,
                                &deciding_rule,
                                &pay_table,
                                &bands_file,
                                &condition,
                                &fact,
                                &fact_test,
                                &derived_row,
                                &process_rule,
                                &document,
                                &evidence,
                                &post,
                                &stated_level,
                                &answer,
                                &stated_fact,
                                &job_factor,
                                &job,
                                &band_choice,
                                &panellist,
                                &dissent,
                                &panel_factor,
                                &panel,
                                &event,
                                &ground,
                                &effective_date,
                                &decision,
                                &appeal,
                                &local,
                                &local_base,
                                &local_change,
                                &panel_local,
                                &holiday,
                                &holidays,
                                &uncertainty,
                                &weighting_floors,
                                &weighting,
                                &weightings,
                                &expectation,
                                &worked_case,
                                &worked_examples};

}  // namespace keys

}  // namespace je::io
