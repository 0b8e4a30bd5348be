#!/bin/sh
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
# A bundle is the same bytes twice, is what sha256sum and unzip take it for, can be checked where nothing else is, and shows
# every change: of a record, of the list, of the page, of what is in the archive.
#   bundle_test.sh JE PROJECT
. "$(dirname "$0")/begin.sh"
cp -r "$project/examples/probation" "$work/story"
cd "$work/story"
bundle() { "$je" bundle --quiet vlo.yaml pso.yaml history/appeal-2023.yaml --holidays holidays-england-and-wales.yaml "$@" 2>"$work/bundle.err"; }
bundle --output "$work/a.zip" || fail 'no archive'
bundle --output "$work/b.zip" || fail 'no second archive'
bundle --output "$work/papers/" || fail 'no folder'
cmp -s "$work/a.zip" "$work/b.zip" || fail 'two archives of the same files differ'
python3 -m zipfile -e "$work/a.zip" "$work/unpacked" || fail 'the archive cannot be unpacked'
diff -r "$work/papers" "$work/unpacked" || fail 'archive and folder differ'
for needed in report.html report.xlsx report.json README.txt SHA256SUMS vlo.yaml history/panel-2023.yaml schemes/nnc-probation.yaml; do
    [ -f "$work/papers/$needed" ] || fail "no $needed"
done
(cd "$work/papers" && sha256sum --quiet -c SHA256SUMS) || fail 'sha256sum finds fault'

# Checked by itself, without schemes anywhere else and from another folder.
mkdir "$work/alone"
mv "$work/papers" "$work/a.zip" "$work/alone"
cd "$work/alone"
rm -rf "$work/story"
JE_SCHEME_PATH=/nonexistent
[ "$("$je" verify papers a.zip 2>"$work/verify.err" | grep -c -e 'the bundle is intact' -e 'it reproduces exactly')" -eq 4 ] || fail 'a sound bundle'
[ "$(cd papers && "$je" verify . 2>"$work/verify.err" | grep -c 'it reproduces exactly')" -eq 1 ] || fail 'from within'

# finds ID CHANGE...: a copy of the bundle that the command changes is found wrong with that id.
finds() {
    id=$1
    shift
    rm -rf copy
    cp -r papers copy
    (cd copy && "$@") || fail "the change for $id"
    status=0
    "$je" verify copy >"$work/out" 2>"$work/found.err" || status=$?
    [ "$status" -eq 1 ] || fail "$id: status $status"
    grep -q "\[$id\]" "$work/found.err" || fail "no $id"
}
finds JE-M16 sh -c 'echo "# more" >>vlo.yaml'
finds JE-M16 sh -c 'sed -i s/440/441/ report.json'
finds JE-M17 rm pso.yaml
finds JE-M18 sh -c 'echo more >more.txt'
finds JE-M15 sh -c 'echo "a line" >>SHA256SUMS'
finds JE-M13 ln -s /etc/passwd more.yaml
# Who changes the page and the list with it is found by making the page again.
finds JE-M21 sh -c 'sed -i "s/Victim Liaison/Victims Liaison/" report.html; find . -type f ! -name SHA256SUMS | sed "s|^./||" | LC_ALL=C sort | xargs sha256sum >SHA256SUMS'
[ -z "$(find "${TMPDIR:-/tmp}" -maxdepth 1 -name 'je-bundle.*' -newer "$work/alone" 2>/dev/null)" ] || fail 'something is left behind'
# Without a folder for temporary files that is said, and je has no fault.
TMPDIR=/nonexistent "$je" verify a.zip >"$work/out" 2>"$work/found.err" && fail 'unpacked nowhere'
grep -q '\[JE-X10\]' "$work/found.err" || fail 'no word of the folder for temporary files'
# A report that would be made from files outside is not made, though the list be right.
finds JE-M22 sh -c 'sed -i "s#\"pso.yaml\"#\"/etc/hostname\"#" report.json; find . -type f ! -name SHA256SUMS | sed "s|^./||" | LC_ALL=C sort | xargs sha256sum >SHA256SUMS'
