# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# What the tests begin with that are called as NAME_test.sh JE PROJECT and source this file: the program, the project's schemes,
# a folder of their own, and a way to fail that shows what was kept in its *.err files.
set -eu
je=$1
project=$2
JE_SCHEME_PATH="$project/schemes"
export JE_SCHEME_PATH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
    printf '%s: %s\n' "$(basename "$0" .sh)" "$1" >&2
    cat "$work"/*.err >&2 2>/dev/null || true
    exit 1
}
