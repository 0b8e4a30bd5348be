// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace je::test {

/// Questions with a fact that two factors ask, beside a factor of plain levels.
inline constexpr std::string_view diff_scheme = R"(format: je-scheme/1
id: asked
title: Asked
edition: "1"
status: illustrative
owner: The tests
licence: none
facts:
  - {id: staff, name: Staff, kind: number, min: 0, whole: true, ask: "How many people report to it?", help: All of them.}
factors:
  - id: contact
    name: Contact
    levels: [{id: "1", points: 10}, {id: "2", points: 20}, {id: "3", points: 30}]
    questions:
      who:
        ask: Whom does it meet?
        help: Mostly.
        options:
          nobody: {text: Nobody, help: None., level: 1}
          people: {text: People, help: Some., next: often}
      often:
        ask: How often?
        help: Usually.
        options:
          seldom: {text: Seldom, help: Rarely., level: 2}
          daily: {text: Daily, help: Each day., level: 3}
  - id: leading
    name: Leading
    levels: [{id: "1", points: 10}, {id: "2", points: 30}]
    questions:
      size:
        fact: staff
        options:
          none: {below: 1, level: 1}
          some: {from: 1, level: 2}
  - {id: effort, name: Effort, levels: [{id: L, points: 10}, {id: M, points: 20}, {id: H, points: 40}]}
bands:
  - table: [{id: "1", floor: 30}, {id: "2", floor: 60}, {id: "3", floor: 80, max: 100}]
)";

}  // namespace je::test
