// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "io/run_file_scan.hpp"

namespace je::io {

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

}  // namespace je::io
