#!/bin/sh
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# A pipe that lies in a folder or is named in a file is not waited for; one that the user names is read, as <(...) of a shell is.
#   pipes_test.sh JE PROJECT
. "$(dirname "$0")/begin.sh"
cp -r "$project/examples/probation" "$work/plain"
cp -r "$project/examples/probation" "$work/piped"
mkfifo "$work/piped/a-pipe.yaml" "$work/piped/history/b-pipe.yaml"
ln -s a-pipe.yaml "$work/piped/c-link.yaml"
ln -s history "$work/piped/d-folder.yaml"

# Each command gives in the folder with pipes what it gives without them, and tells of them.
same() {
    for folder in plain piped; do
        status=0
        (cd "$work/$folder" && timeout 20 "$je" "$@") >"$work/$folder.out" 2>"$work/$folder.err" || status=$?
        [ "$status" -lt 2 ] || fail "je $*, $folder: status $status"
    done
    cat "$work/piped.out" "$work/piped.err" | grep -q "is a pipe or a device, and is passed over.*\[JE-U99\]" || fail "je $*: nothing is said of the pipe"
    for to in out err; do
        awk '/^je: section .score./ { next } /\[JE-U99\]/ { note = 1; next } note && /^  / { next } { note = 0; print }' "$work/piped.$to" | cmp "$work/plain.$to" - || fail "je $*: pipes change std$to"
    done
}
same check .
same panel history
same panel history/panel-2016-08.yaml --records .
same appeal history --records .
same appeal history/appeal-2016.yaml --records . --holidays holidays-england-and-wales.yaml

for folder in plain piped; do
    printf '[score]\nfiles = .\n[panel]\nfiles = history\nrecords = .\n' >"$work/$folder/pipes.ini"
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

# What the user names and nobody writes to is not waited for without end.
mkfifo "$work/alone"
status=0
timeout 60 "$je" score "$work/alone" >"$work/alone.out" 2>"$work/alone.err" || status=$?
[ "$status" -eq 3 ] || fail "a pipe that nobody writes to gives status $status"
grep -q "is a pipe, and nobody writes to it \[JE-X16\]" "$work/alone.err" || fail "it is not said that nobody writes"

# Nor a reader of what is written.
mkfifo "$work/unread"
status=0
timeout 60 "$je" score vlo.yaml --output "$work/unread" >"$work/alone.out" 2>"$work/alone.err" || status=$?
[ "$status" -eq 3 ] || fail "a pipe that nobody reads gives status $status"
grep -q "is a pipe, and nobody reads from it \[JE-X17\]" "$work/alone.err" || fail "it is not said that nobody reads"
mkfifo "$work/read-late"
(sleep 1 && cat "$work/read-late" >"$work/read-late.out") &
timeout 60 "$je" score vlo.yaml --output "$work/read-late" || fail "a reader that comes late is not waited for"
wait
cmp "$work/read-late.out" "$work/file.out" || fail "a pipe is written otherwise than a file"

# A writer that comes late, and one that takes its time once it is there, are waited for.
mkfifo "$work/late" "$work/slow"
(sleep 1 && cat vlo.yaml >"$work/late") &
timeout 60 "$je" score "$work/late" | cmp - "$work/file.out" || fail "a writer that comes late is not waited for"
wait
(exec 3>"$work/slow" && sleep 7 && cat vlo.yaml >&3) &
timeout 60 "$je" score "$work/slow" | cmp - "$work/file.out" || fail "a writer that takes its time is not waited for"
wait

# refused ID WORDS ARGUMENTS...: what is named in a file is no pipe, device or socket; the run ends at once and says so.
refused() {
    id=$1
    words=$2
    shift 2
    status=0
    timeout 20 "$je" "$@" </dev/null >"$work/refused.out" 2>"$work/refused.err" || status=$?
    case $status in
        1 | 2 | 3) ;;
        *) fail "je $*: status $status" ;;
    esac
    grep -q "$words" "$work/refused.err" || grep -q "$words" "$work/refused.out" || fail "je $*: '$words' is not said"
    grep -q "$id" "$work/refused.err" || grep -q "$id" "$work/refused.out" || fail "je $*: no $id"
}
mkfifo pipe.yaml pipe.json pipe.csv
python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("socket.yaml")'
ln -s pipe.yaml link.yaml
example() { printf 'format: je-test/1\nname: T\nscheme: nnc-probation\nexpect: {band: "3"}\nsource: S\n%s\n' "$1" >"$2"; }
example 'job: pipe.yaml' job.test
example 'job: socket.yaml' socket.test
example 'job: /dev/zero' device.test
example "bands: link.yaml
job: vlo.yaml" bands.test
refused JE-X15 "'pipe.yaml' is a pipe" test job.test
refused JE-X15 "'socket.yaml' is a socket" test socket.test
refused JE-X15 "'/dev/zero' is a device" test device.test
refused JE-X15 "'link.yaml' is a pipe" test bands.test

# A run file: whatever its keys name.
for line in 'files = pipe.yaml' 'files = vlo.yaml, link.yaml' 'files = socket.yaml' 'files = /dev/zero' 'files = vlo.yaml
bands = pipe.yaml' 'files = vlo.yaml
scheme = ./pipe.yaml'; do
    printf '[score]\n%s\n' "$line" >keys.ini
    refused JE-N25 "is neither a file nor a folder" batch keys.ini
    refused JE-N25 "is neither a file nor a folder" batch --dry-run keys.ini
done
printf '[appeal]\nfiles = history\nholidays = pipe.yaml\n' >keys.ini
refused JE-N25 "keys.ini:3:12: error: 'pipe.yaml' is neither" batch keys.ini
printf '[panel]\nfiles = history\nrecords = pipe.yaml\n' >keys.ini
refused JE-N25 "keys.ini:3:11: error: 'pipe.yaml' is neither" batch keys.ini
printf '[sensitivity]\nfiles = vlo.yaml\nlevels = yes\nlevel-uncertainty = pipe.yaml\n' >keys.ini
refused JE-N25 "keys.ini:4:21: error: 'pipe.yaml' is neither" batch keys.ini
printf '[verify]\nfiles = pipe.json\n' >keys.ini
refused JE-N25 "keys.ini:2:9: error: 'pipe.json' is neither" batch keys.ini
printf '[score]\nscheme-path = pipe.yaml\nscheme = nnc-probation\nfiles = pipe.csv\n' >keys.ini
refused JE-N25 "keys.ini:4:9: error: 'pipe.csv' is neither" batch keys.ini

# Shards and stored results, and folders of schemes with a pipe in the place of a scheme.
"$je" sensitivity --joint --scenarios 10 vlo.yaml --shard 1/1 --output shard.json
sed 's/"vlo.yaml"/"pipe.yaml"/g' shard.json >piped-shard.json
refused JE-X15 "'pipe.yaml' is a pipe" merge piped-shard.json
"$je" score --format json vlo.yaml --output stored.json
sed 's/"vlo.yaml"/"pipe.yaml"/g' stored.json >piped.json
refused JE-V13 "'pipe.yaml', which is neither a file nor a folder" verify piped.json
mkdir schemes-here
mkfifo schemes-here/nnc-probation.yaml schemes-here/other.yaml
timeout 20 "$je" score --scheme-path schemes-here vlo.yaml | cmp - "$work/file.out" || fail "a pipe hides a scheme"
JE_SCHEME_PATH=pipe.yaml:schemes-here:$JE_SCHEME_PATH timeout 20 "$je" score vlo.yaml | cmp - "$work/file.out" || fail "a pipe in JE_SCHEME_PATH"
refused JE-U09 "there is no scheme 'other': 'schemes-here/other.yaml' is no ordinary file" score --scheme-path schemes-here --scheme other pipe.csv
timeout 20 "$je" seal log.sealed vlo.yaml >/dev/null
mv vlo.yaml vlo.kept && mkfifo vlo.yaml
refused JE-V19 "'vlo.yaml' cannot be compared" verify --strict log.sealed
rm vlo.yaml && mv vlo.kept vlo.yaml
echo "pipes are passed over in folders, refused in files, and read when the user names them"
