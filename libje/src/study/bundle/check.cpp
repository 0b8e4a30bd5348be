// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "io/archive/names.hpp"
#include "je/base/text.hpp"
#include "je/io/seal.hpp"
#include "je/study/bundle.hpp"
#include "je/version.hpp"
#include "study/bundle/names.hpp"
#include "study/bundle/readme.hpp"

namespace je::study {

namespace {

using report::KeptState;

/// Holds the files of one bundle against its list and its report.
class ListedFiles {
public:
    ListedFiles(const std::string& name, const BundleFiles& files, const io::JsonValue* report, base::Diagnostics& diagnostics)
        : files_{files}, report_{report}, diagnostics_{diagnostics}, result_{.name = name, .format = "je-bundle/1"} {}

    [[nodiscard]] report::VerifiedFile check() && {
        const auto list = files_.find(list_of_bundle);
        if (list == files_.end()) {
            diagnostics_.error({.id = "JE-M15",
                                .message = fmt::format("'{}' has no list of checksums", result_.name),
                                .expected = fmt::format("a bundle of je, with the file {}", list_of_bundle),
                                .fix = "give the folder or archive that je bundle wrote"});
            result_.verdict = report::Verdict::broken;
            return std::move(result_);
        }
        read(std::make_shared<const base::SourceText>(
            base::SourceText{fmt::format("{}/{}", result_.name, list_of_bundle), list->second}));
        for (const auto& [name, bytes] : files_)
            if (!listed_.contains(name) && name != list_of_bundle) report_unlisted(name);
        check_own_files();
        if (report_ != nullptr) check_report();
        result_.verdict = bad_ ? report::Verdict::broken : report::Verdict::intact;
        return std::move(result_);
    }

private:
    void read(const base::SourceTextPtr& list) {
        std::size_t at = 0;
        while (at < list->text.size()) {
            const std::size_t end = std::min(list->text.find('\n', at), list->text.size());
            take_line(list, at, std::string_view{list->text}.substr(at, end - at));
            at = end + 1;
        }
    }

    void take_line(const base::SourceTextPtr& list, std::size_t at, std::string_view line) {
        constexpr std::size_t hash = 64, lead = hash + 2;
        const std::string name{line.size() > lead ? line.substr(lead) : std::string_view{}};
        const bool sound = line.size() > lead && io::is_hash(std::string{line.substr(0, hash)}) &&
                           line.substr(hash, 2) == "  " && io::stays_within(name) && !listed_.contains(name);
        if (!sound) {
            bad_ = true;
            diagnostics_.error({.id = "JE-M15",
                                .at = base::position_at(list, at),
                                .message = "this line of the list of checksums cannot be followed",
                                .expected = "64 hexadecimal digits, two blanks and a name within the bundle, each name once",
                                .fix = "ask for the bundle again: je does not write such a line"});
            return;
        }
        const auto& sum = listed_.emplace(name, line.substr(0, hash)).first->second;
        const auto found = files_.find(name);
        const KeptState state = found == files_.end()                  ? KeptState::missing
                                : io::sha256_hex(found->second) == sum ? KeptState::unchanged
                                                                       : KeptState::changed;
        result_.inputs.push_back({name, state});
        if (state == KeptState::unchanged) return;
        report_state(state, base::position_at(list, at),
                     state == KeptState::missing ? fmt::format("'{}' is in the list and not in the bundle", name)
                                                 : fmt::format("'{}' is not as it was when the list was made", name));
    }

    void report_state(KeptState state, base::SourcePosition at, std::string message) {
        bad_ = true;
        diagnostics_.error({.id = state == KeptState::missing ? "JE-M17" : "JE-M16",
                            .at = std::move(at),
                            .message = std::move(message),
                            .expected = "every file as it was bundled",
                            .fix = "compare the bundle with that of the other side, or ask for it again"});
    }

    void report_unlisted(const std::string& name) {
        bad_ = true;
        diagnostics_.error({.id = "JE-M18",
                            .message = fmt::format("'{}' is in the bundle '{}' and not in its list", name, result_.name),
                            .expected = "the files of the list alone",
                            .fix = "take the file out: nobody vouches for it"});
    }

    /// Those that every bundle has: one may be missing from the list too.
    void check_own_files() {
        std::vector<std::string> missing;
        const auto look_for = [&](std::string_view name) {  // what the list names has been told
            if (!files_.contains(name) && !listed_.contains(std::string{name})) missing.emplace_back(name);
        };
        for (const std::string_view name : reports_of_bundle) look_for(name);
        look_for(readme_of_bundle);
        if (missing.empty()) return;
        report_state(KeptState::missing, {},
                     fmt::format("the bundle '{}' lacks {}, which every bundle has", result_.name, base::quoted_list(missing)));
    }

    void check_report() {
        std::set<std::string> used{reports_of_bundle.begin(), reports_of_bundle.end()};
        used.insert({std::string{readme_of_bundle}, std::string{list_of_bundle}});
        const io::JsonValue* inputs = report_->find("inputs");
        for (std::size_t i = 0; inputs != nullptr && i < inputs->members.size(); ++i) {
            const std::string name = text_of(inputs->members[i].second, "name");
            used.insert({name, scheme_in_bundle(name)});
            check_input(name, text_of(inputs->members[i].second, "sha256"));
        }
        for (const auto& [name, bytes] : files_)
            if (!used.contains(name) && listed_.contains(name)) report_unused(name);
        check_readme();
    }
    /// A scheme that is not here would be found elsewhere when the report is made again.
    void check_input(const std::string& name, const std::string& sum) {
        const std::string scheme = scheme_in_bundle(name);
        const auto file = files_.find(files_.contains(scheme) ? scheme : name);
        if (file == files_.end()) {
            if (!listed_.contains(name) && !listed_.contains(scheme))
                report_state(KeptState::missing, {},
                             fmt::format("the bundle '{}' lacks '{}', which its report was made from", result_.name, name));
            return;
        }
        const auto listed = listed_.find(file->first);
        const std::string now = io::sha256_hex(file->second);
        if (now == sum || (listed != listed_.end() && listed->second != now)) return;  // that has been told
        report_state(
            KeptState::changed, {},
            fmt::format("'{}' in the bundle '{}' is not as it was when the report was made", file->first, result_.name));
    }
    [[nodiscard]] static std::string text_of(const io::JsonValue& value, std::string_view key) {
        const io::JsonValue* found = value.find(key);
        return found == nullptr ? std::string{} : std::string{found->as_text().value_or("")};
    }

    void report_unused(const std::string& name) {
        bad_ = true;
        diagnostics_.error(
            {.id = "JE-M24",
             .message = fmt::format("'{}' is in the bundle '{}', and its report was not made from it", name, result_.name),
             .expected = "the report, and what it was made from",
             .fix = "take no notice of the file, and ask who made the bundle why it is there"});
    }

    /// Another version of je may say it otherwise, which is no fault of the bundle.
    void check_readme() {
        const auto found = files_.find(readme_of_bundle);
        if (found == files_.end()) return;
        const io::JsonValue* tool = report_->find("tool");
        const std::string made_by = tool == nullptr ? std::string{} : text_of(*tool, "version");
        if (found->second == readme(text_of(*report_, "job"), text_of(*report_, "job_title"), made_by)) return;
        base::Diagnostic differs{
            .id = "JE-M21",
            .message = fmt::format("'{}' does not say what je writes in it for this report", readme_of_bundle),
            .expected = "how to check the bundle, as je bundle writes it",
            .fix = "do not go by what it says: je verify checks the bundle without it"};
        if (made_by != version) return diagnostics_.note(std::move(differs));
        bad_ = true;
        diagnostics_.error(std::move(differs));
    }

    const BundleFiles& files_;
    const io::JsonValue* report_;  // null: it cannot be read
    base::Diagnostics& diagnostics_;
    report::VerifiedFile result_;
    std::map<std::string, std::string> listed_;
    bool bad_ = false;
};

}  // namespace

report::VerifiedFile check_bundle(const std::string& name, const BundleFiles& files, const io::JsonValue* report,
                                  base::Diagnostics& diagnostics) {
    return ListedFiles{name, files, report, diagnostics}.check();
}

}  // namespace je::study
