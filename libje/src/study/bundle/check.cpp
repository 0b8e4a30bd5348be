// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "io/archive/zip.hpp"
#include "je/base/text.hpp"
#include "je/io/seal.hpp"
#include "je/study/bundle.hpp"

namespace je::study {

namespace {

using report::KeptState;

/// Holds the files of one bundle against its list.
class ListedFiles {
public:
    ListedFiles(const std::string& name, const BundleFiles& files, base::Diagnostics& diagnostics)
        : files_{files}, diagnostics_{diagnostics}, result_{.name = name, .format = "je-bundle/1"} {}

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
        bad_ = true;
        const bool missing = state == KeptState::missing;
        diagnostics_.error({.id = missing ? "JE-M17" : "JE-M16",
                            .at = base::position_at(list, at),
                            .message = missing ? fmt::format("'{}' is in the list and not in the bundle", name)
                                               : fmt::format("'{}' is not as it was when the list was made", name),
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

    const BundleFiles& files_;
    base::Diagnostics& diagnostics_;
    report::VerifiedFile result_;
    std::map<std::string, std::string> listed_;
    bool bad_ = false;
};

}  // namespace

report::VerifiedFile check_bundle(const std::string& name, const BundleFiles& files, base::Diagnostics& diagnostics) {
    return ListedFiles{name, files, diagnostics}.check();
}

}  // namespace je::study
