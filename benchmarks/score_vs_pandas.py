#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""How long `je score` takes to score many jobs from CSV to CSV, and how much memory, against the same in pandas.

    benchmarks/score_vs_pandas.py --je build/benchmark/bin/je [--scheme nhs-afc] [--jobs 1000000] [--rounds 5] [--seed 1]
                                  [--shuffled]

Whole processes are measured, from start to exit: wall time, processor time and largest resident memory. They run in turns,
the one that begins changing from round to round, and the ratios are of runs of the same round. Every id, total and band is
compared; when one differs the exit status is 1. Being slow is no failure: read the ratios.

Needs python3-pandas and python3-yaml.

Required of je, against the plain pandas version: at least five times as fast, with at most half the memory.
"""
import argparse
import collections
import importlib.metadata
import json
import os
import pathlib
import random
import statistics
import sys
import tempfile
import time

import yaml

HERE = pathlib.Path(__file__).resolve().parent
ARMS = ("je", "plain", "tuned")
Run = collections.namedtuple("Run", "wall processor kilobytes")


def read_tables(path):
    """The scheme's points and bands, read independently of je."""
    with open(path, encoding="utf-8") as file:
        scheme = yaml.load(file, Loader=yaml.CSafeLoader)
    points = {f["id"]: {str(level["id"]): level["points"] for level in f["levels"]} for f in scheme["factors"]}
    bands = scheme["bands"][-1]["table"]
    largest = sum(max(levels.values()) for levels in points.values())
    top = bands[-1]["max"] + 1 if "max" in bands[-1] else largest + 1
    return {"points": points, "floors": [b["floor"] for b in bands], "bands": [str(b["id"]) for b in bands], "top": top}


def write_jobs(path, tables, count, seed, shuffled):
    chance = random.Random(seed)
    numbers = list(range(count))
    if shuffled:
        chance.shuffle(numbers)
    levels = [list(table) for table in tables["points"].values()]
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(",".join(["id", "title", *tables["points"]]) + "\n")
        for number in numbers:
            codes = ",".join([codes[int(chance.random() * len(codes))] for codes in levels])
            file.write(f"job-{number:07d},Role {number % 9973},{codes}\n")


def commands(arguments, tables, jobs, outputs):
    scheme = str(arguments.schemes / f"{arguments.scheme}.yaml")
    pandas = [sys.executable, str(HERE / "pandas_score.py")]
    return {
        "je": [str(arguments.je), "score", "--scheme", scheme, "--format", "csv", "--output", str(outputs["je"]), str(jobs)],
        "plain": [*pandas, "plain", str(tables), str(jobs), str(outputs["plain"])],
        "tuned": [*pandas, "tuned", str(tables), str(jobs), str(outputs["tuned"])],
    }


def run(command):
    """Wall time, processor time and largest resident memory of one process.

    Linux counts what this process holds when it starts the other to the other's memory: so no pandas here before all runs
    are done.
    """
    begin = time.perf_counter()
    child = os.posix_spawn(command[0], command, os.environ)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - begin
    if status != 0:
        sys.exit(f"failed with status {os.waitstatus_to_exitcode(status)}: {' '.join(command)}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)


def read_result(path):
    import pandas as pd

    return pd.read_csv(path, usecols=["id", "total", "band"], dtype=str, keep_default_na=False)


def count_differences(outputs, jobs):
    """How many jobs come out otherwise than with the plain version, over all arms; None when rows are missing."""
    expected = read_result(outputs["plain"])
    if len(expected) != jobs:
        return None
    differences = 0
    for arm in ARMS:
        result = read_result(outputs[arm])[list(expected.columns)]
        if len(result) != jobs:
            return None
        differences += int((result != expected).any(axis=1).sum())
    return differences


def describe(arm, one):
    return f"{arm} {one.wall:.2f} s (processor {one.processor:.2f} s) {one.kilobytes / 1024:.0f} MiB"


def show(what, ratios):
    print(f"{what}: median {statistics.median(ratios):.2f}, smallest {min(ratios):.2f}, largest {max(ratios):.2f}")


def measure(arguments, folder):
    tables, jobs = folder / "tables.json", folder / "jobs.csv"
    outputs = {arm: folder / f"{arm}.csv" for arm in ARMS}
    read = read_tables(arguments.schemes / f"{arguments.scheme}.yaml")
    tables.write_text(json.dumps(read), encoding="utf-8")
    write_jobs(jobs, read, arguments.jobs, arguments.seed, arguments.shuffled)
    print(f"{arguments.scheme}: {arguments.jobs} jobs, {len(read['points'])} factors, {jobs.stat().st_size / 1e6:.1f} MB, "
          f"seed {arguments.seed}, ids {'in no order' if arguments.shuffled else 'in order'}, "
          f"pandas {importlib.metadata.version('pandas')}")
    runs = {arm: [] for arm in ARMS}
    to_run = commands(arguments, tables, jobs, outputs)
    for number in range(arguments.rounds):
        turn = ARMS[number % 3:] + ARMS[:number % 3]
        for arm in turn:
            runs[arm].append(run(to_run[arm]))
        print(f"round {number + 1}: " + ", ".join(describe(arm, runs[arm][-1]) for arm in ARMS), flush=True)
    for arm in ARMS[1:]:
        pairs = list(zip(runs[arm], runs["je"]))
        show(f"wall time, {arm} pandas / je", [other.wall / je.wall for other, je in pairs])
        show(f"processor time, {arm} pandas / je", [other.processor / je.processor for other, je in pairs])
        show(f"memory, je / {arm} pandas", [je.kilobytes / other.kilobytes for other, je in pairs])
    return outputs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--je", type=pathlib.Path, required=True)
    parser.add_argument("--scheme", default="nhs-afc")
    parser.add_argument("--schemes", type=pathlib.Path, default=HERE.parent / "schemes")
    parser.add_argument("--jobs", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shuffled", action="store_true", help="ids in no order, as in a list put together by hand")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="je-benchmark-") as folder:
        outputs = measure(arguments, pathlib.Path(folder))
        differences = count_differences(outputs, arguments.jobs)
    if differences != 0:
        print("rows are missing" if differences is None else f"{differences} jobs come out differently", file=sys.stderr)
        return 1
    print(f"all {arguments.jobs} ids, totals and bands are the same")
    return 0


if __name__ == "__main__":
    sys.exit(main())
