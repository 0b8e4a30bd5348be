// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "je/io/json_value.hpp"
#include "je/report/verify_result.hpp"
#include "je/study/report.hpp"

namespace je::study {

/// The files of a bundle by their names, with '/' between folders.
using BundleFiles = std::map<std::string, std::string, std::less<>>;

struct BundleOptions {
    ReportOptions report{};
    std::vector<std::string> words{};  // options of the report that are kept as they were typed
};

/// The papers of a dispute for both sides: the report as a page, as a workbook and as JSON, every file that it was made from,
/// a list of checksums that sha256sum reads (SHA256SUMS), and a README on how to check it all. Files keep their names where
/// these lie below the current folder; others stand under `files`, schemes under `schemes`. The report is made from the files
/// as they lie in the bundle, so that it can be made again there. The same inputs give the same bytes.
///
///     const auto outcome = study::make_bundle(source, files, options, {});
///     if (outcome.result) archive = study::zipped(*outcome.result);
///
/// Stored results have no place in a bundle (JE-M10), and it is for readers who may see the record (JE-M11).
[[nodiscard]] Outcome<BundleFiles> make_bundle(io::Source& source, std::span<const std::string> files, const Options& options,
                                               const BundleOptions& what, const Control& control = {});

/// A bundle as a ZIP archive, and back. An archive that is damaged, would unpack outside its folder or without end is an error
/// (JE-M12 to JE-M14).
[[nodiscard]] std::string zipped(const BundleFiles& files);
[[nodiscard]] std::optional<BundleFiles> unzipped(const base::SourceTextPtr& archive, const io::Limits& limits,
                                                  base::Diagnostics& diagnostics);
[[nodiscard]] bool is_zip(std::string_view bytes);

/// The name of the list of checksums within a bundle.
inline constexpr std::string_view list_of_bundle = "SHA256SUMS";
/// The name of its report, without the ending of a format.
inline constexpr std::string_view report_of_bundle = "report";
/// The names of its reports, the same figures in each.
inline constexpr std::array<std::string_view, 3> reports_of_bundle{"report.html", "report.xlsx", "report.json"};
/// The name of what says how to check it.
inline constexpr std::string_view readme_of_bundle = "README.txt";

/// Holds the files of a bundle against its list and its report. `name` is what the result calls it, `report` its parsed
/// report.json; null where there is none to be read. The bundle is broken, and an error says so, by a list that cannot be
/// followed (JE-M15), a file that is not as listed (JE-M16), is missing (JE-M17), is not in the list (JE-M18), or went into
/// nothing (JE-M24), and by another README.txt (JE-M21; only a note where another version of je wrote it).
[[nodiscard]] report::VerifiedFile check_bundle(const std::string& name, const BundleFiles& files, const io::JsonValue* report,
                                                base::Diagnostics& diagnostics);

}  // namespace je::study
