// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/yaml_format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "io/yaml_odd.hpp"
#include "io/yaml_words.hpp"
#include "je/base/text.hpp"

namespace je::io {
namespace {

struct KnownFormat {
    std::string_view name;
    std::string_view holds;
};

constexpr std::array<KnownFormat, 8> known_formats{{{scheme_format, "a scheme"},
                                                    {bands_format, "a band table"},
                                                    {job_format, "a job"},
                                                    {worked_format, "worked examples"},
                                                    {panel_format, "a panel"},
                                                    {appeal_format, "an appeal"},
                                                    {holidays_format, "a list of holidays"},
                                                    {uncertainty_format, "chances of levels"}}};

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

}  // namespace je::io
