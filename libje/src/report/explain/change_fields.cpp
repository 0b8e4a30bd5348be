// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/explain/fields.hpp"

#include "report/shared_fields.hpp"

namespace je::report {

Description describe(Of<FactRangeView>) {
    using T = FactRangeView;
    return {"range of a fact",
            {value<&T::fact>("fact", "Fact", Role::id, "the fact that is tested"),
             value<&T::from>("from", "From", Role::text, "the least value, as written, so that no digit is lost")
                 .shown_to_public()
                 .if_any("it is a choice, or has no such bound"),
             value<&T::below>("below", "Below", Role::text, "what the value is less than, as written")
                 .shown_to_public()
                 .if_any("it is a choice, or has no such bound"),
             values<&T::of>("of", "Of", Role::id, "the choices counted").if_any("all are, or it is no count"),
             values<&T::is>("is", "Is", Role::id, "the choices").if_any("it is no choice")}};
}

Description describe(Of<DerivedRowView>) {
    using T = DerivedRowView;
    return {"row of a derivation",
            {value<&T::text>("text", "What it asks", Role::text, "in words").shown_to_public(),
             list<&T::range>("range", "Range", "what it asks of each fact"), scheme_place_field<T>()}};
}

Description describe(Of<ViaView>) {
    using T = ViaView;
    return {"part of a level change",
            {value<&T::unit>("unit", "Unit", Role::id, "whose points depend on those of the factor"),
             value<&T::points>("points", "Points", Role::points, "by which the total moves through it")}};
}

Description describe(Of<ChangeView>) {
    using T = ChangeView;
    return {"level change",
            {value<&T::factor>("factor", "Factor", Role::id, "that changes"),
             value<&T::name>("name", "Name", Role::name, "of the factor"),
             value<&T::from>("from", "From", Role::level, "the level now"),
             value<&T::to>("to", "To", Role::level, "the level then"),
             value<&T::points>("points", "Points", Role::points, "by which the total moves with this change"),
             list<&T::rows>("rows", "Rows", "of the derivation of the factor's level: those that give the new level")
                 .if_any("facts do not give its level by rows"),
             list<&T::via>("via", "Via", "the part of it that comes through units which depend on the factor's")
                 .if_any("nothing depends on it")}};
}

Description describe(Of<ChangeSetView>) {
    using T = ChangeSetView;
    return {"set of level changes",
            {value<&T::to_band>("to_band", "To band", Role::band, "that it leads to; the nearest, of several")
                 .or_null("it leads into no band"),
             values<&T::to_bands>("to_bands", "To bands", Role::band, "all that hold the total then, where several do")
                 .if_any("not more than one does"),
             value<&T::steps>("steps", "Steps", Role::count, "of level, over all its changes"),
             value<&T::points>("points", "Points", Role::points, "by which the total moves"),
             value<&T::total>("total", "Total", Role::points, "of the job then").or_null("its total now is not known"),
             value<&T::one_step_each>("one_step_each", "One step each", Role::flag, "each factor moves by one level only"),
             list<&T::changes>("changes", "Changes", "the factors and levels")}};
}

namespace {

/// The keys of one list of sets differ by what the sets do.
struct ChangeKeys {
    std::string_view list, found, one_step_each, complete_to_steps;
};
constexpr ChangeKeys raise_keys{"raise", "raise_found", "raise_one_step_each", "raise_complete_to_steps"};
constexpr ChangeKeys lower_keys{"lower", "lower_found", "lower_one_step_each", "lower_complete_to_steps"};
constexpr ChangeKeys raise_and_lose_keys{"raise_and_lose", "raise_and_lose_found", "raise_and_lose_one_step_each",
                                         "raise_and_lose_complete_to_steps"};
constexpr ChangeKeys among_appealed_keys{"raise_among_appealed", "raise_among_appealed_found",
                                         "raise_among_appealed_one_step_each", "raise_among_appealed_complete_to_steps"};

Description fields_of_sets(std::string_view name, const ChangeKeys& keys, std::string_view what) {
    using T = ChangeSetsView;
    return {name,
            {value<&T::found>(keys.found, "Found", Role::count, "how many such sets there are").on_a_line(),
             value<&T::one_step_each>(keys.one_step_each, "Of one step each", Role::count,
                                      "how many of them move each factor by one level only"),
             value<&T::complete_to_steps>(keys.complete_to_steps, "Complete to steps", Role::count,
                                          "all sets of at most so many steps were found, and none of more looked for")
                 .if_any("all sets were found"),
             list<&T::best>(keys.list, "Sets of level changes", what).on_a_line().with_lines(Lines::items)}};
}

}  // namespace

Description raise_fields() { return fields_of_sets("raise", raise_keys, "smallest sets that reach a higher band, best first"); }
Description lower_fields() {
    static const Description sets =
        fields_of_sets("lower", lower_keys, "smallest sets that lose the present band downwards, best first");
    return sets;
}
Description raise_and_lose_fields() {
    static const Description sets =
        fields_of_sets("raise and lose", raise_and_lose_keys, "smallest sets upwards, yet out of the present band, best first");
    return sets;
}
Description raise_among_appealed_fields() {
    static const Description sets =
        fields_of_sets("raise among appealed", among_appealed_keys,
                       "smallest sets of factors under appeal that reach a higher band, best first");
    return sets;
}

Description describe(Of<LoweringView>) {
    using T = LoweringView;
    return {"lowering on appeal",
            {value<&T::allowed>("allowed", "Allowed", Role::flag, "an appeal may lower the result"),
             value<&T::rule>("rule", "Rule", Role::id, "that says so"), scheme_place_field<T>()}};
}

}  // namespace je::report
