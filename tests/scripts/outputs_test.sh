#!/bin/sh
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# No output takes the place of a file that the same run reads, however the file was found, and none is left half done.
#   outputs_test.sh JE PROJECT
set -eu
je=$1
project=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$project/examples/probation" "$work/story"
cp -r "$project/schemes" "$work/schemes"
JE_SCHEME_PATH="$work/schemes"
export JE_SCHEME_PATH
cd "$work/story"
fail() {
    printf 'outputs_test: %s\n' "$1" >&2
    cat "$work/out" "$work/err" >&2
    exit 1
}
# keeps FILE ARGUMENTS...: the run ends with status 2 and JE-U17, and FILE is what it was.
keeps() {
    file=$1
    shift
    cp "$file" "$work/before"
    status=0
    "$je" "$@" >"$work/out" 2>"$work/err" || status=$?
    cmp -s "$file" "$work/before" || { cp "$work/before" "$file"; fail "je $*: '$file' was written over"; }
    [ "$status" -eq 2 ] || fail "je $*: status $status"
    grep -q 'is one of the files to be read \[JE-U17\]' "$work/err" || fail "je $*: no JE-U17"
    ls | grep -E '\.[A-Za-z0-9]{6}$' && fail "je $*: a temporary file is left"
    return 0
}
scheme=$work/schemes/nnc-probation.yaml

# What was named or is beside what was named.
keeps vlo.yaml panel history/panel-2016-08.yaml --records vlo.yaml --output vlo.yaml
keeps vlo.yaml panel history/panel-2016-08.yaml --records . --output vlo.yaml
keeps history/panel-2016-02.yaml panel history/panel-2016-08.yaml --output history/panel-2016-02.yaml
keeps history/panel-2016-02.yaml appeal history/appeal-2016.yaml --output history/panel-2016-02.yaml
cp holidays-england-and-wales.yaml h.yaml
keeps h.yaml appeal history/appeal-2016.yaml --records . --holidays h.yaml --output h.yaml
keeps vlo.yaml check history --records . --output vlo.yaml

# A questionnaire that an example names.
cat >tst.yaml <<'T'
format: je-test/1
name: The VLO
scheme: nnc-probation
job: vlo.yaml
expect: {band: "3"}
source: the published grade
T
keeps vlo.yaml test tst.yaml --output vlo.yaml

# Schemes found by name, and files by other names.
keeps "$scheme" score vlo.yaml --output "$scheme"
keeps "$scheme" score --format csv vlo.yaml pso.yaml --output "$scheme"
keeps "$scheme" explain vlo.yaml --output "$scheme"
keeps "$scheme" compare vlo.yaml pso.yaml --output "$scheme"
keeps "$scheme" check vlo.yaml --output "$scheme"
keeps "$scheme" sensitivity vlo.yaml --output "$scheme"
keeps "$scheme" sensitivity vlo.yaml --joint --scenarios 100 --draws "$scheme"
keeps "$scheme" sensitivity vlo.yaml --joint --scenarios 100 --shard 1/2 --output "$scheme"
ln -s "$scheme" link.yaml
ln "$scheme" hard.yaml
keeps "$scheme" score vlo.yaml --output link.yaml
keeps hard.yaml score vlo.yaml --output hard.yaml

# What the command finds in what it reads.
"$je" score --format json vlo.yaml --output stored.json
keeps "$scheme" verify stored.json --output "$scheme"
keeps vlo.yaml verify stored.json --output vlo.yaml
"$je" sensitivity --joint --scenarios 1000 vlo.yaml --shard 1/1 --output s1
keeps vlo.yaml merge s1 --output vlo.yaml
keeps "$scheme" merge s1 --output "$scheme"
"$je" sensitivity --bands local-floors.yaml --joint --scenarios 100 vlo.yaml --shard 1/1 --output s2
keeps local-floors.yaml merge s2 --output local-floors.yaml

# A table of the chances of levels, and bands beside those in use.
cat >unc.yaml <<'T'
format: je-uncertainty/1
id: doubts
scheme: nnc-probation
jobs:
  vlo:
    knowledge: {"4": 0.5, "5": 0.5}
T
keeps unc.yaml sensitivity vlo.yaml --levels --level-uncertainty unc.yaml --output unc.yaml
keeps unc.yaml sensitivity vlo.yaml --levels --level-uncertainty unc.yaml --central --scenarios 100 --draws unc.yaml

keeps local-floors.yaml sensitivity vlo.yaml --floors --bands "$project/examples/probation/local-floors.yaml" \
    --bands local-floors.yaml --output local-floors.yaml

# The log of je seal by another name.
"$je" seal sealed.log vlo.yaml >/dev/null
ln sealed.log log.other
keeps sealed.log seal sealed.log pso.yaml --output log.other

# je batch writes over what it wrote before, and over nothing that it read.
"$je" batch --quiet run.ini >"$work/out" 2>"$work/err" || fail "je batch"
"$je" batch --quiet run.ini >"$work/out" 2>"$work/err" || fail "je batch does not write over its own results"
mkdir results-2
cp "$scheme" results-2/nnc-probation.yaml
cat >own.ini <<'T'
[batch]
output = results-2
scheme-path = results-2
[sensitivity]
files = vlo.yaml
joint = yes
scenarios = 100
draws = nnc-probation.yaml
T
"$je" batch own.ini >"$work/out" 2>"$work/err" && fail "je batch writes scenarios over a scheme"
cmp "$scheme" results-2/nnc-probation.yaml || fail "je batch changed a scheme"

# An output that was not read is written over as before.
printf 'old\n' >old.txt
"$je" score vlo.yaml --output old.txt
grep -q 'Points and bands' old.txt || fail "an output of an earlier run was not replaced"

# A run that is ended by a signal leaves no temporary file behind. (A shell has its background jobs ignore SIGINT:
# terminal_test.py tries that one.)
for signal in TERM HUP XCPU; do
    "$je" sensitivity --joint --scenarios 1000000000 --threads 1 vlo.yaml --output ended.txt >"$work/out" 2>"$work/err" &
    run=$!
    tries=0
    until ls ended.txt.?????? >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ "$tries" -lt 200 ] || fail "no temporary file was made"
        sleep 0.05
    done
    sleep 0.1
    kill -s "$signal" "$run"
    status=0
    wait "$run" || status=$?
    [ "$status" -gt 128 ] || fail "SIG$signal gave status $status"
    ls ended.txt* >/dev/null 2>&1 && fail "SIG$signal leaves a file"
done

# fails WORDS...: the run has exit status 3 and JE-X10, the folder holds what it held, and its files say what they said.
fails() {
    sums=$(find . -type f -exec sha256sum {} + | sort)
    status=0
    "$@" >"$work/out" 2>"$work/err" || status=$?
    [ "$status" -eq 3 ] || fail "$*: status $status"
    grep -q 'JE-X10' "$work/err" || fail "$*: no JE-X10"
    [ "$(find . -type f -exec sha256sum {} + | sort)" = "$sums" ] || fail "$*: files were left or changed"
}
# Within a limit of 512 or 1024 bytes, whatever the shell takes a block for.
small() { (ulimit -f 1 && exec "$je" "$@"); }
printf 'old\n' >old.txt
fails small score vlo.yaml pso.yaml po.yaml --output old.txt
fails small score --format json vlo.yaml pso.yaml po.yaml --output new.json
fails small sensitivity --joint --scenarios 1000 vlo.yaml --draws new.csv --output new.txt
fails small new job --scheme nnc-probation --output new.yaml
fails small seal sealed.log po.yaml case-administrator.yaml
"$je" verify --quiet sealed.log >"$work/out" 2>"$work/err" || fail "a log that could not grow is not whole"
mkdir empty
cp vlo.yaml run.ini empty/
printf '[batch]\nscheme = nnc-probation\n[score]\nfiles = vlo.yaml\nformat = csv, text, json\n' >empty/run.ini
status=0
(cd empty && small batch run.ini) >"$work/out" 2>"$work/err" || status=$?
[ "$status" -eq 3 ] || fail "je batch within a limit: status $status"
grep -q 'JE-X10' "$work/err" || fail "je batch within a limit: no JE-X10"
[ -z "$(find empty/run-results -type f 2>/dev/null)" ] || fail "je batch within a limit leaves files"

# A full disk, and a reader that goes away.
fails "$je" score vlo.yaml --output /dev/full
full() { "$je" "$@" >/dev/full; }
fails full score vlo.yaml
fails full explain vlo.yaml
fails full --help
gone() { { "$je" "$@" 2>"$work/gone" || echo "$?" >"$work/status"; } | true; cat "$work/gone" >&2; return "$(cat "$work/status")"; }
mkdir many
i=0
while [ "$i" -lt 300 ]; do
    i=$((i + 1))
    sed "s/^id: .*/id: v$i/" vlo.yaml >"many/v$i.yaml"
done
fails gone score --format json many
closed() { "$je" "$@" >&-; }
fails closed score vlo.yaml
echo "no output takes the place of what is read, and none is left half done"
