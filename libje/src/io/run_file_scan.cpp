// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/run_file_scan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace je::io {

namespace {

constexpr std::string_view space = " \t\r\n\v\f";  // what the parsers trim

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(space);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(space) - begin + 1);
}

}  // namespace

std::uint32_t length_within_line(std::string_view text, std::size_t offset, std::size_t length) {
    const std::string_view piece =
        text.substr(std::min(offset, text.size()), length);  // not the line, which may be the whole file
    return static_cast<std::uint32_t>(std::max<std::size_t>(std::min(piece.find_first_of("\r\n"), piece.size()), 1));
}

void RunScanner::mark(std::size_t depth, std::size_t offset, std::size_t length, std::string key, std::size_t value) {
    if (scan_.marks.size() >= limits_.max_keys) {
        refuse("JE-N04", offset, length, fmt::format("there are more than {} sections, keys and items here", limits_.max_keys),
               fmt::format("at most {}", limits_.max_keys), "divide the run into several run files");
        return;
    }
    scan_.marks.push_back(
        {.depth = depth, .offset = offset, .length = std::max<std::size_t>(length, 1), .value = value, .key = std::move(key)});
}

void RunScanner::refuse(std::string id, std::size_t offset, std::size_t length, std::string message, std::string expected,
                        std::string fix) {
    scan_.usable = false;
    const auto place = lines_.find(text_, offset);
    said_.error({.id = std::move(id),
                 .at = {source_, place.line, place.column, length_within_line(text_, offset, length)},
                 .message = std::move(message),
                 .expected = std::move(expected),
                 .fix = std::move(fix)});
}

bool RunScanner::may_open(std::size_t depth, std::size_t offset) {
    if (depth < limits_.max_depth) return true;
    refuse("JE-N03", offset, 1, fmt::format("this is nested more than {} deep", limits_.max_depth),
           "sections, their keys, and the items of a list: nothing deeper", "write it flatter, as docs/files.md shows");
    return false;
}

void RunScanner::check_count(std::string_view opening) {
    std::size_t found = 0;
    for (std::size_t i = 0; i < text_.size() && scan_.usable; ++i) {
        if (opening.find(text_[i]) == std::string_view::npos || ++found <= 2 * limits_.max_keys) continue;
        refuse("JE-N04", i, 1, fmt::format("there are more than {} '{}' here", 2 * limits_.max_keys, text_[i]),
               fmt::format("at most {} sections, keys and items", limits_.max_keys), "divide the run into several run files");
    }
}

void RunScanner::skip_space() { at_ = std::min(text_.find_first_not_of(space, at_), text_.size()); }

/// Lines are independent of each other, so every bad one is told.
RunScan RunScanner::ini() {
    bool usable = true;
    while (at_ < text_.size()) {
        const std::size_t end = std::min(text_.find('\n', at_), text_.size());
        const std::string_view line = trimmed(text_.substr(at_, end - at_));
        if (!line.empty() && line.front() != ';' && line.front() != '#') {
            indented_ = line.data() > text_.data() + at_;
            ini_line(static_cast<std::size_t>(line.data() - text_.data()), line);
        }
        usable = usable && scan_.usable;
        at_ = end + 1;
        if (scan_.marks.size() >= limits_.max_keys && !scan_.usable) break;
        scan_.usable = true;
    }
    scan_.usable = usable;
    return std::move(scan_);
}

void RunScanner::ini_line(std::size_t begin, std::string_view line) {
    if (line.front() == '[') return ini_section(begin, line);
    const std::size_t equals = line.find('=');
    if (equals == 0) {
        refuse("JE-N01", begin, 1, "this line has a value and no key", "key = value", "write the key before the '='");
    } else if (equals == std::string_view::npos && indented_ && !list_.empty()) {
        refuse("JE-N01", begin, line.size(),
               fmt::format("this line goes on with the value of '{}': '{}'", list_, line.substr(0, 60)),
               "each value on the line of its key",
               fmt::format("put all of '{}' on one line, with commas between its items", list_));
    } else if (equals == std::string_view::npos) {
        refuse("JE-N01", begin, line.size(), fmt::format("this line has no '=': '{}'", line.substr(0, 60)),
               "[section], key = value, or a comment that begins with ;", "write key = value; a switch is written key = yes");
    } else {
        ini_key(begin, line, equals);
    }
}

void RunScanner::ini_section(std::size_t begin, std::string_view line) {
    const std::size_t end = line.find(']');
    in_section_ = true;
    list_.clear();
    if (end == std::string_view::npos) {
        refuse("JE-N01", begin, line.size(), "this section has no ']'", "[section]", "write ']' after its name");
    } else if (end + 1 != line.size()) {
        refuse("JE-N01", begin + end + 1, line.size() - end - 1, "there is something after the ']' of this section",
               "[section] alone on its line", "put it on a line of its own");
    } else {
        mark(0, begin, line.size(), std::string{trimmed(line.substr(1, end - 1))});
    }
}

void RunScanner::ini_key(std::size_t begin, std::string_view line, std::size_t equals) {
    const std::string_view key = trimmed(line.substr(0, equals));
    const std::string_view value = trimmed(line.substr(equals + 1));
    list_ = key.substr(0, 60);
    if (value.size() > 1 && value.front() == '"' && value.back() == '"') {
        refuse("JE-N01", begin + static_cast<std::size_t>(value.data() - line.data()), value.size(),
               fmt::format("the value of '{}' stands in quotes, which INI takes for a part of it", key), "a value as it is",
               "leave the quotes out; spaces within a value are kept");
        return;
    }
    mark(in_section_ ? 1 : 0, begin, key.size(), std::string{key},
         value.empty() ? 0 : begin + static_cast<std::size_t>(value.data() - line.data()));
}

/// Keys are the texts that a colon follows; what else is a value inside a list is an item.
RunScan RunScanner::json() {
    std::vector<char> open;
    bool value_next = true;  // at the beginning of an item of a list
    for (skip_space(); !at_end(); skip_space()) {
        const char c = text_[at_];
        const bool item = !open.empty() && open.back() == '[' && value_next && c != ']' && c != ',';
        if (item && c != '"') mark(open.size() - 1, at_, 1, "");
        if (c == '{' || c == '[') {
            if (!may_open(open.size(), at_)) break;
            open.push_back(c);
            value_next = true;
            ++at_;
        } else if (c == '}' || c == ']') {
            if (!open.empty()) open.pop_back();
            value_next = false;
            ++at_;
        } else if (c == '"') {
            json_string(open, value_next);
        } else {
            value_next = c == ',';
            ++at_;
        }
    }
    check_count("{[");
    return std::move(scan_);
}

void RunScanner::json_string(std::vector<char>& open, bool& value_next) {
    const std::size_t begin = at_++;
    while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
    at_ = std::min(at_ + 1, text_.size());
    const std::size_t length = at_ - begin;
    const bool item = !open.empty() && open.back() == '[';
    if (item && value_next) mark(open.size() - 1, begin, length, "");
    value_next = false;
    skip_space();
    if (item || open.empty() || at_ >= text_.size() || text_[at_] != ':') return;
    const std::size_t value = std::min(text_.find_first_not_of(space, at_ + 1), text_.size());
    mark(open.size() - 1, begin, length, std::string{text_.substr(begin + 1, length - std::min<std::size_t>(length, 2))},
         value);
    ++at_;
}

}  // namespace je::io
