// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/describing.hpp"
#include "report/panel/fields.hpp"

namespace je::report {

namespace {

using numerics::Statistic;

std::string_view why_none(const Statistic& statistic) { return statistic.value ? std::string_view{} : statistic.reason; }

std::vector<double> ends_of(const std::optional<numerics::Interval>& interval) {
    return interval ? std::vector{interval->lower, interval->upper} : std::vector<double>{};
}

}  // namespace

Description describe(Of<panel::PairAgreement>) {
    using T = panel::PairAgreement;
    return {"agreement of a pair",
            {value<&T::a>("a", "One", Role::person, "a panellist"), value<&T::b>("b", "Other", Role::person, "another"),
             value<[](const T& one) { return one.kappa.value; }>("weighted_kappa", "Weighted kappa", Role::number,
                                                                 "with quadratic weights")
                 .or_null("it cannot be computed"),
             value<[](const T& one) { return why_none(one.kappa); }>("weighted_kappa_reason", "Why not", Role::text,
                                                                     "why it cannot")
                 .if_any("it can"),
             value<&T::units>("n_factors", "Factors", Role::count, "that both scored")}};
}

Description describe(Of<panel::Agreement>) {
    using T = panel::Agreement;
    static constexpr std::string_view none = "it cannot be computed";
    static constexpr std::string_view why = "why it cannot be computed";
    return {
        "agreement",
        {value<[](const T& all) { return all.krippendorff_alpha.value.value; }>("krippendorff_alpha", "Krippendorff's alpha",
                                                                                Role::number, "ordinal")
             .or_null(none),
         value<[](const T& all) { return why_none(all.krippendorff_alpha.value); }>("krippendorff_alpha_reason", "Why not",
                                                                                    Role::text, why)
             .if_any("it can"),
         value<[](const T& all) { return all.icc_2_1.value.value; }>("icc_2_1", "ICC(2,1)", Role::number, "of one panellist")
             .or_null(none),
         value<[](const T& all) { return why_none(all.icc_2_1.value); }>("icc_2_1_reason", "Why not", Role::text, why)
             .if_any("it can"),
         value<[](const T& all) { return all.icc_2_k.value.value; }>("icc_2_k", "ICC(2,k)", Role::number,
                                                                     "of the mean of the panel")
             .or_null(none),
         value<[](const T& all) { return why_none(all.icc_2_k.value); }>("icc_2_k_reason", "Why not", Role::text, why)
             .if_any("it can"),
         value<[](const T& all) { return all.kendall_w.value.value; }>("kendall_w", "Kendall's W", Role::number,
                                                                       "corrected for ties")
             .or_null(none),
         value<[](const T& all) { return why_none(all.kendall_w.value); }>("kendall_w_reason", "Why not", Role::text, why)
             .if_any("it can"),
         value<[](const T& all) { return all.percent_exact.value; }>("percent_exact", "Exact agreement", Role::number,
                                                                     "pairs that gave one level, 0 to 100")
             .or_null(none),
         value<[](const T& all) { return why_none(all.percent_exact); }>("percent_exact_reason", "Why not", Role::text, why)
             .if_any("it can"),
         value<&T::panellists>("n_panellists", "Panellists", Role::count, "who gave levels"),
         value<&T::factors>("n_factors", "Factors", Role::count, "with two ratings or more"),
         value<&T::complete>("n_complete", "Complete", Role::count, "factors rated by every panellist"),
         values<[](const T& all) { return ends_of(all.icc_2_1.interval); }>("icc_2_1_interval", "Interval of ICC(2,1)",
                                                                            Role::number, "lower and upper end, 95 %")
             .null_unless<[](const T& all) { return all.icc_2_1.interval.has_value(); }>(none),
         value<[](const T& all) {
             return std::string_view{all.icc_2_1.interval ? std::string_view{} : all.icc_2_1.no_interval};
         }>("icc_2_1_interval_reason", "Why not", Role::text, why)
             .if_any("it can"),
         values<[](const T& all) { return ends_of(all.icc_2_k.interval); }>("icc_2_k_interval", "Interval of ICC(2,k)",
                                                                            Role::number, "lower and upper end, 95 %")
             .null_unless<[](const T& all) { return all.icc_2_k.interval.has_value(); }>(none),
         value<[](const T& all) {
             return std::string_view{all.icc_2_k.interval ? std::string_view{} : all.icc_2_k.no_interval};
         }>("icc_2_k_interval_reason", "Why not", Role::text, why)
             .if_any("it can"),
         list<&T::pairs>("pairs", "Pairs", "panellists who scored something together"),
         value<&T::caution>("caution", "Caution", Role::text, "what figures of so few people can and cannot say")}};
}

}  // namespace je::report
