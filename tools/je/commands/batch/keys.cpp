// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/batch/keys.hpp"

#include <fmt/format.h>

#include "je/base/text.hpp"

namespace je::tool {

namespace {

/// A value that begins with a minus must not be taken for an option.
void add_option(std::vector<std::string>& words, const std::string& name, const std::string& value) {
    if (value.starts_with("-")) {
        words.push_back(fmt::format("--{}={}", name, value));
    } else {
        words.push_back("--" + name);
        words.push_back(value);
    }
}

std::vector<std::string> values_of(const io::RunKey& key, char between) {
    constexpr std::string_view space = " \t";
    std::vector<std::string> all;
    for (const auto& value : key.values) {
        if (!key.listed) {
            for (const std::string& part : base::parts_between(value.value, between)) {
                const std::size_t begin = part.find_first_not_of(space);
                if (begin == std::string::npos) continue;
                all.push_back(part.substr(begin, part.find_last_not_of(space) - begin + 1));
            }
        } else if (!value.value.empty()) {
            all.push_back(value.value);
        }
    }
    return all;
}

}  // namespace

base::Diagnostic bad_value(const base::SourcePosition& at, std::string message, std::string expected, std::string fix) {
    return {.id = "JE-N13", .at = at, .message = std::move(message), .expected = std::move(expected), .fix = std::move(fix)};
}

std::vector<std::string> list_of(const io::RunKey& key) { return values_of(key, ','); }

std::vector<std::string> list_of(const io::RunKey& key, const Option& option) {
    return values_of(key, option.value.find(',') == std::string::npos ? ',' : ';');
}

std::optional<std::string> value_of(const io::RunKey& key, base::Diagnostics& diagnostics) {
    if (key.values.size() == 1 && !key.values.front().value.empty()) return key.values.front().value;
    const bool none = key.values.empty() || key.values.size() == 1;
    diagnostics.error(bad_value(key.name.at, fmt::format("'{}' has {}", key.name.value, none ? "no value" : "several values"),
                                "one value", none ? "write its value, or take the key out" : "keep the one that is meant"));
    return std::nullopt;
}

std::optional<bool> switch_of(const io::RunKey& key, base::Diagnostics& diagnostics) {
    const std::string word = key.values.size() == 1 ? key.values.front().value : std::string{};
    if (word == "yes" || word == "true") return true;
    if (word == "no" || word == "false") return false;
    diagnostics.error(bad_value(key.values.empty() ? key.name.at : key.values.front().at,
                                fmt::format("'{}' is a switch, and cannot be '{}'", key.name.value, word), "yes or no",
                                fmt::format("write yes, or take '{}' out", key.name.value)));
    return std::nullopt;
}

std::vector<std::string> words_of(const io::RunKey& key, const Option& option, base::Diagnostics& diagnostics) {
    std::vector<std::string> words;
    if (option.value.empty()) {
        if (switch_of(key, diagnostics).value_or(false)) words.push_back("--" + option.name);
    } else if (option.repeatable) {
        const auto values = list_of(key, option);
        if (values.empty()) static_cast<void>(value_of(io::RunKey{key.name, {}, false}, diagnostics));
        for (const std::string& value : values) add_option(words, option.name, value);
    } else if (const auto value = value_of(key, diagnostics)) {
        add_option(words, option.name, *value);
    }
    return words;
}

}  // namespace je::tool
