// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <limits>

#include "endings.hpp"
#include "exit_status.hpp"
#include "folders.hpp"
#include "je/base/text.hpp"
#include "je/io/seal.hpp"
#include "options.hpp"

namespace je::tool {

namespace {

Format read_format(const std::string& text, std::span<const Part> parts) {
    std::vector<std::string> names;
    for (const render::HowWritten& how : render::formats()) {
        if (std::find(parts.begin(), parts.end(), how.part) == parts.end()) continue;
        names.emplace_back(how.name);
        if (names.back() == text) return how.format;
    }
    const auto near = base::nearest(text, names);
    refuse_value("format", text, base::quoted_list(names, "or"), "write --format " + near.value_or(names.front()), "JE-U08");
}

report::Audience read_audience(const std::string& text) {
    if (const auto audience = report::parse_audience(text)) return *audience;
    const std::vector<std::string> all{"panel", "appellant", "union", "public"};
    const auto near = base::nearest(text, all);
    refuse_value("audience", text, base::quoted_list(all, "or"),
                 near ? fmt::format("write --audience {}", *near) : "leave --audience out to show the record as it is",
                 "JE-U64");
}

io::Encoding read_encoding(const std::string& text) {
    if (const auto encoding = io::encoding_named(text)) return *encoding;
    const std::vector<std::string> all{"utf-8", "utf-16", "windows-1252"};
    const auto near = base::nearest(text, all);
    refuse_value("encoding", text, base::quoted_list(all, "or"),
                 near ? fmt::format("write --encoding {}", *near)
                      : "leave --encoding out: the encoding is then found by the bytes of each file");
}

When read_when(const GivenOptions& given, std::string_view option) {
    const std::string text = given.value(option).value_or("auto");
    if (text == "auto") return When::automatic;
    if (text == "always") return When::always;
    if (text == "never") return When::never;
    refuse_value(option, text, "'auto', 'always' or 'never'", fmt::format("write --{} auto", option));
}

std::uint64_t count_or(const GivenOptions& given, std::string_view option, std::uint64_t otherwise, std::uint64_t largest,
                       bool bytes = false) {
    const auto text = given.value(option);
    return text ? read_count(option, *text, largest, bytes) : otherwise;
}

io::Limits read_limits(const GivenOptions& given) {
    const io::Limits usual;
    io::Limits limits;
    limits.max_file_bytes = count_or(given, "max-file-size", usual.max_file_bytes, std::uint64_t{1} << 40, true);
    limits.max_depth = count_or(given, "max-depth", usual.max_depth, 400);  // yaml-cpp gives up near 500
    limits.max_nodes = count_or(given, "max-nodes", usual.max_nodes, 1'000'000'000);
    limits.max_jobs = count_or(given, "max-jobs", usual.max_jobs, 1'000'000'000);
    return limits;
}

/// As given; else that which the name of the output ends as; else the usual one.
Format format_asked_for(const GivenOptions& given, std::span<const Part> parts, OutputIs output_is) {
    const auto name = given.value("format");
    const auto asked = name ? std::optional{read_format(*name, parts)} : std::nullopt;
    const auto output = output_is == OutputIs::file && !parts.empty() ? given.value("output") : std::nullopt;
    if (output) refuse_ending(*output, asked, parts);
    const auto format = asked || !output ? asked : render::format_of_ending(ending_of(*output));
    return format.value_or(CommonOptions{}.format);
}

/// Whether the result goes to a terminal.
bool shows_on_terminal(const GivenOptions& given) { return !given.has("output") && !given.captured() && ::isatty(1) == 1; }

[[noreturn]] void refuse_terminal(Format format) {
    const auto& how = render::how(format);
    refuse("JE-U96", fmt::format("a result in {} is no text, and a terminal cannot show it", how.name),
           "--output FILE, or a pipe", fmt::format("write for example --output result{}", how.ending));
}

/// As given; else that of the terminal that the result goes to.
std::optional<std::size_t> read_width(const GivenOptions& given) {
    constexpr std::uint64_t least = 40, most = 1000;
    if (const auto text = given.value("width")) {
        const auto number = base::parse_whole(*text, most);
        if (number && *number >= least) return *number;
        refuse_value("width", *text, fmt::format("a whole number of columns from {} to {}", least, most),
                     "write for example --width 80");
    }
    winsize size{};
    const bool terminal = shows_on_terminal(given) && ::ioctl(1, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return terminal ? std::optional{std::clamp<std::size_t>(size.ws_col, least, most)} : std::nullopt;
}

/// Where the public may not see what stands in it, a result does not say what was given to je.
report::ToolInfo tool_info(const GivenOptions& given, report::Audience audience) {
    report::ToolInfo info{std::string{version}, {}, {}};
    if (!report::hides_texts(audience)) info.arguments = given.made_by();
    if (given.has("stamp")) {
        const std::time_t now = std::time(nullptr);
        std::tm parts{};
        ::gmtime_r(&now, &parts);
        std::array<char, 32> text{};
        info.stamp.assign(text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts));
    }
    return info;
}

void refuse_empty(const GivenOptions& given) {
    for (const std::string_view option : {"scheme", "bands", "output", "job", "records"}) {
        const auto values = given.values(option);
        if (std::find(values.begin(), values.end(), "") != values.end()) {
            refuse_value(option, "", "a text that is not empty", fmt::format("leave --{} out, or give its value", option));
        }
    }
}

}  // namespace

void refuse_value(std::string_view option, std::string_view value, std::string expected, std::string fix, std::string id) {
    refuse(std::move(id), fmt::format("--{} cannot be '{}'", option, value), std::move(expected), std::move(fix));
}

std::uint64_t read_count(std::string_view option, std::string text, std::uint64_t largest, bool bytes) {
    const std::string given = text;
    std::uint64_t unit = 1;
    if (bytes && !text.empty()) {
        const std::size_t at = std::string_view{"KMG"}.find(text.back());
        if (at != std::string_view::npos) {
            unit = std::uint64_t{1} << (10 * (at + 1));
            text.pop_back();
        }
    }
    const auto number = base::parse_whole(text, largest / unit);
    if (number && *number > 0) return *number * unit;
    refuse_value(option, given,
                 bytes ? "a number of bytes, or one with K, M or G" : fmt::format("a whole number from 1 to {}", largest),
                 fmt::format("write for example --{} {}", option,
                             bytes ? std::string{"128M"} : fmt::format("{}", std::min<std::uint64_t>(largest, 100))));
}

std::optional<std::size_t> read_changes(const std::string& text) {
    constexpr std::uint64_t most_changes = 100'000;
    if (text == "all") return std::nullopt;
    if (const auto number = base::parse_whole(text, most_changes); number && *number > 0) return *number;
    refuse("JE-U50", fmt::format("--changes is '{}'", text), fmt::format("a whole number from 1 to {}, or all", most_changes),
           "write for example: --changes 50");
}

std::optional<std::string> read_head(const GivenOptions& given) {
    auto head = given.value("head");
    if (head && !io::is_hash(*head))
        refuse("JE-U62", fmt::format("--head cannot be '{}'", *head), "64 hexadecimal digits, a to f in lower case",
               "copy the whole hash that je seal printed as the head");
    return head;
}

base::Date read_date(std::string_view option, const std::string& text) {
    if (const auto date = base::Date::parse(text)) return *date;
    refuse_value(option, text, "a day that exists, as YYYY-MM-DD", fmt::format("write for example --{} 2026-04-01", option));
}

std::vector<Option> file_options() {
    return {{"scheme-path", "FOLDER", true},
            {"output", "FILE", false, true},
            {"strict"},
            {"quiet"},
            {"color", "WHEN"},
            {"encoding", "NAME"},
            {"max-file-size", "BYTES"},
            {"max-depth", "N"},
            {"max-nodes", "N"}};
}

std::vector<Option> scheme_options() {
    return {{"scheme", "NAME|FILE"}, {"accept-base"}, {"bands", "FILE"}, {"as-of", "DATE"}};
}

std::vector<Option> job_options() {
    return {{"job", "ID", true}, {"extra-columns", "NAMES", true}, {"max-jobs", "N"}, {"progress", "WHEN"}};
}

std::vector<Option> record_options() { return {{"records", "FOLDER", true}}; }

std::vector<Option> audience_options() { return {{"audience", "WHO"}, {"holders-known-to-be-several"}}; }

std::vector<Option> format_options() { return {{"format", "FORMAT"}, {"width", "N"}, {"language", "CODE"}, {"stamp"}}; }

std::vector<Option> figure_options() { return {{"figure", "ID"}}; }

std::vector<Option> joined(std::initializer_list<std::vector<Option>> lists) {
    std::vector<Option> all;
    for (const auto& list : lists) all.insert(all.end(), list.begin(), list.end());
    return all;
}

CommonOptions read_common(const GivenOptions& given, std::span<const Part> parts, OutputIs output_is) {
    refuse_empty(given);
    CommonOptions options;
    options.scheme = given.value("scheme");
    options.scheme_folders = scheme_folders(given.values("scheme-path"));
    options.accept_base = given.has("accept-base");
    options.bands = given.value("bands");
    if (const auto date = given.value("as-of")) options.as_of = read_date("as-of", *date);
    options.jobs = given.values("job");
    for (const std::string& list : given.values("extra-columns")) {
        for (std::string& name : base::parts_between(list, ',')) options.extra_columns.push_back(std::move(name));
    }
    options.records = given.values("records");
    if (const auto who = given.value("audience")) options.audience = read_audience(*who);
    options.several_holders = given.has("holders-known-to-be-several");
    options.output = given.value("output");
    options.format = format_asked_for(given, parts, output_is);
    options.captured = given.captured();
    options.figure = given.value("figure");
    if (options.figure && render::how(options.format).part != Part::figure)
        refuse("JE-D02", "--figure chooses what --format svg draws, and the result is not SVG", "--figure with --format svg",
               "add --format svg, or leave --figure out");
    if (options.captured && options.captured->figure) options.figure = options.captured->figure;
    if (render::how(options.format).is_binary && shows_on_terminal(given)) refuse_terminal(options.format);
    const auto width = read_width(given);
    options.width = width.value_or(render::usual_width);
    options.has_width = width.has_value();
    options.readable = options.captured ? io::Readable::files : io::Readable::pipes_too;
    options.checksums = options.format == Format::json;
    options.shared = given.shared();
    options.limits = read_limits(given);
    if (const auto name = given.value("encoding")) options.encoding = read_encoding(*name);
    options.progress = read_when(given, "progress");
    options.color = read_when(given, "color");
    options.strict = given.has("strict");
    options.quiet = given.has("quiet");
    options.tool = tool_info(given, options.audience);
    // A format that follows from the name of the output counts as asked for, so that what the result says of itself makes it
    // again.
    if (auto& words = options.tool.arguments;
        !words.empty() && !given.has("format") && options.format != CommonOptions{}.format)
        words.insert(words.begin() + 1, {"--format", std::string{render::how(options.format).name}});
    return options;
}

const std::vector<std::string>& needed_arguments(const GivenOptions& given, std::string_view command, std::string_view what) {
    if (!given.arguments().empty()) return given.arguments();
    refuse("JE-U07", fmt::format("je {} needs {}", command, what), "at least one file or folder",
           fmt::format("write for example: je {} FILE, or see je {} --help", command, command));
}

}  // namespace je::tool
