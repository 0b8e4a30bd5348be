// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/bundle/names.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "io/archive/names.hpp"
#include "je/base/text.hpp"
#include "je/study/bundle.hpp"

namespace je::study {

namespace {

bool is_ours(const std::string& name) {
    const std::string folded = base::folded(name);
    return folded == base::folded(readme_of_bundle) || folded == base::folded(list_of_bundle) ||
           folded.starts_with(std::string{report_of_bundle} + ".");
}

/// "a-2.yaml" of "a.yaml".
std::string numbered(const std::string& name, int n) {
    const auto point = name.find_last_of("./");
    const bool ends = point != std::string::npos && name[point] == '.';
    const std::string end = ends ? name.substr(point) : std::string{};
    return fmt::format("{}-{}{}", name.substr(0, name.size() - end.size()), n, end);
}

std::string wanted_name(const std::string& name, bool scheme) {
    const std::string plain = io::portable_name(std::filesystem::path{name}.lexically_normal().generic_string());
    if (scheme) return scheme_in_bundle(plain);
    const bool within = io::stays_within(plain);
    const std::string last = plain.substr(plain.find_last_of('/') + 1);
    std::string wanted = within ? plain : "files/" + (io::stays_within(last) ? last : std::string{"file"});
    return wanted.front() == '-' || is_ours(wanted) ? "files/" + wanted : wanted;
}

/// Calls `use` with each folder that a file lies in, the outermost first, until it gives true.
template <class Use>
bool any_folder_of(const std::string& name, Use&& use) {
    for (auto end = name.find('/'); end != std::string::npos; end = name.find('/', end + 1))
        if (use(name.substr(0, end))) return true;
    return false;
}

}  // namespace

std::string scheme_in_bundle(const std::string& name) { return "schemes/" + name; }

bool BundleNames::has_file_above(const std::string& name) const {
    return any_folder_of(base::folded(name), [&](const std::string& folder) { return files_.contains(folder); });
}

void BundleNames::take(const std::string& name) {
    const std::string folded = base::folded(name);
    files_.insert(folded);
    any_folder_of(folded, [&](const std::string& folder) { return folders_.insert(folder), false; });
}

const std::string& BundleNames::add(const std::string& name, bool scheme) {
    const auto known = names_.find(name);
    if (known != names_.end()) return known->second;
    const std::string first = wanted_name(name, scheme);
    std::string wanted = first;
    for (int n = 2; has_file_above(wanted); ++n) wanted = fmt::format("files-{}/{}", n, first);
    std::string free = wanted;
    const auto is_taken = [&] { return files_.contains(base::folded(free)) || folders_.contains(base::folded(free)); };
    for (int n = 2; is_taken(); ++n) free = numbered(wanted, n);
    take(free);
    return names_.emplace(name, std::move(free)).first->second;
}

std::string BundleNames::of(const std::string& name) const {
    const auto known = names_.find(name);
    return known == names_.end() ? name : known->second;
}

}  // namespace je::study
