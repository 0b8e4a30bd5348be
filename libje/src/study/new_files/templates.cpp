// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/new_files/texts.hpp"

namespace je::study {

std::string_view new_scheme_text() {
    return R"yaml(# A scheme to fill in: factors, levels, points and bands. What follows a # is a comment.
#
#   je check FILE           proves it: points rise, every total that can be reached has exactly one band
#   je check --show FILE    prints every figure
#
# All figures and wordings below are placeholders. Sections that are commented out may stay so.
format: je-scheme/1
id: my-scheme                    # a code; jobs name the scheme by it. Call the file my-scheme.yaml
title: Title of the scheme
edition: "1"                     # change it whenever a figure changes
status: illustrative             # published | local | unverified | illustrative; the last two put a caution on every report
owner: Who owns the scheme
licence: On what terms the figures may be used
sources:                         # where the figures come from; factors and bands below refer to them
  - {id: handbook, title: Title of the handbook, url: "https://example.org/handbook"}
max_total: 300                   # a cross-check: the highest levels of all factors must add up to it

groups:                          # eu_criterion may be left out: skills | effort | responsibility | working-conditions
  - {id: skills, name: Skills, eu_criterion: skills}
  - {id: effort, name: Effort, eu_criterion: effort}
  - {id: environment, name: Environment, eu_criterion: working-conditions}

factors:                         # levels from the lowest to the highest; points must rise
  - id: knowledge
    name: Knowledge
    group: skills
    source: handbook
    definition: What this factor measures, in a sentence.
    levels:
      - {id: "1", points: 20, summary: What level 1 looks like}
      - {id: "2", points: 40, summary: What level 2 looks like}
      - {id: "3", points: 60, summary: What level 3 looks like}
      - {id: "4", points: 80, summary: What level 4 looks like}
      - {id: "5", points: 100, summary: What level 5 looks like, help: Longer guidance may stand here.}

  - id: initiative
    name: Initiative
    group: effort
    source: handbook
    definition: What this factor measures, in a sentence.
    levels:
      - {id: "1", points: 20, summary: What level 1 looks like}
      - {id: "2", points: 40, summary: What level 2 looks like}
      - {id: "3", points: 60, summary: What level 3 looks like}
      - {id: "4", points: 80, summary: What level 4 looks like}
      - {id: "5", points: 100, summary: What level 5 looks like}

  - id: working-conditions
    name: Working conditions
    group: environment
    source: handbook
    definition: What this factor measures, in a sentence.
    levels:
      - {id: "1", points: 20, summary: What level 1 looks like}
      - {id: "2", points: 40, summary: What level 2 looks like}
      - {id: "3", points: 60, summary: What level 3 looks like}
      - {id: "4", points: 80, summary: What level 4 looks like}
      - {id: "5", points: 100, summary: What level 5 looks like}

# Instead of points a factor may state its weight and a rule. Its levels then carry no points, and the scheme needs
# max_total and:
#
# weights: {total: 100, rounded_to: 0.1}           # what all weights add up to, and how each was rounded
#
#   - id: mental-demands
#     name: Mental demands
#     weight: 20                                   # the highest level gets max_total x 20 / 100
#     rule: {kind: arithmetic, lowest: 10}         # or {kind: geometric, lowest: 10}, or {kind: scores} with a score per level
#     rounding: {to: 1, mode: half-up}             # half-up | half-even | down | up
#     levels: [{id: "1"}, {id: "2"}, {id: "3"}]

# matrices:                      # points for pairs of levels of two factors, whose own levels then carry no points
#   - id: contacts
#     name: Contacts
#     rows: personal-contacts
#     columns: purpose
#     cells:
#       "1": {A: 30, B: 60, C: null}                         # null: not allowed
#       "2": {A: 45, B: 75, C: {points: 145, unlikely: true}}

# facts:                         # what a questionnaire may state for the rules below; kind: number | choice | yes-no
#   - {id: special-situations, name: Special situations, kind: number}
#   - {id: work-directed, name: Grade of the work directed, kind: choice, choices: [low, high]}

# derived:                       # a factor's level follows from a fact
#   - {id: from-work, factor: knowledge, fact: work-directed, table: {low: "2", high: "4"}, summary: Why}

# modifiers:                     # enough of something raises a level, up to a ceiling
#   - {id: situations, factor: initiative, fact: special-situations, at_least: 3, raise: 1, from_levels: ["1", "2"], ceiling: "3"}

# constraints:                   # when all of `when` hold, all of `require` must; severity: error | warning
#   - id: knowledge-gate
#     severity: warning
#     when: [{factor: initiative, at_least: "4"}]
#     require: [{factor: knowledge, at_least: "3"}]
#     message: High initiative without knowledge is unusual

# conventions:                   # local interpretations, shown beside the factor by `je explain`
#   - {id: LC-1, from: 2026-01-01, factor: knowledge, text: What was agreed locally}

bands:                           # a band holds every total from its floor up to the next floor
  - from: 2026-01-01
    source: handbook
    table:
      - {id: "1", floor: 60}
      - {id: "2", floor: 120}
      - {id: "3", floor: 180}
      - {id: "4", floor: 240, max: 300}

# pay:
#   - from: 2026-01-01
#     currency: GBP
#     period: year
#     table:
#       - {band: "1", min: 20000, max: 22000}
)yaml";
}

std::string_view new_bands_text() {
    return R"yaml(# A band table to use in place of a scheme's own:   je score --bands FILE ...
#
# All figures below are placeholders.
format: je-bands/1
id: my-bands
title: Title of the band table
edition: "1"                     # change it whenever a figure changes
status: illustrative             # published | local | unverified | illustrative; the last two put a caution on every report
owner: Who decided on the bands
scheme: my-scheme                # the scheme it is for; may be left out
sources:
  - {id: agreement, title: Where the figures come from}

bands:                           # a band holds every total from its floor up to the next floor
  - from: 2026-01-01
    source: agreement
    table:                       # from the lowest floor to the highest; `name`, `max` and `note` may be left out
      - {id: A, floor: 60, name: First band}
      - {id: B, floor: 150}
      - {id: C, floor: 225, max: 300}

# pay:
#   - from: 2026-01-01
#     currency: GBP
#     period: year
#     table:
#       - {band: A, min: 20000, max: 22000}
)yaml";
}

std::string_view new_test_text() {
    return R"yaml(# A worked example to fill in:   je test FILE
#
# Take the expected values from where the scheme is published or from a result both sides accept, never from this program:
# an example that repeats what the program said proves nothing.
format: je-test/1
name: What this example shows
scheme: my-scheme                # the id of the scheme
levels: {knowledge: "3", initiative: "2", working-conditions: "1"}     # or  job: FILE  (beside this one)
# facts: {}                      # facts that the scheme's rules use
# bands: my-bands.yaml           # a je-bands/1 file beside this one
# as_of: 2026-01-01
expect:                          # all may be left out but one; docs/files.md lists the others
  total: 120
  band: "2"
source: Where the expected values come from, with the page
)yaml";
}

}  // namespace je::study
