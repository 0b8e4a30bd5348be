// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "je/base/text.hpp"
#include "je/io/json_value.hpp"

namespace je::io {

namespace {

using Kind = JsonValue::Kind;

constexpr std::size_t longest_shown = 200;

/// At most `longest_shown` bytes, cut between characters.
std::string shortened(std::string_view text) {
    if (text.size() <= longest_shown) return std::string{text};
    std::size_t end = longest_shown;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return std::string{text.substr(0, end)}.append("...");
}

std::string shown(const JsonValue& value) {
    switch (value.kind) {
        case Kind::list:
            return fmt::format("list of {}", value.members.size());
        case Kind::object:
            return fmt::format("object of {}", value.members.size());
        case Kind::text:
            return fmt::format("\"{}\"", shortened(value.word));
        case Kind::null:
        case Kind::truth:
        case Kind::number:
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
        } else if (before.kind == Kind::list) {
            compare_lists(before, now);
        } else if (before.kind == Kind::object) {
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
