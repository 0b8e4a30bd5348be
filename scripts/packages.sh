#!/bin/sh
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# Installs the packages of packages.txt that are missing: `packages.sh build` or `packages.sh test`.
# Nothing missing: returns at once. Not root: prints the line to run and stops with status 3.
set -eu
scope=$1
list=$(dirname "$0")/../packages.txt

wanted=$(awk -v scope="$scope" '!/^#/ && NF == 2 && (scope == "test" || $2 == "build") {print $1}' "$list")
# Another package may stand in for one, as Node.js from elsewhere does for npm.
provided=$(dpkg-query -W -f='${db:Status-Status}, ${Provides}\n' 2>/dev/null |
    awk -F', *' '$1 == "installed" {for (i = 2; i <= NF; i++) {sub(/ .*/, "", $i); print $i}}')
missing=
for package in $wanted; do
    state=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
    [ "$state" = "install ok installed" ] || printf '%s\n' "$provided" | grep -qx "$package" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -ne 0 ]; then
    echo "Some Debian packages are missing. Run this line, then try again:" >&2
    echo "  sudo apt-get update && sudo apt-get install --yes --no-install-recommends$missing" >&2
    exit 3
fi
echo "Installing:$missing" >&2
export DEBIAN_FRONTEND=noninteractive
# The install's own output matters only when it fails; nothing of it belongs in the results.
{ apt-get update -qq && apt-get install --yes -qq --no-install-recommends $missing; } >&2 || {
    echo "The packages could not be installed. What apt-get said is above." >&2
    exit 3
}
