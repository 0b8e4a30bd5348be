// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/verify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "je/io/seal.hpp"
#include "study/outcome.hpp"

namespace je::study {

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

/// A scheme is listed by its name, wherever it was found.
std::optional<std::string> path_of(const io::Source& source, const std::string& name,
                                   std::span<const std::string> scheme_folders) {
    if (source.kind_of(name) != io::Source::Kind::nothing) return name;
    constexpr std::string_view end = ".yaml";
    if (!name.ends_with(end)) return std::nullopt;
    return find_scheme(source, std::string_view{name}.substr(0, name.size() - end.size()), scheme_folders);
}

/// A file as it is now, read for its checksum alone. Pipes are not read: what is verified comes from someone else, and names
/// what it likes.
KeptState state_of_file(io::Source& source, const std::string& path, const std::string& sha256, const io::Limits& limits) {
    if (path.find('\0') != std::string::npos) return KeptState::not_read;
    try {
        static_cast<void>(source.look_at(path));
    } catch (const base::OutsideError& e) {
        return e.diagnostic().id == "JE-X01" ? KeptState::missing : KeptState::not_read;
    }
    try {
        base::Diagnostics too_large;
        const auto text = source.read(path, path, limits, too_large);
        if (!text) return KeptState::not_read;
        return io::sha256_hex((*text)->text) == sha256 ? KeptState::unchanged : KeptState::changed;
    } catch (const base::OutsideError&) {
        return KeptState::not_read;
    }
}

/// Inputs that a result lists, and how each stands: as the result now has it, else as the file of that name is.
class InputStates {
public:
    InputStates(io::Source& source, const JsonValue* now, std::span<const std::string> scheme_folders, const io::Limits& limits)
        : source_{source},
          now_{now == nullptr ? nullptr : now->find("inputs")},
          scheme_folders_{scheme_folders},
          limits_{limits} {}

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
        const auto path = path_of(source_, name, scheme_folders_);
        if (!path && now_ == nullptr && is_number_of_file(name)) return KeptState::not_named;
        return path ? state_of_file(source_, *path, sha256, limits_) : KeptState::missing;
    }

    /// "file 2", as a public result has it.
    [[nodiscard]] static bool is_number_of_file(std::string_view name) {
        constexpr std::string_view lead = "file ";
        return name.starts_with(lead) && name.size() > lead.size() &&
               name.find_first_not_of("0123456789", lead.size()) == std::string_view::npos;
    }

    io::Source& source_;
    const JsonValue* now_;  // the list of inputs; null when there is no result now
    std::span<const std::string> scheme_folders_;
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

/// Takes out what may differ: checksums, which the states of the inputs tell, and which program it was and when; of a report,
/// those of its parts too.
struct SetAside {
    std::string version;
    std::string stamp;

    explicit SetAside(JsonValue& result) {
        forget_places(result);
        if (has_pseudonyms(result)) CountAgain{}(result);
        if (format_of(result) == "je-report/1") take_from_parts(result);
        take(result);
    }

private:
    void take(JsonValue& result) {
        if (JsonValue* tool = member(result, "tool")) {
            version = taken(*tool, "version");
            stamp = taken(*tool, "stamp");
        }
        JsonValue* inputs = member(result, "inputs");
        if (inputs == nullptr || inputs->kind != JsonValue::Kind::list) return;
        for (auto& [unnamed, input] : inputs->members) static_cast<void>(taken(input, "sha256"));
    }

    /// A part is an object, or stands in a list of them.
    void take_from_parts(JsonValue& report) {
        for (auto& [name, part] : report.members) {
            if (part.kind == JsonValue::Kind::list)
                for (auto& [unnamed, one] : part.members) take(one);
            else
                take(part);
        }
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

report::VerifiedFile verify_parsed(io::Source& source, const base::SourceTextPtr& text, JsonValue stored,
                                   const VerifyOptions& options, base::Diagnostics& diagnostics) {
    report::VerifiedFile file{.name = text->name, .format = format_of(stored)};
    const Remade made = options.remake ? options.remake(text, stored, diagnostics) : Remade{};
    std::optional<JsonValue> now;
    if (!made.result.empty()) {
        now = io::read_json(std::make_shared<const base::SourceText>(base::SourceText{"the result now", made.result}),
                            options.limits, diagnostics);
    }
    file.arguments = made.arguments;
    file.inputs = InputStates{source, now ? &*now : nullptr, made.scheme_folders, options.limits}.of(stored);
    if (!now) return file;
    compare(file, stored, *now);
    file.verdict = verdict_on(file);
    return file;
}

report::VerifiedFile verify_result(io::Source& source, const base::SourceTextPtr& text, const VerifyOptions& options,
                                   base::Diagnostics& diagnostics) {
    if (text->text.empty()) {
        diagnostics.error(
            {.id = "JE-V20",
             .at = base::position_at(text, 0),
             .message = fmt::format("'{}' is empty: it holds no result, and as a log nothing is sealed in it yet", text->name),
             .expected = "a JSON result as je wrote it, or a sealed log",
             .fix = "make the result again; of a log whose head was noted, ask for the copy that it was noted from"});
        return {.name = text->name, .format = {}};
    }
    auto stored = io::read_json(text, options.limits, diagnostics);
    if (!stored) return {.name = text->name, .format = {}};
    return verify_parsed(source, text, *std::move(stored), options, diagnostics);
}

/// Whether a text is meant as a sealed log, sound or not.
bool is_log(std::string_view text) {
    constexpr std::string_view begin = "{\"format\":\"je-seal/1\"";
    const bool begun = !text.empty() && begin.starts_with(text);  // the writing of the first entry was interrupted
    return begun || text.starts_with(begin) || text.find(std::string{"\n"}.append(begin)) != std::string_view::npos;
}

/// The log holds the whole text of each file, so that none of these is held against it. What was not compared is an error all
/// the same: a check that could not be made has not succeeded.
void report_state(const report::VerifiedSeal& seal, base::Diagnostics& diagnostics) {
    if (seal.state == KeptState::changed) {
        diagnostics.warning(
            {.id = "JE-V17",
             .message = fmt::format("'{}' was changed after it was sealed; entry {} holds it as it was", seal.name, seal.entry),
             .expected = "the same text as in the log, or a newer entry",
             .fix = "if the change is meant, seal the file again"});
    } else if (seal.state == KeptState::missing) {
        diagnostics.error(
            {.id = "JE-V18",
             .message = fmt::format("'{}' is not here; entry {} of the log holds its text", seal.name, seal.entry),
             .expected = "the file beside the log",
             .fix = "run je verify in the folder it was sealed from, or give that folder with --in"});
    } else if (seal.state == KeptState::not_read) {
        diagnostics.error({.id = "JE-V19",
                           .message = fmt::format("'{}' cannot be compared with entry {}: it cannot be read as a file",
                                                  seal.name, seal.entry),
                           .expected = "a file of a size that je reads",
                           .fix = "look at what has this name now; a large file needs --max-file-size"});
    }
}

report::VerifiedFile verify_log(io::Source& source, const base::SourceTextPtr& text, const VerifyOptions& options,
                                base::Diagnostics& diagnostics) {
    base::Diagnostics problems;
    const io::SealCheck check = io::check_log(text, options.limits, options.head, problems);
    report::VerifiedFile file{.name = text->name,
                              .format = std::string{io::seal_format},
                              .verdict = problems.has_errors() ? report::Verdict::broken : report::Verdict::intact};
    file.entries = check.entries.size();
    file.head = check.head();
    for (const io::SealedFile& sealed : check.files) {
        const auto state = state_of_file(source, sealed.newest->record.name, sealed.newest->sha256, options.limits);
        file.sealed.push_back({sealed.name, sealed.newest->number, state});
        const auto is_newer = [&](const io::SealedFile& other) {
            return other.newest->number > sealed.newest->number && source.one_form(other.name) == source.one_form(sealed.name);
        };
        const bool is_sealed_again = std::any_of(check.files.begin(), check.files.end(), is_newer);  // in another spelling
        if (state != KeptState::changed || !is_sealed_again) report_state(file.sealed.back(), problems);
    }
    diagnostics.append(problems);
    return file;
}

}  // namespace

std::string format_of(const io::JsonValue& stored) {
    const auto* format = stored.find("format");
    return format == nullptr ? std::string{} : std::string{format->as_text().value_or("")};
}

Outcome<report::VerifiedFile> verify(io::Source& source, const base::SourceTextPtr& text, const VerifyOptions& options) {
    return outcome_of<report::VerifiedFile>([&](auto& outcome) {
        const bool log = is_log(text->text);
        if (options.head && !log)
            refuse("JE-V14", "--head is for one sealed log, and that is not what was given", "one FILE, a sealed log",
                   "verify the log by itself, with --head; the other files without it");
        outcome.result = log ? verify_log(source, text, options, outcome.diagnostics)
                             : verify_result(source, text, options, outcome.diagnostics);
    });
}

Outcome<report::VerifiedFile> verify(io::Source& source, const base::SourceTextPtr& text, io::JsonValue stored,
                                     const VerifyOptions& options) {
    return outcome_of<report::VerifiedFile>(
        [&](auto& outcome) { outcome.result = verify_parsed(source, text, std::move(stored), options, outcome.diagnostics); });
}

}  // namespace je::study
