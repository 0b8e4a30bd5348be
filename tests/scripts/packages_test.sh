#!/bin/sh
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# scripts/packages.sh without touching the machine: stand-ins for dpkg-query, id and apt-get come first on PATH.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
stand_in() { printf '#!/bin/sh\n%s\n' "$2" >"$work/$1" && chmod +x "$work/$1"; }
fail() { echo "FAILED: $1" >&2; cat "$work/out" >&2; exit 1; }
run() { status=0; PATH="$work:$PATH" "$root/scripts/packages.sh" "$1" >"$work/out" 2>&1 || status=$?; }

stand_in apt-get "echo \"apt-get \$*\" >>'$work/calls'"
: >"$work/calls"

stand_in dpkg-query "printf 'install ok installed'"
stand_in id "echo 0"
run test
[ "$status" -eq 0 ] && [ ! -s "$work/calls" ] && [ ! -s "$work/out" ] || fail "with everything there, nothing is installed or said"

stand_in dpkg-query "case \$* in *Provides*) echo 'installed, other, doctest-dev (= 2)';; *doctest*) exit 1;; *) printf 'install ok installed';; esac"
run test
[ "$status" -eq 0 ] && [ ! -s "$work/calls" ] || fail "what another package provides is there"

stand_in dpkg-query "case \$* in *Provides*) ;; *doctest*) exit 1;; *) printf 'install ok installed';; esac"
stand_in id "echo 1000"
run test
[ "$status" -eq 3 ] || fail "not root: status 3"
grep -q 'sudo apt-get update && sudo apt-get install --yes --no-install-recommends doctest-dev$' "$work/out" || fail "not root: the exact line to run"
[ ! -s "$work/calls" ] || fail "not root: nothing is installed"
run build
[ "$status" -eq 0 ] || fail "the demo does not need what only the tests need"

stand_in id "echo 0"
run test
[ "$status" -eq 0 ] && grep -q 'install.* doctest-dev$' "$work/calls" || fail "root: only what is missing is installed"

stand_in apt-get "exit 100"
run test
[ "$status" -eq 3 ] || fail "a failed install ends with status 3"
echo "packages.sh: all cases passed"
