// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/yaml/map_reader.hpp"

#include <doctest/doctest.h>

#include "unit/io/yaml_reading.hpp"

namespace yaml_map_reader_test {

using namespace je::test;

TEST_CASE("an unknown key is reported with the keys there are and the nearest one") {
    const auto outcome = job_in(job_text("posts: [{id: a, titel: x}, {id: b, wages: 3}]\n"));
    CHECK(outcome.said() == "6:17 JE-Y33, 6:36 JE-Y33");
    const auto& slip = outcome.diagnostics.all()[0];
    CHECK(slip.message == "the post 'a' has no key 'titel'");
    CHECK(slip.expected == "one of 'id', 'title' or 'holders'");
    CHECK(slip.fix == "write 'title'");
    CHECK(slip.at.length == 5);
    CHECK(outcome.diagnostics.all()[1].fix ==
          "use one of those above; what has no key can stay as a comment, a '#' and a space before it");
}

TEST_CASE("a slip of a needed key is reported once, and does not hide the key where it is given as well") {
    CHECK(job_in("format: je-job/1\nid: a\ntitel: x\nscheme: s\nfactors: {}\n").said() == "3:1 JE-Y33");
    CHECK(job_in("format: je-job/1\nid: a\ntitel: x\ntitle: [y]\nscheme: s\nfactors: {}\n").said() == "3:1 JE-Y33, 4:8 JE-Y42");
}

TEST_CASE("all needed keys that are missing are reported at the map") {
    const auto outcome = job_in("format: je-job/1\nid: a\n");
    CHECK(outcome.said() == "1:1 JE-Y35, 1:1 JE-Y35, 1:1 JE-Y35");
    CHECK(outcome.diagnostics.all()[0].message == "the job 'a' has no 'title'");
    CHECK(job_in(job_text("documents:\n  - title: x\n")).said() == "7:5 JE-Y35, 7:5 JE-Y35");
}

TEST_CASE("a key without a value is reported at the key, not lines below it") {
    const auto outcome = job_in("format: je-job/1\nid:\n\n\ntitle: ~\nscheme: null\nfactors: {}\nnote:\n");
    CHECK(outcome.said() == "2:1 JE-Y36, 5:1 JE-Y36, 6:1 JE-Y36, 8:1 JE-Y36");
    CHECK(outcome.diagnostics.all()[0].message == "'id' has no value");
}

TEST_CASE("a colon without a space is told as such") {
    const auto outcome = job_in("format: je-job/1\ntitle: x\nscheme: s\nfactors: {}\nid:vlo\n");
    CHECK(outcome.said() == "5:1 JE-Y37");
    CHECK(outcome.about("JE-Y37").fix == "put a space after 'id:'");
}

TEST_CASE("a comma in a text without quotes is hinted at") {
    const auto outcome = job_in(job_text("documents: [{id: a, kind: form, blue}]\n"));
    CHECK(outcome.said() == "6:33 JE-Y67");
    CHECK(outcome.about("JE-Y67").fix == "write kind: \"form, blue\"");
    CHECK(job_in(job_text("facts: {a: form, blue}\n")).said() == "6:18 JE-Y36");
}

TEST_CASE("a value of the wrong kind is reported, and the rest is read") {
    CHECK(job_in(job_text("documents: {a: b}\nposts: 3\nfacts: [x]\nnote: {a: b}\n")).said() ==
          "6:12 JE-Y41, 7:8 JE-Y41, 8:8 JE-Y40, 9:7 JE-Y42");
    CHECK(job_in(job_text("documents: [a, [b], ~, {id: c, kind: d}]\n")).said() == "6:13 JE-Y40, 6:16 JE-Y40, 6:21 JE-Y40");
}

TEST_CASE("what stands under a key that is no key is passed over, and other mistakes are still found") {
    CHECK(job_in("format: je-job/1\nid: 010\ntitle: t\nscheme: s\nfactors:\n  <<: {a: {level: 1}}\n  b: {levle: 2}\n").said() ==
          "2:5 JE-Y46, 6:3 JE-Y16, 7:7 JE-Y33");
}

TEST_CASE("mistakes of all kinds in one file are all reported, in the order of the file") {
    const auto outcome = job_in(
        "format: je-job/1\nid: 010\ntitle:\nscheme: &s demo\nfactors:\n  a: {level: 1, level: 2}\n  b: {levl: 3}\nnote: !x "
        "y\nposts: [{id: p, holders: 1.5}]\n---\n");
    CHECK(outcome.said() ==
          "2:5 JE-Y46, 3:1 JE-Y36, 4:9 JE-Y13, 6:17 JE-Y34, 7:7 JE-Y33, 8:7 JE-Y15, 9:26 JE-Y51, 10:1 JE-Y10");
    CHECK_FALSE(outcome.draft);
}

}  // namespace yaml_map_reader_test
