// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include "io/yaml/slips.hpp"
#include "io/yaml/words.hpp"

namespace je::io {
namespace {

constexpr std::size_t longest_line = 4000;  // bytes; the work on a line grows with their square

/// Goes through one list or map in brackets, sign by sign.
class FlowSlips {
public:
    FlowSlips(SlipReport& report, std::size_t column) : report_{report}, text_{report.text()}, column_{column} {}

    std::size_t run(std::size_t at) {
        at_ = at;
        if (is_long(at)) return npos;
        do {
            if (at_ >= text_.size()) return npos;
            if (!step()) return at_;
        } while (!open_.empty());
        return at_;
    }

private:
    struct Open {
        char sign;
        std::size_t at;
    };

    /// Takes the next sign; false where nothing more can be said.
    bool step() {
        const char c = text_[at_];
        if (c == '\n') return next_line();
        if (is_blank_sign(c) || c == '\r') return advance(1);
        if (c == '#' && in_value_ && is_text_key(key_) && comment_takes_bracket()) return true;
        if (c == '#' && (at_ == 0 || is_blank_sign(text_[at_ - 1]) || text_[at_ - 1] == '\n')) {
            at_ = std::min(text_.find('\n', at_), text_.size());
            return true;
        }
        if (in_value_ && is_text_key(key_) && (c == '[' || c == '{') && text_around_brackets()) return true;
        if (c == '{' || c == '[') {
            if (open_.size() == 1) keys_are_ids_ = in_value_ && key_ == "individual";
            open_.push_back({c, at_});
            in_value_ = false;
            return advance(1);
        }
        if (c == '}' || c == ']') return close(c);
        if (c == ',' && in_map() && open_.size() > 1 && keys_are_ids_ && swallowed_.comma == 0 &&
            begins_map(text_, {at_ + 1, end_of_line(text_, at_)}))
            swallowed_ = {open_.back().at, at_};
        if (c == ',') {
            after_text_ = in_value_ && is_text_key(key_);
            in_value_ = false;
            return advance(1);
        }
        const auto odd = odd_at(text_, at_);
        if (odd.is_unseen()) {
            report_.odd_blank(at_, odd, "before a value");
            return advance(odd.bytes);
        }
        return in_map() && !in_value_ ? key() : value();
    }

    bool advance(std::size_t bytes) {
        at_ += bytes;
        return true;
    }

    [[nodiscard]] bool is_long(std::size_t at) const {
        return text_.size() - at > longest_line && text_.substr(at, longest_line).find('\n') == npos;
    }

    [[nodiscard]] bool in_map() const { return open_.back().sign == '{'; }

    bool close(char c) {
        if ((c == '}') != in_map()) return give_up();
        open_.pop_back();
        in_value_ = false;
        return advance(1);
    }

    /// A line that begins with a key no further in than the block around the brackets: they were never closed.
    bool next_line() {
        const std::size_t line = at_ + 1;
        if (is_long(line)) return give_up();
        std::size_t word = line;
        while (word < text_.size() && text_[word] == ' ') ++word;
        const Stretch content{word, end_of_line(text_, word)};
        const bool blank = content.size() == 0 || text_[word] == '#';
        const bool item = text_.substr(word).starts_with("- ");
        if (blank || word - line > column_ || !(item || is_entry(text_, content))) return advance(1);
        if (open_.size() == 1 && swallowed_.comma > 0) {
            report_.unclosed_bracket(swallowed_.map, swallowed_.comma, "}");
            at_ = line;
            return false;
        }
        std::string closing;
        for (auto open = open_.rbegin(); open != open_.rend(); ++open) closing += open->sign == '{' ? '}' : ']';
        const Stretch last = trimmed(text_, {open_.front().at, end_of_line(text_, text_.rfind('\n', at_ - 1) + 1)});
        report_.unclosed_bracket(open_.back().at, std::max(last.end, open_.back().at + 1), closing);
        at_ = line;
        return false;
    }

    bool key() {
        const std::size_t end = end_of_line(text_, at_);
        std::size_t stop = at_;
        if (text_[at_] == '"' || text_[at_] == '\'') {
            const auto closed = close_of_quote(text_, {at_, end});
            if (closed == npos) return give_up();
            stop = closed;
        } else {
            while (stop < end && !ends_flow_value(text_[stop]) && text_[stop] != ':') ++stop;
        }
        const Stretch word = trimmed(text_, {at_, stop});
        if ((stop >= end || text_[stop] != ':') && key_without_colon(word)) return true;
        key_ = std::string{text_.substr(word.begin, word.size())};
        while (stop < end && is_blank_sign(text_[stop])) ++stop;
        at_ = stop;
        if (stop >= end || text_[stop] != ':') return stop < end ? true : advance(0);
        if (colon_in(text_, {stop, end}) != stop && is_known_key(key_) && text_[stop + 1] != ':')
            report_.no_space(word, text_.substr(stop + 1, end_of_plain(text_, stop + 1, end) - stop - 1));
        in_value_ = true;
        return advance(1);
    }

    /// "note: #1 priority}": a text that begins with what begins a comment.
    bool comment_takes_bracket() {
        const std::size_t end = end_of_line(text_, at_);
        const std::size_t stop = std::min(end_of_plain(text_, at_, end), next_entry(text_, at_, end));
        if (stop >= end || text_[at_ + 1] == ' ') return false;
        const Stretch value = trimmed(text_, {at_, stop});
        report_.hash_in_text(key_, at_, value);
        at_ = value.end;
        return true;
    }

    /// "[DRAFT] Clerk": a text that begins with a word in brackets.
    bool text_around_brackets() {
        const std::size_t end = end_of_line(text_, at_);
        const auto closed = text_.find(text_[at_] == '[' ? ']' : '}', at_);
        if (closed >= end || !begins_text(text_, {at_, closed})) return false;
        const auto more = text_.find_first_not_of(" \t", closed + 1);
        if (more >= end || ends_flow_value(text_[more])) return false;
        const Stretch whole = trimmed(text_, {at_, end_of_plain(text_, more, end)});
        report_.text_around_brackets(key_, whole);
        at_ = whole.end;
        return true;
    }

    /// An entry in which another sign stands for the colon, or none: "level = 3", "level 3".
    bool key_without_colon(Stretch entry) {
        std::size_t stop = entry.begin;
        while (stop < entry.end && is_word_sign(text_[stop])) ++stop;
        const Stretch word{entry.begin, stop};
        const auto sign = other_colon_after(text_, {stop, entry.end});
        const bool other = sign.size() > 0 && word.size() > 0;
        const auto before_number = other ? Stretch{} : key_before_number(text_, entry);
        if (!other && before_number.size() == 0) return false;
        if (other)
            report_.other_colon(word, sign);
        else if (after_text_)
            report_.maybe_key(word, text_.substr(word.end + 1, entry.end - word.end - 1));
        else
            report_.no_colon(word, true);
        key_ = std::string{text_.substr(word.begin, word.size())};
        in_value_ = true;
        after_text_ = false;
        at_ = other ? sign.end : word.end;
        return true;
    }

    bool give_up() {
        at_ = npos;
        return false;
    }

    bool value() {
        const Stretch line{at_, end_of_line(text_, at_)};
        const char c = text_[at_];
        if (c == '"' || c == '\'') return quoted(line);
        if (in_map() && is_text_key(key_) && begins_with_reserved(text_.substr(at_, end_of_plain(text_, at_, line.end) - at_)))
            return reserved(line);
        if (odd_at(text_, at_).kind == OddCharacter::opening_quote && curly(line)) return true;
        if (in_map()) return plain(line);
        at_ = std::max(end_of_plain(text_, at_, line.end), at_ + 1);
        return true;
    }

    bool reserved(Stretch line) {
        const Stretch value = trimmed(text_, {at_, end_of_plain(text_, at_, line.end)});
        report_.reserved_sign(key_, value);
        at_ = value.end;
        return true;
    }

    /// A text in curly quotes on one line; false when they do not close.
    bool curly(Stretch line) {
        line.end = std::min(line.end, next_entry(text_, line.begin, line.end));
        for (std::size_t at = line.begin + 1; at < line.end; ++at) {
            const auto odd = odd_at(text_, at);
            const std::size_t bytes = text_[at] == '"' ? 1 : odd.is_quote() ? odd.bytes : 0;
            if (bytes == 0) continue;
            std::size_t after = at + bytes;
            while (after < line.end && is_blank_sign(text_[after])) ++after;
            if (after < line.end && !ends_flow_value(text_[after])) continue;
            const auto inner = text_.substr(line.begin, at - line.begin);
            if (inner.find_first_of(",[]{}") != npos || inner.find(": ") != npos || inner.find(" #") != npos)
                report_.curly(key_, {line.begin, at + bytes});
            at_ = at + bytes;
            return true;
        }
        return false;
    }

    bool quoted(Stretch line) {
        const auto close = close_of_quote(text_, line);
        const Stretch text{line.begin, close};
        const auto escape = close == npos ? close : unknown_escape_in(text_, text);
        if (escape != npos) {
            const auto more = text_.find_first_not_of(" \t", close);
            const bool ends = more >= line.end || ends_flow_value(text_[more]);
            const Stretch whole = ends ? text : trimmed(text_, {line.begin, end_of_quoted(close, line.end)});
            report_.unknown_escape(key_, escape, whole);
            at_ = whole.end;
            return true;
        }
        if (close == npos) return unclosed(line);
        std::size_t after = close;
        while (after < line.end && is_blank_sign(text_[after])) ++after;
        at_ = close;
        if (after < line.end && text_[after] == ';' && is_entry(text_, {after + 1, segment_end(text_, after + 1, line.end)}))
            return semicolon(after);
        const bool ends =
            after >= line.end || ends_flow_value(text_[after]) || text_[after] == ':' || (text_[after] == '#' && after > close);
        if (ends) return true;
        const std::size_t next = next_entry(text_, line.begin + 1, close);
        if (next != npos) return report_unclosed({line.begin, next});
        const auto entry = text_.find_first_not_of(" \t;", after);
        if (!is_text_key(key_) && entry < line.end && begins_map(text_, {entry, line.end}))
            return missing_comma(entry, text_.find(':', entry));
        const Stretch whole = trimmed(text_, {line.begin, end_of_quoted(close, line.end)});
        report_.text_after_quote(key_, after, whole, meant_by_quoted(text_, whole, close));
        at_ = whole.end;
        return true;
    }

    /// Where a text in quotes ends that goes on after the quote before `at`: after a later quote that ends a value, if there is
    /// one.
    [[nodiscard]] std::size_t end_of_quoted(std::size_t at, std::size_t end) const {
        const char quote = text_[at - 1];
        end = std::min(end, next_entry(text_, at, end));
        for (std::size_t next = text_.find(quote, at); next < end; next = text_.find(quote, next + 1)) {
            const auto after = text_.find_first_not_of(" \t", next + 1);
            if (after >= end || ends_flow_value(text_[after])) return next + 1;
        }
        return end_of_plain(text_, at, end);
    }

    bool unclosed(Stretch line) {
        std::size_t end = next_entry(text_, line.begin + 1, line.end);
        if (end == npos) {
            const auto rest = text_.substr(line.begin, line.size());
            const auto bracket = rest.find_last_of("}]");
            if (bracket == npos) return over_lines(line);
            end = line.begin + rest.find_last_not_of(" \t}]") + 1;
        }
        return report_unclosed({line.begin, end});
    }

    bool report_unclosed(Stretch value) {
        value = without_closing(text_, value);
        report_.unclosed_quote(key_, value.begin, value);
        at_ = value.end;
        return true;
    }

    bool over_lines(Stretch line) {
        const auto close = close_of_quote(text_, {line.begin, text_.size()});
        at_ = close;
        return close != npos;
    }

    bool plain(Stretch line) {
        std::size_t hash = comment_in(text_, line);
        const bool swallows = text_.substr(hash, line.end - hash).find_first_of("]}") != npos && is_text_key(key_);
        if (!swallows) line.end = hash;
        if (!swallows) hash = npos;
        std::size_t colon = npos, comma = npos, bracket = npos, at = line.begin, depth = 0;
        for (; at < line.end; ++at) {
            const char c = text_[at];
            if (c == '[' || c == '{') {
                if (bracket == npos) bracket = at;
                if (!is_text_key(key_) || closes_itself(at, line.end)) ++depth;
            } else if (c == ']' || c == '}') {
                if (depth == 0) break;
                --depth;
            } else if (c == ',') {
                const Stretch next{at + 1, segment_end(text_, at + 1, line.end)};
                if (depth == 0 && !is_text_key(key_) && is_figures(text_, trimmed(text_, {line.begin, at})) &&
                    is_figures(text_, next))
                    return figures({line.begin, next.end});
                const auto word = key_before_number(text_, next);
                const bool maybe_key = is_known_key(text_.substr(word.begin, word.size()));
                if (depth == 0 && (!is_text_key(key_) || maybe_key || is_entry(text_, next))) break;
                if (comma == npos && depth == 0) comma = at + 1;
            } else if (c == ';' && depth == 0 && !is_text_key(key_) &&
                       is_entry(text_, {at + 1, segment_end(text_, at + 1, line.end)})) {
                return semicolon(at);
            } else if (c == ':' && colon_in(text_, {at, line.end}) == at) {
                const auto next_key = known_key_before(text_, line.begin, at);
                if (next_key != npos && next_key > line.begin && depth == 0) return missing_comma(next_key, at);
                if (colon == npos) colon = at;
            }
        }
        if (depth == 0) report_plain(trimmed(text_, {line.begin, at}), colon, comma, bracket, hash);
        at_ = std::max(at, line.begin + 1);
        return true;
    }

    /// Whether the bracket at `at` within a text is closed before the next entry, and not by what should close the map around
    /// it.
    [[nodiscard]] bool closes_itself(std::size_t at, std::size_t end) const {
        const auto close = text_.find(text_[at] == '{' ? '}' : ']', at);
        if (close >= end || next_entry(text_, at, close) != npos) return false;
        const auto more = text_.find_first_not_of(" \t\r\n", close + 1);
        const bool last = close + 1 >= end || text_.find_first_not_of(" \t", close + 1) >= end;
        const bool goes_on = last && more != npos && ends_flow_value(text_[more]);
        return text_[at] == '[' || !last || goes_on;
    }

    bool semicolon(std::size_t at) {
        report_.semicolon(at);
        in_value_ = false;
        at_ = at + 1;
        return true;
    }

    bool figures(Stretch value) {
        report_.comma_in_number(key_, value);
        at_ = value.end;
        return true;
    }

    bool missing_comma(std::size_t next_key, std::size_t colon) {
        report_.no_comma(next_key, text_.substr(next_key, colon - next_key));
        at_ = next_key;
        in_value_ = false;
        return true;
    }

    void report_plain(Stretch value, std::size_t colon, std::size_t comma, std::size_t bracket, std::size_t hash) {
        if (const std::size_t mark = lone_question_mark(text_, value); mark < value.end) {
            report_.question_mark(key_, mark, value);
        } else if (hash < value.end) {
            report_.hash_in_text(key_, hash, value);
        } else if (comma != npos) {
            while (comma < value.end && is_blank_sign(text_[comma])) ++comma;
            report_.comma_in_text(key_, comma, value);
        } else if (colon != npos && !is_text_key(key_)) {
            report_.two_keys(colon, value, "put a comma");
        } else if (colon != npos) {
            report_.second_colon(key_, colon, value);
        } else if (bracket != npos && bracket > value.begin) {
            report_.bracket_in_text(key_, bracket, value);
        }
    }

    SlipReport& report_;
    std::string_view text_;
    std::size_t column_;
    std::size_t at_ = 0;
    std::vector<Open> open_;
    bool in_value_ = false;
    struct Swallowed {
        std::size_t map = 0;
        std::size_t comma = 0;
    };
    bool keys_are_ids_ = false;  // of the map in the map that is open
    Swallowed swallowed_{};      // such a map, and where in it a key of je begins that cannot be an id of it
    bool after_text_ = false;    // the entry before this one is a text, to which this one may belong
    std::string key_;
};

}  // namespace

std::size_t find_flow_slips(SlipReport& report, std::size_t at, std::size_t column) {
    return FlowSlips{report, column}.run(at);
}

}  // namespace je::io
