// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/yaml/slips.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "io/yaml/words.hpp"

namespace je::io {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t lines_ahead = 100;  // that are looked at for where a value begins
constexpr std::size_t step = 2;           // columns a key is usually further in than the one above it

bool is_unseen(const OddCharacter& odd) { return odd.kind == OddCharacter::blank || odd.kind == OddCharacter::invisible; }

/// Whether `rest`, after a '|' or '>', is what may follow it: a text of many lines begins.
bool is_block_header(std::string_view rest) {
    const auto signs = std::min(rest.find_first_not_of("|>+-123456789"), rest.size());
    const auto word = rest.find_first_not_of(" \t", signs);
    return signs <= 3 && (word == npos || (rest[word] == '#' && word > signs));
}

/// Goes through a text line by line, keeping track of which maps and lists are open in block style.
class SlipFinder {
public:
    explicit SlipFinder(SlipReport& report) : report_{report}, text_{report.text()} {}

    void run() {
        at_ = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
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

private:
    struct Open {
        std::size_t column;
        bool list;
    };

    void take(Stretch line) {
        std::size_t at = line.begin, odd = npos, tab = npos, width = 0;
        for (; at < line.end; ++width) {
            const auto character = odd_at(text_, at);
            if (text_[at] == '\t') tab = std::min(tab, at);
            if (is_unseen(character)) odd = std::min(odd, at);
            if (character.kind == OddCharacter::invisible) --width;
            if (!is_blank_sign(text_[at]) && !is_unseen(character)) break;
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

    [[nodiscard]] bool is_marker(Stretch line) const {
        const auto text = text_.substr(line.begin, line.size());
        return text.starts_with("---") || text == "..." || text.starts_with('%');
    }

    /// What a version control system puts between two versions of a part.
    [[nodiscard]] bool is_conflict(Stretch line) const {
        const auto text = text_.substr(line.begin, line.size());
        return text.starts_with("<<<<<<<") || text.starts_with(">>>>>>>") || text == "=======";
    }

    /// "----------": a line drawn between two parts.
    [[nodiscard]] bool is_drawn(Stretch line) const {
        const auto text = text_.substr(line.begin, trimmed(text_, line).size());
        return text.size() > 3 && std::string_view{"-=_*~+"}.find(text.front()) != npos &&
               text.find_first_not_of(text.front()) == npos;
    }

    /// Whether the line is more of a bare text begun above.
    [[nodiscard]] bool goes_on(Stretch indent, Stretch line) const {
        const std::size_t spaces = std::min(text_.find_first_not_of(' ', indent.begin), indent.end) - indent.begin;
        if (!text_open_ || spaces <= text_column_) return false;
        const auto colon = colon_in(text_, {indent.end, comment_in(text_, {indent.end, line.end})});
        if (colon != npos && text_cut_) return false;
        return colon == npos || !is_known_key(text_.substr(indent.end, colon - indent.end));
    }

    /// The column that a line indented with tabs was meant to begin in.
    std::size_t intended(Stretch indent, Stretch line) {
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

    /// Where what belongs to the last key begins: as the next line that is indented with spaces, if it is further in.
    [[nodiscard]] std::size_t child_column() const {
        std::size_t seen = 0;
        for (std::size_t line = at_; line < text_.size() && seen < lines_ahead; line = text_.find('\n', line) + 1, ++seen) {
            const auto word = text_.find_first_not_of(' ', line);
            if (word != npos && text_[word] != '\n' && text_[word] != '\r' && text_[word] != '\t' && text_[word] != '#') {
                const std::size_t column = word - line;
                if (column > key_column_ && !is_unseen(odd_at(text_, word))) return column;
                break;
            }
            if (text_.find('\n', line) == npos) break;
        }
        return key_column_ + step;
    }

    void pop_to(std::size_t column, bool item) {
        while (!open_.empty() &&
               (open_.back().column > column || (!item && open_.back().list && open_.back().column == column)))
            open_.pop_back();
    }

    void block(std::size_t at, std::size_t end, std::size_t column) {
        bool item = false;
        text_open_ = false;
        pop_to(column, text_.substr(at, end - at).starts_with("-") || odd_mark(at, end, column) > 0);
        while (const std::size_t bytes = dash(at, end, column)) {
            item = true;
            if (open_.empty() || !open_.back().list || open_.back().column != column) open_.push_back({column, true});
            value_open_ = true;
            key_column_ = column;
            last_key_.clear();
            const bool glued = at + bytes < end && !is_blank_sign(text_[at + bytes]) && !is_unseen(odd_at(text_, at + bytes));
            column += (odd_at(text_, at).bytes == 0 ? bytes : 1) + (glued ? 1 : 0);
            at += bytes;
            column += skip_blanks(at, end, "after the hyphen");
            if (at >= end || text_[at] == '#') return;
        }
        key_or_value(at, end, column, item);
    }

    [[nodiscard]] bool item_may_stand(std::size_t column) const {
        return value_open_ ||
               std::any_of(open_.begin(), open_.end(), [&](const Open& o) { return o.list && o.column == column; });
    }

    /// How many bytes another sign takes that stands for the hyphen of an item: a dash, an asterisk, a number; 0 when none
    /// does.
    [[nodiscard]] std::size_t odd_mark(std::size_t at, std::size_t end, std::size_t column) const {
        if (!item_may_stand(column)) return 0;
        const auto odd = odd_at(text_, at);
        if (const std::size_t number = number_mark(text_, {at, end})) return number;
        const std::size_t bytes = odd.kind == OddCharacter::dash ? odd.bytes : text_[at] == '*' ? 1 : 0;
        if (bytes == 0 || at + bytes >= end) return 0;
        return text_[at + bytes] == ' ' || odd_at(text_, at + bytes).kind == OddCharacter::blank ? bytes : 0;
    }

    /// "-{id: a}", "-id: a": an item whose hyphen has no space behind it.
    [[nodiscard]] bool glued_hyphen(std::size_t at, std::size_t end, std::size_t column) const {
        if (text_[at] != '-' || at + 1 >= end || !item_may_stand(column)) return false;
        const std::size_t word = word_end(at + 1, end);
        const bool key = word < end && text_[word] == ':' && is_known_key(text_.substr(at + 1, word - at - 1));
        return key || text_[at + 1] == '{' || text_[at + 1] == '[';
    }

    /// How many bytes the mark of an item takes that stands at `at`; 0 when none does.
    std::size_t dash(std::size_t at, std::size_t end, std::size_t column) {
        const bool ends = at + 1 >= end || is_blank_sign(text_[at + 1]) || is_unseen(odd_at(text_, at + 1));
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

    /// Skips blanks and gives how many columns they take once odd ones are plain.
    std::size_t skip_blanks(std::size_t& at, std::size_t end, std::string_view where) {
        std::size_t columns = 0;
        while (at < end) {
            const auto odd = odd_at(text_, at);
            if (!is_blank_sign(text_[at]) && !is_unseen(odd)) break;
            if (is_unseen(odd)) report_.odd_blank(at, odd, where);
            if (odd.kind != OddCharacter::invisible) ++columns;
            at += std::max<std::size_t>(odd.bytes, 1);
        }
        return columns;
    }

    void key_or_value(std::size_t at, std::size_t end, std::size_t column, bool item) {
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

    /// A key with no space behind its colon, with another sign for it, or with none before a brace.
    bool odd_key(std::size_t at, std::size_t end, std::size_t column, bool key_place) {
        const Stretch word{at, word_end(at, end)};
        if (word.size() == 0 || word.end >= end) return false;
        const bool known = is_known_key(text_.substr(at, word.size()));
        const char next = text_[word.end];
        if (next == ':' && word.end + 1 < end && !is_blank_sign(text_[word.end + 1]) &&
            !is_unseen(odd_at(text_, word.end + 1)) && (known || begins_map(text_, {word.end + 1, end}))) {
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

    [[nodiscard]] std::size_t word_end(std::size_t at, std::size_t end) const {
        while (at < end && (text_[at] == '_' || text_[at] == '-' || (text_[at] >= 'a' && text_[at] <= 'z') ||
                            (text_[at] >= 'A' && text_[at] <= 'Z') || (text_[at] >= '0' && text_[at] <= '9')))
            ++at;
        return at;
    }

    /// A key whose colon is missing: where only a key can stand, or where what follows shows that it was meant for one.
    bool without_colon(Stretch word, std::size_t end, std::size_t column, bool key_place) {
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

    /// Whether what stands behind the word can be its value: a text for a key of texts, one word for others.
    [[nodiscard]] bool value_may_follow(Stretch word, std::size_t end) const {
        const auto rest =
            trimmed(text_, {std::min(text_.find_first_not_of(" \t", word.end), end), comment_in(text_, {word.begin, end})});
        const bool one = rest.size() > 0 && rest.end > rest.begin && text_.substr(rest.begin, rest.size()).find(' ') == npos;
        return one || is_text_key(text_.substr(word.begin, word.size())) ||
               (rest.begin < rest.end && std::string_view{"\"'{["}.find(text_[rest.begin]) != npos);
    }

    [[nodiscard]] bool next_is_below(std::size_t column) const {
        const auto word = text_.find_first_not_of(" \t\r\n", at_);
        if (word == npos) return false;
        const auto line = text_.rfind('\n', word) + 1;
        const Stretch rest{word, end_of_line(text_, word)};
        const bool known = is_known_key(text_.substr(word, word_end(word, rest.end) - word));
        return (word - line > column || text_[line] == '\t') && (known || colon_in(text_, rest) != npos || text_[word] == '-');
    }

    void key(Stretch word, std::size_t end, std::size_t column) { key(word, end, column, word.end + 1); }

    void key(Stretch word, std::size_t end, std::size_t column, std::size_t at) {
        if (open_.empty() || open_.back().list || open_.back().column != column) open_.push_back({column, false});
        key_column_ = column;
        last_key_ = std::string{text_.substr(word.begin, word.size())};
        skip_blanks(at, end, "after the colon");
        value_open_ = at >= end || text_[at] == '#';
        if (!value_open_) value(at, end, column);
    }

    void value(std::size_t at, std::size_t end, std::size_t column) {
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

    [[nodiscard]] bool begins_reserved(Stretch value) const {
        const char c = text_[value.begin];
        if (value.size() == 1 && (c == ']' || c == '}')) return false;  // more likely one bracket too many
        const bool dash = (c == '-' || c == '?') && value.size() > 1 && is_blank_sign(text_[value.begin + 1]);
        return dash || std::string_view{",]}"}.find(c) != npos || begins_with_reserved(text_.substr(value.begin, value.size()));
    }

    [[nodiscard]] bool next_is_further(std::size_t column) const {
        const auto word = text_.find_first_not_of(' ', at_);
        return word != npos && text_[word] != '\n' && text_[word] != '\r' && word - at_ > column;
    }

    void flow(std::size_t at, Stretch whole, std::size_t column) {
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

    /// What stands on a line after the bracket that ends its value.
    void after_flow(std::size_t at) {
        const Stretch line{at, end_of_line(text_, at)};
        const auto word = std::min(text_.find_first_not_of(" \t", at), line.end);
        if (word >= line.end || text_[word] == '}' || text_[word] == ']' || text_[word] == ':' ||
            (text_[word] == '#' && word > at))
            return;
        report_.text_after_bracket(trimmed(text_, {word, comment_in(text_, {word, line.end})}));
    }

    /// To the next key of the top level.
    void skip_section() {
        while (at_ < text_.size()) {
            const Stretch line{at_, end_of_line(text_, at_)};
            if (word_end(line.begin, line.end) > line.begin && colon_in(text_, line) == word_end(line.begin, line.end)) return;
            at_ = next_line(text_, at_);
        }
    }

    /// A line of a text of many lines that is indented with a tab.
    bool tab_in_block(std::size_t indent) {
        const Stretch line{at_, end_of_line(text_, at_)};
        const auto word = text_.find_first_not_of(" \t", at_);
        const auto tab = text_.find('\t', at_);
        if (word >= line.end || tab > word || tab - at_ >= indent) return false;
        const auto colon = colon_in(text_, {word, line.end});
        if (colon != npos && is_known_key(text_.substr(word, colon - word))) return false;
        report_.tab(tab, {line.begin, word}, indent);
        return true;
    }

    void skip_block(std::size_t column) {
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

    bool curly(Stretch whole) {
        if (odd_at(text_, whole.begin).kind != OddCharacter::opening_quote) return false;
        const auto written = text_.substr(whole.begin, whole.size());
        if (!is_curly_quoted(written)) return false;
        const bool breaks = colon_in(text_, whole) != npos || written.find(": ") != npos || written.find(" #") != npos;
        if (breaks) report_.curly(last_key_, whole);
        return true;
    }

    /// `whole`: with what looks like a comment behind it, which in a text may be part of it.
    void plain(Stretch value, Stretch whole, std::size_t column) {
        const auto colon = colon_in(text_, value);
        if ((text_[value.begin] == '&' || text_[value.begin] == '!') && text_[value.end - 1] == '}')
            return;  // an anchor or a tag
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

    void quoted(Stretch line, std::size_t column) {
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

    /// A quote that closes on a later line, or on none: when a line before that begins with a key no further in, it was left
    /// out.
    void over_lines(Stretch line, std::size_t column) {
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

    /// A text with the lines below it that are further in than its key and have no key themselves; they are passed over.
    Stretch with_lines_below(Stretch text, std::size_t column) {
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

    SlipReport& report_;
    std::string_view text_;
    std::size_t at_ = 0;  // the line after the one that is looked at
    std::vector<Open> open_;
    std::map<std::string, std::size_t> tabbed_;
    bool mail_told_ = false;   // that lines are quoted as in a mail
    bool value_open_ = false;  // the last key or hyphen has no value yet
    bool text_open_ = false;   // the last value is a bare text, which may go on
    bool text_cut_ = false;    // a comment ended it
    Stretch text_part_{};      // its first line
    std::size_t text_column_ = 0;
    std::size_t key_column_ = 0;
    std::string last_key_;
};

}  // namespace

std::size_t find_slips(const base::SourceTextPtr& source, MendedText& mended, base::Diagnostics& diagnostics) {
    SlipReport report{source, mended, diagnostics};
    SlipFinder{report}.run();
    mended.finish();
    return report.certain();
}

}  // namespace je::io
