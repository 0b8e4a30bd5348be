// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/verifying.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <system_error>
#include <utility>

#include "files_read.hpp"
#include "je/io/json_value.hpp"
#include "rerun.hpp"
#include "schemes_path.hpp"

namespace je::tool {

namespace {

using io::JsonValue;
using report::KeptState;
using report::Verdict;

constexpr std::size_t most_differences = 50;

/// The text under a name of an object; empty when there is none.
std::string text_at(const JsonValue& value, std::string_view name) {
    const JsonValue* found = value.find(name);
    return found == nullptr ? std::string{} : std::string{found->as_text().value_or("")};
}

JsonValue* member(JsonValue& value, std::string_view name) {
    const auto found = std::find_if(value.members.begin(), value.members.end(), [&](const auto& m) { return m.first == name; });
    return value.kind == JsonValue::Kind::object && found != value.members.end() ? &found->second : nullptr;
}

/// Takes a member out of an object and gives its text; empty when there is none.
std::string taken(JsonValue& value, std::string_view name) {
    std::string text = text_at(value, name);
    std::erase_if(value.members, [&](const auto& m) { return value.kind == JsonValue::Kind::object && m.first == name; });
    return text;
}

/// A file as it is now, read for its checksum alone. A scheme is listed by its name, wherever it was found.
std::optional<std::string> path_of(const std::string& name, std::span<const std::string> scheme_path) {
    std::error_code ignored;
    if (std::filesystem::exists(name, ignored)) return name;
    constexpr std::string_view end = ".yaml";
    if (!name.ends_with(end)) return std::nullopt;
    return find_scheme(std::string_view{name}.substr(0, name.size() - end.size()), scheme_folders(scheme_path));
}

KeptState state_of_file(const std::string& path, const std::string& sha256, const io::Limits& limits) {
    base::Diagnostics too_large;
    try {
        const auto text = read_input(path, path, limits, too_large, io::Readable::files);
        if (!text) return KeptState::not_read;
        return io::sha256_hex((*text)->text) == sha256 ? KeptState::unchanged : KeptState::changed;
    } catch (const base::OutsideError&) {
        return KeptState::not_read;
    }
}

/// Inputs that a result lists, and how each stands: as the result now has it, else as the file of that name is.
class InputStates {
public:
    InputStates(const JsonValue* now, std::vector<std::string> scheme_path, const io::Limits& limits)
        : now_{now == nullptr ? nullptr : now->find("inputs")}, scheme_path_{std::move(scheme_path)}, limits_{limits} {}

    [[nodiscard]] std::vector<report::VerifiedInput> of(const JsonValue& stored) const {
        std::vector<report::VerifiedInput> states;
        const JsonValue* inputs = stored.find("inputs");
        if (inputs == nullptr || inputs->kind != JsonValue::Kind::list) return states;
        for (const auto& [unnamed, input] : inputs->members) {
            const std::string name = text_at(input, "name");
            states.push_back({name, state(name, text_at(input, "sha256"))});
        }
        return states;
    }

private:
    [[nodiscard]] KeptState state(const std::string& name, const std::string& sha256) const {
        if (now_ != nullptr) {
            const auto found = std::find_if(now_->members.begin(), now_->members.end(),
                                            [&](const auto& m) { return text_at(m.second, "name") == name; });
            if (found != now_->members.end()) {
                return text_at(found->second, "sha256") == sha256 ? KeptState::unchanged : KeptState::changed;
            }
        }
        const auto path = path_of(name, scheme_path_);
        if (!path && now_ == nullptr && is_number_of_file(name)) return KeptState::not_named;
        return path ? state_of_file(*path, sha256, limits_) : KeptState::missing;
    }

    /// "file 2", as a public result has it.
    [[nodiscard]] static bool is_number_of_file(std::string_view name) {
        constexpr std::string_view lead = "file ";
        return name.starts_with(lead) && name.size() > lead.size() &&
               name.find_first_not_of("0123456789", lead.size()) == std::string_view::npos;
    }

    const JsonValue* now_;  // the list of inputs; null when there is no result now
    std::vector<std::string> scheme_path_;
    const io::Limits& limits_;
};

/// Takes out where schemes were read from: they may lie elsewhere now. That there is such a file stays.
void forget_places(JsonValue& value) {
    for (auto& [name, one] : value.members) {
        JsonValue* file = name == "scheme" ? member(one, "file") : nullptr;
        if (file != nullptr && file->kind == JsonValue::Kind::text) file->word.clear();
        forget_places(one);
    }
}

/// Counts pseudonyms from 1 in the order in which they come. In a run of several commands a person keeps the number that an
/// earlier result gave; by itself, the same result counts from 1.
class CountAgain {
public:
    void operator()(JsonValue& value) {
        if (value.kind == JsonValue::Kind::text) rename(value.word);
        for (auto& [name, one] : value.members) {
            rename(name);
            (*this)(one);
        }
    }

private:
    void rename(std::string& text) {
        constexpr std::string_view lead = "panellist ";
        for (std::size_t at = text.find(lead); at != std::string::npos; at = text.find(lead, at + 1)) {
            const std::size_t begin = at + lead.size();
            const std::size_t end = std::min(text.find_first_not_of("0123456789", begin), text.size());
            if (end == begin || text.compare(end, 2, " (") != 0) continue;
            const auto number = numbers_.try_emplace(text.substr(begin, end - begin), numbers_.size() + 1).first->second;
            text.replace(begin, end - begin, std::to_string(number));
        }
    }

    std::map<std::string, std::size_t, std::less<>> numbers_;
};

/// Whether people have pseudonyms in a result.
bool has_pseudonyms(const JsonValue& result) {
    const JsonValue* tool = result.find("tool");
    const JsonValue* words = tool == nullptr ? nullptr : tool->find("arguments");
    if (words == nullptr) return false;
    return std::any_of(words->members.begin(), words->members.end(), [](const auto& word) {
        return word.second.word == "appellant" || word.second.word == "--audience=appellant";
    });
}

/// Takes out what may differ: checksums, which the states of the inputs tell, and which program it was and when.
struct SetAside {
    std::string version;
    std::string stamp;

    explicit SetAside(JsonValue& result) {
        forget_places(result);
        if (has_pseudonyms(result)) CountAgain{}(result);
        if (JsonValue* tool = member(result, "tool")) {
            version = taken(*tool, "version");
            stamp = taken(*tool, "stamp");
        }
        JsonValue* inputs = member(result, "inputs");
        if (inputs == nullptr || inputs->kind != JsonValue::Kind::list) return;
        for (auto& [unnamed, input] : inputs->members) static_cast<void>(taken(input, "sha256"));
    }
};

void compare(report::VerifiedFile& file, JsonValue& stored, JsonValue& now) {
    const SetAside before{stored};
    const SetAside today{now};
    if (before.version != today.version) {
        file.notes.push_back(fmt::format("made by je {}; this is je {}", before.version, today.version));
    }
    if (before.stamp != today.stamp) file.notes.push_back(fmt::format("made at {}, as its stamp has it", before.stamp));
    auto found = io::compare_json(stored, now, most_differences);
    for (io::JsonDifference& d : found.listed) {
        file.differences.push_back({std::move(d.path), std::move(d.before), std::move(d.now)});
    }
    file.differences_not_listed = found.not_listed;
}

Verdict verdict_on(const report::VerifiedFile& file) {
    if (!file.differences.empty()) return Verdict::differs;
    const bool same = std::all_of(file.inputs.begin(), file.inputs.end(),
                                  [](const report::VerifiedInput& input) { return input.state == KeptState::unchanged; });
    return same ? Verdict::reproduces : Verdict::inputs_changed;
}

bool any_unreadable(const std::vector<report::VerifiedInput>& inputs) {
    return std::any_of(inputs.begin(), inputs.end(),
                       [](const report::VerifiedInput& input) { return input.state == KeptState::not_read; });
}

}  // namespace

report::VerifiedFile Verifying::result(const base::SourceTextPtr& text) {
    report::VerifiedFile file{.name = text->name, .format = {}};
    if (text->text.empty()) {
        said.error(
            {.id = "JE-V20",
             .at = base::position_at(text, 0),
             .message = fmt::format("'{}' is empty: it holds no result, and as a log nothing is sealed in it yet", text->name),
             .expected = "a JSON result as je wrote it, or a sealed log",
             .fix = "make the result again; of a log whose head was noted, ask for the copy that it was noted from"});
        return file;
    }
    auto stored = io::read_json(text, limits_, said);
    if (!stored) return file;
    file.format = format_of(*stored);
    Rerun rerun{text, *stored, limits_, max_scenarios};
    rerun.share(shared);
    std::optional<JsonValue> now;
    if (rerun.prepare(said)) {
        const std::string made = rerun.run(said);
        if (!made.empty()) {
            now = io::read_json(std::make_shared<const base::SourceText>(base::SourceText{"the result now", made}), limits_,
                                said);
        }
    }
    file.arguments = rerun.arguments();
    file.inputs = InputStates{now ? &*now : nullptr, rerun.scheme_path(), limits_}.of(*stored);
    outside = outside || rerun.outside() || any_unreadable(file.inputs);
    if (!now) return file;
    compare(file, *stored, *now);
    file.verdict = verdict_on(file);
    return file;
}

}  // namespace je::tool
