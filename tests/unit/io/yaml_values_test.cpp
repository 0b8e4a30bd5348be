// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "unit/io/yaml_reading.hpp"

namespace yaml_values_test {

using namespace je::test;

namespace {

/// What is said about a band whose floor is `text`.
std::string about_floor(const std::string& text) {
    return bands_in(
               "format: je-bands/1\nid: b\ntitle: t\nedition: e\nstatus: local\nbands:\n  - table:\n      - {id: a, floor: " +
               text + "}\n")
        .said();
}

std::string about(const std::string& line) { return job_in(job_text(line + "\n")).said(); }

}  // namespace

TEST_CASE("a number is digits with at most one point and four digits after it") {
    for (const char* text : {"0", "20", "153.25", "-5", "0.0001", "999999999.9999", "-999999999.9999", "1.10"}) {
        CAPTURE(text);
        CHECK(about_floor(text) == "");
    }
    for (const char* text : {"010",  "1e3",   "1e309", "0x1F", "+5",  ".5",         "5.",      "-0",
                             "-0.0", "1_000", ".nan",  ".inf", "nan", "1000000000", "1.23456", "99999999999999999999999999",
                             "ten",  "1 000", "5%",    "yes"}) {
        CAPTURE(text);
        CHECK(about_floor(text) == "8:24 JE-Y44");
    }
    CHECK(about_floor("\"20\"") == "8:24 JE-Y45");
    CHECK(about_floor("[1]") == "8:24 JE-Y42");
    CHECK(about_floor("{a: 1}") == "8:24 JE-Y42");
    CHECK(about_floor("") == "8:17 JE-Y36");
}

TEST_CASE("a number's message names what is wrong with it and how to mend it") {
    const auto d =
        bands_in("format: je-bands/1\nid: b\ntitle: t\nedition: e\nstatus: local\nbands: [{table: [{id: a, floor: 010}]}]\n")
            .about("JE-Y44");
    CHECK(d.message == "'floor' is '010': it has a leading zero");
    CHECK(d.fix == "write the number without the zeros in front");
    CHECK(d.at.length == 3);
}

TEST_CASE("a code is kept as written, and needs quotes where another reader would change it") {
    const auto job = job_in(
        "format: je-job/1\nid: \"010\"\ntitle: t\nscheme: 1-7\nversion: \"1.10\"\nfactors: {\"no\": {level: 4}, b: {level: "
        "8a}}\n");
    REQUIRE(job.draft);
    CHECK(job.draft->id.value == "010");
    CHECK(job.draft->scheme.value == "1-7");
    CHECK(job.draft->version == "1.10");
    CHECK(job.draft->factors[0].id.value == "no");
    CHECK(job.draft->factors[0].level->value == "4");
    CHECK(job.draft->factors[1].level->value == "8a");
    CHECK(about("supersedes: 010") == "6:13 JE-Y46");
    CHECK(about("supersedes: yes") == "6:13 JE-Y46");
    CHECK(about("supersedes: 1.10") == "6:13 JE-Y46");
    CHECK(about("supersedes: null") == "6:1 JE-Y36");
    CHECK(about("supersedes: \"null\"") == "");
    CHECK(about("version: 3.1") == "6:10 JE-Y46");
}

TEST_CASE("a code has the characters of a code and at most sixty-four of them") {
    CHECK(about("supersedes: \" a\"") == "6:13 JE-Y47");
    CHECK(about("supersedes: \"a,b\"") == "6:13 JE-Y47");
    CHECK(about("supersedes: \"\"") == "6:13 JE-Y47");
    CHECK(about("supersedes: " + std::string(64, 'a')) == "");
    CHECK(about("supersedes: " + std::string(65, 'a')) == "6:13 JE-Y48");
    std::string accents;
    for (int i = 0; i < 64; ++i) accents += "\xC3\xA9";
    CHECK(about("supersedes: " + accents) == "");
}

TEST_CASE("a text may look like anything, but says something where it is needed") {
    const auto job = job_in("format: je-job/1\nid: a\ntitle: 010\nscheme: s\nnote: yes\nfactors: {}\norganisation: \"\"\n");
    REQUIRE(job.draft);
    CHECK(job.draft->title == "010");
    CHECK(job.draft->note == "yes");
    CHECK(job.draft->organisation.empty());
    CHECK(job_in("format: je-job/1\nid: a\ntitle: \" \"\nscheme: s\nfactors: {}\n").said() == "3:8 JE-Y43");
    CHECK(job_in("format: je-job/1\nid: a\ntitle: [x]\nscheme: s\nfactors: {}\n").said() == "3:8 JE-Y42");
}

TEST_CASE("a date is a day that exists, in one form") {
    CHECK(about("documents: [{id: a, kind: k, date: 2024-02-29}]") == "");
    CHECK(about("documents: [{id: a, kind: k, date: \"2024-02-29\"}]") == "");
    for (const char* text :
         {"2026-02-29", "2026-13-01", "26-01-01", "2026-1-1", "01/02/2026", "20260101", "2026-01-01T00:00:00"}) {
        CAPTURE(text);
        CHECK(about(std::string{"documents: [{id: a, kind: k, date: "} + text + "}]") == "6:36 JE-Y49");
    }
}

TEST_CASE("a setting is true or false, in small letters and without quotes") {
    const std::string head = "format: je-bands/1\nid: b\ntitle: t\nedition: e\nstatus: local\nbands: [{open_ended: ";
    CHECK(bands_in(head + "true, table: []}]\n").draft->bands[0].open_ended);
    CHECK_FALSE(bands_in(head + "false, table: []}]\n").draft->bands[0].open_ended);
    for (const char* text : {"yes", "no", "on", "True", "TRUE", "1", "\"true\"", "y"}) {
        CAPTURE(text);
        CHECK(bands_in(head + text + ", table: []}]\n").said() == "6:22 JE-Y50");
    }
}

TEST_CASE("a count is a whole number without sign, point or leading zero") {
    CHECK(about("posts: [{id: a, holders: 0}]") == "");
    CHECK(about("posts: [{id: a, holders: 999999999}]") == "");
    for (const char* text : {"-1", "1.0", "01", "1000000000", "many", "\"3\""}) {
        CAPTURE(text);
        CHECK(about(std::string{"posts: [{id: a, holders: "} + text + "}]") == "6:26 JE-Y51");
    }
}

TEST_CASE("a fact is a number, a code, or yes or no; only what readers change needs quotes") {
    for (const char* text : {"3", "37.5", "-2.5", "yes", "no", "true", "false", "GS-9", "\"010\"", "\"on\""}) {
        CAPTURE(text);
        CHECK(about(std::string{"facts: {a: "} + text + "}") == "");
    }
    for (const char* text : {"010", "1e3", "on", "True", "0x1F", "12:30", ".nan", "-0"}) {
        CAPTURE(text);
        CHECK(about(std::string{"facts: {a: "} + text + "}") == "6:12 JE-Y46");
    }
    CHECK(about("facts: {a: null}") == "6:9 JE-Y36");
    CHECK(about("facts: {a: [b, c]}") == "");
    CHECK(about("facts: {a: [[b]]}") == "6:13 JE-Y42");
    CHECK(about("facts: {on: 1}") == "6:9 JE-Y46");
    CHECK(about("facts: {\"a:b\": 1}") == "6:9 JE-Y47");
    CHECK(about("facts: [a]") == "6:8 JE-Y40");
}

}  // namespace yaml_values_test
