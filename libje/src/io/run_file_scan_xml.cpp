// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "io/run_file_scan.hpp"

namespace je::io {

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
