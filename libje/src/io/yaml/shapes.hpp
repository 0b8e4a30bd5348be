// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

#include "io/yaml/format.hpp"
#include "io/yaml/keys.hpp"

namespace je::io {

/// What stands at each key of a map, one key a line: its name, with a `!` where it must be there, what its value is, and after
/// ` - ` a few words for who writes one. A value is
///
///     code text words number whole share flag date value any null sha256 percent positive    a value of that kind; words: by
///     language too (sides)      one of the fixed words of that name level        a map of that name [code]       a list,
///     [level]+ one with something in it; {code}  a map of free keys; a|b  one or the other; answered  the id of an option
struct MapShape {
    std::string_view name;
    const YamlKeys* keys;
    std::string_view values;
    std::string_view more = {};  // what else must hold, as JSON Schema
};

namespace shapes {

inline constexpr std::string_view whole_band_table = R"(from date
until date
source code
open_ended flag - true: the highest band has no end
overlaps flag - true: a total may be in several bands
unbanded unbanded|[unbanded] - totals that are in no band on purpose
first_match flag - true: the first rule that holds decides
table! [band]
decide [deciding_rule] - rules that give the band, in a scheme without points)";

/// By name, as tests and schemas call them: those of keys.hpp.
inline constexpr std::array all{
    MapShape{"by_language", &keys::by_language, "en text\ncy text", R"({"minProperties": 1})"},
    MapShape{"group", &keys::group, "id! code\nname! words\nshort words\neu_criterion (eu_criteria)"},
    MapShape{"level", &keys::level,
             "id! code\npoints number\npercent number - of the points of the factor's percent_of\nscore number\nsummary "
             "words\nhelp words\n"
             "options {words|level_option} - by letter: wordings that may be met at this level\nchoose (option_choices)"},
    MapShape{"level_option", &keys::level_option, "text! words\nhelp words"},
    MapShape{"points_rule", &keys::points_rule, "kind! (points_rule_kinds)\nlowest number"},
    MapShape{"rounding", &keys::rounding, "to! positive|code - a number, or a series\nmode! (rounding_modes)"},
    MapShape{"weights", &keys::weights, "total! number\nrounded_to number"},
    MapShape{"factor", &keys::factor,
             "id! code\nname! words\nshort words\ngroup code\ndefinition words\nsource code\npercent_of code\nweight "
             "number\nrule points_rule\n"
             "rounding rounding\nlevels! [level] - from the lowest to the highest\n"
             "start code - the question that is asked first; without it the first in the file\n"
             "questions {question} - by id: questions whose answers give the level"},
    MapShape{
        "question", &keys::question,
        "ask words\nhelp words\nfact code - the fact that is asked; options then say which of its values they stand for\n"
        "of [code] - of a fact of kind several: the choices that are counted\norder (derivation_orders) - how levels run as "
        "answers go from least to most\noptions! {tree_option} - by id: what may be answered, from least to most"},
    MapShape{
        "tree_option", &keys::tree_option,
        "text words\nhelp words\nnext code - the question that is asked then\nlevel code - the level that this gives\n"
        "from number - of a number or a count: the smallest that belongs here\nbelow number - the next option begins here\n"
        "is value|[value] - of a choice: which; without it the id is the choice",
        R"({"oneOf": [{"required": ["next"]}, {"required": ["level"]}]})"},
    MapShape{"cell", &keys::cell, "points number\npercent number\nunlikely flag"},
    MapShape{"series", &keys::series, "id! code\nvalues [number]\nfrom number\nto number\nby number"},
    MapShape{"matrix", &keys::matrix,
             "id! code\nname! words\nshort words\ngroup code\nsource code\npercent_of code\nrounding rounding\ndimensions "
             "[code]\nrows code\n"
             "columns code\ncells! cells\nweight number",
             R"({"anyOf": [{"required": ["dimensions"]}, {"required": ["rows", "columns"]}]})"},
    MapShape{"scheme", &keys::scheme,
             "format! (scheme_format)\nid! code\ntitle! words\nedition! code\nstatus! (statuses)\nowner words\nlicence "
             "words\nsources [source]\n"
             "method (methods)\nmax_total number\nweights weights\ngroups [group]\nseries [series]\nfactors! "
             "[factor]\nmatrices [matrix]\n"
             "facts [fact]\nderived [derived]\nmodifiers [modifiers]\nconstraints [constraints]\nband_rules [band_rules]\n"
             "bands [band_table]\npay [pay_table]\nconventions [conventions]\npanel [process_rule]\nappeal [process_rule]"},
    MapShape{"band", &keys::band, "id! code\nname words\nshort words\nfloor number\nmax number\nnote words"},
    MapShape{"unbanded", &keys::unbanded, "from! number\nto! number\nreason! words"},
    MapShape{"pay_row", &keys::pay_row, "band! code\nmin! number\nmax! number"},
    MapShape{"source", &keys::source, "id! code\ntitle! words\nurl text"},
    MapShape{"band_table", &keys::band_table, whole_band_table},
    MapShape{"deciding_rule", &keys::deciding_rule,
             "id! code\nsummary words\nsource code\nwhen [condition]\nband code\nagree [code]\nreach [code]\nlevel_of code\n"
             "at_least number\nbands {code}"},
    MapShape{"pay_table", &keys::pay_table,
             "from date\ncurrency! code\nperiod! words\nstatus (statuses)\nsource code\nnote words\ntable! [pay_row]"},
    MapShape{"bands_file", &keys::bands_file,
             "format! (bands_format)\nid! code\ntitle! words\nedition! code\nstatus! (statuses)\nowner words\nscheme code - "
             "the scheme "
             "it is for\nsources [source]\nbands! [band_table]\npay [pay_table]"},
    MapShape{"condition", &keys::condition,
             "factor code\nfact code\nis value\nis_not value\nat_least value\nat_most value\none_of [value]\nof [condition]",
             R"({"oneOf": [{"required": ["factor"]}, {"required": ["fact"]}, {"required": ["of"]}]})"},
    MapShape{"fact", &keys::fact,
             "id! code\nname! words\nkind! (fact_kinds)\nchoices [code]|{words}\nmin number\nmax number\n"
             "whole flag\nunit words\nask words - the question that is put\nhelp words"},
    MapShape{"fact_test", &keys::fact_test, "from number\nbelow number\nof [code]\nis value|[value]"},
    MapShape{"derived_row", &keys::derived_row, "from number\nbelow number\nof [code]\nis value|[value]\nlevel! code"},
    MapShape{
        "process_rule", &keys::process_rule,
        "id! code\ncheck! (process_checks)\nbreach (breaches)\nsummary words\nsource code\nsmallest number\nlargest number\n"
        "at_least {number} - of each side\nsides [(sides)]\nside (sides)\npost text\ndecision (decisions)\ndiffer (differs)\n"
        "allowed flag\nfrom code\nuntil code\nwithin text - such as 10 working days\nparties [(parties)]\n"
        "accepted [(ground_kinds)]\nnot_accepted [(ground_kinds)]"},
    MapShape{"document", &keys::document, "id! code\nkind! text\ntitle text\nversion text\ndate date"},
    MapShape{"evidence", &keys::evidence, "document! code\nsection text\nquote text\ndisputed text - by whom, and why"},
    MapShape{"post", &keys::post, "id! code\ntitle text\nholders whole"},
    MapShape{"stated_level", &keys::stated_level, "level! code\noptions [code]"},
    MapShape{"answer", &keys::answer, "option! answered\nevidence [evidence]\nnote text"},
    MapShape{"stated_fact", &keys::stated_fact, "value! value|[value]\nevidence [evidence]\nnote text"},
    MapShape{"job_factor", &keys::job_factor,
             "level code\noptions [code]\nanswers {answered|answer} - by question: the option that holds\nevidence [evidence]\n"
             "note text"},
    MapShape{
        "job", &keys::job,
        "format! (job_format)\nid! code\ntitle! text\norganisation text\nscheme! code\nfamily code\nversion text\nnote text\n"
        "documents [document]\nfacts {value|[value]|stated_fact}\nfactors! {job_factor}\nband_choice band_choice\nsupersedes "
        "code\nposts "
        "[post]"},
    MapShape{"band_choice", &keys::band_choice, "band! code\nreason text\nevidence [evidence]\ndecided_by text\ndate date"},
    MapShape{"panellist", &keys::panellist,
             "id! code\nname text\nside! (sides)\nrole! (roles)\npost text\ntrained_in [code]\norganisation text\n"
             "connected_to_job text - how, or true or false"},
    MapShape{"dissent", &keys::dissent, "panellist! code\nlevel code|stated_level\nreason! text"},
    MapShape{"panel_factor", &keys::panel_factor,
             "individual {code|stated_level} - by panellist\nagreed code|stated_level\n"
             "answers {answered|answer} - by question: the option that holds\nrationale text\nevidence "
             "[evidence]\ndissent [dissent]"},
    MapShape{"panel", &keys::panel,
             "format! (panel_format)\nid! code\njob! code\njob_version text\nscheme! code\nedition code\nlocal "
             "panel_local\ndate! date\n"
             "stage! (stages)\ndecision (decisions)\ndocuments [document]\npanellists! [panellist]\nfactors! {panel_factor}\n"
             "band_choice band_choice\nnotes text"},
    MapShape{"event", &keys::event, "kind! code\ndate! date\nnote text"},
    MapShape{"ground", &keys::ground,
             "kind! (ground_kinds)\nfactor code\nclaim code|stated_level\nargument! text\nevidence [evidence]"},
    MapShape{"effective_date", &keys::effective_date, "date! date\nargued_by! text\nreason text"},
    MapShape{"decision", &keys::decision, "date! date\nreason text\neffective_date date"},
    MapShape{"appeal", &keys::appeal,
             "format! (appeal_format)\nid! code\nkind! (appeal_kinds)\nbrought_by! (parties)\njob! code\noriginal! code - id "
             "of the panel's "
             "record\nclaims_band code\ndocuments [document]\nevents [event]\ngrounds! [ground]\nrepanel code\n"
             "effective_dates [effective_date]\ndecision decision\nnotes text"},
    MapShape{"local", &keys::local,
             "format! (local_format)\nid! code - of the agreement; jobs and panels may name it as their scheme\ntitle! "
             "words\nedition! code\n"
             "extends! local_base - the scheme that is changed, as its file lies\nsources [source]\nchanges_points flag - true "
             "where the "
             "points of a job could change\nchanges! [local_change]"},
    MapShape{"local_base", &keys::local_base,
             "scheme! code\nedition! code\nsha256! sha256 - of the bytes of the scheme's file"},
    MapShape{"local_change", &keys::local_change,
             "add code - the list that gets an entry, such as panel\nreplace code - a list and an id in it, such as "
             "panel/at-least-three\n"
             "remove code - a list and an id in it\nset code - a path that ends in help or short\n"
             "entry any - with add and replace: the whole of it\nto any - with set: the text\n"
             "was any - what the scheme must have there before\nbefore code - with add: the id that it goes before\n"
             "after code - with add: the id that it goes after\nreason! words\nsource! code - of the agreement's own sources, "
             "or of the scheme's",
             R"({"oneOf": [
 {"required": ["add", "entry"], "properties": {"was": false, "to": false}, "not": {"required": ["before", "after"]}},
 {"required": ["replace", "entry"], "properties": {"to": false, "before": false, "after": false}},
 {"required": ["remove"], "properties": {"entry": false, "to": false, "before": false, "after": false}},
 {"required": ["set", "to"], "properties": {"entry": false, "before": false, "after": false}}]})"},
    MapShape{"panel_local", &keys::panel_local, "id! code\nedition code"},
    MapShape{"holiday", &keys::holiday, "date! date\nname! text"},
    MapShape{"holidays", &keys::holidays,
             "format! (holidays_format)\nid! code\ntitle! text\nsource! text\nurl text\nholidays! [holiday]"},
    MapShape{"uncertainty", &keys::uncertainty,
             "format! (uncertainty_format)\nid! code\nscheme! code\nnote text\nfactors {{share}} - by factor and level\n"
             "jobs {{{share}}} - by job, factor and level"},
    MapShape{"weighting_floors", &keys::weighting_floors, "anchors! {code} - the band that each of these jobs keeps"},
    MapShape{"weighting", &keys::weighting,
             "id! code\nreason! text - who proposes it, and why\nweights {percent} - by id of a factor, a matrix, or group: "
             "and the id of a "
             "group; percent of the largest total\nrest (rests) - how what is left goes to those not named\n"
             "floors (floor_words)|weighting_floors\nrounding whole_rounding - new points for each level, rounded so",
             R"({"properties": {"id": {"not": {"const": "scheme"}}, "reason": {"minLength": 1}}})"},
    MapShape{"weightings", &keys::weightings,
             "format! (weightings_format)\nid! code\nscheme! code - id of the scheme\nweightings! [weighting]+"},
    MapShape{
        "expectation", &keys::expectation,
        "total number\nband code|null\nband_by_points code|null\ntotal_min number\ntotal_max number\nband_min code|null\n"
        "band_max code|null\nabove_floor number\nto_next number\ncomplete flag\nfactors {number}\nlevels {code}\nerrors [code]",
        R"({"minProperties": 1})"},
    MapShape{
        "worked_case", &keys::worked_case,
        "name! text\nlevels {code|stated_level}\nanswers {{answered}} - by factor and question\njob text - a file beside this "
        "one\nfacts {value|[value]}\nexpect! "
        "expectation\nsource! text"},
    MapShape{
        "worked_examples", &keys::worked_examples,
        "format! (worked_format)\nname text\nscheme! text\nlevels {code|stated_level}\nanswers {{answered}} - by factor and "
        "question\njob text - a file beside this one\n"
        "facts {value|[value]}\nbands text\nas_of date\nexpect expectation\nsource text\ncases [worked_case]+",
        R"({"anyOf": [{"required": ["cases"]}, {"required": ["name", "expect", "source"]}]})"}};

/// Of the keys of all lists in model/scheme/rule_lists.hpp, which say themselves which are needed.
inline constexpr std::string_view of_rules = R"(id code
factor code
fact code
facts [code] - two facts
table {code} - the level by each choice of the fact
ranges [derived_row|row_of_facts]
order (derivation_orders)
at_least number
raise number
from_levels [code]
ceiling code
severity (severities)
when [condition]
unless [condition]
require [condition]
lowest_band {code} - by each choice of the fact
from date
until date
summary words
message words
text words
source code)";

/// The top map of each format.
struct FormatShape {
    std::string_view format;
    std::string_view map;
    std::string_view holds;
};
inline constexpr std::array formats{
    FormatShape{scheme_format, "scheme", "A scheme: factors, levels, points, rules and bands."},
    FormatShape{bands_format, "bands_file", "A band table to use in place of a scheme's own."},
    FormatShape{job_format, "job", "A job's questionnaire: the level on each factor, and why."},
    FormatShape{panel_format, "panel", "The record of a panel."},
    FormatShape{appeal_format, "appeal", "An appeal against the outcome of a panel."},
    FormatShape{worked_format, "worked_examples", "Worked examples: what must come out for a job."},
    FormatShape{holidays_format, "holidays", "Days on which nobody works."},
    FormatShape{uncertainty_format, "uncertainty", "Chances of levels."},
    FormatShape{local_format, "local", "A local agreement: what was agreed to do otherwise than a scheme says."},
    FormatShape{weightings_format, "weightings",
                "Other weights to set beside those of a scheme, with je sensitivity --weightings."}};

}  // namespace shapes

}  // namespace je::io
