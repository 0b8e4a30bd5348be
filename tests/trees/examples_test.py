# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""What `je explain` says of the jobs of this folder is what stands beside them.

    examples_test.py JE FOLDER

`<job>.expected.json` has values under keys of `je explain`; where a key of that result means something else, the value stands under
`possible_levels` (for `possible`) and `possible_bands` (for `bands`). Jobs whose answers contradict a stated level are refused.
"""
import json
import pathlib
import re
import subprocess
import sys

JE, HERE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
faults = []
compared = 0


def same(what, found, expected):
    global compared
    compared += 1
    if found != expected:
        faults.append(f"{what}: found {found}, expected {expected}")


def only(keys, item):
    return {key: item[key] for key in keys if key in item}


def step(item):
    return only(("question", "fact", "option", "value"), item)


def ruled_out(item):
    return {"level": item["level"], "closed_by": item["closed_by"] and only(("question", "fact", "option"), item["closed_by"]),
            "changed": item["changed"], "further": [only(("question", "fact", "to"), one) for one in item["further"]],
            "path": [only(("question", "fact", "option"), one) for one in item["path"]]}


def check_factor(job, found, expected):
    name = f"{job}, {found['id']}"
    for key in ("id", "level", "source", "points"):
        same(f"{name}: {key}", found[key], expected[key])
    if "trace" not in expected:  # no questions
        possible = [one["level"] for one in found["possible"]] if found["level"] is None else [found["level"]]
        same(f"{name}: possible", possible, expected["possible"])
        same(f"{name}: keys", [key for key in ("trace", "stops_at", "ahead", "off_path", "eliminated") if key in found], [])
        return
    same(f"{name}: possible", found["possible_levels"], expected["possible"])
    same(f"{name}: stops_at", found["stops_at"], expected["stops_at"])
    for key in ("trace", "ahead", "off_path"):
        same(f"{name}: {key}", [step(one) for one in found[key]], expected[key])
    same(f"{name}: eliminated", [ruled_out(one) for one in found["eliminated"]], expected["eliminated"])


def check_ask_next(job, found, expected):
    same(f"{job}: band_settled", found["band_settled"], expected["band_settled"])
    keys = ("factor", "question", "fact", "bands_at_most", "width_at_most", "answers")
    same(f"{job}: ask_next", [only(keys, one) for one in found["questions"]], expected["questions"])


def check_contradiction(job, done, expected):
    same(f"{job}: exit", done.returncode, 1)
    said = re.findall(r"\[(JE-T\d\d) contradiction\]|\[(JE-[A-Z]\d\d)", done.stderr)
    same(f"{job}: errors", [one for one, other in said], ["JE-T75"] * len(expected["errors"]))
    for error in expected["errors"]:
        for word in (error["factor"], error["stated"], *error["answers"]):
            if f"'{word}'" not in done.stderr:
                faults.append(f"{job}: the error does not name '{word}': {done.stderr}")


def check(path):
    expected = json.loads(path.read_text(encoding="utf-8"))
    job = path.name.removesuffix(".expected.json")
    done = subprocess.run([JE, "explain", f"{job}.yaml", "--scheme", "scheme.yaml", "--format", "json"], cwd=path.parent,
                          capture_output=True, text=True, check=False, timeout=60)
    if expected["errors"]:
        return check_contradiction(job, done, expected)
    result = json.loads(done.stdout)
    for key in ("complete", "total", "band", "unused_facts"):
        same(f"{job}: {key}", result[key], expected[key])
    if expected["complete"]:
        same(f"{job}: total", [result["total"]] * 2, [expected["total_min"], expected["total_max"]])
        same(f"{job}: bands", [result["band"]], expected["bands"])
    else:
        for key in ("total_min", "total_max", "exact"):
            same(f"{job}: {key}", result[key], expected[key])
        same(f"{job}: bands", result["possible_bands"], expected["bands"])
    same(f"{job}: factors", len(result["factors"]), len(expected["factors"]))
    for found, of in zip(result["factors"], expected["factors"]):
        check_factor(job, found, of)
    check_ask_next(job, result["ask_next"], expected["ask_next"])


paths = sorted(HERE.glob("*/*.expected.json"))
for path in paths:
    check(path)
print("\n".join(faults) if faults else f"{len(paths)} jobs, {compared} values compared")
sys.exit(1 if faults or len(paths) < 14 else 0)
