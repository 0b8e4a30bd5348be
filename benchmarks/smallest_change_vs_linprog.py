#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""How long it takes to find the least share of weight that must move for a job to reach a floor, against scipy's linprog.

    benchmarks/smallest_change_vs_linprog.py --smallest-change build/benchmark/bin/smallest_change
                                             [--jobs 5000] [--floors 10] [--sample 30] [--rounds 9] [--seed 1]

In each round, in turns, our program does all jobs and floors (nanoseconds each, weights included, reading left out), and
linprog (method "highs", matrices ready) does all floors of a sample of the jobs, another sample in each round; the ratio is of
the same round. Both run on one thread. Every share that linprog finds is compared with ours, and our weights are held
against the floor; when one differs by more than 1e-9 the exit status is 1. Being slow is no failure: read the ratios.

Needs python3-scipy.

Required: at least 2,000 times as fast as linprog.
"""
import argparse
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np
import scipy
from scipy.optimize import linprog

FACTORS = 13


def make_cases(arguments):
    """Jobs of thirteen factors of 4 to 9 levels, in whole points, with floors over the middle of the scale."""
    chance = random.Random(arguments.seed)
    largest = [10 * chance.randint(3, 25) for _ in range(FACTORS)]
    every = sum(largest)
    floors = [every * (2 + i) // (4 + arguments.floors) for i in range(arguments.floors)]
    jobs = []
    for _ in range(arguments.jobs):
        levels = [chance.randint(4, 9) for _ in largest]
        points = [m * chance.randint(0, n - 1) // (n - 1) for m, n in zip(largest, levels)]
        jobs.append(points)
    return largest, floors, jobs


def write_cases(path, largest, floors, jobs):
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"{len(jobs)} {len(largest)} {len(floors)}\n")
        for points in jobs:
            file.write(" ".join(map(str, points + largest + floors)) + "\n")


class Programme:
    """Variables are what each factor gives and what each gets; the least given, so that the total reaches a floor."""

    def __init__(self, largest, points):
        self.weights = np.array(largest) / sum(largest)
        self.alone = sum(largest) * np.array(points) / np.array(largest)
        count = len(largest)
        self.cost = np.concatenate([np.ones(count), np.zeros(count)])
        self.rise = np.concatenate([self.alone, -self.alone]).reshape(1, -1)
        self.even = np.concatenate([np.ones(count), -np.ones(count)]).reshape(1, -1)
        self.bounds = [(0, weight) for weight in self.weights] + [(0, None)] * count

    def solve(self, floor):
        return linprog(self.cost, A_ub=self.rise, b_ub=[self.weights @ self.alone - floor], A_eq=self.even, b_eq=[0],
                       bounds=self.bounds, method="highs")


def run_ours(program, cases, results):
    done = subprocess.run([program, cases, results], check=True, capture_output=True, text=True)
    return float(done.stdout)


def run_linprog(programmes, floors):
    """Nanoseconds a floor, and what came out."""
    begin = time.perf_counter()
    solved = [[programme.solve(floor) for floor in floors] for programme in programmes]
    spent = time.perf_counter() - begin
    return 1e9 * spent / (len(programmes) * len(floors)), solved


def count_differences(programmes, solved, floors, rows):
    """Shares that differ, floors that one alone can reach, and weights that do not give the floor."""
    wrong = 0
    for programme, outcomes, ours in zip(programmes, solved, rows):
        for floor, theirs, row in zip(floors, outcomes, ours):
            if row[0] < 0 or theirs.status == 2:
                wrong += (row[0] < 0) != (theirs.status == 2)
                continue
            total = row[1:] @ programme.alone
            wrong += theirs.status != 0 or abs(theirs.fun - row[0]) > 1e-9
            wrong += abs(row[1:].sum() - 1) > 1e-12 or total < floor - 1e-9 * max(1, abs(floor)) or row[1:].min() < 0
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smallest-change", type=pathlib.Path, required=True)
    for name, default in (("jobs", 5000), ("floors", 10), ("sample", 30), ("rounds", 9), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    arguments = parser.parse_args()
    largest, floors, jobs = make_cases(arguments)
    print(f"{arguments.jobs} jobs, {FACTORS} factors, {arguments.floors} floors, seed {arguments.seed}, "
          f"scipy {scipy.__version__}")
    ratios, wrong, compared = [], 0, 0
    chance = random.Random(arguments.seed + 1)
    with tempfile.TemporaryDirectory(prefix="je-benchmark-") as folder:
        cases, results = pathlib.Path(folder) / "cases", pathlib.Path(folder) / "results"
        write_cases(cases, largest, floors, jobs)
        for number in range(arguments.rounds):
            sample = chance.sample(range(len(jobs)), arguments.sample)
            programmes = [Programme(largest, jobs[i]) for i in sample]
            if number % 2 == 0:
                ours = run_ours(arguments.smallest_change, cases, results)
            theirs, solved = run_linprog(programmes, floors)
            if number % 2 == 1:
                ours = run_ours(arguments.smallest_change, cases, results)
            rows = np.loadtxt(results).reshape(len(jobs), len(floors), 1 + FACTORS)
            wrong += count_differences(programmes, solved, floors, rows[sample])
            compared += len(sample) * len(floors)
            ratios.append(theirs / ours)
            print(f"round {number + 1}: linprog {theirs / 1000:.0f} us, ours {ours:.1f} ns, ratio {ratios[-1]:.0f}", flush=True)
    print(f"linprog / ours: median {statistics.median(ratios):.0f}, smallest {min(ratios):.0f}, largest {max(ratios):.0f}")
    if wrong:
        print(f"{wrong} of {compared} results differ", file=sys.stderr)
        return 1
    print(f"all {compared} results compared are the same")
    return 0


if __name__ == "__main__":
    sys.exit(main())
