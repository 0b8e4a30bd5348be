// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/io/source.hpp"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <fstream>

#include "support/folder.hpp"

namespace je::test::source_test {
namespace {

using io::Source;
using Names = std::vector<std::string>;

constexpr std::array files{"a.yaml", "b.txt", ".hidden.yaml", "deep/c.yaml", "deep/.d/e.yaml", "deep/f.yaml"};

/// What both sources say of these files in a folder.
void look_at(Source& source, const std::string& folder) {
    CHECK(source.kind_of(folder) == Source::Kind::folder);
    CHECK(source.kind_of(folder + "/deep") == Source::Kind::folder);
    CHECK(source.kind_of(folder + "/a.yaml") == Source::Kind::file);
    CHECK(source.kind_of(folder + "/no") == Source::Kind::nothing);
    CHECK(source.look_at(folder + "/a.yaml") == Source::Kind::file);
    CHECK_THROWS_AS(static_cast<void>(source.look_at(folder + "/no")), base::OutsideError);
    CHECK(source.yaml_in(folder, false) == Names{"a.yaml"});
    CHECK(source.yaml_in(folder, true) == Names{"a.yaml", "deep/c.yaml", "deep/f.yaml"});
    CHECK(source.beginning_of(folder + "/a.yaml") == "text of a.yaml");
    CHECK(source.beginning_of(folder).empty());
    CHECK(source.one_form(folder + "/deep/../a.yaml") == source.one_form(folder + "/a.yaml"));
    base::Diagnostics said;
    const auto text = source.read(folder + "/b.txt", "name", {}, said);
    REQUIRE(text);
    CHECK((*text)->text == "text of b.txt");
    CHECK((*text)->name == "name");
    CHECK_THROWS_AS(static_cast<void>(source.read(folder + "/no", "no", {}, said)), base::OutsideError);
    CHECK(said.all().empty());
    CHECK_FALSE(source.read(folder + "/b.txt", "name", {.max_file_bytes = 3}, said));
    CHECK(said.all().at(0).id == "JE-F01");
}

TEST_CASE("texts in memory are found as files are") {
    io::MemorySource source;
    for (const std::string name : files) source.add("in/" + name, "text of " + name);
    look_at(source, "in");
    look_at(source, "./in");
    CHECK(source.kind_of(".") == Source::Kind::folder);
}

TEST_CASE("files are found in folders") {
    const Folder folder;
    for (const std::string name : files) {
        const auto path = std::filesystem::path{folder / name};
        std::filesystem::create_directories(path.parent_path());
        std::ofstream{path} << "text of " << name;
    }
    io::FileSource source;
    look_at(source, folder.path());
}

}  // namespace
}  // namespace je::test::source_test
