# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""What je check says of the questions of the schemes of this folder is what stands beside them.

    findings_test.py JE FOLDER

`findings/expected.tsv` has each finding: severity, name, factor, question, option, detail. It must be told in one run, nothing else with
it; each finding of one folder names what it is about. `je score` tells of no such oddity.
"""
import csv
import json
import pathlib
import re
import subprocess
import sys

JE, HERE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
TREE = re.compile(r"JE-T[2-6]\d")
faults = []


def messages(path):
    done = subprocess.run([JE, "check", path, "--format", "json"], capture_output=True, text=True, check=False, timeout=60)
    return [one for one in json.loads(done.stdout)["messages"] if TREE.fullmatch(one["id"])]


def named(kind, text):
    found = re.search(rf"{kind} '([^']*)'", text)
    return found[1] if found else ""


def matches(row, one):
    text = one["message"]
    if (one["severity"], one["name"]) != (row["severity"], row["name"]) or f"factor '{row['factor']}'" not in text:
        return False
    if row["question"] and named("question", text) != row["question"] and row["name"] != "unreachable-question":
        return False
    if row["name"] == "unreachable-question" and f"to question '{row['question']}'" not in text:
        return False
    if (named("option", text) if row["name"] != "overlap" else re.search(r"to option '([^']*)' of", text)[1]) != row["option"]:
        return False
    return all(re.search(rf"(?<![\w.]){re.escape(word)}(?![\w.]*\w)", text) for word in row["detail"].split())


with open(HERE / "findings/expected.tsv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file, fieldnames=["severity", "name", "factor", "question", "option", "detail"], delimiter="\t"))
if len(rows) < 14:
    sys.exit(f"{len(rows)} findings are expected")
told = messages(HERE / "findings/scheme.yaml")
for row in rows:
    mine = [one for one in told if matches(row, one)]
    if len(mine) != 1:
        faults.append(f"{row['name']} of {row['factor']} is told {len(mine)} times: {[one['message'] for one in told if row['factor'] in one['message']]}")
    told = [one for one in told if one not in mine]
faults += [f"not expected: {one['message']} [{one['id']} {one['name']}]" for one in told]
schemes = [path for path in sorted(HERE.glob("*/scheme.yaml")) if path.parent.name != "findings"]
if len(schemes) < 4:
    faults.append(f"{len(schemes)} other schemes")
for path in schemes:
    faults += [f"{path}: {one['message']}" for one in messages(path)]
if faults:
    sys.exit("\n".join(faults))
print(f"{len(rows)} findings came out as they must, and none of {len(schemes)} other schemes")
