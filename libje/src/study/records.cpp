// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/records.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include "io/readers/reader.hpp"
#include "je/base/text.hpp"

namespace je::study {

namespace fs = std::filesystem;

namespace {

/// By the values of Records::Kind.
struct KindOfRecord {
    std::string_view name;
    std::string_view format;
};
constexpr std::array<KindOfRecord, 4> kinds_of_records{
    {{"job", "je-job/"}, {"panel", "je-panel/"}, {"appeal", "je-appeal/"}, {"scheme", "je-scheme/"}}};

constexpr std::size_t few_look_ups = 8;  // of a kind: from then on all of its files are parsed

/// The text of a file, or nothing: one that has nothing to do with the run must not stop it.
base::SourceTextPtr text_of(Inputs& inputs, const FoundFile& file) {
    base::Diagnostics unsaid;
    try {
        return inputs.peek(file, unsaid).value_or(nullptr);
    } catch (const base::OutsideError&) {
        return nullptr;
    }
}

}  // namespace

/// A file that may hold a record.
struct Records::Entry {
    FoundFile file;
    std::optional<Kind> kind{};  // nothing: not looked at, or none of ours
    base::SourceTextPtr text{};  // of files with a kind
    bool parsed = false;
    io::AnyDraft draft{};  // nothing in it before it is parsed, and when there were mistakes

    [[nodiscard]] const base::Located<std::string>* id() const {
        return std::visit(
            [](const auto& one) -> const base::Located<std::string>* {
                if constexpr (requires { one.id.value; }) return &one.id;
                return nullptr;
            },
            draft);
    }
    [[nodiscard]] std::string version() const {
        const auto* job = std::get_if<model::JobDraft>(&draft);
        return job ? job->version : std::string{};
    }
    /// "vlo.yaml:2", with the version of a job that has one.
    [[nodiscard]] std::string place() const {
        const std::string of = version();
        return of.empty() ? id()->at.file_and_line() : fmt::format("{} (version '{}')", id()->at.file_and_line(), of);
    }
};

void Records::Deleter::operator()(Entry* entry) const { delete entry; }

std::string_view to_text(Records::Kind kind) { return kinds_of_records[static_cast<std::size_t>(kind)].name; }

Records::Records(Inputs& inputs, std::span<const FoundFile> files, base::Diagnostics& diagnostics) : inputs_{inputs} {
    for (const FoundFile& file : files) add(file);
    for (const FoundFile& file : files) {
        if (file.named) add_beside(file);
    }
    for (const FoundFile& file : find_files(inputs.source(), inputs.options().records, diagnostics)) add(file);
}

void Records::add(const FoundFile& file) {
    if (is_csv(inputs_.source(), file.path) || !paths_.insert(inputs_.source().one_form(file.path)).second) return;
    entries_.emplace_back(new Entry{.file = file});
}

void Records::add_beside(const FoundFile& file) {
    const fs::path folder = fs::path{file.path}.parent_path();
    for (const std::string& name : inputs_.source().yaml_in(folder.empty() ? std::string{"."} : folder.string(), false)) {
        const std::string path = (folder / name).generic_string();
        add({path, path, false});
    }
}

void Records::look_at_kinds() {
    if (std::exchange(kinds_known_, true)) return;
    for (const auto& entry : entries_) {
        auto text = text_of(inputs_, entry->file);
        if (!text) continue;
        for (std::size_t kind = 0; kind < kinds_of_records.size(); ++kind) {
            if (looks_like(text->text, kinds_of_records[kind].format)) entry->kind = static_cast<Kind>(kind);
        }
        if (entry->kind) entry->text = std::move(text);
    }
}

void Records::parse(Entry& entry) {
    if (std::exchange(entry.parsed, true)) return;
    base::Diagnostics unsaid;
    auto draft = inputs_.parsed(entry.text, unsaid, io::read_any);
    if (!unsaid.has_errors()) entry.draft = std::move(draft);
}

const std::vector<Records::Entry*>& Records::holding(Kind kind, std::string_view word) {
    look_at_kinds();
    const auto [kept, is_new] = holding_.try_emplace({kind, std::string{word}});
    std::vector<Entry*>& found = kept->second;
    if (!is_new) return found;
    for (const auto& entry : entries_) {
        if (entry->kind != kind || entry->text->text.find(word) == std::string::npos) continue;
        parse(*entry);
        found.push_back(entry.get());
    }
    return found;
}

std::vector<Records::Entry*> Records::with_id(Kind kind, std::string_view id) {
    std::vector<Entry*> found;
    if (++looked_up_[kind] <= few_look_ups) {
        for (Entry* entry : holding(kind, id)) {
            if (entry->id() != nullptr && entry->id()->value == id) found.push_back(entry);
        }
        return found;
    }
    const auto [first, last] = index_of(kind).equal_range(std::string{id});
    for (auto one = first; one != last; ++one) found.push_back(one->second);
    return found;
}

const std::multimap<std::string, Records::Entry*>& Records::index_of(Kind kind) {
    const auto [kept, is_new] = by_id_.try_emplace(kind);
    if (!is_new) return kept->second;
    look_at_kinds();
    for (const auto& entry : entries_) {
        if (entry->kind != kind) continue;
        parse(*entry);
        if (entry->id() != nullptr) kept->second.emplace(entry->id()->value, entry.get());
    }
    return kept->second;
}

template <class Draft>
const Draft* Records::only(std::span<Entry* const> found, Kind kind, const Text& id, base::Diagnostics& diagnostics) {
    if (found.empty()) return nullptr;
    if (found.size() == 1) {
        inputs_.list(found.front()->text, diagnostics);
        return &std::get<Draft>(found.front()->draft);
    }
    std::vector<std::string> places;
    bool versions = false;
    for (const Entry* entry : found) {
        places.push_back(entry->place());
        versions = versions || entry->version() != found.front()->version();
    }
    diagnostics.error({.id = "JE-P13",
                       .at = id.at,
                       .message = fmt::format("there are {} files with the id of {} '{}': {}", found.size(), to_text(kind),
                                              id.value, fmt::join(places, ", ")),
                       .expected = "one, so that it is clear which is meant",
                       .fix = versions ? "say which version is meant, with 'job_version', or move the others elsewhere"
                                       : "move all but the one that is meant elsewhere, or give each its own id"});
    return nullptr;
}

const model::PanelDraft* Records::find_panel(const Text& id, base::Diagnostics& diagnostics) {
    return only<model::PanelDraft>(with_id(Kind::panel, id.value), Kind::panel, id, diagnostics);
}

const model::JobDraft* Records::find_job(const Text& id, const std::optional<Text>& version, base::Diagnostics& diagnostics) {
    auto found = with_id(Kind::job, id.value);
    if (version) std::erase_if(found, [&](const Entry* entry) { return entry->version() != version->value; });
    return only<model::JobDraft>(found, Kind::job, id, diagnostics);
}

std::vector<const model::AppealDraft*> Records::find_appeals_of(std::string_view job, base::Diagnostics& diagnostics) {
    auto appeals = look_at_appeals_of(job);
    for (const auto* appeal : appeals) inputs_.list(appeal->job.at.source, diagnostics);
    return appeals;
}

std::vector<const model::AppealDraft*> Records::look_at_appeals_of(std::string_view job) {
    std::vector<const model::AppealDraft*> appeals;
    for (const Entry* entry : holding(Kind::appeal, job)) {
        const auto* appeal = std::get_if<model::AppealDraft>(&entry->draft);
        if (appeal != nullptr && appeal->job.value == job) appeals.push_back(appeal);
    }
    return appeals;
}

const model::PanelDraft* Records::look_at_panel(std::string_view id) {
    const auto found = with_id(Kind::panel, id);
    return found.size() == 1 ? std::get_if<model::PanelDraft>(&found.front()->draft) : nullptr;
}

const Records::ByOriginal& Records::repanelled(const std::string& job) {
    const auto [kept, is_new] = repanelled_.try_emplace(job);
    if (!is_new) return kept->second;
    for (const auto* appeal : look_at_appeals_of(job)) {
        if (appeal->repanel) kept->second.emplace(appeal->original.value, appeal);
    }
    return kept->second;
}

std::optional<FoundFile> Records::find_scheme(std::string_view id, const std::optional<std::string>& edition) {
    for (const Entry* entry : with_id(Kind::scheme, id)) {
        if (!edition || std::get<model::SchemeDraft>(entry->draft).edition == *edition) return entry->file;
    }
    return edition ? find_in_scheme_path(id, *edition) : std::nullopt;
}

std::optional<FoundFile> Records::find_in_scheme_path(std::string_view id, std::string_view edition) {
    for (const std::string& folder : inputs_.options().scheme_folders) {
        for (const std::string& name : inputs_.source().yaml_in(folder, false)) {
            if (name.rfind(id, 0) != 0) continue;
            Entry entry{
                .file = {.path = (fs::path{folder} / name).generic_string(), .name = name, .named = false, .by_name = true}};
            entry.text = text_of(inputs_, entry.file);
            if (!entry.text || !looks_like(entry.text->text, "je-scheme/")) continue;
            parse(entry);
            const auto* scheme = std::get_if<model::SchemeDraft>(&entry.draft);
            if (scheme != nullptr && scheme->id.value == id && scheme->edition == edition) return entry.file;
        }
    }
    return std::nullopt;
}

base::Diagnostic Records::missing(Kind kind, const Text& id, const std::optional<Text>& version) {
    std::vector<std::string> broken, others;
    for (const Entry* entry : holding(kind, id.value)) {
        if (entry->id() == nullptr) broken.push_back(entry->file.name);
        if (entry->id() != nullptr && entry->id()->value == id.value) others.push_back(entry->place());
    }
    const auto called = version ? fmt::format("version '{}' of {} '{}'", version->value, to_text(kind), id.value)
                                : fmt::format("{} '{}'", to_text(kind), id.value);
    std::string expected = "a file of that id among those given, beside them, or under --records";
    std::string fix = "name its file, or the folder that holds it, with --records";
    if (!broken.empty())
        fix = fmt::format("mend {} first if that is it: je check shows the mistakes", base::quoted_list(broken));
    if (version && !others.empty()) {
        expected = fmt::format("a file with that version; the files have {}", fmt::join(others, ", "));
        fix += "; or correct the version";
    }
    return {.id = "JE-P15",
            .at = version && !others.empty() ? version->at : id.at,
            .message = fmt::format("{} is not among the files", called),
            .expected = std::move(expected),
            .fix = std::move(fix),
            .severity = base::Severity::note};
}

}  // namespace je::study
