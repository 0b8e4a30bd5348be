// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "endings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <vector>

#include "exit_status.hpp"
#include "je/base/text.hpp"

namespace je::tool {

namespace {

/// A kind of file that je does not write.
struct Foreign {
    std::string_view ending, what;
    std::string_view instead;  // the ending of what serves for it
    std::string_view then{};   // what is done with that
};
constexpr std::string_view in_word_processor = "which word processors open";
constexpr std::string_view in_spreadsheet = "which spreadsheet programs open";
constexpr std::string_view as_picture = "which can be put into a letter or on a slide";
constexpr std::array<Foreign, 33> foreign{{
    {".pdf", "a PDF", ".html", "then: chromium --headless --no-pdf-header-footer --print-to-pdf={0}.pdf {0}.html"},
    {".ps", "PostScript", ".html", "and print that"},
    {".doc", "a document of a word processor", ".html", in_word_processor},
    {".docx", "a document of a word processor", ".html", in_word_processor},
    {".odt", "a document of a word processor", ".html", in_word_processor},
    {".rtf", "a document of a word processor", ".html", in_word_processor},
    {".xls", "an older workbook", ".xlsx", in_spreadsheet},
    {".xlsm", "a workbook with programs in it", ".xlsx", in_spreadsheet},
    {".xlsb", "a binary workbook", ".xlsx", in_spreadsheet},
    {".ods", "an OpenDocument workbook", ".xlsx", in_spreadsheet},
    {".tsv", "a table with tabs", ".csv", in_spreadsheet},
    {".ppt", "slides", ".svg", as_picture},
    {".pptx", "slides", ".svg", as_picture},
    {".odp", "slides", ".svg", as_picture},
    {".png", "a picture in pixels", ".svg", as_picture},
    {".jpg", "a picture in pixels", ".svg", as_picture},
    {".jpeg", "a picture in pixels", ".svg", as_picture},
    {".gif", "a picture in pixels", ".svg", as_picture},
    {".webp", "a picture in pixels", ".svg", as_picture},
    {".eps", "PostScript", ".svg", as_picture},
    {".htm", "a page under the older ending", ".html"},
    {".xhtml", "a page in XML", ".html"},
    {".xml", "XML", ".json"},
    {".yaml", "YAML", ".json", "since a *.yaml file is an input where its folder is read"},
    {".yml", "YAML", ".json", "since a *.yaml file is an input where its folder is read"},
    {".zip", "an archive", ".html", "or make the papers of a case with je bundle"},
    {".tar", "an archive", ".html", "or make the papers of a case with je bundle"},
    {".gz", "an archive", ".html", "or make the papers of a case with je bundle"},
    {".tgz", "an archive", ".html", "or make the papers of a case with je bundle"},
    {".bz2", "an archive", ".html", "or make the papers of a case with je bundle"},
    {".xz", "an archive", ".html", "or make the papers of a case with je bundle"},
    {".7z", "an archive", ".html", "or make the papers of a case with je bundle"},
    {".rar", "an archive", ".html", "or make the papers of a case with je bundle"},
}};

const Foreign* foreign_of(std::string_view ending) {
    const auto* const found =
        std::find_if(foreign.begin(), foreign.end(), [&](const Foreign& f) { return f.ending == ending; });
    return found == foreign.end() ? nullptr : found;
}

bool has(std::span<const Part> parts, Part part) { return std::find(parts.begin(), parts.end(), part) != parts.end(); }

std::string written_endings(std::span<const Part> parts) {
    std::vector<std::string> endings;
    for (const render::HowWritten& how : render::formats())
        if (has(parts, how.part)) endings.emplace_back(how.ending);
    return base::quoted_list(endings, "or");
}

/// As a shell takes it.
std::string stem_of(const std::string& output) {
    std::filesystem::path stem{output};
    stem.replace_extension();
    const std::string text = stem.string();
    return text.find_first_of(" \t'\"\\$`!*?&;|<>()[]{}#~") == std::string::npos ? text : "page";
}

}  // namespace

std::string ending_of(const std::string& path) {
    return base::in_small_letters(std::filesystem::path{path}.extension().string());
}

bool ends_as_file(const std::string& path) {
    const std::string ending = ending_of(path);
    return foreign_of(ending) != nullptr || render::format_of_ending(ending);
}

void refuse_ending(const std::string& output, std::optional<Format> format, std::span<const Part> parts) {
    const std::string ending = ending_of(output);
    const bool makes_result = has(parts, Part::values);
    const bool is_yaml = ending == ".yaml" || ending == ".yml";
    if (is_yaml && !makes_result) return;  // a new record or scheme
    const Foreign* other = foreign_of(ending);
    const auto own = render::format_of_ending(ending);
    if (other == nullptr && (!own || format || has(parts, render::how(*own).part))) return;
    if (is_yaml && std::filesystem::exists(output)) return;  // an input, which will be told as that
    const std::string what =
        other != nullptr ? std::string{other->what} : fmt::format("a result in {}", render::how(*own).name);
    const auto instead = other == nullptr ? std::nullopt : render::format_of_ending(other->instead);
    const std::string expected =
        makes_result ? "a name that ends in " + written_endings(parts) : "a name that ends in '.yaml', or for jobs '.csv'";
    const std::string stem = stem_of(output);
    std::string fix = makes_result ? fmt::format("write --output {}.txt", stem) : fmt::format("write --output {}.yaml", stem);
    if (makes_result && instead && has(parts, render::how(*instead).part)) {
        fix = fmt::format("write --output {}{}", stem, other->instead);
        if (!other->then.empty()) fix += ", " + fmt::format(fmt::runtime(other->then), stem);
    }
    refuse("JE-U25",
           fmt::format("--output '{}' ends as {} does, which {}", output, what,
                       other != nullptr ? "je does not write" : "this command does not write"),
           expected, fix);
}

}  // namespace je::tool
