// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/bundle/names.hpp"

#include <doctest/doctest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

#include "io/archive/names.hpp"
#include "je/base/text.hpp"

namespace bundle_names_test {
namespace {

using je::io::portable_name;
using je::study::BundleNames;

TEST_CASE("a name that any system can give to a file stays as it is, and any other is made one") {
    for (const char* name : {"vlo.yaml", "history/panel 2023.yaml", "\xC3\xA9.yaml", ".hidden", "common.yaml", "console/a"})
        CHECK(portable_name(name) == name);
    CHECK(portable_name("a?b*.yaml") == "a_b_.yaml");
    CHECK(portable_name("a\\b:c.yaml") == "a_b_c.yaml");
    CHECK(portable_name("b\xFF"
                        "d.yaml") == "b_d.yaml");
    CHECK(portable_name("line\nend.yaml") == "line_end.yaml");
    CHECK(portable_name("papers./a ") == "papers_/a_");
    CHECK(portable_name("NUL.yaml") == "_NUL.yaml");
    CHECK(portable_name("com1/lpt9.txt") == "_com1/_lpt9.txt");
    CHECK(portable_name("../a") == "../a");
}

TEST_CASE("inputs keep their names within a bundle where they can") {
    BundleNames names;
    CHECK(names.add("vlo.yaml", false) == "vlo.yaml");
    CHECK(names.add("vlo.yaml", false) == "vlo.yaml");
    CHECK(names.add("./history/a.yaml", false) == "history/a.yaml");
    CHECK(names.add("demo.yaml", true) == "schemes/demo.yaml");
    CHECK(names.add("../other/vlo.yaml", false) == "files/vlo.yaml");
    CHECK(names.add("/abs/vlo.yaml", false) == "files/vlo-2.yaml");
    CHECK(names.add("Report.HTML", false) == "files/Report.HTML");
    CHECK(names.add("readme.TXT", false) == "files/readme.TXT");
    CHECK(names.add("VLO.yaml", false) == "VLO-2.yaml");
    CHECK(names.add("Schemes", false) == "Schemes-2");
    CHECK(names.add("-x.yaml", false) == "files/-x.yaml");
    CHECK(names.add("VLO.YAML/deep.yaml", false) == "files-2/VLO.YAML/deep.yaml");
    CHECK(names.of("VLO.yaml") == "VLO-2.yaml");
    CHECK(names.of("unknown.yaml") == "unknown.yaml");
}

TEST_CASE("no two inputs have names that any system takes for one, or for a file and a folder") {
    const std::vector<std::string> parts{"a",       "A",   "b.", "E\xCC\x81", "\xC3\x89",    "\xFF",      "files",
                                         "Schemes", "nul", "a?", "..",        "report.html", "SHA256sums"};
    for (unsigned seed = 0; seed < 300; ++seed) {
        std::mt19937 random{seed};
        BundleNames names;
        std::set<std::string> given, files, folders;
        for (int i = 0; i < 40; ++i) {
            std::string name = parts[random() % parts.size()];
            for (auto depth = random() % 3; depth > 0; --depth) name += "/" + parts[random() % parts.size()];
            if (!given.insert(name).second) continue;
            const std::string kept = names.add(name, name.find('/') == std::string::npos && name != ".." && random() % 5 == 0);
            CAPTURE(seed);
            CAPTURE(kept);
            CHECK(je::io::stays_within(kept));
            CHECK(portable_name(kept) == kept);
            const std::string folded = je::base::folded(kept);
            CHECK(files.insert(folded).second);
            for (auto end = folded.find('/'); end != std::string::npos; end = folded.find('/', end + 1))
                folders.insert(folded.substr(0, end));
        }
        for (const std::string& folder : folders) CHECK_FALSE(files.contains(folder));
        for (const char* ours : {"report.html", "report.json", "report.xlsx", "readme.txt", "sha256sums"})
            CHECK_FALSE(files.contains(ours));
    }
}

}  // namespace
}  // namespace bundle_names_test
