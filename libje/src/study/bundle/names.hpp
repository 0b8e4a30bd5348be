// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace je::study {

/// The name within a bundle of a scheme that was looked up: what a result lists as "demo.yaml".
[[nodiscard]] std::string scheme_in_bundle(const std::string& name);

/// Which file of a bundle each input is. No two are one file or a file and a folder where letters of either case, or accents
/// composed in another way, are the same, and none has a name that the bundle's own files have.
class BundleNames {
public:
    /// The name within the bundle; the same again for the same input. `scheme`: it was looked up by its name.
    const std::string& add(const std::string& name, bool scheme);
    /// The same of an input that was added, and `name` itself of any other.
    [[nodiscard]] std::string of(const std::string& name) const;
    [[nodiscard]] bool has(const std::string& name) const { return names_.contains(name); }

private:
    [[nodiscard]] bool has_file_above(const std::string& name) const;
    void take(const std::string& name);

    std::map<std::string, std::string> names_;
    std::set<std::string> files_{};                      // folded
    std::set<std::string> folders_{"files", "schemes"};  // likewise
};

}  // namespace je::study
