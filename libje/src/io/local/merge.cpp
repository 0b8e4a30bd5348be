// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/local/merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "io/local/places.hpp"
#include "io/yaml/format.hpp"
#include "io/yaml/words.hpp"
#include "je/base/text.hpp"

namespace je::io {
namespace {

using ChangeKind = LocalChange::Kind;
using Text = base::Located<std::string>;

constexpr std::size_t most_changes = 1000;

/// What stands at a path of a scheme: the branch, and how far the path was found.
struct Found {
    YamlBranch* at = nullptr;  // the last that was found
    std::size_t steps = 0;     // how many of the path
};

class Merging {
public:
    Merging(const LocalDraft& local, const base::SourceTextPtr& base, YamlBranch& top, base::Diagnostics& diagnostics,
            std::vector<MergedChange>& done)
        : local_{local}, base_{base}, top_{top}, diagnostics_{diagnostics}, done_{done} {}

    void run() {
        if (local_.changes.size() > most_changes)
            return diagnostics_.error({"JE-Z69", local_.changes[most_changes].at,
                                       fmt::format("the local agreement has {} changes", local_.changes.size()),
                                       fmt::format("at most {}", most_changes),
                                       "a scheme changed in so many places is another scheme: write it as one"});
        find_sources();
        for (const LocalChange& change : local_.changes) {
            check_reasons(change);
            carry_out(change);
        }
        if (local_.says_points && !needs_points_)
            diagnostics_.warning(
                {"JE-Z64", *local_.says_points,
                 fmt::format("'{}' says that it changes points, and no change in it needs that", local_.id.value),
                 "'changes_points: true' only where factors, facts or rules about points are changed",
                 "take the line out: every report then says that points are as in the base"});
    }

private:
    void error(std::string id, const base::SourcePosition& at, std::string message, std::string expected, std::string fix) {
        diagnostics_.error({std::move(id), at, std::move(message), std::move(expected), std::move(fix)});
    }

    void find_sources() {
        for (const std::string& id : entry_names(top_.find("sources"), "sources")) sources_.insert(id);
        for (const auto& [id, value] : local_.sources) {
            if (!sources_.insert(id.value).second)
                error("JE-Z52", id.at, fmt::format("source '{}' is in the base or this list already", id.value),
                      "sources with ids of their own", "give it another id");
            else if (!local_.changes.empty())  // else the scheme is the base's to the byte
                list("sources", id.at).parts.push_back(value.top);
        }
    }

    void check_reasons(const LocalChange& change) {
        const std::string& where = change.target.value;
        if (change.reason.find_first_not_of(" \t\r\n") == std::string::npos)
            error("JE-Z54", change.at, fmt::format("the change of '{}' has no reason", where), "why it was agreed, in 'reason'",
                  "add 'reason:' with the reason that both sides gave");
        if (!change.source || !sources_.contains(change.source->value))
            error("JE-Z55", change.source ? change.source->at : change.at,
                  change.source
                      ? fmt::format("the change of '{}' names source '{}', which is not listed", where, change.source->value)
                      : fmt::format("the change of '{}' names no source", where),
                  "the id of an entry under 'sources', here or in the base",
                  "add the paper in which it was agreed under 'sources', and write its id");
    }

    /// The list of that name, which is made where the base has none.
    YamlBranch& list(std::string_view key, const base::SourcePosition& at) {
        if (YamlBranch* found = top_.find(key)) return *found;
        const YamlNode like{.line = at.line, .column = at.column, .length = at.length, .of_second = true};
        top_.parts.push_back(word(find_section(key)->key, like));
        top_.parts.push_back(container(YamlKind::sequence, like));
        return top_.parts.back();
    }

    void carry_out(const LocalChange& change) {
        const std::string& target = change.target.value;
        if (change.kind == ChangeKind::set) return set(change);
        const std::string_view key = std::string_view{target}.substr(0, target.find('/'));
        const LocalSection* section = find_section(key);
        if (section == nullptr) return report_not_local(change, key);
        if (section->changes_points && !may_change_points(change)) return;
        if (section->is_one) return change_one(change, *section);
        if (change.kind == ChangeKind::add)
            add(change, *section);
        else
            change_entry(change, *section);
    }

    void report_not_local(const LocalChange& change, std::string_view key) {
        const bool known = top_.find(key) != nullptr || is_known_key(key);
        const auto names = section_names();
        const auto near = base::nearest(key, names);
        if (known)
            return error(
                "JE-Z56", change.target.at, fmt::format("'{}' may not be changed by a local agreement", change.target.value),
                base::quoted_list(names, "or"), "a scheme with another one of these is another scheme: write it as one");
        error("JE-Z51", change.target.at, fmt::format("a scheme has no list '{}'", shown_text(key)),
              base::quoted_list(names, "or"),
              near ? fmt::format("write '{}'", *near) : "write one of those, and after a '/' the id of the entry");
    }

    bool may_change_points(const LocalChange& change) {
        needs_points_ = true;
        if (local_.says_points) return true;
        error("JE-Z57", change.target.at,
              fmt::format("the change of '{}' can change points, and the agreement does not say that it does",
                          change.target.value),
              "'changes_points: true' in an agreement that changes points, which every report then says",
              "add the line 'changes_points: true', or take the change out");
        return false;
    }

    /// Whether nothing that was touched before is this, lies in it, or has it within.
    bool is_first_touch(const LocalChange& change, const std::string& where) {
        const auto within = [](const std::string& a, const std::string& b) { return a == b || a.starts_with(b + "/"); };
        const auto before = std::find_if(touched_.begin(), touched_.end(),
                                         [&](const auto& one) { return within(one.first, where) || within(where, one.first); });
        if (before == touched_.end()) {
            touched_.emplace_back(where, change.target.at);
            return true;
        }
        error("JE-Z53", change.target.at,
              fmt::format("'{}' is changed twice; the first change is at {}", where, before->second.file_and_line()),
              "each thing changed once, so that the order of changes hides nothing", "join the changes into one");
        return false;
    }

    void add(const LocalChange& change, const LocalSection& section) {
        if (!change.entry) return;
        const std::string name = name_of_entry(change.entry->top, section.key);
        if (change.target.value != section.key)
            return error("JE-Z51", change.target.at, fmt::format("'add: {}' names more than a list", change.target.value),
                         fmt::format("'add: {}', with the id in the entry", section.key),
                         fmt::format("write 'add: {}'", section.key));
        const std::string where = fmt::format("{}/{}", section.key, name);
        YamlBranch& entries = list(section.key, change.target.at);
        if (!is_first_touch(change, where)) return;
        if (const auto there = find_entry(entries, name, section.key))
            return error("JE-Z52", change.target.at,
                         fmt::format("'{}' is there already, at {}", where, place_of(entries.parts[*there])),
                         "an id that the base does not have", fmt::format("write 'replace: {}', or give it another id", where));
        std::size_t at = entries.parts.size();
        if (const auto& beside = change.before ? change.before : change.after) {
            const auto found = find_entry(entries, beside->value, section.key);
            if (!found) return report_no_entry(*beside, section.key, entries);
            at = change.before ? *found : *found + 1;
        }
        remember(change, where, nullptr);
        entries.parts.insert(entries.parts.begin() + static_cast<std::ptrdiff_t>(at), change.entry->top);
    }

    void report_no_entry(const Text& asked, std::string_view section, const YamlBranch& entries) {
        const auto names = entry_names(&entries, section);
        const auto slash = asked.value.find('/');
        const auto near = base::nearest(asked.value.substr(slash == std::string::npos ? 0 : slash + 1), names);
        const std::string lead = slash == std::string::npos ? std::string{} : fmt::format("{}/", section);
        error("JE-Z51", asked.at, fmt::format("there is no '{}' in the base", asked.value),
              names.empty() ? fmt::format("an entry of '{}', and the base has none", section)
                            : fmt::format("an entry of '{}': {}", section, base::quoted_list(names, "or")),
              near ? fmt::format("write '{}{}'", lead, *near) : "write one of those; what is new is added with 'add'");
    }

    void change_entry(const LocalChange& change, const LocalSection& section) {
        const std::string& where = change.target.value;
        YamlBranch& entries = list(section.key, change.target.at);
        const std::string name = where.substr(std::min(where.size(), section.key.size() + 1));
        const auto found = find_entry(entries, name, section.key);
        if (!is_first_touch(change, where)) return;
        if (!found) return report_no_entry(change.target, section.key, entries);
        YamlBranch& there = entries.parts[*found];
        if (change.kind == ChangeKind::replace && (!change.entry || !has_name(change, name, section))) return;
        if (!was_so(change, there)) return;
        remember(change, where, &there);
        if (change.kind == ChangeKind::replace)
            there = change.entry->top;
        else
            entries.parts.erase(entries.parts.begin() + static_cast<std::ptrdiff_t>(*found));
    }

    bool has_name(const LocalChange& change, const std::string& name, const LocalSection& section) {
        const std::string given = name_of_entry(change.entry->top, section.key);
        if (given == name) return true;
        error("JE-Z58", change.target.at, fmt::format("'{}' is replaced by an entry called '{}'", change.target.value, given),
              fmt::format("an entry called '{}': an entry keeps its id", name),
              fmt::format("write '{}' in the entry, or take '{}' out and add '{}'", name, name, given));
        return false;
    }

    /// A value by itself, such as `max_total`.
    void change_one(const LocalChange& change, const LocalSection& section) {
        YamlBranch* there = top_.find(section.key);
        if (!is_first_touch(change, std::string{section.key})) return;
        if (change.target.value != section.key || (there == nullptr) != (change.kind == ChangeKind::add)) {
            const bool twice = there != nullptr && change.target.value == section.key;
            return error(twice ? "JE-Z52" : "JE-Z51", change.target.at,
                         twice ? fmt::format("'{}' is there already, at {}", section.key, place_of(*there))
                               : fmt::format("there is no '{}' in the base", change.target.value),
                         twice ? "'replace' for what the base has" : "'add' for what the base does not have",
                         fmt::format("write '{}: {}'", twice ? "replace" : "add", section.key));
        }
        if (there != nullptr && !was_so(change, *there)) return;
        remember(change, std::string{section.key}, there);
        if (change.kind == ChangeKind::remove) return take_out(section.key);
        if (there != nullptr) *there = change.entry->top;
        if (there == nullptr) {
            top_.parts.push_back(word(section.key, change.entry->top.node));
            top_.parts.push_back(change.entry->top);
        }
    }

    void take_out(std::string_view key) {
        for (std::size_t i = 0; i + 1 < top_.parts.size(); i += 2) {
            if (top_.parts[i].node.text != key) continue;
            const auto at = top_.parts.begin() + static_cast<std::ptrdiff_t>(i);
            top_.parts.erase(at, at + 2);
            return;
        }
    }

    bool was_so(const LocalChange& change, const YamlBranch& there) {
        if (!change.was) return true;
        const YamlBranch& was = change.was->top;
        bool same = true;
        const auto compare = [&](const YamlBranch& stated, const YamlBranch* now, std::string_view key) {
            if (now != nullptr && is_same(stated, *now)) return;
            same = false;
            const std::string lead = key.empty() ? std::string{} : fmt::format("{}: ", key);
            error("JE-Z59", {change.at.source, stated.node.line, stated.node.column, stated.node.length},
                  fmt::format("'{}' was agreed to replace '{}{}', and the base has {}", change.target.value, lead,
                              on_one_line(stated),
                              now == nullptr ? "nothing there" : fmt::format("'{}{}'", lead, on_one_line(*now))),
                  "what the base says, in 'was'",
                  "ask both sides what they agreed to change; correct 'was' if the base is right");
        };
        if (!was.node.is_map() || !there.node.is_map()) {
            compare(was, &there, {});
        } else {
            for (std::size_t i = 0; i + 1 < was.parts.size(); i += 2)
                compare(was.parts[i + 1], there.find(was.parts[i].node.text), was.parts[i].node.text);
        }
        return same;
    }

    /// The way to what a path names, as far as it is there.
    Found follow(const std::vector<std::string>& path) {
        Found found{&top_, 0};
        for (const std::string& step : path) {
            YamlBranch* next = nullptr;
            if (found.at->node.is_sequence()) {
                const std::string_view section = found.steps == 1 ? std::string_view{path.front()} : std::string_view{};
                if (const auto at = find_entry(*found.at, step, section)) next = &found.at->parts[*at];
            } else {
                next = found.at->find(step);
            }
            if (next == nullptr) break;
            found = {next, found.steps + 1};
        }
        return found;
    }

    void set(const LocalChange& change) {
        const std::string& where = change.target.value;
        auto path = base::parts_between(where, '/');
        const std::string key = path.back();
        if (!may_be_set(change, key)) return;
        path.pop_back();
        if (!is_first_touch(change, where) || !change.entry) return;
        const Found found = follow(path);
        if (found.steps < path.size() || path.empty()) return report_no_path(change, path, found);
        YamlBranch& owner = with_keys(*found.at, path);
        YamlBranch* there = owner.find(key);
        if (!was_text(change, there)) return;
        remember(change, where, there);
        if (there != nullptr)
            *there = change.entry->top;
        else {
            owner.parts.push_back(word(key == "help" ? "help" : "short", change.entry->top.node));
            owner.parts.push_back(change.entry->top);
        }
    }

    bool may_be_set(const LocalChange& change, const std::string& key) {
        if (key == "help" || key == "short") return true;
        static constexpr std::array<std::string_view, 4> wordings{"summary", "definition", "ask", "text"};
        const bool wording = std::find(wordings.begin(), wordings.end(), key) != wordings.end();
        error("JE-Z56", change.target.at,
              wording
                  ? fmt::format("'{}' is the wording of the scheme, which no local agreement may change", change.target.value)
                  : fmt::format("'set' cannot change '{}'", change.target.value),
              "a path that ends in 'help' or 'short'",
              wording ? "write a convention that says how the wording is read: add: conventions"
                      : "use 'replace' with the whole entry where it may be changed");
        return false;
    }

    bool was_text(const LocalChange& change, const YamlBranch* there) {
        const YamlBranch nothing = container(YamlKind::null, {});
        return was_so(change, there == nullptr ? nothing : *there);
    }

    void report_no_path(const LocalChange& change, const std::vector<std::string>& path, const Found& found) {
        std::vector<std::string> names;
        if (found.at->node.is_sequence()) names = entry_names(found.at, found.steps == 1 ? path.front() : std::string{});
        for (std::size_t i = 0; found.at->node.is_map() && i + 1 < found.at->parts.size(); i += 2)
            names.emplace_back(found.at->parts[i].node.text);
        const std::string missing = found.steps < path.size() ? path[found.steps] : std::string{};
        const auto near = base::nearest(missing, names);
        error("JE-Z51", change.target.at,
              missing.empty() ? fmt::format("'{}' names no part of the base", change.target.value)
                              : fmt::format("there is no '{}' in the base: '{}' is not found", change.target.value, missing),
              names.empty() ? "a part that the base has" : base::quoted_list(names, "or"),
              near ? fmt::format("write '{}' in place of '{}'", *near, missing)
                   : "write for example 'factors/knowledge/levels/3/help'");
    }

    [[nodiscard]] base::SourcePosition position_of(const YamlBranch& branch) const {
        return {branch.node.of_second ? local_.at.source : base_, branch.node.line, branch.node.column, branch.node.length};
    }
    [[nodiscard]] std::string place_of(const YamlBranch& branch) const { return position_of(branch).file_and_line(); }

    void remember(const LocalChange& change, std::string where, const YamlBranch* there) {
        if (there != nullptr && change.entry && is_same(*there, change.entry->top))
            diagnostics_.warning({"JE-Z63", change.target.at, fmt::format("the change of '{}' changes nothing", where),
                                  "an entry that says something else than the base",
                                  "take the change out: the base says the same"});
        done_.push_back({.kind = change.kind,
                         .what = {std::move(where), there == nullptr ? std::string{} : on_one_line(*there),
                                  change.entry ? on_one_line(change.entry->top) : std::string{}},
                         .reason = change.reason,
                         .source = change.source ? change.source->value : std::string{},
                         .at = change.at,
                         .base_at = there == nullptr ? base::SourcePosition{} : position_of(*there)});
    }

    const LocalDraft& local_;
    const base::SourceTextPtr& base_;
    YamlBranch& top_;
    base::Diagnostics& diagnostics_;
    std::vector<MergedChange>& done_;
    std::set<std::string, std::less<>> sources_;
    std::vector<std::pair<std::string, base::SourcePosition>> touched_;
    bool needs_points_ = false;
};

}  // namespace

MergedScheme merge(const LocalDraft& local, const base::SourceTextPtr& base, const Limits& limits,
                   base::Diagnostics& diagnostics) {
    MergedScheme merged;
    base::Diagnostics said_of_base;
    const auto tree = parse_yaml(base, limits, said_of_base);
    if (!tree) return merged;
    YamlBranch top = branch_of(tree->root());
    base::Diagnostics found;
    Merging{local, base, top, found, merged.changes}.run();
    if (!found.has_errors()) {
        const auto nodes = nodes_of(top);
        std::size_t harmless = 0;
        merged.draft = scheme_of(YamlContext{base, found, harmless, local.at.source}, nodes.front());
        if (found.has_errors()) merged.draft.reset();
    }
    diagnostics.append(found);
    return merged;
}

}  // namespace je::io
