// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/yaml/bytes.hpp"
#include "je/base/diagnostic.hpp"
#include "je/io/run_file.hpp"

namespace je::io {

/// Where a key begins, or an item of a list. The parsers behind run files keep no places of what is right, so a light scan of
/// the text finds them; in the order of the text, which is that of the parsed tree read from the top.
struct RunMark {
    std::size_t depth = 0;  // 0: a section (in XML: the outermost element)
    std::size_t offset = 0;
    std::size_t length = 1;
    std::size_t value = 0;  // where its value begins; 0: not known
    std::string key{};      // as written; empty for an item without a name
};

struct RunScan {
    std::vector<RunMark> marks;
    bool usable = true;  // false: the parser must not be given this text, and why has been said
};

/// `length`, or what is left of the line at `offset`; at least 1.
[[nodiscard]] std::uint32_t length_within_line(std::string_view text, std::size_t offset, std::size_t length);

/// What a scan says, and when it stops.
class RunScanner {
public:
    /// `begin`: bytes of a byte order mark.
    RunScanner(const base::SourceTextPtr& source, const RunFileLimits& limits, std::size_t begin,
               base::Diagnostics& diagnostics)
        : source_{source}, text_{source->text}, limits_{limits}, at_{begin}, diagnostics_{diagnostics} {}

    [[nodiscard]] RunScan ini();
    [[nodiscard]] RunScan json();
    [[nodiscard]] RunScan xml();
    [[nodiscard]] RunScan info();

private:
    void mark(std::size_t depth, std::size_t offset, std::size_t length, std::string key, std::size_t value = 0);
    void refuse(std::string id, std::size_t offset, std::size_t length, std::string message, std::string expected,
                std::string fix);
    /// False when one level deeper would be too deep, which is said.
    [[nodiscard]] bool may_open(std::size_t depth, std::size_t offset);
    /// Counts every character that opens something, wherever it stands: no parser can go down further than that, even one that
    /// takes the text otherwise than the scan does.
    void check_count(std::string_view opening);
    [[nodiscard]] bool at_end() const { return at_ >= text_.size() || !scan_.usable; }
    void skip_space();

    void ini_line(std::size_t begin, std::string_view line);
    void ini_section(std::size_t begin, std::string_view line);
    void ini_key(std::size_t begin, std::string_view line, std::size_t equals);
    void json_string(std::vector<char>& open, bool& value_next);
    void xml_tag(std::vector<std::string_view>& open);
    void xml_open(std::vector<std::string_view>& open, std::size_t end);
    void xml_close(std::vector<std::string_view>& open, std::size_t end);
    [[nodiscard]] bool xml_passed_over();
    void info_line(std::size_t end, std::size_t& depth, bool& value_next, bool& goes_on);
    [[nodiscard]] std::string info_word(std::size_t end);

    const base::SourceTextPtr& source_;
    std::string_view text_;
    const RunFileLimits& limits_;
    std::size_t at_;
    base::Diagnostics& diagnostics_;
    RunScan scan_;
    LineFinder lines_;
    // INI
    bool in_section_ = false;
    bool indented_ = false;  // the line looked at
    std::string list_{};     // the key before it in its section, which a list may go on from
};

/// A parsed tree as a plain value. What stands in it is text, whatever it was.
struct RunNode {
    std::string key;
    std::string data{};
    std::vector<RunNode> children{};
};

struct RunParseError {
    std::string message;
    std::size_t line = 0;  // 0: not known
};

/// Gives `text` to the parser of `kind`; nothing, with what it said in `error`, when it is not well-formed. The text must have
/// been found shallow and small: the parsers go down by recursion.
[[nodiscard]] std::optional<RunNode> parse_run_file(std::string_view text, RunFileKind kind, RunParseError& error);

}  // namespace je::io
