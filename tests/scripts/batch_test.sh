#!/bin/sh
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# je batch gives what its commands give alone, the same bytes twice and from anywhere, and writes nowhere but in its folder.
#   batch_test.sh JE PROJECT
. "$(dirname "$0")/begin.sh"
list() { (cd "$1" && find . | sort); }

cp -r "$project/examples/probation" "$work/story"
cd "$work/story"
before=$(list .)

"$je" batch --dry-run run.ini >"$work/plan"
[ "$(list .)" = "$before" ] || fail "a dry run wrote something"
grep -q "je explain --format json --changes all --scheme nnc-probation vlo.yaml" "$work/plan" || fail "a dry run does not say what it would run"

"$je" batch --quiet run.ini >"$work/first"
cp -r results "$work/results-1"
[ "$(list . | grep -v '^./results')" = "$before" ] || fail "something was written outside the folder"
(cd / && "$je" batch --quiet "$work/story/run.ini" >"$work/second")
diff -r results "$work/results-1" || fail "two runs differ"
cmp "$work/first" "$work/second" || fail "two summaries differ"
(cd / && "$je" batch --quiet "$work/story/run.ini" --output "$work/elsewhere" --format json >"$work/third")
diff -r results "$work/elsewhere" || fail "results differ in another folder"

# Each result is that of the command alone.
same() {
    name=$1
    shift
    "$je" "$@" >"$work/alone" 2>/dev/null || true
    cmp "$work/alone" "results/$name" || fail "$name is not what je $* gives"
}
four="vlo.yaml pso.yaml po.yaml case-administrator.yaml"
for format in text json; do
    end=$(printf %s "$format" | sed s/text/txt/)
    # shellcheck disable=SC2086
    same "check.$end" check --format $format --scheme nnc-probation $four
    # shellcheck disable=SC2086
    same "score.$end" score --format $format --scheme nnc-probation $four
    same "why-vlo-is-3.$end" explain --format $format --changes all --scheme nnc-probation vlo.yaml
    same "vlo-beside-po.$end" compare --format $format --job vlo --job po --scheme nnc-probation vlo.yaml pso.yaml po.yaml
    same "panels.$end" panel --format $format --records . --scheme nnc-probation history
    same "appeals.$end" appeal --format $format --records . --holidays holidays-england-and-wales.yaml --scheme nnc-probation history
done
same score.csv score --format csv --scheme nnc-probation $four

# The summary tells the truth about the files.
sed -n 's/^{"name":"\(.*\)","sha256":"\([0-9a-f]*\)"},\{0,1\}$/\2  \1/p' results/summary.json >"$work/sums"
written=$(cd results && find . -type f ! -name summary.json ! -name index.html | sed 's|^./||')
[ -n "$written" ] || fail "nothing was written"
for name in $written; do
    sum=$(sha256sum "results/$name" | cut -d' ' -f1)
    grep -qF "$sum  $name" "$work/sums" || fail "the summary has another checksum of $name"
done
for name in vlo.yaml history/appeal-2016.yaml holidays-england-and-wales.yaml; do
    grep -qF "$(sha256sum "$name")" "$work/sums" || fail "the summary does not list $name"
done

# A link that was put into the folder after an earlier run is not followed.
printf 'mine\n' >"$work/mine"
ln -sf "$work/mine" results/score.txt
if "$je" batch --quiet run.ini >/dev/null 2>&1; then fail "a link was followed"; fi
[ "$(cat "$work/mine")" = mine ] || fail "a file outside was written over"

# A table of scenarios is not written over a record that a section reads in a folder, whichever way it lies there.
cp -r "$project/examples/probation" "$work/linked"
cd "$work/linked"
mkdir -p found/below results
printf 'mine\n' >results/drawn.csv
ln -s ../../results/drawn.csv found/below/panel.yaml
cat >linked.ini <<'END'
[batch]
output = results
[sensitivity]
scheme = nnc-probation
files = vlo.yaml
central = yes
scenarios = 10
draws = drawn.csv
[panel]
files = history
records = found
END
if "$je" batch --quiet linked.ini >/dev/null 2>said; then fail "a record in a folder was written over"; fi
grep -q "linked.ini:8:9.*would write over 'results/drawn.csv'.*line 11.*JE-N16" said || fail "it is not said that a record in a folder would be written over"
[ "$(cat results/drawn.csv)" = mine ] || fail "a record in a folder was written over"

# A table of an earlier run is not listed as written by a section that failed.
printf '[batch]\nscheme = nnc-probation\n[sensitivity]\nfiles = vlo.yaml\ncentral = yes\nscenarios = 10\ndraws = drawn.csv\nformat = text, json\n' >table.ini
"$je" batch --quiet table.ini >/dev/null
"$je" batch --quiet table.ini | grep -q "^drawn.csv  " || fail "a table is not listed as written"
sed -i 's/^scenarios.*/&\nrequire = nothing >= 0.5/' table.ini
if "$je" batch table.ini >done 2>said; then fail "a requirement about no factor is met"; fi
if grep -q "^drawn.csv  " done; then fail "a table of an earlier run is listed as written"; fi
grep -q "drawn.csv' is from an earlier run.*JE-N19" said || fail "a table of an earlier run is not told of"

# A summary that cannot be written does not hide what was done.
printf '[batch]\nscheme = nnc-probation\noutput = short-results\nsummary = all.json\n[score]\nfiles = vlo.yaml\nformat = csv\n' >short.ini
rm -f done said
mkfifo done said
cat <done >done.all &
cat <said >said.all &
status=0
(ulimit -f 1 && exec "$je" batch --quiet short.ini >done 2>said) || status=$?  # room for the result, and not for the summary
wait
[ $status = 3 ] || fail "a summary that cannot be written gives exit status $status"
grep -q "All done: 1 section" done.all || fail "what was done is not told when the summary cannot be written"
grep -q "all.json'.*File too large" said.all || fail "it is not said why there is no summary"
rm done said

# Places and files without the right to use them are told beforehand. The system lets root use them all the same.
cd "$work"
mkdir -p rights/shut/results rights/closed
cp "$project/examples/probation/vlo.yaml" rights/
cp rights/vlo.yaml rights/closed/
printf '[score]\nscheme = nnc-probation\nfiles = vlo.yaml\n' >rights/run.ini
printf '[score]\nscheme = nnc-probation\nfiles = vlo.yaml, closed\n' >rights/closed.ini
mkdir -p rights/run-results/nhs rights/closed-results
printf '[score]\nscheme = nnc-probation\nfiles = vlo.yaml\noutput = nhs/score\n' >rights/nhs.ini
mkdir -p rights/nhs-results/nhs
chmod 000 rights/closed/vlo.yaml
chmod 555 rights/shut rights/run-results rights/nhs-results/nhs
chmod 777 rights rights/closed-results rights/nhs-results
unable() {
    wanted=$1
    shift
    status=0
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid=65534 --regid=65534 --clear-groups "$je" batch --dry-run "$@" >/dev/null 2>said || status=$?
    else
        "$je" batch --dry-run "$@" >/dev/null 2>said || status=$?
    fi
    [ $status = 3 ] || fail "je batch --dry-run $* gives exit status $status"
    grep -q "$wanted" said || fail "je batch --dry-run $* does not say $wanted"
}
reaches() { setpriv --reuid=65534 --regid=65534 --clear-groups test -x "$je" -a -r "$project/schemes" 2>/dev/null; }
chmod 755 "$work"
if [ "$(id -u)" != 0 ] || reaches; then
    unable "folder 'rights/shut': Permission denied.*JE-N24" rights/run.ini --output rights/shut/new
    unable "rights/run.ini:1:1: error: nothing can be written in the folder 'run-results'.*JE-N24" rights/run.ini
    unable "rights/nhs.ini:4:10: error: nothing can be written in the folder 'nhs-results/nhs'.*JE-N24" rights/nhs.ini
    printf '[score]\nscheme = nnc-probation\nfiles = vlo.yaml\n[panel]\nscheme = nnc-probation\nfiles = panel.yaml\nrecords = closed\n' >rights/passed.ini
    cp "$project/examples/probation/history/panel-2023.yaml" rights/panel.yaml
    mkdir -p rights/passed-results && chmod 777 rights/passed-results
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid=65534 --regid=65534 --clear-groups "$je" batch --dry-run rights/passed.ini >/dev/null || fail "a record that may not be read stops a run that need not read it"
    else
        "$je" batch --dry-run rights/passed.ini >/dev/null || fail "a record that may not be read stops a run that need not read it"
    fi
    unable "rights/closed.ini:3:9: error: 'closed/vlo.yaml' cannot be read: Permission denied.*JE-N25" rights/closed.ini
fi
chmod -R u+rwX rights

# A bundle is an archive, what the command alone makes, and a later section can check it.
cp -r "$project/examples/probation" "$work/bundled" && cd "$work/bundled"
printf '[batch]\noutput = made\nsummary = index.html\n[papers]\ncommand = bundle\nfiles = vlo.yaml, history/appeal-2023.yaml\n[check]\ncommand = verify\nfiles = made/papers.zip\nformat = json\n' >bundled.ini
"$je" batch --quiet --dry-run bundled.ini >"$work/bundled.out" || fail "a dry run of a bundle"
[ ! -e made ] || fail "a dry run wrote a bundle"
"$je" batch --quiet bundled.ini >"$work/bundled.out" || fail "a bundle in a run: $(cat "$work/bundled.out")"
"$je" bundle --quiet vlo.yaml history/appeal-2023.yaml --output "$work/alone.zip"
cmp made/papers.zip "$work/alone.zip" || fail "a bundle of a run is not what je bundle writes"
grep -q '"verdict":"reproduces"' made/check.json || fail "the bundle of a run is not verified"
grep -q 'papers.zip">papers.zip<' made/index.html || fail "the index does not lead to the bundle"
grep -q '^vlo.yaml  ' "$work/bundled.out" || fail "what went into the bundle is not listed"
printf '[bundle]\nfiles = vlo.yaml\nformat = html\n' >bundled.ini
"$je" batch bundled.ini >"$work/bundled.out" 2>"$work/bundled.err" && fail "a bundle in a format"
grep -q "je bundle has no 'format'" "$work/bundled.err" || fail "nothing is said of the format of a bundle"
echo "je batch gives what its commands give"
