// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "je/base/diagnostic.hpp"

namespace je::io {

/// How much of an input is accepted. Files come from the other side of a dispute; these keep them from eating the machine.
struct Limits {
    std::uint64_t max_file_bytes = std::uint64_t{64} * 1024 * 1024;
    std::size_t max_depth = 64;
    std::size_t max_nodes = 1'000'000;
    std::uint64_t max_jobs = 10'000'000;
};

/// What may be read. A pipe or a device is waited for, so that whoever chose its name chooses how long: names that come out of
/// files are for ordinary files alone.
enum class Readable { files, pipes_too };

/// Reads a whole file; `name` is what messages call it. A file larger than the limit is an error in `diagnostics` (JE-F01),
/// found without reading it all. Throws base::OutsideError for a file that cannot be read, for a directory, for what is no
/// ordinary file unless `readable` says so (JE-X15), and for a named pipe that nobody opens for writing within five seconds
/// (JE-X16).
[[nodiscard]] std::optional<base::SourceTextPtr> read_file(const std::string& path, const std::string& name,
                                                           const Limits& limits, base::Diagnostics& diagnostics,
                                                           Readable readable = Readable::files);

/// SHA-256 of `bytes` in 64 lower-case hexadecimal digits (FIPS 180-4, by OpenSSL's libcrypto).
[[nodiscard]] std::string sha256_hex(std::string_view bytes);
/// The same in base 64 (RFC 4648), as content policies of pages have it.
[[nodiscard]] std::string sha256_base64(std::string_view bytes);

/// The same of bytes that come piece by piece.
///
///     Sha256 sum;
///     while (...) sum.add(piece);
///     const std::string checksum = sum.hex();  // once, at the end
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void add(std::string_view bytes);
    [[nodiscard]] std::string hex();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace je::io
