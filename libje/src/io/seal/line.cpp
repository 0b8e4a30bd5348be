// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/seal/chain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "je/base/text.hpp"

namespace je::io {

namespace {

constexpr std::uint64_t largest_number = 1'000'000'000'000'000;
constexpr std::string_view hash_key = ",\"hash\":\"";

struct Escape {
    char letter;  // after the backslash
    char meant;
};
constexpr std::array<Escape, 7> escapes{
    {{'"', '"'}, {'\\', '\\'}, {'b', '\b'}, {'f', '\f'}, {'n', '\n'}, {'r', '\r'}, {'t', '\t'}}};

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20; }

void append_quoted(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        const auto* const escape = std::find_if(escapes.begin(), escapes.end(), [c](const Escape& e) { return e.meant == c; });
        if (escape != escapes.end()) {
            out += '\\';
            out += escape->letter;
        } else if (is_control(c)) {
            out += fmt::format("\\u00{:02x}", static_cast<unsigned char>(c));
        } else {
            out += c;
        }
    }
    out += '"';
}

/// All of the line that is hashed.
std::string hashed_part(const SealEntry& entry) {
    std::string out;
    out.reserve(entry.record.text.size() + 512);
    out += seal_beginning;
    out += std::to_string(entry.number);
    const auto add = [&](std::string_view key, std::string_view value) {
        out += fmt::format(",\"{}\":", key);
        append_quoted(out, value);
    };
    add("previous", entry.previous);
    add("kind", entry.record.kind);
    add("id", entry.record.id);
    add("name", entry.record.name);
    add("sha256", entry.sha256);
    add("text", entry.record.text);
    if (entry.record.date) {
        add("date", entry.record.date->to_string());
    } else {
        out += ",\"date\":null";
    }
    return out;
}

/// Reads what the writer above writes, and nothing else, from left to right.
class LineReader {
public:
    explicit LineReader(std::string_view line) : line_{line} {}

    /// Every part in turn; each does nothing once something was wrong.
    SealLine run() {
        word(seal_beginning);
        number();
        text(",\"previous\":", entry().previous, &LineReader::check_hash);
        text(",\"kind\":", entry().record.kind, &LineReader::check_filled);
        text(",\"id\":", entry().record.id, nullptr);
        text(",\"name\":", entry().record.name, &LineReader::check_filled);
        text(",\"sha256\":", entry().sha256, &LineReader::check_hash);
        result_.text_at = at_ + std::string_view{",\"text\":"}.size();
        text(",\"text\":", entry().record.text, nullptr);
        date();
        const std::size_t hashed = at_;
        result_.hash_at = at_ + hash_key.size() - 1;
        text(",\"hash\":", entry().hash, &LineReader::check_hash);
        word("}");
        if (!result_.broken_at) result_.computed = sha256_hex(line_.substr(0, hashed));
        result_.length = at_;
        return std::move(result_);
    }

private:
    using Check = bool (*)(std::string_view text, std::string& wanted);

    SealEntry& entry() { return result_.entry; }

    bool fail(std::size_t at, std::string wanted) {
        result_.broken_at = std::min(at, line_.size());
        result_.wanted = std::move(wanted);
        return false;
    }

    bool word(std::string_view wanted) {
        if (result_.broken_at) return false;
        const std::string_view rest = line_.substr(at_);
        const auto differs = std::mismatch(wanted.begin(), wanted.end(), rest.begin(), rest.end()).first;
        if (differs != wanted.end()) {
            const auto known = static_cast<std::size_t>(differs - wanted.begin());
            return fail(at_ + known, fmt::format("{} here", wanted.substr(known)));
        }
        at_ += wanted.size();
        return true;
    }

    void number() {
        if (result_.broken_at) return;
        const std::size_t end = std::min(line_.find_first_not_of("0123456789", at_), line_.size());
        const auto value = base::parse_whole(line_.substr(at_, end - at_), largest_number);
        if (!value || *value == 0) {
            fail(at_, "the number of the entry, 1 or larger, without leading zeros");
            return;
        }
        entry().number = *value;
        at_ = end;
    }

    void text(std::string_view key, std::string& value, Check check) {
        if (!word(key)) return;
        const std::size_t begin = at_;
        if (!quoted(value)) {
            value.clear();  // half of a name would mislead
            return;
        }
        std::string wanted;
        if (check != nullptr && !check(value, wanted)) {
            value.clear();
            fail(begin, wanted);
        }
    }

    static bool check_hash(std::string_view text, std::string& wanted) {
        wanted = "64 hexadecimal digits, a to f in lower case, in double quotes";
        return is_hash(text);
    }

    static bool check_filled(std::string_view text, std::string& wanted) {
        wanted = "a text that is not empty";
        return !text.empty();
    }

    void date() {
        constexpr std::string_view nothing = ",\"date\":null";
        if (result_.broken_at) return;
        if (line_.substr(at_, nothing.size()) == nothing) {
            at_ += nothing.size();
            return;
        }
        if (nothing.starts_with(line_.substr(at_))) {
            fail(line_.size(), "a date, or null");
            return;
        }
        std::string value;
        const std::size_t begin = at_;
        text(",\"date\":", value, nullptr);
        if (result_.broken_at) return;
        entry().record.date = base::Date::parse(value);
        if (!entry().record.date)
            fail(begin + std::string_view{",\"date\":"}.size(), "null, or a day that exists, as YYYY-MM-DD");
    }

    /// A text in double quotes, with the writer's own escapes.
    bool quoted(std::string& value) {
        if (result_.broken_at) return false;
        if (at_ == line_.size() || line_[at_] != '"') return fail(at_, "a text in double quotes, with nothing before it");
        ++at_;
        while (at_ < line_.size()) {
            const std::size_t plain = std::min(line_.find_first_of(stops(), at_), line_.size());
            value += line_.substr(at_, plain - at_);
            at_ = plain;
            if (at_ == line_.size() || stops_in_escape()) break;
            if (line_[at_] == '"') return word("\"");
            if (is_control(line_[at_])) return fail(at_, "no control characters but in their escaped form");
            if (!escaped(value)) return fail(at_, "only the escapes that je writes: \\\" \\\\ \\b \\f \\n \\r \\t and \\u00..");
        }
        return fail(line_.size(), "a double quote that ends the text, on the same line");
    }

    /// Whether the line stops within an escape, so far as it goes one of ours.
    [[nodiscard]] bool stops_in_escape() const {
        const std::string_view rest = line_.substr(at_);
        const std::string_view code = R"(\u00)";
        return code.starts_with(rest) ||
               (rest.starts_with(code) && rest.size() == code.size() + 1 && (rest.back() == '0' || rest.back() == '1'));
    }

    bool escaped(std::string& value) {
        const std::string_view rest = line_.substr(at_ + 1, 5);
        if (rest.empty()) return false;
        const auto* const short_one =
            std::find_if(escapes.begin(), escapes.end(), [&](const Escape& e) { return e.letter == rest.front(); });
        if (short_one != escapes.end()) {
            value += short_one->meant;
            at_ += 2;
            return true;
        }
        if (rest.size() != 5 || rest.substr(0, 3) != "u00") return false;
        constexpr std::string_view digits = "0123456789abcdef";
        const std::size_t high = digits.find(rest[3]);
        const std::size_t low = digits.find(rest[4]);
        if (high > 1 || low == std::string_view::npos) return false;  // 1F is the last control character
        const auto meant = static_cast<char>(16 * high + low);
        if (std::any_of(escapes.begin(), escapes.end(), [&](const Escape& e) { return e.meant == meant; })) return false;
        value += meant;
        at_ += 6;
        return true;
    }

    /// What ends a run of plain characters: a quote, a backslash, any control character.
    static std::string_view stops() {
        static const std::string all = [] {
            std::string found = "\"\\";
            for (char c = 0; c < 0x20; ++c) found += c;
            return found;
        }();
        return all;
    }

    std::string_view line_;
    std::size_t at_ = 0;
    SealLine result_{};
};

}  // namespace

bool is_hash(std::string_view text) {
    return text.size() == no_hash.size() && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

SealEntry make_entry(const SealEntry* previous, SealRecord record) {
    SealEntry entry;
    entry.number = previous == nullptr ? 1 : previous->number + 1;
    entry.previous = previous == nullptr ? std::string{no_hash} : previous->hash;
    entry.sha256 = sha256_hex(record.text);
    entry.record = std::move(record);
    entry.hash = sha256_hex(hashed_part(entry));
    return entry;
}

std::string line_of(const SealEntry& entry) {
    std::string line = hashed_part(entry);
    line += hash_key;
    line += entry.hash;
    line += "\"}\n";
    return line;
}

SealLine parse_seal_line(std::string_view line) { return LineReader{line}.run(); }

std::string called(std::uint64_t number, const SealRecord& record) {
    std::string what = record.kind;
    if (!record.id.empty()) what += fmt::format(" '{}'", record.id);
    if (!record.name.empty()) what += fmt::format("{}{}", what.empty() ? "" : ", ", record.name);
    return what.empty() ? fmt::format("entry {}", number) : fmt::format("entry {} ({})", number, what);
}

}  // namespace je::io
