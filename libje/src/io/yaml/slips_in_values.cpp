// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "io/yaml/slips.hpp"
#include "io/yaml/words.hpp"

// Slips in the values of keys and items in block style.

namespace je::io {
namespace {

/// Whether `rest`, after a '|' or '>', is what may follow it: a text of many lines begins.
bool is_block_header(std::string_view rest) {
    const auto signs = std::min(rest.find_first_not_of("|>+-123456789"), rest.size());
    const auto word = rest.find_first_not_of(" \t", signs);
    return signs <= 3 && (word == npos || (rest[word] == '#' && word > signs));
}

}  // namespace

void SlipFinder::value(std::size_t at, std::size_t end, std::size_t column) {
    const char c = text_[at];
    const Stretch whole = trimmed(text_, {at, end});
    if (c == '{' || c == '[') return flow(at, whole, column);
    if ((c == '|' || c == '>') && is_block_header(text_.substr(at, end - at))) return skip_block(column);
    if (c == '"' || c == '\'') return quoted({at, end}, column);
    if ((c == '|' || c == '>') && next_is_further(column)) {
        report_.block_on_header(last_key_, whole);
        return skip_block(column);
    }
    if (begins_reserved(whole)) return report_.reserved_sign(last_key_, whole);
    if (c == '(' && !is_text_key(last_key_) && !last_key_.empty() && text_[whole.end - 1] == ')' &&
        colon_in(text_, whole) != npos)
        return report_.parentheses(whole);
    if (curly(whole)) return;
    const auto comment = comment_in(text_, {at, end});
    text_cut_ = comment < end;
    plain(trimmed(text_, {at, comment}), whole, column);
}

bool SlipFinder::begins_reserved(Stretch value) const {
    const char c = text_[value.begin];
    if (value.size() == 1 && (c == ']' || c == '}')) return false;  // more likely one bracket too many
    const bool dash = (c == '-' || c == '?') && value.size() > 1 && is_blank_sign(text_[value.begin + 1]);
    return dash || std::string_view{",]}"}.find(c) != npos || begins_with_reserved(text_.substr(value.begin, value.size()));
}

bool SlipFinder::next_is_further(std::size_t column) const {
    const auto word = text_.find_first_not_of(' ', at_);
    return word != npos && text_[word] != '\n' && text_[word] != '\r' && word - at_ > column;
}

void SlipFinder::flow(std::size_t at, Stretch whole, std::size_t column) {
    const auto closed = text_.find(text_[at] == '{' ? '}' : ']', at);
    if (is_text_key(last_key_) && closed < whole.end && !text_.substr(closed).starts_with("]:")) {
        const auto more = text_.find_first_not_of(" \t", closed + 1);
        if (more < whole.end && text_[more] != '#' && text_[more] != ']' && text_[more] != '}' &&
            begins_text(text_, {at, closed}))
            return report_.text_around_brackets(last_key_, whole);
    }
    at = find_flow_slips(report_, at, column);
    if (at == npos) return skip_section();
    const bool begins_line = at > 0 && text_[at - 1] == '\n';
    if (!begins_line) after_flow(at);
    at_ = begins_line ? at : next_line(text_, at);
}

void SlipFinder::after_flow(std::size_t at) {
    const Stretch line{at, end_of_line(text_, at)};
    const auto word = std::min(text_.find_first_not_of(" \t", at), line.end);
    if (word >= line.end || text_[word] == '}' || text_[word] == ']' || text_[word] == ':' || (text_[word] == '#' && word > at))
        return;
    report_.text_after_bracket(trimmed(text_, {word, comment_in(text_, {word, line.end})}));
}

void SlipFinder::skip_section() {
    while (at_ < text_.size()) {
        const Stretch line{at_, end_of_line(text_, at_)};
        if (word_end(line.begin, line.end) > line.begin && colon_in(text_, line) == word_end(line.begin, line.end)) return;
        at_ = next_line(text_, at_);
    }
}

bool SlipFinder::tab_in_block(std::size_t indent) {
    const Stretch line{at_, end_of_line(text_, at_)};
    const auto word = text_.find_first_not_of(" \t", at_);
    const auto tab = text_.find('\t', at_);
    if (word >= line.end || tab > word || tab - at_ >= indent) return false;
    const auto colon = colon_in(text_, {word, line.end});
    if (colon != npos && is_known_key(text_.substr(word, colon - word))) return false;
    report_.tab(tab, {line.begin, word}, indent);
    return true;
}

void SlipFinder::skip_block(std::size_t column) {
    const auto key_line = at_ < 2 ? npos : text_.rfind('\n', at_ - 2);
    const bool with_tabs = text_[key_line == npos ? 0 : key_line + 1] == '\t';
    std::size_t indent = 0;
    while (at_ < text_.size()) {
        if (!with_tabs && tab_in_block(indent == 0 ? column + step : indent)) {
            at_ = next_line(text_, at_);
            continue;
        }
        const auto word = text_.find_first_not_of(' ', at_);
        const bool blank = word == npos || text_[word] == '\n' || text_[word] == '\r';
        if (!blank && word - at_ <= column && !(open_.empty() && column == 0)) return;
        if (!blank && indent == 0) indent = word - at_;
        at_ = next_line(text_, at_);
    }
}

bool SlipFinder::curly(Stretch whole) {
    if (odd_at(text_, whole.begin).kind != OddCharacter::opening_quote) return false;
    const auto written = text_.substr(whole.begin, whole.size());
    if (!is_curly_quoted(written)) return false;
    const bool breaks = colon_in(text_, whole) != npos || written.find(": ") != npos || written.find(" #") != npos;
    if (breaks) report_.curly(last_key_, whole);
    return true;
}

void SlipFinder::plain(Stretch value, Stretch whole, std::size_t column) {
    const auto colon = colon_in(text_, value);
    if ((text_[value.begin] == '&' || text_[value.begin] == '!') && text_[value.end - 1] == '}') return;  // an anchor or a tag
    text_open_ = true;
    text_part_ = value;
    text_column_ = column;
    if (colon == npos || last_key_.empty()) return;
    text_open_ = false;
    if (!is_text_key(last_key_) && begins_map(text_, value) && (text_[value.end - 1] == '}'))
        return report_.unopened_bracket(value);
    if (is_text_key(last_key_)) return report_.second_colon(last_key_, colon, whole);
    report_.two_keys(colon, value, "begin a new line, indented further,");
}

void SlipFinder::quoted(Stretch line, std::size_t column) {
    const auto close = close_of_quote(text_, line);
    const Stretch text = close == npos ? trimmed(text_, line) : Stretch{line.begin, close};
    std::size_t after = std::min(close, line.end);
    while (after < line.end && is_blank_sign(text_[after])) ++after;
    const bool ends = after >= line.end || (text_[after] == '#' && after > close);
    if (const auto escape = unknown_escape_in(text_, text); escape != npos)
        return report_.unknown_escape(last_key_, escape, ends ? text : trimmed(text_, line));
    if (close == npos) return over_lines(line, column);
    if (ends) return;
    const Stretch rest = trimmed(text_, {after, line.end});
    if (text_.substr(rest.begin, rest.size()).find_first_not_of(",;") == npos) return report_.text_after_bracket(rest);
    const auto next = text_.find_first_not_of(" \t,;", after);
    if (!is_text_key(last_key_) && next < line.end && begins_map(text_, {next, line.end}))
        return report_.two_keys(text_.find(':', next), trimmed(text_, line), "begin a new line");
    const Stretch whole = trimmed(text_, line);
    report_.text_after_quote(last_key_, after, whole, meant_by_quoted(text_, whole, close));
}

void SlipFinder::over_lines(Stretch line, std::size_t column) {
    const auto close = close_of_quote(text_, {line.begin, text_.size()});
    for (std::size_t next = text_.find('\n', line.begin); next < std::min(close, text_.size());
         next = text_.find('\n', next + 1)) {
        const auto word = text_.find_first_not_of(" \t\r\n", next);
        if (word == npos) break;
        const auto begin = text_.rfind('\n', word) + 1;
        const Stretch rest{word, end_of_line(text_, word)};
        if (word - begin <= column && (colon_in(text_, rest) != npos || text_[word] == '-'))
            return report_.unclosed_quote(last_key_, line.begin, with_lines_below(line, column));
    }
    if (close == npos) return report_.unclosed_quote(last_key_, line.begin, with_lines_below(line, column));
    at_ = next_line(text_, close);
}

Stretch SlipFinder::with_lines_below(Stretch text, std::size_t column) {
    while (at_ < text_.size()) {
        const Stretch line{at_, end_of_line(text_, at_)};
        const auto word = text_.find_first_not_of(' ', at_);
        if (word >= line.end || word - at_ <= column || text_[word] == '-' || text_[word] == '#' ||
            colon_in(text_, {word, line.end}) != npos)
            break;
        text.end = line.end;
        at_ = next_line(text_, at_);
    }
    return trimmed(text_, text);
}

}  // namespace je::io
