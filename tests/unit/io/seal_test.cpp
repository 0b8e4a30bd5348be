// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/io/seal.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "io/seal_order.hpp"

using namespace je::io;
using je::base::Date;
using je::base::Diagnostics;

namespace {

using Lines = std::vector<std::string>;

je::base::SourceTextPtr source(std::string text) {
    return std::make_shared<const je::base::SourceText>(je::base::SourceText{"log", std::move(text)});
}

/// A log of so many entries, as its lines.
Lines lines_of_log(std::size_t entries, const std::string& salt = "") {
    Lines lines;
    std::optional<SealEntry> last;
    for (std::size_t i = 1; i <= entries; ++i) {
        const std::string n = std::to_string(i);
        const auto date = i % 2 == 0 ? Date::of(2016, 8, 1) : std::nullopt;
        SealEntry entry =
            make_entry(last ? &*last : nullptr, record_of("f" + n, "format: je-job/1\nid: j" + n + salt + "\n", date));
        lines.push_back(line_of(entry));
        last = std::move(entry);
    }
    return lines;
}

std::string joined(const Lines& lines) {
    std::string text;
    for (const auto& line : lines) text += line;
    return text;
}

/// "JE-L07 log:2: entry 3 is missing: ..." for each thing said.
Lines said_of(const std::string& text, const Limits& limits = {}) {
    Diagnostics diagnostics;
    static_cast<void>(read_log(source(text), limits, diagnostics));
    Lines said;
    for (const auto& d : diagnostics.all()) {
        REQUIRE_FALSE(d.expected.empty());
        REQUIRE_FALSE(d.fix.empty());
        REQUIRE(d.at.known());
        said.push_back(d.id + " " + d.at.file_and_line() + ": " + d.message);
    }
    return said;
}

std::string all_of(const Lines& said) {
    std::string text;
    for (const auto& line : said) text += line + "\n";
    return text;
}

/// Whether what was said of the log names an entry, and no other outside the brackets that tell where it stands.
bool names(const std::string& message, std::size_t entry) {
    const std::string word = "entry " + std::to_string(entry);
    const auto at = message.find(word);
    return at != std::string::npos &&
           (at + word.size() == message.size() || std::string{" :"}.find(message[at + word.size()]) != std::string::npos);
}

std::size_t line_with(const Lines& lines, std::size_t at) {
    std::size_t line = 0;
    while (at >= lines[line].size()) at -= lines[line++].size();
    return line + 1;
}

}  // namespace

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

TEST_CASE("changing, taking out or doubling any one byte is found, and the entry is named") {
    const auto lines = lines_of_log(3);
    const std::string text = joined(lines);
    REQUIRE(said_of(text).empty());
    const auto expect_found = [&](const std::string& tampered, std::size_t at, const char* how) {
        const std::size_t entry = line_with(lines, at);
        const auto said = said_of(tampered);
        CAPTURE(how);
        CAPTURE(at);
        CAPTURE(tampered.substr(at > 20 ? at - 20 : 0, 40));
        CAPTURE(all_of(said));
        // One change, one message, and one more where it makes an empty line.
        const auto empty = static_cast<std::size_t>(std::count_if(
            said.begin(), said.end(), [](const auto& s) { return s.find("an empty line") != std::string::npos; }));
        const bool all_named = std::all_of(said.begin(), said.end(), [&](const auto& s) {
            return names(s, entry) || s.find("an empty line") != std::string::npos;
        });
        REQUIRE(!said.empty());
        REQUIRE(said.size() <= 1 + empty);
        REQUIRE(all_named);
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const char value : {'\0', '\n', '\r', ' ', '"', '\\', '0', '1', 'a', '}', ',', '\x7f', '\x80', '\xff',
                                 static_cast<char>(text[at] ^ 1), static_cast<char>(text[at] ^ 0x20)}) {
            if (value == text[at]) continue;
            std::string tampered = text;
            tampered[at] = value;
            expect_found(tampered, at, "replaced");
        }
        expect_found(text.substr(0, at) + text.substr(at + 1), at, "taken out");
        expect_found(text.substr(0, at + 1) + text.substr(at), at, "doubled");
    }
}

TEST_CASE("taking out any lines but the last ones is found, and each is named") {
    const auto lines = lines_of_log(5);
    for (unsigned kept = 0; kept < 32; ++kept) {
        Lines rest;
        std::size_t last = 0;
        for (std::size_t i = 0; i < 5; ++i) {
            if ((kept >> i & 1U) == 0) continue;
            rest.push_back(lines[i]);
            last = i + 1;
        }
        const auto said = said_of(joined(rest));
        CAPTURE(kept);
        CAPTURE(all_of(said));
        CHECK(said.empty() == (rest.size() == last));  // what was cut off at the end cannot be seen
        for (std::size_t i = 1; i <= last; ++i) {
            const bool missing = (kept >> (i - 1) & 1U) == 0;
            bool told = false;
            for (const auto& message : said) {
                std::size_t from = 0;
                std::size_t to = 0;
                if (std::sscanf(message.c_str(), "JE-L07 log:%*u: entries %zu to %zu are", &from, &to) == 2) {
                    told = told || (from <= i && i <= to);
                } else if (std::sscanf(message.c_str(), "JE-L07 log:%*u: entry %zu is", &from) == 1) {
                    told = told || from == i;
                }
            }
            CHECK(told == missing);
        }
    }
}

TEST_CASE("every order of the lines but the right one is found, and only lines out of place are named") {
    const auto lines = lines_of_log(5);
    std::vector<std::size_t> order{0, 1, 2, 3, 4};
    while (std::next_permutation(order.begin(), order.end())) {
        Lines moved;
        for (const std::size_t i : order) moved.push_back(lines[i]);
        const auto said = said_of(joined(moved));
        CAPTURE(all_of(said));
        CHECK_FALSE(said.empty());
        for (const auto& message : said) CHECK(message.substr(0, 6) == "JE-L08");
    }
}

TEST_CASE("of two lines exchanged, both are named") {
    const auto lines = lines_of_log(5);
    for (std::size_t a = 0; a < 5; ++a) {
        for (std::size_t b = a + 1; b < 5; ++b) {
            Lines swapped = lines;
            std::swap(swapped[a], swapped[b]);
            const auto said = said_of(joined(swapped));
            CAPTURE(all_of(said));
            REQUIRE(said.size() == 2);
            CHECK(names(said[0].substr(0, said[0].find(" is not")), b + 1));
            CHECK(said[0].find("entry " + std::to_string(b + 1) + " (") != std::string::npos);
            CHECK(said[1].find("entry " + std::to_string(a + 1) + " (") != std::string::npos);
        }
    }
}

TEST_CASE("a line moved far is named alone") {
    auto lines = lines_of_log(6);
    std::rotate(lines.begin(), lines.begin() + 1, lines.end());  // 2 3 4 5 6 1
    const auto said = said_of(joined(lines));
    REQUIRE(said.size() == 1);
    CHECK(said[0].find("JE-L08 log:6: entry 1 (") == 0);
}

TEST_CASE("a line doubled anywhere is found, and named") {
    const auto lines = lines_of_log(4);
    for (std::size_t which = 0; which < 4; ++which) {
        for (std::size_t where = 0; where <= 4; ++where) {
            Lines doubled = lines;
            doubled.insert(doubled.begin() + static_cast<std::ptrdiff_t>(where), lines[which]);
            const auto said = said_of(joined(doubled));
            CAPTURE(which);
            CAPTURE(where);
            CAPTURE(all_of(said));
            REQUIRE(said.size() == 1);
            CHECK(said[0].find("JE-L09") == 0);
            CHECK(names(said[0], which + 1));
        }
    }
}

TEST_CASE("an entry of another log put in between is found, whatever its number") {
    const auto lines = lines_of_log(4);
    const auto others = lines_of_log(9, "x");
    for (const auto& other : others) {
        for (std::size_t where = 0; where < 4; ++where) {
            Lines mixed = lines;
            mixed.insert(mixed.begin() + static_cast<std::ptrdiff_t>(where), other);
            const auto said = said_of(joined(mixed));
            CAPTURE(where);
            CAPTURE(other);
            CAPTURE(all_of(said));
            REQUIRE_FALSE(said.empty());
            const bool inserted = std::any_of(said.begin(), said.end(), [](const auto& s) { return s.find("JE-L10") == 0; });
            const bool later = other.find("\"entry\":1,") == std::string::npos && where == 0;  // nothing stands before it
            const bool told = inserted || later;
            CHECK(told);
        }
    }
}

TEST_CASE("an entry made anew, hash and all, is found by those around it") {
    const auto lines = lines_of_log(5);
    Diagnostics diagnostics;
    const auto entries = read_log(source(joined(lines)), {}, diagnostics);
    for (std::size_t i = 0; i + 1 < 5; ++i) {
        auto record = entries[i].record;
        record.text += "and more\n";
        Lines forged = lines;
        forged[i] = line_of(make_entry(i == 0 ? nullptr : &entries[i - 1], record));
        const auto said = said_of(joined(forged));
        CAPTURE(all_of(said));
        REQUIRE(said.size() == 1);
        CHECK(said[0].find("JE-L11") == 0);
        CHECK(names(said[0], i + 1));
        forged[i] = line_of([&] {
            auto entry = entries[i];
            entry.previous = std::string(64, 'a');
            return entry;
        }());
        CHECK_FALSE(said_of(joined(forged)).empty());
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

TEST_CASE("a log with Windows line ends says so at each line") {
    std::string text = joined(lines_of_log(2));
    for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2)) text.insert(at, 1, '\r');
    const auto said = said_of(text);
    REQUIRE(said.size() == 2);
    CHECK(said[0].find("JE-L02 log:1: a carriage return follows entry 1 (") == 0);
}

TEST_CASE("what stands out of order is told in the fewest words") {
    const auto found = [](std::vector<std::uint64_t> numbers) { return out_of_place(numbers); };
    using Places = std::vector<std::size_t>;
    CHECK(found({}) == Places{});
    CHECK(found({7}) == Places{});
    CHECK(found({1, 2, 3}) == Places{});
    CHECK(found({1, 3, 2, 4}) == Places{1, 2});
    CHECK(found({2, 3, 4, 5, 1}) == Places{4});
    CHECK(found({5, 1, 2, 3, 4}) == Places{0});
    CHECK(found({3, 2, 1}) == Places{0, 2});
}

TEST_CASE("those who add to a log at the same time wait for one another") {
    const auto path = (std::filesystem::temp_directory_path() / "je-seal-crowd-test").string();
    std::filesystem::remove(path);
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
    std::filesystem::remove(path);
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
    const auto folder = std::filesystem::temp_directory_path() / "je-seal-test";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directory(folder);
    const std::string path = folder / "log";
    const std::string name = folder / "panel.yaml";
    std::ofstream{name} << "format: je-panel/1\n";
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
    CHECK(compare_file(check.entries[0], {}) == FileState::same);
    CHECK(compare_file(*check.find(name)->newest, {}) == FileState::changed);
    std::filesystem::remove(name);
    CHECK(compare_file(check.entries[0], {}) == FileState::missing);
    std::filesystem::create_directory(name);
    CHECK(compare_file(check.entries[0], {}) == FileState::not_read);
    Limits small;
    small.max_file_bytes = 10;
    CHECK_FALSE(SealFile{path}.read(small, diagnostics).has_value());
    CHECK_THROWS_AS(SealFile{folder.string()}, je::base::OutsideError);
    CHECK_THROWS_AS(SealFile{"/dev/null"}, je::base::OutsideError);
    CHECK_THROWS_AS(SealFile{(folder / "no" / "log").string()}, je::base::OutsideError);
    std::filesystem::remove_all(folder);
}
