// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/run_file/scan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace je::io {

namespace {

constexpr std::string_view white_space = " \t\r\n\v\f";  // what the parsers trim

std::string_view without_space(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(white_space);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(white_space) - begin + 1);
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
    diagnostics_.error({std::move(id),
                        {source_, place.line, place.column, length_within_line(text_, offset, length)},
                        std::move(message),
                        std::move(expected),
                        std::move(fix)});
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

void RunScanner::skip_space() { at_ = std::min(text_.find_first_not_of(white_space, at_), text_.size()); }

/// Lines are independent of each other, so every bad one is told.
RunScan RunScanner::ini() {
    bool usable = true;
    while (at_ < text_.size()) {
        const std::size_t end = std::min(text_.find('\n', at_), text_.size());
        const std::string_view line = without_space(text_.substr(at_, end - at_));
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
        mark(0, begin, line.size(), std::string{without_space(line.substr(1, end - 1))});
    }
}

void RunScanner::ini_key(std::size_t begin, std::string_view line, std::size_t equals) {
    const std::string_view key = without_space(line.substr(0, equals));
    const std::string_view value = without_space(line.substr(equals + 1));
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
    const std::size_t value = std::min(text_.find_first_not_of(white_space, at_ + 1), text_.size());
    mark(open.size() - 1, begin, length, std::string{text_.substr(begin + 1, length - std::min<std::size_t>(length, 2))},
         value);
    ++at_;
}

namespace {

constexpr std::string_view blanks = " \t\r\v\f";

}  // namespace

/// Word by word and line by line, as the parser goes: a key, then perhaps its value, then perhaps braces with what it holds.
RunScan RunScanner::info() {
    std::size_t depth = 0;
    bool value_next = false;
    bool goes_on = false;  // a value is continued on the next line
    while (!at_end()) {
        const std::size_t end = std::min(text_.find('\n', at_), text_.size());
        info_line(end, depth, value_next, goes_on);
        value_next = false;
        at_ = end + 1;
    }
    check_count("{");
    return std::move(scan_);
}

void RunScanner::info_line(std::size_t end, std::size_t& depth, bool& value_next, bool& goes_on) {
    bool first = true;
    while (scan_.usable) {
        at_ = std::min(text_.find_first_not_of(blanks, at_), end);
        if (at_ >= end || text_[at_] == ';') return;
        const char c = text_[at_];
        if (first && c == '#') {
            refuse("JE-N06", at_, end - at_, "a run file in INFO includes no other file",
                   "all of a run in one file, which says itself what it does",
                   "take the line out, and write here what it includes; a comment begins with ;");
        } else if (c == '{') {
            if (!may_open(depth + 1, at_)) return;
            ++depth;
            value_next = false;
            ++at_;
        } else if (c == '}') {
            depth -= std::min<std::size_t>(depth, 1);
            value_next = false;
            ++at_;
        } else {
            const std::size_t begin = at_;
            std::string word = info_word(end);
            const bool value = std::exchange(goes_on, false) || value_next;
            if (value) {
                const std::size_t next = std::min(text_.find_first_not_of(blanks, at_), end);
                if (next < end && text_[next] == '\\') goes_on = true, at_ = end;
            } else {
                mark(depth, begin, at_ - begin, std::move(word), std::min(text_.find_first_not_of(blanks, at_), end));
            }
            value_next = !value;
        }
        first = false;
    }
}

/// A word, or what stands in quotes, without them; escapes are left as they are.
std::string RunScanner::info_word(std::size_t end) {
    const std::size_t begin = at_;
    if (text_[at_] != '"') {
        at_ = std::min(text_.find_first_of(" \t\r\v\f;", at_), end);
        return std::string{text_.substr(begin, at_ - begin)};
    }
    ++at_;
    while (at_ < end && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
    const std::size_t close = std::min(at_, end);
    at_ = std::min(at_ + 1, end);
    return std::string{text_.substr(begin + 1, close - begin - 1)};
}

namespace {

/// The end of what begins at `at` and closes with `end`.
std::size_t past(std::string_view text, std::size_t at, std::string_view end) {
    const std::size_t found = text.find(end, at);
    return found == std::string_view::npos ? text.size() : found + end.size();
}

std::string_view name_at(std::string_view text, std::size_t at) {
    return text.substr(at, std::min(text.find_first_of(" \t\r\n/>", at), text.size()) - at);
}

/// The parser would take nearly anything for a name, and quotes in it would hide from the scan where the tag ends.
bool is_name(std::string_view name) { return !name.empty() && name.find_first_of("\"'<=&?!") == std::string_view::npos; }

/// Past the '>' of a tag; one within quotes does not count.
std::size_t tag_end(std::string_view text, std::size_t at) {
    char quote = '\0';
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return at + 1;
        }
    }
    return text.size();
}

}  // namespace

/// The parser takes `<a></b>` without a word, and tells nothing of elements that are never closed: both are told here.
RunScan RunScanner::xml() {
    std::vector<std::string_view> open;  // names, where they stand in the text
    while (!at_end()) {
        at_ = std::min(text_.find('<', at_), text_.size());
        if (at_ < text_.size() && !xml_passed_over()) xml_tag(open);
    }
    if (scan_.usable && !open.empty()) {
        const auto name_begin = static_cast<std::size_t>(open.back().data() - text_.data());
        refuse("JE-N01", name_begin - 1, open.back().size() + 1, fmt::format("'<{}>' is never closed", open.back()),
               fmt::format("'</{}>' before the end of the file", open.back()), "close it");
    }
    check_count("<");
    return std::move(scan_);
}

/// Comments, processing instructions and CDATA hold no elements. A document type could name entities and other files.
bool RunScanner::xml_passed_over() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("<!--")) {
        at_ = past(text_, at_ + 4, "-->");
    } else if (rest.starts_with("<?")) {
        at_ = past(text_, at_ + 2, "?>");
    } else if (rest.starts_with("<![CDATA[")) {
        at_ = past(text_, at_ + 9, "]]>");
    } else if (rest.starts_with("<!")) {
        refuse("JE-N06", at_, name_at(text_, at_).size(), "a run file in XML has no document type",
               "elements alone: a document type can name entities and other files, which je does not follow",
               "take it out, and write values as they are");
    } else {
        return false;
    }
    return true;
}

void RunScanner::xml_tag(std::vector<std::string_view>& open) {
    const std::size_t end = tag_end(text_, at_);
    if (text_.substr(at_, 2) == "</") {
        xml_close(open, end);
    } else {
        xml_open(open, end);
    }
    at_ = end;
}

void RunScanner::xml_open(std::vector<std::string_view>& open, std::size_t end) {
    const std::string_view name = name_at(text_, at_ + 1);
    if (!is_name(name)) {
        refuse("JE-N01", at_, name.size() + 1, fmt::format("'<{}' begins no element", name.substr(0, 60)),
               "a name right after '<'", "write a '<' that is not a tag as &lt;");
        return;
    }
    if (!may_open(open.size(), at_)) return;
    mark(open.size(), at_, name.size() + 1, std::string{name}, end);
    const std::size_t after = text_.find_first_not_of(" \t\r\n", at_ + 1 + name.size());
    const bool closed = end >= 2 && text_[end - 2] == '/';
    if (after != std::string_view::npos && after < end && text_[after] != '>' && text_[after] != '/') {
        refuse("JE-N06", after, name_at(text_, after).size(), fmt::format("'<{}>' has an attribute", name),
               "elements without attributes, so that each thing is written in one way",
               fmt::format("write it as an element of its own within '<{}>'", name));
        return;
    }
    if (!closed) open.push_back(name);
}

void RunScanner::xml_close(std::vector<std::string_view>& open, std::size_t end) {
    const std::string_view name = name_at(text_, at_ + 2);
    if (!open.empty() && open.back() == name) {
        open.pop_back();
        return;
    }
    refuse("JE-N01", at_, std::min(end, at_ + name.size() + 3) - at_,
           open.empty() ? fmt::format("'</{}>' closes what is not open", name)
                        : fmt::format("'</{}>' stands where '<{}>' is to be closed", name, open.back()),
           open.empty() ? "an opening tag before each closing one" : fmt::format("'</{}>'", open.back()),
           "close each element before the one around it");
}

}  // namespace je::io
