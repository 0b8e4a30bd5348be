// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <span>

#include "io/yaml/words.hpp"
#include "model/job/placeholders.hpp"
#include "study/new_files/parts.hpp"
#include "study/new_files/questions.hpp"
#include "study/new_files/texts.hpp"

namespace je::study {
namespace {

using model::ProcessCheck;
using model::Side;

/// More placeholders than this help nobody, whatever a scheme asks for.
constexpr std::size_t most_seats = 12;

/// How many people sit, by side.
using Seats = std::array<std::size_t, 3>;

std::size_t& seats_of(Seats& seats, Side side) { return seats[static_cast<std::size_t>(side)]; }

std::size_t all_of(const Seats& seats) { return std::accumulate(seats.begin(), seats.end(), std::size_t{0}); }

void raise(std::size_t& seats, std::size_t to) { seats = std::max(seats, std::min(to, most_seats)); }

/// The largest smallest size that a rule states, two where none does, as far as the largest size allows.
std::size_t wanted_size(const model::Scheme& scheme) {
    std::size_t smallest = 2;
    auto largest = most_seats;
    for (const auto& rule : scheme.panel_rules()) {
        if (rule.check != ProcessCheck::size) continue;
        smallest = std::max(smallest, rule.smallest.value_or(0));
        largest = std::min(largest, rule.largest.value_or(most_seats));
    }
    return std::min(smallest, largest);
}

void make_equal(const model::Scheme& scheme, Seats& seats) {
    for (const auto& rule : scheme.panel_rules()) {
        if (rule.check != ProcessCheck::equal_sides) continue;
        std::size_t most = 0;
        for (const Side side : rule.of_sides) most = std::max(most, seats_of(seats, side));
        for (const Side side : rule.of_sides) seats_of(seats, side) = most;
    }
}

/// A panel that the scheme's rules on sides and size would pass, where they can all be met.
Seats seats_under(const model::Scheme& scheme) {
    Seats seats{};
    for (const auto& rule : scheme.panel_rules()) {
        for (const auto& [side, count] : rule.at_least) raise(seats_of(seats, side), count);
        if (rule.chair_side) raise(seats_of(seats, *rule.chair_side), 1);
    }
    make_equal(scheme, seats);
    while (all_of(seats) < wanted_size(scheme)) {
        const bool more_of_union = seats_of(seats, Side::union_side) < seats_of(seats, Side::management);
        ++seats_of(seats, more_of_union ? Side::union_side : Side::management);
        make_equal(scheme, seats);
    }
    return seats;
}

const model::ProcessRule* find_rule(const model::Scheme& scheme, ProcessCheck check) {
    const auto rules = scheme.panel_rules();
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const auto& rule) { return rule.check == check; });
    return found == rules.end() ? nullptr : &*found;
}

/// The first side in this order that has a seat, unless a rule says from which side the chair comes.
Side side_of_chair(const model::Scheme& scheme, Seats seats) {
    for (const auto& rule : scheme.panel_rules())
        if (rule.chair_side) return *rule.chair_side;
    for (const Side side : {Side::management, Side::union_side})
        if (seats_of(seats, side) > 0) return side;
    return Side::independent;
}

/// What nobody should have to take out again is a comment: a placeholder that stays must not pass for a trained evaluator.
std::string panellist(const model::Scheme& scheme, Side side, std::size_t number, bool is_chair) {
    auto text = fmt::format("  - id: {}{}\n    name: {}\n    side: {}\n    role: {}\n", to_text(side).front(), number,
                            model::placeholder::panellist, to_text(side), is_chair ? "chair" : "member");
    const auto* chair = find_rule(scheme, ProcessCheck::chair);
    if (is_chair && chair != nullptr && !chair->chair_post.empty()) text += commented_out("post", chair->chair_post, 4);
    if (find_rule(scheme, ProcessCheck::trained) != nullptr)
        text += fmt::format("    # trained_in: [{}]\n", io::yaml_scalar(scheme.id().text()));
    return text;
}

std::string panellists(const model::Scheme& scheme) {
    const auto seats = seats_under(scheme);
    const auto chair = side_of_chair(scheme, seats);
    std::string text;
    for (const Side side : {Side::management, Side::union_side, Side::independent})
        for (std::size_t i = 1; i <= seats[static_cast<std::size_t>(side)]; ++i)
            text += panellist(scheme, side, i, side == chair && i == 1);
    return text;
}

std::string panellists_section(const model::Scheme& scheme) {
    return rule_comments(scheme.panel_rules(), "a panel") + R"(#
# The people below are placeholders: put those who sat in their place, and take `name` out, since initials or numbers do.
# The same id in two records means the same person. Each may also have:
#   post: senior evaluator        trained_in: [ids of schemes]        organisation: Who sent them
#   connected_to_job: how         # knows the job or its holders; leave it out when not
panellists:                      # side: management | union | independent; role: chair | member | observer | adviser
)" + panellists(scheme) +
           "\n";
}

std::string head(const model::Scheme& scheme, const model::Job* job) {
    auto text = comment(
        fmt::format("Record of one panel under: {} ({}, edition {}).", scheme.title(), scheme.id().text(), scheme.edition()),
        0);
    if (job != nullptr) text += comment(fmt::format("The job: {}.", named(job->id().text(), job->title())), 0);
    text += R"(#
# Fill in what is known and take away the # before it. Who sat and the day are placeholders. A level nobody recorded counts
# as unknown, never as zero. See at any time how it stands with:   je check FILE
)";
    if (job != nullptr)
        text += "# Levels that the questionnaire states are left out on purpose: each person on the panel gives their own.\n";
    return text + caution_comments(scheme);
}

/// Which questionnaire the panel had.
std::string job_lines(const model::Job* job) {
    if (job == nullptr)
        return "job: my-job                      # id of the job\n# job_version: \"1\"               # which version of the "
               "questionnaire\n";
    auto text = fmt::format("job: {}\n", io::yaml_scalar(job->id().text()));
    if (job->version().empty()) return text + "# job_version: \"1\"               # which version of the questionnaire\n";
    return text + fmt::format("job_version: {}\n", io::yaml_scalar(job->version()));
}

/// The local agreement that the panel works under, where there is one.
std::string local_line(const model::Scheme& scheme) {
    if (!scheme.local()) return {};
    return fmt::format("local: {{id: {}, edition: {}}}\n", io::yaml_scalar(scheme.local()->id),
                       io::yaml_scalar(scheme.local()->edition));
}

std::string keys(const model::Scheme& scheme, const model::Job* job, std::string_view id) {
    auto text = fmt::format(R"(format: je-panel/1
id: {}
{}scheme: {}
edition: {}
{}date: {}                 # the day the panel sat
stage: evaluation                # evaluation | review | appeal | moderation
)",
                            io::yaml_scalar(id), job_lines(job), io::yaml_scalar(scheme.id().text()),
                            io::yaml_scalar(scheme.edition()), local_line(scheme), model::placeholder::panel_day);
    const auto* rule = find_rule(scheme, ProcessCheck::decision);
    const auto asked =
        rule != nullptr && rule->decision ? fmt::format("; the scheme asks for {}", to_text(*rule->decision)) : "";
    return text + to_fill_in("decision", fmt::format("consensus | majority | chair | median{}", asked), "# ", 0) + "\n";
}

std::string documents_section(const model::Job* job) {
    std::string text;
    if (job != nullptr && !job->documents().empty())
        text = "# Documents of the questionnaire, which need not be repeated:\n" + document_comments(job->documents()) + "#\n";
    return text + R"(# Documents the panel had besides the questionnaire's.
# documents:
#   - {id: log, kind: record, title: Log of contacts, version: "1", date: 2026-01-31}

)";
}

std::string factor_section(const model::Scheme& scheme, const model::Job* job, std::size_t place) {
    const model::FactorIndex index{place};
    const auto& factor = scheme[index];
    auto text = factor_comments(scheme, index);
    text += fmt::format(
        "  {}:\n    individual: {{}}               # the level each gave before the panel talked: {{m1: LEVEL, u1: LEVEL}}\n",
        io::yaml_scalar(factor.id.text()));
    text += questions_to_answer(factor, scheme.facts(), "which the questionnaire states");
    text += to_fill_in("agreed", "one of " + level_list(factor) + option_hint(factor), "# ", 4);
    text += "    # rationale: Why this level and not the one above or below.\n";
    const auto evidence = job == nullptr ? std::span<const model::Evidence>{} : job->ratings()[place].evidence;
    if (!evidence.empty()) text += "    # What the questionnaire quotes; keep what the panel relied on.\n";
    return text + evidence_comments(evidence, 4) + R"(    # dissent:
    #   - {panellist: u1, reason: What this person sees differently}

)";
}

}  // namespace

std::string new_panel_text(const model::Scheme& scheme, const model::Job* job, std::string_view id) {
    auto text = head(scheme, job) + keys(scheme, job, id) + documents_section(job) + panellists_section(scheme);
    text += "factors:\n";
    for (std::size_t f = 0; f < scheme.factors().size(); ++f) text += factor_section(scheme, job, f);
    return text + fmt::format("notes: {}\n", model::placeholder::panel_notes);
}

}  // namespace je::study
