// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "je/io/source.hpp"
#include "je/study/options.hpp"

namespace je::test {

// Inputs as a browser would hold them: texts, and no file system.

inline constexpr std::string_view study_scheme = R"(format: je-scheme/1
id: demo
title: Demo
edition: "1"
status: illustrative
owner: The tests
licence: none
factors:
  - {id: knowledge, name: Knowledge, levels: [{id: A, points: 20}, {id: B, points: 60}]}
  - {id: effort, name: Effort, levels: [{id: L, points: 10}, {id: H, points: 40}]}
bands:
  - from: 2026-01-01
    table: [{id: "1", floor: 30}, {id: "2", floor: 70, max: 100}]
)";

inline std::string study_job(std::string_view id, std::string_view knowledge, std::string_view effort) {
    return "format: je-job/1\nid: " + std::string{id} + "\ntitle: Title of " + std::string{id} +
           "\nscheme: demo\nposts: [{id: p, title: Post, holders: 3}]\nfactors: {knowledge: {level: " + std::string{knowledge} +
           "}, effort: {level: " + std::string{effort} + "}}\n";
}

inline std::string study_panel(std::string_view id, std::string_view job, std::string_view day) {
    return "format: je-panel/1\nid: " + std::string{id} + "\njob: " + std::string{job} +
           "\nscheme: demo\ndate: " + std::string{day} +
           "\nstage: evaluation\npanellists: [{id: m1, side: management, role: chair}, {id: u1, side: union, role: member}]\n"
           "factors: {knowledge: {agreed: A, individual: {m1: A, u1: B}}, effort: {agreed: L, individual: {m1: L, u1: L}}}\n";
}

/// A folder `in` with what `add` puts there; the scheme lies in `schemes`.
class MadeSource : public io::MemorySource {
public:
    MadeSource() { add("schemes/demo.yaml", std::string{study_scheme}); }
};

inline study::Options study_options() {
    study::Options options;
    options.scheme_folders = {"schemes"};
    return options;
}

inline const std::vector<std::string> study_files{"in"};

/// "JE-U48, JE-U09": ids of what was said, in order.
inline std::string ids_of(const base::Diagnostics& diagnostics) {
    std::string ids;
    for (const base::Diagnostic& d : diagnostics.all()) ids += (ids.empty() ? "" : ", ") + d.id;
    return ids;
}

}  // namespace je::test
