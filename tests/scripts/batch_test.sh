#!/bin/sh
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# je batch gives what its commands give alone, the same bytes twice and from anywhere, and writes nowhere but in its folder.
#   batch_test.sh JE PROJECT
set -eu
je=$1
project=$2
JE_SCHEME_PATH="$project/schemes"
export JE_SCHEME_PATH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
    printf 'batch_test: %s\n' "$1" >&2
    exit 1
}
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
for name in $(cd results && find . -type f ! -name summary.json | sed 's|^./||'); do
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
echo "je batch gives what its commands give"
