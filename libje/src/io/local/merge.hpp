// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "io/local/local_draft.hpp"
#include "je/base/diagnostic.hpp"
#include "je/io/file.hpp"
#include "je/model/scheme_draft.hpp"

namespace je::io {

/// A difference between two texts of a scheme, in words of the file; empty where there is nothing on that side.
struct EntryDifference {
    std::string where;  // "panel/three"
    std::string before;
    std::string after;
};

/// A change of a local agreement as it was carried out.
struct MergedChange {
    LocalChange::Kind kind = LocalChange::Kind::add;
    EntryDifference what;
    std::string reason;
    std::string source;  // id
    base::SourcePosition at;
    base::SourcePosition base_at;  // of what it takes the place of; not known when it takes none
};

struct MergedScheme {
    std::optional<model::SchemeDraft> draft;  // nothing when a change could not be carried out
    std::vector<MergedChange> changes;        // those carried out
};

/// The scheme that `base`, a sound scheme, and the changes of `local` make, as if it were written in one file. What comes from
/// `local` has its places there. Each change that cannot be carried out is reported, by the names of docs/errors.md.
[[nodiscard]] MergedScheme merge(const LocalDraft& local, const base::SourceTextPtr& base, const Limits& limits,
                                 base::Diagnostics& diagnostics);

/// Adds to what was found in an entry that stands in place of one of the base where that is.
void with_places_of_base(base::Diagnostics& found, const std::vector<MergedChange>& changes);

/// What a scheme says otherwise than it did, list by list and entry by entry.
[[nodiscard]] std::vector<EntryDifference> differences(const base::SourceTextPtr& before, const base::SourceTextPtr& now,
                                                       const Limits& limits);

}  // namespace je::io
