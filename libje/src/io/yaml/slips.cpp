// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/yaml/slips.hpp"

#include <algorithm>
#include <string>

#include "io/yaml/words.hpp"

namespace je::io {
namespace {

constexpr std::size_t lines_ahead = 100;  // that are looked at for where a value begins

}  // namespace

void SlipFinder::run() {
    at_ = text_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    while (at_ < text_.size()) {
        Stretch line{at_, end_of_line(text_, at_)};
        at_ = next_line(text_, at_);
        if (line.size() > 0 && text_[line.begin] == '>' && !is_conflict(line)) {
            const std::size_t bytes = line.size() > 1 && text_[line.begin + 1] == ' ' ? 2 : 1;
            report_.quoted_line({line.begin, line.begin + bytes}, !mail_told_);
            mail_told_ = true;
            line.begin += bytes;
        }
        take(line);
    }
}

void SlipFinder::take(Stretch line) {
    std::size_t at = line.begin, odd = npos, tab = npos, width = 0;
    for (; at < line.end; ++width) {
        const auto character = odd_at(text_, at);
        if (text_[at] == '\t') tab = std::min(tab, at);
        if (character.is_unseen()) odd = std::min(odd, at);
        if (character.kind == OddCharacter::invisible) --width;
        if (!is_blank_sign(text_[at]) && !character.is_unseen()) break;
        at += std::max<std::size_t>(character.bytes, 1);
    }
    if (at >= line.end) {
        if (odd != npos) report_.odd_line(line);
        return;
    }
    if (text_[at] == '#' && odd == npos) {
        text_cut_ = text_cut_ || (text_open_ && at - line.begin > text_column_);
        return;
    }
    if (at == line.begin && is_conflict(line)) return report_.conflict(line);
    if (at == line.begin && is_drawn(line)) return report_.drawn_line(line);
    if (at == line.begin && is_marker(line)) return;
    if (text_.substr(at).starts_with("```") && colon_in(text_, line) == npos) return report_.fence(line);
    const Stretch indent{line.begin, at};
    if (goes_on(indent, line)) {
        if (text_cut_) report_.text_after_comment(last_key_, text_part_, trimmed(text_, {at, line.end}));
        return;
    }
    if (tab != npos) width = intended(indent, line);
    if (tab != npos) report_.tab(tab, indent, width);
    if (tab == npos && odd != npos) report_.odd_indent(odd, indent, width);
    block(at, line.end, width);
}

bool SlipFinder::is_marker(Stretch line) const {
    const auto text = text_.substr(line.begin, line.size());
    return text.starts_with("---") || text == "..." || text.starts_with('%');
}

bool SlipFinder::is_conflict(Stretch line) const {
    const auto text = text_.substr(line.begin, line.size());
    return text.starts_with("<<<<<<<") || text.starts_with(">>>>>>>") || text == "=======";
}

bool SlipFinder::is_drawn(Stretch line) const {
    const auto text = text_.substr(line.begin, trimmed(text_, line).size());
    return text.size() > 3 && std::string_view{"-=_*~+"}.find(text.front()) != npos &&
           text.find_first_not_of(text.front()) == npos;
}

bool SlipFinder::goes_on(Stretch indent, Stretch line) const {
    const std::size_t spaces = std::min(text_.find_first_not_of(' ', indent.begin), indent.end) - indent.begin;
    if (!text_open_ || spaces <= text_column_) return false;
    const auto colon = colon_in(text_, {indent.end, comment_in(text_, {indent.end, line.end})});
    if (colon != npos && text_cut_) return false;
    return colon == npos || !is_known_key(text_.substr(indent.end, colon - indent.end));
}

std::size_t SlipFinder::intended(Stretch indent, Stretch line) {
    const bool item = text_.substr(indent.end, line.end - indent.end).starts_with("- ");
    const std::string written{text_.substr(indent.begin, indent.size())};
    const auto known = tabbed_.find(written);
    if (known != tabbed_.end() && (!value_open_ || known->second > key_column_)) return known->second;
    std::size_t column = value_open_ ? child_column() : key_column_;
    for (const Open& open : open_) {
        if (!value_open_ && item && open.list) column = open.column;
    }
    return tabbed_[written] = column;
}

std::size_t SlipFinder::child_column() const {
    std::size_t seen = 0;
    for (std::size_t line = at_; line < text_.size() && seen < lines_ahead; line = text_.find('\n', line) + 1, ++seen) {
        const auto word = text_.find_first_not_of(' ', line);
        if (word != npos && text_[word] != '\n' && text_[word] != '\r' && text_[word] != '\t' && text_[word] != '#') {
            const std::size_t column = word - line;
            if (column > key_column_ && !odd_at(text_, word).is_unseen()) return column;
            break;
        }
        if (text_.find('\n', line) == npos) break;
    }
    return key_column_ + step;
}

void SlipFinder::pop_to(std::size_t column, bool item) {
    while (!open_.empty() && (open_.back().column > column || (!item && open_.back().list && open_.back().column == column)))
        open_.pop_back();
}

void SlipFinder::block(std::size_t at, std::size_t end, std::size_t column) {
    bool item = false;
    text_open_ = false;
    pop_to(column, text_.substr(at, end - at).starts_with("-") || odd_mark(at, end, column) > 0);
    while (const std::size_t bytes = dash(at, end, column)) {
        item = true;
        if (open_.empty() || !open_.back().list || open_.back().column != column) open_.push_back({column, true});
        value_open_ = true;
        key_column_ = column;
        last_key_.clear();
        const bool glued = at + bytes < end && !is_blank_sign(text_[at + bytes]) && !odd_at(text_, at + bytes).is_unseen();
        column += (odd_at(text_, at).bytes == 0 ? bytes : 1) + (glued ? 1 : 0);
        at += bytes;
        column += skip_blanks(at, end, "after the hyphen");
        if (at >= end || text_[at] == '#') return;
    }
    key_or_value(at, end, column, item);
}

bool SlipFinder::item_may_stand(std::size_t column) const {
    return value_open_ || std::any_of(open_.begin(), open_.end(), [&](const Open& o) { return o.list && o.column == column; });
}

std::size_t SlipFinder::odd_mark(std::size_t at, std::size_t end, std::size_t column) const {
    if (!item_may_stand(column)) return 0;
    const auto odd = odd_at(text_, at);
    if (const std::size_t number = number_mark(text_, {at, end})) return number;
    const std::size_t bytes = odd.kind == OddCharacter::dash ? odd.bytes : text_[at] == '*' ? 1 : 0;
    if (bytes == 0 || at + bytes >= end) return 0;
    return text_[at + bytes] == ' ' || odd_at(text_, at + bytes).kind == OddCharacter::blank ? bytes : 0;
}

bool SlipFinder::glued_hyphen(std::size_t at, std::size_t end, std::size_t column) const {
    if (text_[at] != '-' || at + 1 >= end || !item_may_stand(column)) return false;
    const std::size_t word = word_end(at + 1, end);
    const bool key = word < end && text_[word] == ':' && is_known_key(text_.substr(at + 1, word - at - 1));
    return key || text_[at + 1] == '{' || text_[at + 1] == '[';
}

std::size_t SlipFinder::dash(std::size_t at, std::size_t end, std::size_t column) {
    const bool ends = at + 1 >= end || is_blank_sign(text_[at + 1]) || odd_at(text_, at + 1).is_unseen();
    if (text_[at] == '-' && ends) return 1;
    if (glued_hyphen(at, end, column)) {
        report_.no_space_after_hyphen(at, text_.substr(at + 1, word_end(at + 1, end) - at - 1));
        return 1;
    }
    const std::size_t bytes = odd_mark(at, end, column);
    if (bytes == 0) return 0;
    const auto odd = odd_at(text_, at);
    report_.no_hyphen(at, bytes, odd.bytes != 0 ? odd.name : text_[at] == '*' ? "an asterisk" : "a number");
    return bytes;
}

std::size_t SlipFinder::skip_blanks(std::size_t& at, std::size_t end, std::string_view where) {
    std::size_t columns = 0;
    while (at < end) {
        const auto odd = odd_at(text_, at);
        if (!is_blank_sign(text_[at]) && !odd.is_unseen()) break;
        if (odd.is_unseen()) report_.odd_blank(at, odd, where);
        if (odd.kind != OddCharacter::invisible) ++columns;
        at += std::max<std::size_t>(odd.bytes, 1);
    }
    return columns;
}

void SlipFinder::key_or_value(std::size_t at, std::size_t end, std::size_t column, bool item) {
    const bool key_place = !item && (open_.empty() ? column == 0 : !open_.back().list && open_.back().column == column);
    if (odd_key(at, end, column, key_place)) return;
    const char c = text_[at];
    const bool bracket = c == '{' || c == '[';
    const bool quote = c == '"' || c == '\'';
    const auto closed = quote ? close_of_quote(text_, {at, end}) : at;
    const std::size_t colon = bracket || closed == npos ? npos : colon_in(text_, {closed, comment_in(text_, {at, end})});
    const bool is_key = colon != npos && (!quote || text_.find_first_not_of(" \t", closed) == colon);
    if (is_key) return key({at, colon}, end, column);
    const std::size_t word = word_end(at, end);
    if (key_place || value_open_) {
        if (without_colon({at, word}, end, column, key_place)) return;
    }
    if (key_place && !bracket && !quote) return report_.no_key(trimmed(text_, {at, end}));
    value(at, end, item || !value_open_ ? column : key_column_);
    value_open_ = false;
}

bool SlipFinder::odd_key(std::size_t at, std::size_t end, std::size_t column, bool key_place) {
    const Stretch word{at, word_end(at, end)};
    if (word.size() == 0 || word.end >= end) return false;
    const bool known = is_known_key(text_.substr(at, word.size()));
    const char next = text_[word.end];
    if (next == ':' && word.end + 1 < end && !is_blank_sign(text_[word.end + 1]) && !odd_at(text_, word.end + 1).is_unseen() &&
        (known || begins_map(text_, {word.end + 1, end}))) {
        report_.no_space(word, text_.substr(word.end + 1, end - word.end - 1));
        key(word, end, column);
        return true;
    }
    auto sign = other_colon_after(text_, {word.end, end});
    if (known && !is_text_key(text_.substr(at, word.size())) && text_.substr(word.end, end - word.end).starts_with(" - "))
        sign = {word.end + 1, word.end + 3};
    if (sign.size() > 0 && (known || key_place || (value_open_ && !is_text_key(last_key_))) &&
        colon_in(text_, {word.end, std::min(sign.end, end)}) == npos) {
        report_.other_colon(word, sign);
        key(word, end, column, sign.end);
        return true;
    }
    const auto brace = text_.find_first_not_of(" \t", word.end);
    const bool map_next = brace != word.end && brace < end && text_[brace] == '{' && begins_map(text_, {brace, end});
    if (!map_next || !(key_place || (value_open_ && !is_text_key(last_key_)))) return false;
    report_.no_colon(word, true);
    key(word, end, column, word.end);
    return true;
}

std::size_t SlipFinder::word_end(std::size_t at, std::size_t end) const {
    while (at < end && text_[at] != '.' && is_word_sign(text_[at])) ++at;
    return at;
}

bool SlipFinder::without_colon(Stretch word, std::size_t end, std::size_t column, bool key_place) {
    if (word.size() == 0 || (word.end < end && !is_blank_sign(text_[word.end]))) return false;
    const bool alone = trimmed(text_, {word.begin, comment_in(text_, {word.begin, end})}).end == word.end;
    const bool known = is_known_key(text_.substr(word.begin, word.size()));
    const bool below = alone && next_is_below(column);
    const bool meant = key_place ? alone || (known && value_may_follow(word, end))
                                 : below || (known && !alone && !last_key_.empty() && !is_text_key(last_key_));
    if (!meant) return false;
    report_.no_colon(word, !alone);
    key({word.begin, word.end}, end, column, word.end);
    return true;
}

bool SlipFinder::value_may_follow(Stretch word, std::size_t end) const {
    const auto rest =
        trimmed(text_, {std::min(text_.find_first_not_of(" \t", word.end), end), comment_in(text_, {word.begin, end})});
    const bool one = rest.size() > 0 && rest.end > rest.begin && text_.substr(rest.begin, rest.size()).find(' ') == npos;
    return one || is_text_key(text_.substr(word.begin, word.size())) ||
           (rest.begin < rest.end && std::string_view{"\"'{["}.find(text_[rest.begin]) != npos);
}

bool SlipFinder::next_is_below(std::size_t column) const {
    const auto word = text_.find_first_not_of(" \t\r\n", at_);
    if (word == npos) return false;
    const auto line = text_.rfind('\n', word) + 1;
    const Stretch rest{word, end_of_line(text_, word)};
    const bool known = is_known_key(text_.substr(word, word_end(word, rest.end) - word));
    return (word - line > column || text_[line] == '\t') && (known || colon_in(text_, rest) != npos || text_[word] == '-');
}

void SlipFinder::key(Stretch word, std::size_t end, std::size_t column, std::size_t at) {
    if (open_.empty() || open_.back().list || open_.back().column != column) open_.push_back({column, false});
    key_column_ = column;
    last_key_ = std::string{text_.substr(word.begin, word.size())};
    skip_blanks(at, end, "after the colon");
    value_open_ = at >= end || text_[at] == '#';
    if (!value_open_) value(at, end, column);
}

std::size_t find_slips(const base::SourceTextPtr& source, MendedText& mended, base::Diagnostics& diagnostics) {
    SlipReport report{source, mended, diagnostics};
    SlipFinder{report}.run();
    mended.finish();
    return report.certain();
}

}  // namespace je::io
