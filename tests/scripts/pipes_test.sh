#!/bin/sh
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# A pipe that lies in a folder is not waited for; one that is named is read, as <(...) of a shell is.
#   pipes_test.sh JE PROJECT
. "$(dirname "$0")/begin.sh"
cp -r "$project/examples/probation" "$work/plain"
cp -r "$project/examples/probation" "$work/piped"
mkfifo "$work/piped/a-pipe.yaml" "$work/piped/history/b-pipe.yaml"
ln -s a-pipe.yaml "$work/piped/c-link.yaml"
ln -s history "$work/piped/d-folder.yaml"

# Each command gives in the folder with pipes what it gives without them.
same() {
    for folder in plain piped; do
        status=0
        (cd "$work/$folder" && timeout 20 "$je" "$@") >"$work/$folder.out" 2>"$work/$folder.err" || status=$?
        [ "$status" -lt 2 ] || fail "je $*, $folder: status $status"
    done
    cmp "$work/plain.out" "$work/piped.out" || fail "je $*: pipes change the result"
    cmp "$work/plain.err" "$work/piped.err" || fail "je $*: pipes change what is said"
}
same check .
same panel history
same panel history/panel-2016-08.yaml --records .
same appeal history --records .
same appeal history/appeal-2016.yaml --records . --holidays holidays-england-and-wales.yaml

for folder in plain piped; do
    printf '[check]\nfiles = .\n[panel]\nfiles = history\nrecords = .\n' >"$work/$folder/pipes.ini"
done
same batch pipes.ini

# What is named may be a pipe.
cd "$work/plain"
"$je" score vlo.yaml >"$work/file.out"
mkfifo "$work/named"
cat vlo.yaml >"$work/named" &
timeout 20 "$je" score "$work/named" >"$work/named.out" || fail "a pipe that is named is not read"
wait
cmp "$work/file.out" "$work/named.out" || fail "a pipe gives another result than a file"
cat vlo.yaml | timeout 20 "$je" score /dev/stdin | cmp - "$work/file.out" || fail "/dev/stdin is not read"
echo "pipes are passed over in folders and read when they are named"
