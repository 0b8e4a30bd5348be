// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/new_sources.hpp"

#include "je/io/reader.hpp"

namespace je::tool {
namespace {

using Stated = base::Located<std::string>;

/// The scheme of --scheme, else the one that the file states.
std::shared_ptr<const SchemeInUse> scheme_for(Inputs& inputs, const Stated& stated, base::Diagnostics& diagnostics) {
    const auto& named = inputs.options().scheme;
    return named ? inputs.scheme(*named, diagnostics) : inputs.scheme_of(stated, diagnostics);
}

bool read_job_file(NewSources& sources, Inputs& inputs, const base::SourceTextPtr& text, base::Diagnostics& diagnostics) {
    const auto draft = io::read_job(text, inputs.options().limits, diagnostics);
    if (!draft) return false;
    sources.in_use = scheme_for(inputs, draft->scheme, diagnostics);
    if (sources.in_use) sources.job = model::Job::make(*draft, *sources.scheme(), diagnostics);
    return sources.job.has_value();
}

bool read_panel_file(NewSources& sources, Inputs& inputs, const base::SourceTextPtr& text, base::Diagnostics& diagnostics) {
    const auto draft = io::read_panel(text, inputs.options().limits, diagnostics);
    if (!draft) return false;
    sources.in_use = scheme_for(inputs, draft->scheme, diagnostics);
    if (sources.in_use) sources.panel = model::Panel::make(*draft, *sources.scheme(), nullptr, diagnostics);
    return sources.panel.has_value();
}

}  // namespace

std::optional<NewSources> read_sources(Inputs& inputs, const std::string& kind, const std::optional<std::string>& file,
                                       base::Diagnostics& diagnostics) {
    NewSources sources;
    bool usable = true;
    if (file) {
        const auto text = inputs.read({*file, *file}, diagnostics);
        const auto read = kind == "panel" ? read_job_file : read_panel_file;
        usable = text && read(sources, inputs, *text, diagnostics);
    } else if (inputs.options().scheme) {
        sources.in_use = inputs.scheme(*inputs.options().scheme, diagnostics);
        usable = sources.in_use != nullptr;
    }
    diagnostics.sort_by_position();
    return usable ? std::optional{std::move(sources)} : std::nullopt;
}

}  // namespace je::tool
