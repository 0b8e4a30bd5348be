#!/bin/sh
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# Builds je and shows it at work on the probation example. On Debian 12; as root it installs what is missing.
set -eu
cd "$(dirname "$0")"
scripts/packages.sh build
{ cmake --preset release && cmake --build --preset release --target je_tool; } >build.log 2>&1 || {
    cat build.log >&2
    echo "The build failed; its output is above and in build.log." >&2
    exit 1
}
PATH="$PWD/build/release/bin:$PATH" scripts/demo_commands.sh
# All of it about one job as one page.
je=build/release/bin/je
. scripts/demo_page.sh
mkdir -p build/demo
demo_page build/demo/vlo.html
printf '\nThe page of this job, its panel and its appeal, to open in a browser: %s\n' "$PWD/build/demo/vlo.html"
