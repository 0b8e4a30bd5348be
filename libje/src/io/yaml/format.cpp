// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/yaml/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "io/yaml/odd.hpp"
#include "io/yaml/slips.hpp"
#include "io/yaml/words.hpp"
#include "je/base/text.hpp"

namespace je::io {
namespace {

struct KnownFormat {
    std::string_view name;
    std::string_view holds;
};

constexpr std::array<KnownFormat, 10> known_formats{{{scheme_format, "a scheme"},
                                                     {local_format, "a local agreement"},
                                                     {bands_format, "a band table"},
                                                     {job_format, "a job"},
                                                     {worked_format, "worked examples"},
                                                     {panel_format, "a panel"},
                                                     {appeal_format, "an appeal"},
                                                     {holidays_format, "a list of holidays"},
                                                     {uncertainty_format, "chances of levels"},
                                                     {weightings_format, "other weightings"}}};

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const auto& format : known_formats) names.emplace_back(format.name);
    return names;
}

const KnownFormat* find_format(std::string_view name) {
    const auto* found =
        std::find_if(known_formats.begin(), known_formats.end(), [&](const KnownFormat& f) { return f.name == name; });
    return found == known_formats.end() ? nullptr : found;
}

/// The value of 'format', or of a key that is a slip for it, which is reported with the other keys.
const YamlNode* format_node(const YamlNode& root) {
    static const std::vector<std::string> word{"format"};
    const YamlNode* slip = nullptr;
    for (const auto entry : YamlEntries{root}) {
        if (!entry.key.is_scalar()) continue;
        if (entry.key.text == "format") return &entry.value;
        if (slip == nullptr && entry.key.text.size() <= 64 && base::nearest(without_odd(entry.key.text), word))
            slip = &entry.value;
    }
    return slip;
}

/// A file without `format:`; reported, with the key's slip where there seems to be one.
void report_no_format(const YamlContext& context, const YamlNode& root, std::string_view example) {
    context.error("JE-Y30", root, "the file does not say its format",
                  fmt::format("a first line 'format: ' with {}", base::quoted_list(format_names(), "or")),
                  fmt::format("add the line 'format: {}' at the top", example));
}

/// Gives the format that is meant, if that is plain.
std::optional<std::string_view> report_unknown_format(const YamlContext& context, const YamlNode& node) {
    const auto names = format_names();
    const auto text = without_odd(node.text.substr(0, 64));
    const auto near = base::nearest(text, names);
    const auto* meant = find_format(base::in_small_letters(text));
    if (meant != nullptr) ++context.harmless;
    context.error("JE-Y31", node, fmt::format("'{}' is not a format that je knows", shown_text(node.text)),
                  base::quoted_list(names, "or"),
                  near ? fmt::format("write '{}'", *near) : "write one of those; this version of je reads no others");
    return meant == nullptr ? std::nullopt : std::optional{meant->name};
}

}  // namespace

std::optional<std::string_view> format_of(const YamlContext& context, const YamlNode& root) {
    const YamlNode* node = format_node(root);
    if (node == nullptr) {
        report_no_format(context, root, scheme_format);
        return std::nullopt;
    }
    if (!read_text(context, *node, "format")) return std::nullopt;
    if (const auto* format = find_format(node->text)) return format->name;
    return report_unknown_format(context, *node);
}

bool may_be_read_as(std::string_view wanted, const YamlContext& context, const YamlNode& root) {
    const YamlNode* node = format_node(root);
    if (node == nullptr) {
        report_no_format(context, root, wanted);
        return true;
    }
    const auto format = format_of(context, root);
    if (!format || *format == wanted) return format.has_value();
    const auto* right = find_format(wanted);
    context.error(
        "JE-Y32", *node,
        fmt::format("this is a {} file, which holds {}; {} is needed here", *format, find_format(*format)->holds, right->holds),
        fmt::format("format: {}", wanted), fmt::format("name a file that holds {} here", right->holds));
    return false;
}

namespace {

constexpr std::size_t most_rounds = 12;
constexpr std::size_t most_bytes_again = std::size_t{1} << 24U;  // read again and again, all rounds together

using Use = std::function<void(const YamlContext&, const YamlNode*)>;

/// Whether the last error, which ended the reading, is about one place that can be left out.
bool is_of_one_place(const base::Diagnostics& diagnostics) {
    static constexpr std::array<std::string_view, 11> ids{"JE-Y07", "JE-Y08", "JE-Y09", "JE-Y14", "JE-Y20", "JE-Y21",
                                                          "JE-Y22", "JE-Y23", "JE-Y24", "JE-Y25", "JE-Y37"};
    return !diagnostics.all().empty() && std::find(ids.begin(), ids.end(), diagnostics.all().back().id) != ids.end();
}

/// Reads on where a syntax error ended the reading: without the part of the top level that it lies in.
std::optional<YamlTree> read_around(const base::SourceTextPtr& text, const Limits& limits, MendedText& mended,
                                    base::Diagnostics& diagnostics) {
    std::size_t bytes = 0;
    std::uint32_t stopped = 0;
    for (std::size_t round = 0; round < most_rounds; ++round) {
        base::Diagnostics of_round;
        auto tree = parse_yaml(text, limits, of_round, &mended);
        if (tree || !is_of_one_place(of_round)) {
            diagnostics.append(of_round);
            return tree;
        }
        const auto& last = of_round.all().back();  // what was found before it is found again
        if (last.at.line == stopped) break;
        stopped = last.at.line;
        diagnostics.add(last);
        bytes += text->text.size();
        if (bytes > most_bytes_again || !mended.cut_section(of_round.all().back().at.line)) break;
        mended.finish();
    }
    return std::nullopt;
}

}  // namespace

bool read_in_rounds(const base::SourceTextPtr& text, const Limits& limits, base::Diagnostics& diagnostics, const Use& use) {
    std::size_t harmless = 0;
    const auto take = [&](base::Diagnostics& of_reading, const std::optional<YamlTree>& tree) {
        use(YamlContext{text, of_reading, harmless}, tree ? &tree->root() : nullptr);
    };
    base::Diagnostics of_reading;
    MendedText mended{text->text};
    const auto as_written = parse_yaml(text, limits, of_reading);
    const bool syntax = !as_written && is_of_one_place(of_reading);
    take(of_reading, as_written);
    if (of_reading.has_errors() && (as_written || syntax)) {
        base::Diagnostics slips;
        const std::size_t before = harmless;
        harmless = find_slips(text, mended, slips);
        const std::size_t told = slips.errors();
        if (mended.changed() || syntax) {
            const auto as_meant = read_around(text, limits, mended, slips);
            take(slips, as_meant);
        }
        // What looked like slips but made nothing better is none.
        if (syntax || (mended.changed() && slips.errors() - told < of_reading.errors()))
            of_reading = std::move(slips);
        else
            harmless = before;
    }
    of_reading.sort_by_position();
    diagnostics.append(of_reading);
    return of_reading.errors() <= harmless;
}

}  // namespace je::io
