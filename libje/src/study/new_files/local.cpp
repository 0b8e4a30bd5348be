// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "io/yaml/words.hpp"
#include "study/new_files/parts.hpp"
#include "study/new_files/texts.hpp"

namespace je::study {
namespace {

/// "#   panel/three: in the scheme's words" for each entry that has an id.
template <class Entries>
std::string places(std::string_view list, const Entries& entries) {
    std::string text;
    for (const auto& entry : entries) {
        const std::string lead = fmt::format("  {}/{}", list, entry.id.text());
        text += comment(entry.summary.empty() ? lead : fmt::format("{}: {}", lead, entry.summary), 0, 4);
    }
    return text;
}

template <class Tables>
std::string tables(std::string_view list, const Tables& all) {
    std::string text;
    for (const auto& table : all)
        text += comment(fmt::format("  {}/{}", list, table.from() ? table.from()->to_string() : std::string{"only"}), 0);
    return text;
}

}  // namespace

std::string new_local_text(const model::Scheme& scheme, const report::SchemeInfo& info, std::string_view id) {
    std::string text =
        comment(fmt::format("A local agreement over {}: what both sides agreed to do otherwise than the scheme says, "
                            "each change with its reason and the paper it was agreed in. It changes nothing yet.",
                            scheme.title()),
                0);
    text += caution_comments(scheme);
    text +=
        fmt::format("format: je-local/1\nid: {}\ntitle: Local agreement of an employer\nedition: \"1\"\n", io::yaml_scalar(id));
    text += comment("The scheme as it lies in its file: je says so if that is another one day.", 0);
    text += fmt::format("extends: {{scheme: {}, edition: {}, sha256: \"{}\"}}\n", io::yaml_scalar(info.id),
                        io::yaml_scalar(info.edition), info.sha256);
    text += "sources:\n  - {id: agreement, title: Name and date of the paper in which it was agreed}\n";
    text += "# changes_points: true     # only where factors, facts or rules about points change; every report then says so\n";
    text += "changes: []\n";
    text +=
        "# changes:                 # in place of the line above; each states whole entries\n"
        "#   - {add: panel, entry: {id: reasons, check: rationale, breach: warn}, reason: Why, source: agreement}\n"
        "#   - {replace: panel/ID, entry: {id: ID, check: size, smallest: 4}, was: {smallest: 3}, reason: Why, source: "
        "agreement}\n"
        "#   - {remove: panel/ID, reason: Why, source: agreement}\n"
        "#   - {set: factors/ID/levels/LEVEL/help, to: Our own words., reason: Why, source: agreement}\n"
        "#\n";
    text += comment("What the scheme has that may be replaced or removed:", 0);
    text += places("panel", scheme.panel_rules()) + places("appeal", scheme.appeal_rules()) +
            places("conventions", scheme.conventions()) + tables("bands", scheme.band_tables()) +
            tables("pay", scheme.pay_tables());
    return text;
}

}  // namespace je::study
