// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace je::report {

class Document;
struct SchemeInfo;

/// One change of a local agreement, in words of its file.
struct LocalChangeInfo {
    std::string how;     // add | replace | remove | set
    std::string where;   // "panel/three"
    std::string before;  // empty: there was nothing
    std::string after;   // empty: there is nothing now
    std::string reason;
    std::string source;  // id
};

/// The local agreement (`je-local/1`) that changes a scheme.
struct LocalInfo {
    std::string id;
    std::string title;
    std::string edition;
    std::string name;    // of its file
    std::string sha256;  // of its file
    bool changes_points = false;
    bool base_changed = false;  // the scheme is not the file that was agreed on, and was accepted all the same
    std::vector<LocalChangeInfo> changes{};
};

/// Enters in `scheme` that it stands as `local` changes it: its title becomes that of both, with what is changed in short.
///
///     Demo plan 1 as changed by Local agreement of Example Council 2026-04: 3 rules, 1 band table; points as in the base
///
/// The checksum of both is SHA-256 of "je-local/1 BASE LOCAL" and a line feed, with the checksums of the two files.
void put_under(SchemeInfo& scheme, LocalInfo local, std::string effective_sha256);
/// Names both where a document does not begin with the facts of its scheme; nothing without a local agreement.
void add_local_heading(Document& document, const SchemeInfo& scheme);
/// What the reader must not miss about it.
void add_local_cautions(Document& document, const SchemeInfo& scheme);
/// Every change: where, before, after, reason, source.
void add_local_changes(Document& document, const SchemeInfo& scheme);

}  // namespace je::report
