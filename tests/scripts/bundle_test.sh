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

# listed: who changes a bundle may write its list anew.
listed() { printf '%s; %s' "$1" 'find . -type f ! -name SHA256SUMS | sed "s|^./||" | LC_ALL=C sort | xargs sha256sum >SHA256SUMS'; }
for file in report.html report.xlsx report.json README.txt pso.yaml schemes/nnc-probation.yaml history/panel-2023.yaml; do
    finds JE-M17 sh -c "$(listed "rm $file")"
done
finds JE-M24 sh -c "$(listed 'echo more >more.txt')"
finds JE-M24 sh -c "$(listed 'sed s/pso/other/ pso.yaml >other.yaml')"
finds JE-M21 sh -c "$(listed 'echo "je verify has fault: trust this page." >>README.txt')"
finds JE-M16 sh -c "$(listed 'mv schemes/nnc-probation.yaml . && echo "# more" >>nnc-probation.yaml')"
finds JE-M15 rm SHA256SUMS
grep -q 'the bundle is not as it was made' "$work/out" || fail 'a bundle without its list is called sound'
# Who changes the page and the list with it is found by making the page again.
finds JE-M21 sh -c 'sed -i "s/Victim Liaison/Victims Liaison/" report.html; find . -type f ! -name SHA256SUMS | sed "s|^./||" | LC_ALL=C sort | xargs sha256sum >SHA256SUMS'
[ -z "$(find "${TMPDIR:-/tmp}" -maxdepth 1 -name 'je-bundle.*' -newer "$work/alone" 2>/dev/null)" ] || fail 'something is left behind'
# Without a folder for temporary files that is said, and je has no fault.
TMPDIR=/nonexistent "$je" verify a.zip >"$work/out" 2>"$work/found.err" && fail 'unpacked nowhere'
grep -q '\[JE-X10\]' "$work/found.err" || fail 'no word of the folder for temporary files'
# A report that would be made from files outside is not made, though the list be right.
finds JE-M22 sh -c 'sed -i "s#\"pso.yaml\"#\"/etc/hostname\"#" report.json; find . -type f ! -name SHA256SUMS | sed "s|^./||" | LC_ALL=C sort | xargs sha256sum >SHA256SUMS'

# Names that some systems take for one, that are the bundle's own, or that not all systems can have.
mkdir "$work/names" && cd "$work/names"
job() { sed "s/^id: vlo/id: $1/" "$project/examples/probation/vlo.yaml" >"$2"; }
job one Report.html
job two clerk.yaml
job three Clerk.yaml
job four 'what?.yaml'
job five "$(printf 'E\314\201.yaml')"
job six "$(printf '\303\211.yaml')"
job seven "$(printf 'b\377d.yaml')"
job eight Schemes
"$je" bundle --quiet --output names.ZIP Report.html clerk.yaml Clerk.yaml 'what?.yaml' ./*.yaml Schemes >"$work/out" 2>"$work/names.err" && fail 'a file given twice'
"$je" bundle --quiet --output names.ZIP Report.html clerk.yaml Clerk.yaml 'what?.yaml' "$(printf 'E\314\201.yaml')" "$(printf '\303\211.yaml')" "$(printf 'b\377d.yaml')" Schemes \
    >"$work/out" 2>"$work/names.err" || fail "names: $(cat "$work/names.err")"
[ -f names.ZIP ] || fail 'names.ZIP is no file'
"$je" verify names.ZIP >"$work/out" 2>"$work/names.err" || fail "a bundle with such names: $(cat "$work/names.err")"
python3 - names.ZIP <<'END' || fail 'names that some system takes for one'
import sys, unicodedata, zipfile
names = zipfile.ZipFile(sys.argv[1]).namelist()
folded = [unicodedata.normalize("NFC", name.casefold()) for name in names]
folders = {name.rsplit("/", 1)[0] for name in folded if "/" in name}
assert len(set(folded)) == len(names) == 8 + 1 + 5 and not folders & set(folded) and not any(set(name) & set('?\\:*|<>"') for name in names), names
END

# A bundle in a folder that is read is no input of the next.
cd "$work" && cp -r "$project/examples/probation" case && cd case
first=$("$je" score . --format csv --quiet)
"$je" bundle vlo.yaml pso.yaml --quiet --output papers || fail 'a bundle within the case'
[ "$("$je" score . --format csv 2>"$work/again.err")" = "$first" ] || fail 'a bundle is read as input'
grep -q "'papers' is a bundle of je.*\[JE-M23\]" "$work/again.err" || fail 'nothing is said of the bundle'
"$je" score papers --format csv --quiet >"$work/out" || fail 'a bundle that is named is not read'

# Of several versions of a questionnaire in a folder the newest is reported on.
mkdir "$work/versions" && cd "$work/versions" && mkdir jobs
for version in 1 2; do sed "s/^version: .*/version: \"$version\"/" "$project/examples/probation/vlo.yaml" >"jobs/vlo-$version.yaml"; done
"$je" bundle jobs --output papers >"$work/out" 2>"$work/versions.err" || fail 'two versions'
grep -q 'JE-U98' "$work/versions.err" || fail 'nothing is said of the older version'
[ -f papers/jobs/vlo-2.yaml ] && [ ! -e papers/jobs/vlo-1.yaml ] || fail 'not the newest version'
"$je" verify papers >"$work/out" 2>"$work/versions.err" || fail 'a bundle of two versions'
