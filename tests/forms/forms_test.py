# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""What je says of the schemes, jobs and faulty schemes of this folder is what stands beside them.

    forms_test.py JE FOLDER

`<job>.expected.json` has values under the keys of `je explain`; `findings.tsv` has each finding of `je check` that has a name, with
figures that its message names. The examples are original and illustrative.
"""
import csv
import json
import pathlib
import re
import subprocess
import sys

JE, HERE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
ERRORS = {"derived_differs": "JE-J50", "cell_not_allowed": "JE-J52", "choice-not-held": "JE-J61"}
faults = []


def je(folder, *words):
    done = subprocess.run([JE, *words, "--format", "json"], cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    return done, json.loads(done.stdout) if done.stdout else {}


def same(what, found, expected):
    if found != expected:
        faults.append(f"{what}: found {found}, expected {expected}")


def sets_of(sets):
    return [{"to_band": one["to_band"], "steps": one["steps"], **({} if one["points"] is None else {"points": one["points"]}),
             "changes": [{key: change[key] for key in ("factor", "from", "to")} for change in one["changes"]]} for one in sets]


def check_job(path):
    expected = json.loads(path.read_text(encoding="utf-8"))
    job, folder = path.name.removesuffix(".expected.json"), path.parent
    done, result = je(folder, "explain", f"{job}.yaml", "--scheme", "scheme.yaml")
    if expected["errors"]:
        said = re.findall(r"\[(JE-[A-Z]\d\d)", done.stderr + done.stdout)
        same(f"{job}: errors", [one for one in said if one in ERRORS.values()], [ERRORS[one["error"]] for one in expected["errors"]])
        for one in expected["errors"]:
            named = [one["factor"], one["stated"], *one["possible"]] if "factor" in one else [one["band"]] if "band" in one else []
            for word in named:
                if f"'{word}'" not in done.stdout + done.stderr:
                    faults.append(f"{job}: the error does not name {word}")
        return
    for key in ("complete", "raise_found", "lower_found"):
        if key in expected:
            same(f"{job}: {key}", result[key], expected[key])
    known = expected["complete"]
    if "total_min" not in expected:  # rules give bands
        same(f"{job}: points", [result["total"], result["above_floor"], {one["points"] for one in result["factors"]}], [None, None, {None}])
        for key, found in (("bands", "possible_bands"), ("band", "band"), ("rule", "rule"), ("steps_up", "steps_up"), ("steps_down", "steps_down")):
            if key in expected:
                same(f"{job}: {key}", result[found], expected[key])
    else:
        check_points(job, result, expected, known)
    factors = {one["id"]: one for one in result["factors"]}
    for one in expected["factors"]:
        found = factors[one["id"]]
        same(f"{job}: {one['id']}", [found["level"], found["source"]], [one["level"], one["source"]])
        same(f"{job}: {one['id']}, possible", [level["level"] for level in found.get("possible", [])] or [found["level"]], one["possible"])
    for key in ("raise", "lower"):
        if key in expected:
            same(f"{job}: {key}", sets_of(result[key]), expected[key])


def check_points(job, result, expected, known):
    same(f"{job}: total", [result["total"]] * 2 if known else [result["total_min"], result["total_max"]], [expected["total_min"], expected["total_max"]])
    if "holds" in expected:  # the table overlaps
        for key, found in (("bands", "possible_bands"), ("band", "band"), ("holds", "holds")):
            same(f"{job}: {key}", result[found], expected[key])
        same(f"{job}: why no band", "band_reason" in result, expected["band"] is None)
    else:
        ends = [result["band"]] * 2 if known else [result["band_min"], result["band_max"]]
        ids = [band["band"] for band in result["bands"]["floors"]]  # no table here has holes
        same(f"{job}: bands", ids[ids.index(ends[0]):ids.index(ends[1]) + 1], expected["bands"])
    factors = {one["id"]: one for one in result["factors"]}
    for one in expected["units"]:
        found = factors.get(one["id"]) or next(unit for unit in result["matrices"] if unit["id"] == one["id"])
        same(f"{job}: unit {one['id']}", [found.get(key, found["points"]) for key in one if key != "id"], [one[key] for key in one if key != "id"])


def check_reachable(path):
    expected = json.loads(path.read_text(encoding="utf-8"))
    _, result = je(path.parent, "check", "scheme.yaml", "--show")
    scheme = result["shown"][0]
    same(f"{path}: totals", [scheme["smallest_total"], scheme["largest_total"]], [expected["smallest"], expected["largest"]])
    bands = [{"band": band["id"], "reachable_totals": band["reachable_totals"]} for band in scheme["band_tables"][0]["bands"]]
    same(f"{path}: bands", bands, expected["bands"])
    proved = int(re.search(r"(\d+) reachable totals", result["files"][0]["proved"])[1])
    same(f"{path}: reachable totals", proved, expected["reachable_totals"])
    same(f"{path}: in no band", [one for one in result["messages"] if one["id"] == "JE-B50"], expected.get("in_no_band", []))


def check_combinations(path):
    expected = json.loads(path.read_text(encoding="utf-8"))
    _, result = je(path.parent, "check", "scheme.yaml", "--show")
    table = result["shown"][0]["band_tables"][0]
    same(f"{path}: combinations", {key: table[key] for key in expected}, expected)


def check_findings(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for scheme in sorted(path.parent.glob("*.yaml")):
        if not scheme.read_text(encoding="utf-8").startswith(("format: je-scheme/1", "#")):
            continue
        _, result = je(path.parent, "check", scheme.name)
        found = [one for one in result["messages"] if one.get("name")]
        mine = [row for row in rows if row["file"] == scheme.name]
        same(f"{scheme.name}: findings", sorted((one["severity"], one["name"]) for one in found), sorted((row["severity"], row["name"]) for row in mine))
        for row in mine:
            figures = re.findall(r"[\w.]+", row["detail"])
            if not any(one["name"] == row["name"] and all(re.search(rf"(?<![\w.]){re.escape(word)}(?![\w])", one["message"]) for word in figures if word != "printed" and not word.isalpha() or len(word) == 1) for one in found):
                faults.append(f"{scheme.name}: no {row['name']} names {row['detail']!r}: {[one['message'] for one in found]}")


jobs, tables = sorted(HERE.glob("*/*.expected.json")), sorted(HERE.glob("*/findings.tsv"))
if len(jobs) < 7 or not tables:
    sys.exit(f"{HERE} has {len(jobs)} jobs and {len(tables)} lists of findings")
for one in jobs:
    check_job(one)
for one in tables:
    check_findings(one)
for one in sorted(HERE.glob("*/reachable.json")):
    check_reachable(one)
for one in sorted(HERE.glob("*/combinations.json")):
    check_combinations(one)
if faults:
    sys.exit("\n".join(faults))
print(f"{len(jobs)} jobs and {len(tables)} lists of findings came out as they must")
