#!/bin/sh
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# The public view tells nothing of people: public_view_test.sh JE
# In the records under public_view every name, post, organisation, free text, document, file and level has a marker word in it. With
# --audience public it must not come out, in any format; without, it must, or this test could not fail. Nor must words and days that
# tell of a side, of who appealed, or of when somebody did what.
set -eu
je=$1
here=$(cd "$(dirname "$0")/public_view" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
marker=zzmark7
fail() { echo "FAILED: $1" >&2; grep -n "$marker" "$work/out" >&2 || cat "$work/out" "$work/err" >&2; exit 1; }
# Some rules are not kept on purpose, so that their messages are looked at too: 0 and 1 are both expected.
run() {
  status=0
  (cd "$here/.." && "$je" "$@" --scheme-path "$here/schemes") >"$work/out" 2>"$work/err" || status=$?
  [ "$status" -le 1 ] || fail "je $*: status $status"
}

for command in panel appeal; do
  for format in text markdown csv json; do
    run "$command" --format "$format" --audience public public_view/many
    [ -s "$work/out" ] || fail "je $command, $format: no public view came out"
    ! grep -q "$marker" "$work/out" || fail "je $command, $format: the public view tells what it must not"
    ! grep -Eq '(^|[^a-z0-9])(m|u)[1-4]([^a-z0-9]|$)' "$work/out" || fail "je $command, $format: the public view names a panellist"
    ! grep -Eiq '(^|[^a-z])(union|management|collective|individual|consensus|panellist [0-9])([^a-z]|$)|2016-03-14|2016-03-30|2016-06-20T|alpha|kappa' "$work/out" || fail "je $command, $format: the public view tells of sides, of the appellant or of agreement"
    case $command in panel) file=$marker-first.yaml ;; *) file=$marker-appeal.yaml ;; esac
    run "$command" --format "$format" --audience public "public_view/many/$file"
    [ -s "$work/out" ] || fail "je $command, $format: no public view of a file named came out"
    ! grep -q "$marker" "$work/out" || fail "je $command, $format: the public view tells the name of a file"
    run "$command" --format "$format" public_view/many
    grep -q "$marker" "$work/out" || fail "je $command, $format: the record itself lacks the marker, so this test proves nothing"

    # A job with a single post-holder: that nothing can be shown, and nothing of it.
    run "$command" --format "$format" --audience public public_view/single
    [ -s "$work/out" ] || fail "je $command, $format: no result at all where nothing can be shown"
    ! grep -q "$marker" "$work/out" || fail "je $command, $format: a job with a single post-holder is in the public view"
    [ "$format" != json ] || grep -q '"single_holder":[1-9]' "$work/out" || fail "je $command: the result does not say what was left out"
    grep -q 'JE-P22' "$work/err" || fail "je $command, $format: it is not said that something was left out"
    run "$command" --format "$format" public_view/single
    grep -q "$marker" "$work/out" || fail "je $command, $format: the record of the single post-holder lacks the marker"
    run "$command" --format "$format" --audience public public_view/many public_view/single
    [ -s "$work/out" ] || fail "je $command, $format: the other job went too"
    ! grep -q "$marker" "$work/out" || fail "je $command, $format: beside another job, the single post-holder's is told of"
  done
done
