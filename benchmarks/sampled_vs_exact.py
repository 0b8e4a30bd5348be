#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""Holds sampled shares of bands against exact ones on the shipped examples, with ten million scenarios unless told otherwise.

Every share of every job must lie within four standard errors of the exact one; the largest distance is printed.
"""
import argparse
import json
import math
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
EXAMPLES = {
    "probation": ["examples/probation/vlo.yaml", "examples/probation/pso.yaml", "examples/probation/po.yaml"],
    "nhs-digital": ["--scheme", "nhs-afc", "examples/nhs-digital/jobs.csv"],
    "opm-contracting": ["--scheme", "opm-fes", "examples/opm-contracting/jobs.csv"],
}
REGIONS = {
    "spread 20 %": [],
    "spread 5 %": ["--spread", "5%"],
    "simplex": ["--region", "simplex"],
    "simplex, at least 2 %": ["--region", "simplex", "--min-weight", "2%"],
    "no rescaling": ["--rescale", "none"],
}


def shares(je, words):
    words = [je, "sensitivity", "--weights", "--format", "json", *words]
    result = json.loads(subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    return {(job["id"], one["band"]): one["share"] for job in result["jobs"] for one in job["acceptability"]}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--je", default="build/benchmark/bin/je")
    parser.add_argument("--scenarios", type=int, default=10_000_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    je = str(pathlib.Path(arguments.je).resolve())
    sampled = ["--method", "sampled", "--scenarios", str(arguments.scenarios), "--seed", str(arguments.seed)]
    worst = 0.0
    for example, files in EXAMPLES.items():
        for region, options in REGIONS.items():
            exact = shares(je, [*options, *files])
            drawn = shares(je, [*options, *sampled, *files])
            here = 0.0
            for key in exact.keys() | drawn.keys():
                share = exact.get(key, 0.0)
                error = math.sqrt(share * (1 - share) / arguments.scenarios)
                off = abs(drawn.get(key, 0.0) - share)
                here = max(here, off / error if error > 0 and off > 1e-12 else 0.0 if off <= 1.0 / arguments.scenarios else math.inf)
            worst = max(worst, here)
            print(f"{example}, {region}: {len(exact)} shares, largest distance {here:.2f} standard errors")
    print(f"largest of all: {worst:.2f}")
    return 0 if worst <= 4 else 1


if __name__ == "__main__":
    sys.exit(main())
