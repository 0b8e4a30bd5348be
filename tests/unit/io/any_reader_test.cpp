// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "unit/io/yaml_reading.hpp"

namespace any_reader_test {

using namespace je;
using namespace je::test;

namespace {

/// Which of the formats a text was read as, and what was said.
std::string read_any(const std::string& text) {
    base::Diagnostics diagnostics;
    const auto draft = io::read_any(yaml(text), io::Limits{}, diagnostics);
    return std::to_string(draft.index()) + " " + joined(places(diagnostics));
}

}  // namespace

TEST_CASE("a file is read as what its format says") {
    CHECK(read_any("format: je-scheme/1\nid: s\ntitle: t\nedition: e\nstatus: local\nfactors: []\n") == "1 ");
    CHECK(read_any("format: je-bands/1\nid: s\ntitle: t\nedition: e\nstatus: local\nbands: []\n") == "2 ");
    CHECK(read_any(job_text()) == "3 ");
    CHECK(read_any("format: je-test/1\nscheme: s\nname: n\nlevels: {}\nexpect: {total: 1}\nsource: x\n") == "4 ");
    CHECK(read_any(
              "format: je-panel/1\nid: p\njob: j\nscheme: s\ndate: 2026-04-14\nstage: review\npanellists: []\nfactors: {}\n") ==
          "5 ");
    CHECK(read_any("format: je-appeal/1\nid: a\nkind: individual\nbrought_by: union\njob: j\noriginal: p\ngrounds: []\n") ==
          "6 ");
    CHECK(read_any("format: je-holidays/1\nid: h\ntitle: t\nsource: s\nholidays: []\n") == "7 ");
    CHECK(read_any("format: je-uncertainty/1\nid: u\nscheme: s\nfactors: {a: {\"1\": 0.5}}\n") == "8 ");
    CHECK(read_any("format: je-weightings/1\nid: w\nscheme: s\nweightings: []\n") == "9 ");
    CHECK(read_any("\"format\": 'je-job/1'\nid: a\ntitle: t\nscheme: s\nfactors: {}\n") == "3 ");
}

TEST_CASE("a format that is missing, unknown or no single value is an error") {
    CHECK(read_any("id: x\n") == "0 1:1 JE-Y30");
    CHECK(read_any("format: je-job/2\nid: x\n") == "0 1:9 JE-Y31");
    CHECK(read_any("format: [je-job/1]\n") == "0 1:9 JE-Y42");
    CHECK(read_any("format:\nid: x\n") == "0 1:1 JE-Y36");
    CHECK(read_any("") == "0 1:1 JE-Y05");
}

TEST_CASE("an unknown format is answered with the known ones and the nearest") {
    base::Diagnostics diagnostics;
    static_cast<void>(io::read_any(yaml("format: je-shceme/1\n"), io::Limits{}, diagnostics));
    REQUIRE(diagnostics.errors() == 1);
    CHECK(diagnostics.all()[0].message == "'je-shceme/1' is not a format that je knows");
    CHECK(diagnostics.all()[0].expected ==
          "'je-scheme/1', 'je-local/1', 'je-bands/1', 'je-job/1', 'je-test/1', 'je-panel/1', 'je-appeal/1', 'je-holidays/1', "
          "'je-uncertainty/1' or 'je-weightings/1'");
    CHECK(diagnostics.all()[0].fix == "write 'je-scheme/1'");
}

TEST_CASE("a reader refuses the file of another format and says what it needs") {
    const auto outcome = scheme_in(job_text());
    CHECK(outcome.said() == "1:9 JE-Y32");
    CHECK(outcome.about("JE-Y32").message == "this is a je-job/1 file, which holds a job; a scheme is needed here");
    CHECK(job_in("format: je-bands/1\n").said() == "1:9 JE-Y32");
    CHECK(bands_in("format: je-test/1\n").said() == "1:9 JE-Y32");
    CHECK(worked_in("format: je-scheme/1\n").said() == "1:9 JE-Y32");
}

TEST_CASE("a file without a format is read on, so that its other mistakes are reported too") {
    CHECK(job_in("id: 010\ntitle: t\nscheme: s\nfactors: {}\n").said() == "1:1 JE-Y30, 1:5 JE-Y46");
}

TEST_CASE("what was in the diagnostics before stays before") {
    base::Diagnostics diagnostics;
    diagnostics.warning({.id = "JE-X01", .at = {}, .message = "before", .expected = {}, .fix = {}});
    CHECK_FALSE(io::read_job(yaml("format: je-job/1\nid: 010\n"), io::Limits{}, diagnostics));
    REQUIRE(diagnostics.all().size() > 1);
    CHECK(diagnostics.all()[0].id == "JE-X01");
    base::Diagnostics fresh;
    fresh.error({.id = "JE-X02", .at = {}, .message = "an earlier file's", .expected = {}, .fix = {}});
    CHECK(io::read_job(yaml(job_text()), io::Limits{}, fresh));
}

}  // namespace any_reader_test
