// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/io/json_value.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>

#include "je/base/text.hpp"

namespace je::io {

namespace {

constexpr std::size_t longest_name_shown = 60;

/// Hands the bytes of a text to the parser, and notes how many it has taken: it tells of places only where it fails itself.
class CountedByte {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountedByte(const char* at, const char* begin, std::size_t* taken) : at_{at}, begin_{begin}, taken_{taken} {}
    reference operator*() const { return *at_; }
    CountedByte& operator++() {
        ++at_;
        *taken_ = static_cast<std::size_t>(at_ - begin_);
        return *this;
    }
    CountedByte operator++(int) {
        const CountedByte before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountedByte& other) const { return at_ == other.at_; }
    bool operator!=(const CountedByte& other) const { return at_ != other.at_; }

private:
    const char* at_;
    const char* begin_;
    std::size_t* taken_;
};

/// What the parser calls, in the order of the text. Returning false ends the reading. The names are nlohmann's.
class Builder : public nlohmann::json_sax<nlohmann::json> {
public:
    Builder(const Limits& limits, JsonValue& root, std::string_view text, const std::size_t& read)
        : limits_{limits}, root_{root}, text_{text}, read_{read} {}

    bool null() override { return add(JsonValue::Kind::null, "null"); }
    bool boolean(bool truth) override { return add(JsonValue::Kind::truth, truth ? "true" : "false"); }
    /// Zero comes here, and not as unsigned, when it is written with a minus.
    bool number_integer(std::int64_t number) override {
        return add(JsonValue::Kind::number, number == 0 ? "-0" : std::to_string(number));
    }
    bool number_unsigned(std::uint64_t number) override { return add(JsonValue::Kind::number, std::to_string(number)); }
    bool number_float(double, const std::string& written) override { return add(JsonValue::Kind::number, written); }
    bool string(std::string& text) override { return add(JsonValue::Kind::text, std::move(text)); }
    bool binary(nlohmann::json::binary_t&) override { return false; }  // of other forms than text
    bool start_object(std::size_t) override { return open(JsonValue::Kind::object); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(JsonValue::Kind::list); }
    bool end_array() override { return close(); }
    bool key(std::string& name) override {
        if (!names_.back().insert(name).second) {
            return refuse("JE-V04", fmt::format("the name '{}' stands twice in one object", cut(name)),
                          "each name once: readers differ in which of two they take", "use the file as je wrote it");
        }
        key_ = std::move(name);
        return true;
    }
    bool parse_error(std::size_t at, const std::string&, const nlohmann::json::exception&) override {
        refuse_from(at);
        return false;
    }
    /// `at` is counted from 1.
    void refuse_from(std::size_t at) {
        problem = base::Diagnostic{"JE-V01",
                                   {},
                                   "this is not JSON, or not from here on",
                                   "a JSON result as je wrote it, or a sealed log",
                                   "use the file as je wrote it; results in other formats cannot be verified"};
        byte = at;
    }

    std::optional<base::Diagnostic> problem;
    std::optional<std::size_t> byte;  // from 1

private:
    static std::string cut(const std::string& name) { return name.substr(0, longest_name_shown); }

    bool refuse(std::string id, std::string message, std::string expected, std::string fix) {
        problem = {std::move(id), {}, std::move(message), std::move(expected), std::move(fix)};
        byte = begin_of_last() + 1;
        return false;
    }

    /// Where the word begins that the parser read last; of a number it has read one byte beyond.
    [[nodiscard]] std::size_t begin_of_last() const {
        const auto is_sign = [](char c) { return std::string_view{"[]{},: \t\r\n"}.find(c) != std::string_view::npos; };
        std::size_t end = std::min(read_, text_.size());
        if (end > 0 && (text_[end - 1] == '{' || text_[end - 1] == '[')) return end - 1;
        if (end > 1 && text_[end - 1] != '"' && is_sign(text_[end - 1])) --end;
        std::size_t begin = end == 0 ? 0 : end - 1;
        if (end > 0 && text_[begin] == '"') return opening_quote(begin);
        while (begin > 0 && !is_sign(text_[begin - 1])) --begin;
        return begin;
    }

    [[nodiscard]] std::size_t opening_quote(std::size_t closing) const {
        for (std::size_t at = closing; at-- > 0;) {
            if (text_[at] != '"') continue;
            std::size_t slashes = 0;
            while (slashes < at && text_[at - 1 - slashes] == '\\') ++slashes;
            if (slashes % 2 == 0) return at;
        }
        return closing;
    }

    bool place(JsonValue&& value) {
        if (++nodes_ > limits_.max_nodes) {
            return refuse("JE-V03", fmt::format("there are more than {} values in this file", limits_.max_nodes),
                          "a result of a size that je is told to read", "allow more with --max-nodes");
        }
        if (open_.empty()) {
            root_ = std::move(value);
        } else {
            open_.back()->members.emplace_back(std::move(key_), std::move(value));
        }
        key_.clear();
        return true;
    }

    bool add(JsonValue::Kind kind, std::string word) { return place({kind, std::move(word)}); }

    bool open(JsonValue::Kind kind) {
        if (open_.size() >= limits_.max_depth) {
            return refuse("JE-V02", fmt::format("this is nested more than {} deep", limits_.max_depth),
                          "a result as je writes them, a few levels deep",
                          "use the file as je wrote it, or allow more with --max-depth");
        }
        if (!place({kind, {}})) return false;
        open_.push_back(open_.empty() ? &root_ : &open_.back()->members.back().second);
        names_.emplace_back();
        return true;
    }

    bool close() {
        open_.pop_back();
        names_.pop_back();
        return true;
    }

    const Limits& limits_;
    JsonValue& root_;
    std::string_view text_;
    const std::size_t& read_;       // bytes that the parser has taken
    std::vector<JsonValue*> open_;  // each the last member of the one before, so that none moves while it is open
    std::vector<std::set<std::string>> names_;
    std::string key_;
    std::size_t nodes_ = 0;
};

}  // namespace

const JsonValue* JsonValue::find(std::string_view name) const {
    if (kind != JsonValue::Kind::object) return nullptr;
    const auto found = std::find_if(members.begin(), members.end(), [&](const auto& member) { return member.first == name; });
    return found == members.end() ? nullptr : &found->second;
}

std::optional<std::string_view> JsonValue::as_text() const {
    return kind == JsonValue::Kind::text ? std::optional<std::string_view>{word} : std::nullopt;
}

std::optional<JsonValue> read_json(const base::SourceTextPtr& text, const Limits& limits, base::Diagnostics& diagnostics) {
    JsonValue value;
    std::size_t taken = 0;
    const char* const begin = text->text.data();
    Builder builder{limits, value, text->text, taken};
    const bool read = nlohmann::json::sax_parse(CountedByte{begin, begin, &taken},
                                                CountedByte{begin + text->text.size(), begin, &taken}, &builder);
    const std::size_t nul = text->text.find('\0');  // where the parser takes the text to end
    if (read && nul == std::string::npos) return value;
    if (read) builder.refuse_from(nul + 1);
    base::Diagnostic problem = builder.problem.value_or(base::Diagnostic{});
    problem.at = base::position_at(text, builder.byte ? std::max<std::size_t>(*builder.byte, 1) - 1 : 0);
    diagnostics.error(std::move(problem));
    return std::nullopt;
}

namespace {

constexpr std::size_t longest_word_shown = 200;

/// At most `longest_word_shown` bytes, cut between characters.
std::string shortened(std::string_view text) {
    if (text.size() <= longest_word_shown) return std::string{text};
    std::size_t end = longest_word_shown;
    while (end > 0 && base::continues_character(text[end])) --end;
    return std::string{text.substr(0, end)}.append("...");
}

std::string shown(const JsonValue& value) {
    switch (value.kind) {
        case JsonValue::Kind::list:
            return fmt::format("list of {}", value.members.size());
        case JsonValue::Kind::object:
            return fmt::format("object of {}", value.members.size());
        case JsonValue::Kind::text:
            return fmt::format("\"{}\"", shortened(value.word));
        case JsonValue::Kind::null:
        case JsonValue::Kind::truth:
        case JsonValue::Kind::number:
            break;
    }
    return shortened(value.word);
}

class Comparing {
public:
    Comparing(JsonDifferences& differences, std::size_t most) : differences_{differences}, most_{most} {}

    void compare(const JsonValue& before, const JsonValue& now) {
        if (before.kind != now.kind || before.word != now.word) {
            add(shown(before), shown(now));
        } else if (before.kind == JsonValue::Kind::list) {
            compare_lists(before, now);
        } else if (before.kind == JsonValue::Kind::object) {
            compare_objects(before, now);
        }
    }

private:
    void compare_lists(const JsonValue& before, const JsonValue& now) {
        const std::size_t longer = std::max(before.members.size(), now.members.size());
        for (std::size_t i = 0; i < longer; ++i) {
            compare_at(fmt::format("[{}]", i), i < before.members.size() ? &before.members[i].second : nullptr,
                       i < now.members.size() ? &now.members[i].second : nullptr);
        }
    }

    void compare_objects(const JsonValue& before, const JsonValue& now) {
        std::map<std::string_view, const JsonValue*> left;
        for (const auto& [name, value] : now.members) left.emplace(name, &value);
        for (const auto& [name, value] : before.members) {
            const auto found = left.find(name);
            compare_at(step(name), &value, found == left.end() ? nullptr : found->second);
            if (found != left.end()) left.erase(found);
        }
        for (const auto& [name, value] : now.members) {
            if (left.contains(name)) compare_at(step(name), nullptr, &value);
        }
    }

    [[nodiscard]] std::string step(const std::string& name) const {
        return path_.empty() ? shortened(name) : std::string{"."}.append(shortened(name));
    }

    void compare_at(const std::string& step, const JsonValue* before, const JsonValue* now) {
        const std::size_t length = path_.size();
        path_ += step;
        if (before != nullptr && now != nullptr) {
            compare(*before, *now);
        } else {
            add(before != nullptr ? std::optional{shown(*before)} : std::nullopt,
                now != nullptr ? std::optional{shown(*now)} : std::nullopt);
        }
        path_.resize(length);
    }

    void add(std::optional<std::string> before, std::optional<std::string> now) {
        if (differences_.listed.size() < most_) {
            differences_.listed.push_back({path_, std::move(before), std::move(now)});
        } else {
            ++differences_.not_listed;
        }
    }

    JsonDifferences& differences_;
    std::size_t most_;
    std::string path_;
};

}  // namespace

JsonDifferences compare_json(const JsonValue& before, const JsonValue& now, std::size_t most) {
    JsonDifferences differences;
    Comparing{differences, most}.compare(before, now);
    return differences;
}

}  // namespace je::io
