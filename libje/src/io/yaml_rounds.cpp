// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "io/yaml_format.hpp"
#include "io/yaml_slips.hpp"

namespace je::io {
namespace {

constexpr std::size_t most_rounds = 12;
constexpr std::size_t most_bytes_again = std::size_t{1} << 24U;  // read again and again, all rounds together

using Use = std::function<void(const YamlContext&, const YamlNode*)>;

/// Whether the last error, which ended the reading, is about one place that can be left out.
bool is_of_one_place(const base::Diagnostics& found) {
    static constexpr std::array<std::string_view, 11> ids{"JE-Y07", "JE-Y08", "JE-Y09", "JE-Y14", "JE-Y20", "JE-Y21",
                                                          "JE-Y22", "JE-Y23", "JE-Y24", "JE-Y25", "JE-Y37"};
    return !found.all().empty() && std::find(ids.begin(), ids.end(), found.all().back().id) != ids.end();
}

/// Reads on where a syntax error ended the reading: without the part of the top level that it lies in.
std::optional<YamlTree> read_around(const base::SourceTextPtr& text, const Limits& limits, MendedText& mended,
                                    base::Diagnostics& said) {
    std::size_t bytes = 0;
    std::uint32_t stopped = 0;
    for (std::size_t round = 0; round < most_rounds; ++round) {
        base::Diagnostics found;
        auto tree = parse_yaml(text, limits, found, &mended);
        if (tree || !is_of_one_place(found)) {
            said.append(found);
            return tree;
        }
        const auto& last = found.all().back();  // what was found before it is found again
        if (last.at.line == stopped) break;
        stopped = last.at.line;
        said.add(last);
        bytes += text->text.size();
        if (bytes > most_bytes_again || !mended.cut_section(found.all().back().at.line)) break;
        mended.finish();
    }
    return std::nullopt;
}

}  // namespace

bool read_in_rounds(const base::SourceTextPtr& text, const Limits& limits, base::Diagnostics& found, const Use& use) {
    std::size_t harmless = 0;
    const auto take = [&](base::Diagnostics& said, const std::optional<YamlTree>& tree) {
        use(YamlContext{text, said, harmless}, tree ? &tree->root() : nullptr);
    };
    base::Diagnostics said;
    MendedText mended{text->text};
    const auto as_written = parse_yaml(text, limits, said);
    const bool syntax = !as_written && is_of_one_place(said);
    take(said, as_written);
    if (said.has_errors() && (as_written || syntax)) {
        base::Diagnostics slips;
        const std::size_t before = harmless;
        harmless = find_slips(text, mended, slips);
        const std::size_t told = slips.errors();
        if (mended.changed() || syntax) {
            const auto as_meant = read_around(text, limits, mended, slips);
            take(slips, as_meant);
        }
        // What looked like slips but made nothing better is none.
        if (syntax || (mended.changed() && slips.errors() - told < said.errors()))
            said = std::move(slips);
        else
            harmless = before;
    }
    said.sort_by_position();
    found.append(said);
    return said.errors() <= harmless;
}

}  // namespace je::io
