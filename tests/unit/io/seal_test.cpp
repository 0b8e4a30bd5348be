// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/io/seal.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "support/folder.hpp"
#include "unit/io/seal_lines.hpp"

namespace seal_test {

using namespace je::io;
using namespace je::test::seal;
using je::base::Date;
using je::base::Diagnostics;

TEST_CASE("a log reads back as the entries it was made from") {
    Diagnostics diagnostics;
    const auto lines = lines_of_log(3);
    const auto entries = read_log(source(joined(lines)), {}, diagnostics);
    CHECK(diagnostics.all().empty());
    REQUIRE(entries.size() == 3);
    CHECK(entries[0].previous == no_hash);
    CHECK(entries[1].previous == entries[0].hash);
    CHECK(entries[1].record.kind == "job");
    CHECK(entries[1].record.id == "j2");
    CHECK(entries[1].record.name == "f2");
    CHECK(entries[1].record.text == "format: je-job/1\nid: j2\n");
    CHECK(entries[1].record.date->to_string() == "2016-08-01");
    CHECK_FALSE(entries[2].record.date.has_value());
    CHECK(entries[2].at.to_string() == "log:3:1");
    for (std::size_t i = 0; i < 3; ++i) CHECK(line_of(entries[i]) == lines[i]);
}

TEST_CASE("a line is the JSON it is said to be, and its hash is of what stands before") {
    const auto entry =
        make_entry(nullptr, {"panel", "p1", "a \"b\".yaml", std::string{"x\\\n\t\x01\x1f\x7f\0\xC3\xA9", 10}, {}});
    const auto line = line_of(entry);
    CHECK(line == "{\"format\":\"je-seal/1\",\"entry\":1,\"previous\":\"" + std::string{no_hash} +
                      "\",\"kind\":\"panel\",\"id\":\"p1\",\"name\":\"a \\\"b\\\".yaml\",\"sha256\":\"" +
                      sha256_hex(entry.record.text) +
                      "\",\"text\":\"x\\\\\\n\\t\\u0001\\u001f\x7f\\u0000\xC3\xA9\",\"date\":null,\"hash\":\"" +
                      sha256_hex(line.substr(0, line.find(",\"hash\""))) + "\"}\n");
    CHECK(said_of(line).empty());
}

TEST_CASE("an empty log is sound, and has no entries") {
    Diagnostics diagnostics;
    const auto check = check_log(source(""), {}, std::nullopt, diagnostics);
    CHECK(diagnostics.all().empty());
    CHECK(check.entries.empty());
    CHECK(check.newest() == nullptr);
    CHECK(check.head() == no_hash);
}

TEST_CASE("a log that stops anywhere keeps the entries before, and one thing is said of its last line") {
    auto lines = lines_of_log(1);
    Diagnostics unsaid;
    const auto first = read_log(source(lines.front()), {}, unsaid);
    lines.push_back(
        line_of(make_entry(&first.front(), {"document", "", "caf\xC3\xA9", "\xE4\xB8\xAD\xF0\x9F\x98\x80 \"\\ \x01\x1f\n",
                                            Date::of(2016, 8, 1)})));
    const std::string whole = joined(lines);
    const std::size_t second = lines.front().size();
    for (std::size_t end = 1; end < whole.size(); ++end) {
        CAPTURE(end);
        Diagnostics said;
        const auto entries = read_log(source(whole.substr(0, end)), {}, said);
        const bool stops = whole[end - 1] != '\n';
        REQUIRE(said.errors() == (stops ? 1 : 0));
        if (stops) CHECK(said.all().front().id == (whole[end] == '\n' ? "JE-L06" : "JE-L15"));
        const std::size_t sound = (end + 1 >= second ? 1 : 0) + (end + 1 >= whole.size() ? 1 : 0);
        CHECK(entries.size() == sound);
    }
}

TEST_CASE("a last line that is wrong before it stops is damaged, not interrupted") {
    const auto lines = lines_of_log(2);
    const std::string half = lines[1].substr(0, lines[1].size() / 2);
    std::string other = half;
    other[other.find("\"kind\"") + 1] = 'K';
    CHECK(all_of(said_of(lines[0] + other)).find("JE-L02") == 0);
    CHECK(all_of(said_of(lines[0] + half + "\n")).find("JE-L02") == 0);
    CHECK(all_of(said_of(lines[0] + half + "\xFF")).find("JE-L03") == 0);
    CHECK(all_of(said_of(lines[0] + half + std::string(1, '\0'))).find("JE-L02") == 0);
}

TEST_CASE("kind and id are taken from a light look at a file") {
    struct Row {
        const char* text;
        const char* kind;
        const char* id;
    };
    for (const Row& row : std::vector<Row>{{"format: je-panel/1\nid: p1\n", "panel", "p1"},
                                           {"# note\nid: 'p 1'  # which\nformat: \"je-panel/1\"\r\n", "panel", "p 1"},
                                           {"\xEF\xBB\xBF"
                                            "format: je-job/1\r\nid: vlo\r\n",
                                            "job", "vlo"},
                                           {"format: je-strange/12\n", "strange", ""},
                                           {"format: acme/3\nid: x\n", "acme", "x"},
                                           {"  format: je-job/1\n", "document", ""},
                                           {"a: 1\nid: x\n", "document", ""},
                                           {"format: je-job\nid: x\n", "document", ""},
                                           {"format: je-Job/1\n", "document", ""},
                                           {"format: je-job/x\n", "document", ""},
                                           {"format: je-/1\n", "document", ""},
                                           {"format:\n", "document", ""},
                                           {"formats: je-job/1\n", "document", ""},
                                           {"{\"format\":\"je-score/1\",\"id\":\"x\"}", "score", ""},
                                           {" {\n  \"format\": \"je-test-result/1\"\n}", "test-result", ""},
                                           {"{format: je-job/1, id: x}\n", "job", ""},
                                           {"{\"other\":1}", "document", ""},
                                           {"{", "document", ""},
                                           {"{format", "document", ""},
                                           {"id,title\n", "document", ""},
                                           {"", "document", ""}}) {
        CAPTURE(std::string{row.text});
        const auto record = record_of("name", row.text, std::nullopt);
        CHECK(record.kind == row.kind);
        CHECK(record.id == row.id);
        CHECK(record.text == row.text);
    }
}

TEST_CASE("the head noted earlier tells when entries were cut off or all were made anew") {
    const auto lines = lines_of_log(4);
    Diagnostics none;
    const auto whole = check_log(source(joined(lines)), {}, std::nullopt, none);
    const std::string head{whole.head()};
    for (std::size_t kept = 0; kept <= 4; ++kept) {
        Diagnostics diagnostics;
        const Lines rest(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(kept));
        const auto check = check_log(source(joined(rest)), {}, head, diagnostics);
        CHECK(diagnostics.has_errors() == (kept < 4));
        if (kept < 4) CHECK(diagnostics.all().front().id == "JE-L12");
        CHECK((check.expected == check.newest()) == (kept == 4 || kept == 0));
    }
    Diagnostics grown;
    const auto earlier = check_log(source(joined(lines)), {}, whole.entries[1].hash, grown);
    CHECK_FALSE(grown.has_errors());
    REQUIRE(earlier.expected != nullptr);
    CHECK(earlier.expected->number == 2);
    Diagnostics anew;
    static_cast<void>(check_log(source(joined(lines_of_log(4, "x"))), {}, head, anew));
    CHECK(anew.errors() == 1);
    Diagnostics first;
    static_cast<void>(check_log(source(""), {}, std::string{no_hash}, first));
    CHECK_FALSE(first.has_errors());
}

TEST_CASE("the newest entry of each file is known") {
    std::optional<SealEntry> last;
    std::string text;
    for (const auto& [name, content] : std::vector<std::pair<std::string, std::string>>{{"a", "1"}, {"b", "2"}, {"a", "3"}}) {
        SealEntry entry = make_entry(last ? &*last : nullptr, record_of(name, content, std::nullopt));
        text += line_of(entry);
        last = std::move(entry);
    }
    Diagnostics diagnostics;
    const auto check = check_log(source(text), {}, std::nullopt, diagnostics);
    REQUIRE(check.files.size() == 2);
    REQUIRE(check.find("a") != nullptr);
    CHECK(check.find("a")->newest->number == 3);
    CHECK(check.find("a")->entries == 2);
    CHECK(check.find("b")->newest->number == 2);
    CHECK(check.find("c") == nullptr);
}

TEST_CASE("more entries than allowed are an error") {
    Limits limits;
    limits.max_nodes = 2;
    const auto said = said_of(joined(lines_of_log(3)), limits);
    REQUIRE(said.size() == 1);
    CHECK(said[0].find("JE-L13") == 0);
    CHECK(said_of(joined(lines_of_log(2)), limits).empty());
}

TEST_CASE("those who add to a log at the same time wait for one another") {
    const je::test::Folder folder;
    const std::string path = folder / "log";
    const auto add_ten = [&](int who) {
        for (int i = 0; i < 10; ++i) {
            SealFile log{path};
            Diagnostics diagnostics;
            const auto check = check_log(*log.read({}, diagnostics), {}, std::nullopt, diagnostics);
            log.append(line_of(make_entry(check.newest(), record_of(std::to_string(who), std::to_string(i), std::nullopt))));
        }
    };
    std::vector<std::thread> crowd;
    for (int who = 0; who < 4; ++who) crowd.emplace_back(add_ten, who);
    for (auto& one : crowd) one.join();
    Diagnostics diagnostics;
    const auto check = check_log(*SealFile{path}.read({}, diagnostics), {}, std::nullopt, diagnostics);
    CHECK(diagnostics.all().empty());
    CHECK(check.entries.size() == 40);
    CHECK(check.files.size() == 4);
}

TEST_CASE("a file that is not UTF-8 cannot be sealed") {
    Diagnostics diagnostics;
    CHECK(can_be_sealed(source("caf\xC3\xA9"), diagnostics));
    CHECK(diagnostics.all().empty());
    CHECK_FALSE(can_be_sealed(source("one\ncaf\xE9"), diagnostics));
    REQUIRE(diagnostics.errors() == 1);
    CHECK(diagnostics.all().front().at.to_string() == "log:2:4");
    const auto named = std::make_shared<const je::base::SourceText>(je::base::SourceText{"caf\xE9", "x"});
    CHECK_FALSE(can_be_sealed(named, diagnostics));
    CHECK(diagnostics.errors() == 2);
}

TEST_CASE("a log on the disk is created, added to and compared with the files it names") {
    const je::test::Folder folder;
    const std::string path = folder / "log";
    const std::string name = folder.write("panel.yaml", "format: je-panel/1\n");
    {
        SealFile log{path};
        Diagnostics diagnostics;
        const auto text = log.read({}, diagnostics);
        REQUIRE(text);
        CHECK((*text)->text.empty());
        const auto entry = make_entry(nullptr, record_of(name, "format: je-panel/1\n", std::nullopt));
        log.append(line_of(entry));
        CHECK((*log.read({}, diagnostics))->text == line_of(entry));
        log.append(line_of(make_entry(&entry, record_of(name, "new", std::nullopt))));
    }
    Diagnostics diagnostics;
    const auto text = SealFile{path}.read({}, diagnostics);
    const auto check = check_log(*text, {}, std::nullopt, diagnostics);
    CHECK(diagnostics.all().empty());
    REQUIRE(check.entries.size() == 2);
    CHECK(check.find(name)->newest == &check.entries[1]);
    Limits small;
    small.max_file_bytes = 10;
    CHECK_FALSE(SealFile{path}.read(small, diagnostics).has_value());
    CHECK_THROWS_AS(SealFile{folder.path()}, je::base::OutsideError);
    CHECK_THROWS_AS(SealFile{"/dev/null"}, je::base::OutsideError);
    CHECK_THROWS_AS(SealFile{folder / "no/log"}, je::base::OutsideError);
}

}  // namespace seal_test
