#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""Distributions of jobs' totals when levels are uncertain: numerics::convolve against np.convolve, in turns.

    benchmarks/level_convolution.py --program build/benchmark/bin/level_convolution [--scheme nnc-probation] [--jobs 2000] [--rounds 7]

Two cases: each level off by one with chance 0.2, and every level of a factor possible. Two arms in NumPy: arrays over whole points,
which is what an analyst writes, and arrays over the points' largest common step, worked out beforehand. Inputs are laid out as
each likes them before any clock starts, and one thread works. Means, variances and the chance of the upper half are compared; the
exit status is 1 when one differs, or the ratio required is not met. Needs python3-numpy and python3-yaml.

Required: at least twelve times as fast as the first arm.
"""
import argparse
import functools
import math
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np
import yaml

REQUIRED = 12
AT_ONCE = 50
HERE = pathlib.Path(__file__).resolve().parent


def read_points(path):
    with open(path, encoding="utf-8") as file:
        scheme = yaml.load(file, Loader=yaml.CSafeLoader)
    return [[int(level["points"]) for level in factor["levels"]] for factor in scheme["factors"]]


def adjacent(points, level):
    """Points with their chances: off by one with chance 0.2, all to the one neighbour at an end."""
    near = [i for i in (level - 1, level + 1) if 0 <= i < len(points)]
    chances = {level: 0.8 if near else 1.0, **{i: 0.2 / len(near) for i in near}}
    return sorted((points[i], chance) for i, chance in chances.items())


def any_level(points, level):
    shares = [1 / (1 + abs(i - level)) for i in range(len(points))]
    return [(value, share / sum(shares)) for value, share in zip(points, shares)]


def draw(points, jobs, spread, seed):
    chance = random.Random(seed)
    return [[spread(p, chance.randrange(len(p))) for p in points] for _ in range(jobs)]


def write(path, jobs):
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"{len(jobs)} {len(jobs[0])}\n")
        for job in jobs:
            file.writelines(f"{len(f)} " + " ".join(f"{value} {chance!r}" for value, chance in f) + "\n" for f in job)


def arrays(jobs, step):
    """Of each factor, chances of its points from the smallest on, `step` apart."""
    laid_out = []
    for job in jobs:
        parts = []
        for factor in job:
            part = np.zeros((factor[-1][0] - factor[0][0]) // step + 1)
            for value, chance in factor:
                part[(value - factor[0][0]) // step] = chance
            parts.append(part)
        laid_out.append(parts)
    return laid_out


def by_numpy(jobs, laid_out, step):
    """Microseconds a job, and what describes each total. No more than AT_ONCE totals are kept, as in the program."""
    took = 0
    rows = []
    for first in range(0, len(jobs), AT_ONCE):
        begin = time.perf_counter()
        totals = [functools.reduce(np.convolve, parts) for parts in laid_out[first:first + AT_ONCE]]
        took += time.perf_counter() - begin
        rows += described(jobs[first:first + AT_ONCE], totals, step)
    return took * 1e6 / len(jobs), np.array(rows)


def described(jobs, totals, step):
    rows = []
    for job, masses in zip(jobs, totals):
        smallest = sum(f[0][0] for f in job)
        values = smallest + step * np.arange(len(masses))
        mean = values @ masses
        middle = (smallest + values[-1]) // 2
        rows.append((mean, (values - mean) ** 2 @ masses, masses[values >= middle].sum()))
    return rows


def measure(program, points, jobs, spread, rounds):
    work = draw(points, jobs, spread, 1)
    step = functools.reduce(math.gcd, (value - factor[0][0] for job in work for factor in job for value, _ in factor))
    arms = {"whole points": (arrays(work, 1), 1), "common step": (arrays(work, step), step)}
    ratios = {name: [] for name in arms}
    ours = []
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "jobs"
        write(path, work)
        for _ in range(rounds):
            lines = subprocess.run([program, path], check=True, capture_output=True, text=True).stdout.splitlines()
            ours.append(float(lines[-1]))
            found = np.array([[float(x) for x in line.split()] for line in lines[:-1]])
            for name, (laid_out, cells) in arms.items():
                took, expected = by_numpy(work, laid_out, cells)
                ratios[name].append(took / ours[-1])
                if not np.allclose(found, expected, rtol=1e-11, atol=1e-12):
                    sys.exit("the results differ")
    return step, ours, ratios


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True, type=pathlib.Path)
    parser.add_argument("--scheme", default="nnc-probation")
    parser.add_argument("--jobs", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    points = read_points(HERE.parent / "schemes" / f"{arguments.scheme}.yaml")
    met = True
    for name, spread in (("off by one", adjacent), ("any level", any_level)):
        step, ours, ratios = measure(arguments.program.resolve(), points, arguments.jobs, spread, arguments.rounds)
        print(f"{arguments.scheme}, {len(points)} factors, {name}: {statistics.median(ours):.2f} microseconds a job, common step {step}")
        for arm, values in ratios.items():
            print(f"  np.convolve, {arm}: {statistics.median(values):.1f} times as long ({min(values):.1f} to {max(values):.1f})")
        met = met and statistics.median(ratios["whole points"]) >= REQUIRED
    sys.exit(0 if met else "the ratio required is not met")


if __name__ == "__main__":
    main()
