// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/bundle/readme.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "je/study/bundle.hpp"

namespace je::study {

std::string readme(std::string_view job, std::string_view job_title, std::string_view version) {
    return fmt::format(
        "The papers on {0}\n\n"
        "The report is in {1}: the same figures as a page to read or print, for a spreadsheet, and for programs.\n"
        "All other files are what it was made from.\n\n"
        "To see that no file was changed, in this folder:\n\n"
        "    sha256sum -c {2}\n\n"
        "To make the report again from these files and compare every value, with je {3}:\n\n"
        "    je verify .\n\n"
        "je verify takes the ZIP archive too, without unpacking it here. The list shows a change made by accident or by\n"
        "one who did not change the list; compare the list itself with the one that the other side has:\n\n"
        "    sha256sum {2}\n",
        job.empty()         ? std::string{"these jobs"}
        : job_title.empty() ? fmt::format("job {}", job)
                            : fmt::format("{} ({})", job_title, job),
        fmt::join(reports_of_bundle, ", "), list_of_bundle, version);
}

}  // namespace je::study
