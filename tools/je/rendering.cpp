// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "rendering.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "exit_status.hpp"
#include "je/base/text.hpp"

namespace je::tool {

namespace {

constexpr std::size_t figures_listed = 20;

/// The figure that was asked for, or the first.
report::Document one_figure(const report::Document& document, const std::optional<std::string>& asked) {
    auto ids = render::figures_of(document);
    if (ids.empty())
        refuse("JE-D01", "this result has no figure",
               "a result with figures, such as that of je explain, compare, panel or appeal", "leave --format svg out");
    if (!asked) return render::figure_alone(document, ids.front());
    if (std::find(ids.begin(), ids.end(), *asked) != ids.end()) return render::figure_alone(document, *asked);
    const auto near = base::nearest(*asked, ids);
    const std::string fix = "write --figure " + near.value_or(ids.front());
    const std::size_t more = ids.size() - std::min(ids.size(), figures_listed);
    ids.resize(ids.size() - more);
    refuse("JE-D01", fmt::format("this result has no figure '{}'", *asked),
           base::quoted_list(ids, "or") + (more > 0 ? fmt::format(" (and {} more)", more) : ""), fix);
}

}  // namespace

std::string written(const report::Document& document, const render::HowWritten& how, const CommonOptions& common) {
    return render::document(how, how.part == Part::figure ? one_figure(document, common.figure) : document, common.width);
}

}  // namespace je::tool
