# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""docs/errors.md is what tests/errors gives, and every id in the source has a case there."""
import argparse
import pathlib
import re
import sys

import make_errors

# Ids that no file and no command line can bring about on every machine, with the reason.
WITHOUT_CASE = {
    "JE-J04": "a factor twice in a file is a repeated key, JE-Y34; this is for users of the library",
    "JE-J11": "a fact twice in a file is a repeated key, JE-Y34; this is for users of the library",
    "JE-T73": "a question answered twice in a file is a repeated key, JE-Y34, and in a sheet a repeated column, JE-C14; this is for users of the library",
    "JE-S46": "a cell or row twice in a file is a repeated key, JE-Y34; this is for users of the library",
    "JE-S54": "an entry twice in a file is a repeated key, JE-Y34; this is for users of the library",
    "JE-S58": "found by the reader first, JE-Y52; this is for users of the library",
    "JE-S59": "found by the reader first, JE-Y53; this is for users of the library",
    "JE-S62": "found by the reader first, JE-Y42; this is for users of the library",
    "JE-N02": "needs a file of a mebibyte; tests/unit/io has it",
    "JE-N04": "needs a file of ten thousand keys; tests/unit/io has it",
    "JE-S77": "needs a scheme too large to read in a catalogue; tests/unit/scoring has it",
    "JE-N24": "root may write anywhere, so the case would depend on who runs the tests; tests/scripts/batch_test.sh has it",
    "JE-X02": "root may read everything, so the case would depend on who runs the tests",
    "JE-M11": "je bundle has no --audience; this is for users of the library",
    "JE-M21": "needs a bundle with a page that was changed after; tests/scripts/bundle_test.sh has it",
    "JE-M24": "needs a bundle that a file was put into; tests/scripts/bundle_test.sh has it",
    "JE-U99": "needs a pipe; tests/scripts/pipes_test.sh has it",
    "JE-W02": "the shipped catalogue lacks no text: scripts.catalogue sees to it",
    "JE-U96": "needs a terminal; tests/xlsx has it",
    "JE-X11": "memory running out cannot be brought about the same way everywhere",
    "JE-X12": "a fault of je itself: none is known",
    "JE-X16": "needs a named pipe, which cannot be kept with the cases; tests/scripts/pipes_test.sh has it",
    "JE-X17": "needs a named pipe, which cannot be kept with the cases; tests/scripts/pipes_test.sh has it",
    "JE-X18": "needs a folder for temporary files that cannot be used; tests/xlsx has it",
    "JE-X19": "needs a table of more columns than a sheet can hold; tests/unit/render has it",
    "JE-Y24": "stands in for any message of yaml-cpp that has no words of ours yet: none is known",
    "JE-Y26": "needs a file of a gibibyte",
}


def ids_in_source(root):
    found = set()
    for folder in ("libje", "tools"):
        for path in (root / folder).rglob("*.?pp"):
            found |= set(re.findall(r'"(JE-[A-Z]\d\d)"', path.read_text(encoding="utf-8")))
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=pathlib.Path, required=True)
    parser.add_argument("--je")
    root = parser.parse_args().root
    shown = set(make_errors.first_ids(root))
    source = ids_in_source(root)
    faults = [f"{i} is in the source, and no case under tests/errors shows it" for i in sorted(source - shown - set(WITHOUT_CASE))]
    faults += [f"{i} is shown by a case, and is not in the source" for i in sorted(shown - source)]
    faults += [f"{i} has a case; take it from WITHOUT_CASE" for i in sorted(shown & set(WITHOUT_CASE))]
    page = root / "docs/errors.md"
    if not page.exists() or page.read_text(encoding="utf-8") != make_errors.text(root):
        faults.append("docs/errors.md is stale; run: python3 tests/docs/make_errors.py")
    print(*faults, sep="\n")
    print(f"{len(source)} ids in the source, {len(shown)} shown, {len(faults)} faults")
    return 1 if faults or not source else 0


if __name__ == "__main__":
    sys.exit(main())
