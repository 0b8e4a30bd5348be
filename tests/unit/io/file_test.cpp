// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/io/file.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "support/folder.hpp"

namespace file_test {

namespace {

namespace fs = std::filesystem;
using je::base::Diagnostics;
using je::base::OutsideError;
using je::io::Limits;
using je::test::Folder;

std::string id_of_failure(const std::string& path, std::string* message = nullptr) {
    Diagnostics diagnostics;
    try {
        (void)je::io::read_file(path, "jobs.csv", Limits{}, diagnostics);
    } catch (const OutsideError& error) {
        CHECK_FALSE(error.diagnostic().expected.empty());
        CHECK_FALSE(error.diagnostic().fix.empty());
        CHECK(error.diagnostic().at.source->name == "jobs.csv");
        if (message != nullptr) *message = error.diagnostic().message;
        return error.diagnostic().id;
    }
    return "read";
}

}  // namespace

TEST_CASE("a file is read whole, byte for byte, under the name given") {
    using namespace std::string_literals;
    const Folder folder;
    for (const auto& text : {""s, "a"s, "\xEF\xBB\xBFid\r\n\0\xFF\n"s, std::string(4095, 'x'), std::string(4096, 'x'),
                             std::string(4097, 'x'), std::string(1'000'003, 'y')}) {
        CAPTURE(text.size());
        Diagnostics diagnostics;
        const auto read = je::io::read_file(folder.write("f", text), "shown.csv", Limits{}, diagnostics);
        REQUIRE(read);
        CHECK((*read)->name == "shown.csv");
        CHECK((*read)->text == text);
        CHECK(diagnostics.all().empty());
    }
}

TEST_CASE("the size limit is the largest size accepted") {
    const Folder folder;
    const auto path = folder.write("f", std::string(100, 'x'));
    for (const std::uint64_t limit : {99U, 100U, 101U}) {
        CAPTURE(limit);
        Limits limits;
        limits.max_file_bytes = limit;
        Diagnostics diagnostics;
        const auto read = je::io::read_file(path, "f", limits, diagnostics);
        CHECK(read.has_value() == (limit >= 100));
        REQUIRE(diagnostics.errors() == (limit >= 100 ? 0 : 1));
        if (!read) {
            CHECK(diagnostics.all()[0].id == "JE-F01");
            CHECK(diagnostics.all()[0].message == "'f' is larger than 99 bytes");
        }
    }
}

TEST_CASE("a pipe has no size beforehand and is held to the limit all the same") {
    const Folder folder;
    const auto path = folder / "pipe";
    REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    for (const std::size_t size : {std::size_t{10'000}, std::size_t{10'001}}) {
        CAPTURE(size);
        std::thread writer{[&] { std::ofstream{path, std::ios::binary} << std::string(size, 'x'); }};
        Limits limits;
        limits.max_file_bytes = 10'000;
        Diagnostics diagnostics;
        const auto read = je::io::read_file(path, "pipe", limits, diagnostics, je::io::Readable::pipes_too);
        writer.join();
        CHECK(read.has_value() == (size == 10'000));
        CHECK(diagnostics.errors() == (size == 10'000 ? 0 : 1));
    }
}

TEST_CASE("what cannot be read says why") {
    const Folder folder;
    std::string message;
    CHECK(id_of_failure(folder / "missing.csv", &message) == "JE-X01");
    CHECK(message == "'jobs.csv' does not exist");
    CHECK(id_of_failure(folder.write("file", "x") + "/below", &message) == "JE-X01");
    CHECK(id_of_failure(folder.path(), &message) == "JE-X03");
    CHECK(message == "'jobs.csv' is a folder");
    CHECK(id_of_failure("/proc/self/mem", &message) == "JE-X05");
    fs::create_symlink("loop", folder / "loop");
    CHECK(id_of_failure(folder / "loop", &message) == "JE-X04");
}

TEST_CASE("a file without permission says so") {
    if (::geteuid() == 0) return;  // root may read everything
    const Folder folder;
    const auto path = folder.write("f", "x");
    fs::permissions(path, fs::perms::none);
    CHECK(id_of_failure(path) == "JE-X02");
}

TEST_CASE("SHA-256 gives the digests of FIPS 180-4's examples") {
    // NIST, "Examples with intermediate values", SHA256.pdf: one block and two blocks; the empty message from the NIST CAVP
    // vectors.
    CHECK(je::io::sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(je::io::sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(je::io::sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

}  // namespace file_test
