// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "io/yaml/schemas.hpp"
#include "io/yaml/shapes.hpp"

namespace file_schemas_test {

namespace {

using namespace je;

/// The file under docs holds the schema; with JE_UPDATE_DOCS it comes to hold it.
void check_schema(std::string_view format) {
    const auto path = std::filesystem::path{JE_DOCS} / "schemas/files" / io::schema_file(format);
    const std::string schema = io::file_schema(format);
    if (std::getenv("JE_UPDATE_DOCS") != nullptr) std::ofstream{path, std::ios::binary} << schema;
    std::ifstream file{path, std::ios::binary};
    const std::string held{std::istreambuf_iterator<char>{file}, {}};
    CHECK_MESSAGE(held == schema, path.string());
}

}  // namespace

TEST_CASE("docs has the schema of the files of each format, and of no other") {
    std::set<std::string> names;
    for (const auto& shape : io::shapes::formats) {
        check_schema(shape.format);
        names.insert(io::schema_file(shape.format));
    }
    std::set<std::string> there;
    for (const auto& file : std::filesystem::directory_iterator{std::filesystem::path{JE_DOCS} / "schemas/files"})
        there.insert(file.path().filename().string());
    CHECK(there == names);
    CHECK(names.size() == 10);
    CHECK_THROWS_AS(static_cast<void>(io::file_schema("je-none/1")), std::logic_error);
}

TEST_CASE("every map of keys has one shape, and every shape that is referred to is there") {
    for (const io::YamlKeys* map : io::keys::all) {
        const auto count =
            std::count_if(io::shapes::all.begin(), io::shapes::all.end(), [&](const auto& one) { return one.keys == map; });
        CHECK_MESSAGE(count == 1, static_cast<io::MapKeys>(*map).what);
    }
    for (const auto& shape : io::shapes::formats) {
        const auto schema = nlohmann::json::parse(io::file_schema(shape.format));
        CHECK(schema.at("properties").at("format").at("const") == shape.format);
        for (const auto& part : schema.at("$defs").items()) CHECK_MESSAGE(part.value().is_object(), part.key());
    }
}

TEST_CASE("the lines for editors name the same schema twice") {
    CHECK(io::lines_for_editors(io::job_format) ==
          "# yaml-language-server: $schema=docs/schemas/files/je-job-1.json\n# $schema: docs/schemas/files/je-job-1.json\n");
}

}  // namespace file_schemas_test
