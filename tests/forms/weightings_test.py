#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""je under other weightings gives what tests/forms/weightings/expected.json says, in every command that takes them.

usage: weightings_test.py JE FOLDER
"""
import json
import pathlib
import subprocess
import sys
import tempfile
from fractions import Fraction

JE, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2])
JOBS = ["planner.yaml", "carer.yaml", "porter.yaml", "--scheme", "./scheme.yaml"]
faults = []


def result(*words):
    done = subprocess.run([JE, *words, "--format", "json"], cwd=FOLDER, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"je {' '.join(words)}: exit status {done.returncode}\n{done.stderr}")
    return json.loads(done.stdout)


def differ(where, got, wanted):
    """All that is wanted is there, and nothing that `wanted` leaves out on purpose (total_exact)."""
    if isinstance(wanted, dict):
        for key, value in wanted.items():
            differ(f"{where}.{key}", got.get(key, "(missing)"), value)
        if "total" in wanted and "total_exact" in got and "total_exact" not in wanted:
            faults.append(f"{where}: has a total_exact although four digits are exact")
    elif isinstance(wanted, list):
        if len(got) != len(wanted):
            faults.append(f"{where}: {len(got)} entries, not {len(wanted)}")
        for i, (one, other) in enumerate(zip(got, wanted)):
            differ(f"{where}[{i}]", one, other)
    elif got != wanted:
        faults.append(f"{where}: {got!r}, not {wanted!r}")


def exact(job):
    return Fraction(job["total_exact"]) if "total_exact" in job else Fraction(str(job["total"]))


expected = json.loads((FOLDER / "expected.json").read_text())
differ("weightings", result("sensitivity", *JOBS, "--weightings", "weightings.yaml")["weightings"], expected["weightings"])

# The same weighting on the command line, in each command.
by_id = {one["id"]: one for one in expected["weightings"]}
WORDS = {
    "care-first": ["--weight", "emotional=40"],
    "care-equal": ["--weight", "emotional=40%", "--weight-rest", "equal"],
    "by-group": ["--weight", "group:skills=60"],
    "odd-share": ["--weight", "people=40", "--weight-rest", "in-proportion"],
}
for name, words in WORDS.items():
    wanted = dict(by_id[name])
    del wanted["id"]
    together = result("sensitivity", *JOBS, *words)
    differ(f"sensitivity {name}", together["weightings"][1], wanted)
    if "what-if" not in together.get("weightings_caution", ""):
        faults.append(f"sensitivity {name}: no caution")
    for command in ("score", "compare"):
        alone = result(command, *JOBS, *words)
        if "what-if" not in alone.get("weighting_caution", ""):
            faults.append(f"{command} {name}: no caution")
        differ(f"{command} {name} weights", alone["weighting"]["weights"], wanted["weights"])
        jobs = {job["id"]: job for job in alone["jobs"]}
        for job in wanted["jobs"]:
            keys = {key: job[key] for key in ("id", "total", "total_exact", "band") if key in job}
            differ(f"{command} {name} {job['id']}", jobs[job["id"]], keys)

# Totals in proportion are the same whichever command they come from, and nothing moves where nothing is changed.
still = result("sensitivity", *JOBS, "--weight", "knowledge=50")["weightings"]
if [exact(job) for job in still[0]["jobs"]] != [exact(job) for job in still[1]["jobs"]] or still[1]["moved"] != "0":
    faults.append("the scheme's own weights, given, change something")

# More than can be held is refused.
with tempfile.TemporaryDirectory() as folder:
    many = pathlib.Path(folder) / "many.csv"
    many.write_text("id,knowledge,people,emotional\n" + "".join(f"j{i},1,2,3\n" for i in range(200_000)))
    done = subprocess.run([JE, "sensitivity", many, "--scheme", "./scheme.yaml", "--weightings", "weightings.yaml"], cwd=FOLDER,
                          capture_output=True, text=True, check=False)
    if done.returncode != 2 or "JE-U97" not in done.stderr or done.stdout:
        faults.append(f"too many jobs: exit status {done.returncode}\n{done.stderr}")

print("\n".join(faults))
sys.exit(1 if faults else 0)
