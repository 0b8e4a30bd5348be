#!/bin/sh
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# What ./demo.sh shows, with the je on PATH; the tests run it too.
set -eu
show() {
    printf '\n==> %s\n' "$*"
    "$@"
}
show je score examples/probation/vlo.yaml examples/probation/pso.yaml examples/probation/po.yaml
show je explain examples/probation/vlo.yaml
show je appeal --quiet --records examples/probation examples/probation/history
# Many commands in one run: the whole story, into a folder of its own.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
show je batch --quiet examples/probation/run.ini --output "$work/results" >"$work/shown"
sed "s|$work/||" "$work/shown"
