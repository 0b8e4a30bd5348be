#!/bin/sh
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# Makes docs/report.png, the picture in README.md: what a browser shows first of the page that ./demo.sh makes.
#   picture.sh JE
set -eu
je=$1
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. scripts/demo_page.sh
demo_page "$work/vlo.html"
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/profile" --window-size=1100,1180 \
    --screenshot="$PWD/docs/report.png" "file://$work/vlo.html" 2>/dev/null
