#!/bin/sh
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# Runs every test: first as users get it (g++, optimised), then under clang++ with address and undefined-behaviour
# sanitizers. On Debian 12; as root it installs what is missing.
set -eu
cd "$(dirname "$0")"
scripts/packages.sh test
for preset in test sanitize; do
    echo "== $preset"
    cmake --preset "$preset" >"build-$preset.log" 2>&1 && cmake --build --preset "$preset" >>"build-$preset.log" 2>&1 || {
        tail -n 200 "build-$preset.log" >&2
        echo "The build failed; its output is above and in build-$preset.log." >&2
        exit 1
    }
    ctest --preset "$preset"
done
