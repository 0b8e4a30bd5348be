# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""CSV in long form, in every case that shows it: `value` and `standard_error` hold numbers only, no quantity occurs in two parts,
and no two rows say what the same value is.  long_form.py TESTS-FOLDER"""
import csv
import io
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support import cases  # noqa: E402

KEYS = ["part", "job", "quantity", "factor", "band", "other"]


def is_number(text):
    try:
        return float(text) == float(text)
    except ValueError:
        return False


def faults_of(rows, parts):
    seen = set()
    for row in rows:
        for name in ("value", "standard_error"):
            if row[name] and not is_number(row[name]):
                yield f"{name} holds '{row[name]}'"
        if row["value"] and row["text"]:
            yield f"{row['quantity']} has a value and a text"
        if parts.setdefault(row["quantity"], row["part"]) != row["part"]:
            yield f"{row['quantity']} is in {row['part']} and in {parts[row['quantity']]}"
        key = tuple(row[name] for name in KEYS)
        if key in seen:
            yield f"two rows for {key}"
        seen.add(key)


def main():
    root = pathlib.Path(sys.argv[1])
    parts, faults, files = {}, 0, 0
    for case in map(cases.read, cases.below(root)):
        text = case.expected.get("stdout", b"").decode("utf-8", "replace")
        if not text.startswith("part,job,quantity,"):
            continue
        files += 1
        for fault in faults_of(csv.DictReader(io.StringIO(text, newline="")), parts):
            faults += 1
            print(f"{case.path}: {fault}")
    print(f"{files} results in long form, {faults} faults")
    return 1 if faults or files < 8 else 0


sys.exit(main())
