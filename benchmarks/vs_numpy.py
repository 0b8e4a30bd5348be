#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""Counts of jobs at or above floors over sampled weights: the scenario kernel against NumPy and numba, in turns.

Needs Debian's python3-numpy and python3-numba. Weights are drawn, and every arm's inputs laid out as it likes them, before any
clock starts. The exit status is 1 when one count differs, or a ratio that is required is not met."""
import argparse
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import numba
import numpy as np

FACTORS = 13
UNIT = 1 << 14  # weights are whole multiples of 1 / UNIT, so that float32 holds every total exactly
LARGEST = 1000
FLOORS = np.arange(250, 750, 50)
CALLS = 5  # of an arm in a round, of which the median counts; the straight one is long enough for one


def draw(jobs, distinct, scenarios, seed):
    """Points of jobs from levels of 6 to 8 a factor, and weights uniform on the simplex, rounded to sum UNIT."""
    random = np.random.default_rng(seed)
    levels = random.integers(6, 9, FACTORS)
    able = random.normal(0.45, 0.18, (distinct, 1)) + random.normal(0, 0.2, (distinct, FACTORS))
    points = np.round(np.clip(np.round(able * (levels - 1)), 0, levels - 1) * LARGEST / (levels - 1)).astype(np.int64)
    points = points[random.permutation(np.arange(jobs) % distinct)]
    parts = random.dirichlet(np.ones(FACTORS), scenarios) * UNIT
    weights = np.floor(parts).astype(np.int32)
    order = np.argsort(weights - parts, axis=1)
    missing = UNIT - weights.sum(axis=1)
    np.put_along_axis(weights, order, np.take_along_axis(weights, order, 1) + (np.arange(FACTORS) < missing[:, None]), 1)
    assert (weights.sum(axis=1) == UNIT).all()
    return points, weights


class Straight:
    """What an analyst writes. By chunks of jobs where memory would not do for all at once."""

    def __init__(self, points, weights, most_bytes=2 << 30):
        self.points, self.weights, self.floors = points.astype(float), weights / UNIT, FLOORS.astype(float)
        self.chunk = max(1, min(len(points), most_bytes // (16 * len(weights))))

    def __call__(self):
        counts = []
        for begin in range(0, len(self.points), self.chunk):
            totals = self.points[begin:begin + self.chunk] @ self.weights.T
            bands = np.searchsorted(self.floors, totals, side="right")
            counts += [np.bincount(job, minlength=len(self.floors) + 1) for job in bands]
        return np.array(counts)[:, :0:-1].cumsum(axis=1)[:, ::-1]


class Tuned:
    """The same by one who knows NumPy well: float32, pieces that stay in the cache, one comparison a floor, no index."""

    def __init__(self, points, weights):
        self.points, self.weights = points.astype(np.float32), np.ascontiguousarray((weights / UNIT).astype(np.float32).T)
        self.floors = FLOORS.astype(np.float32)

    def __call__(self, jobs=16, scenarios=10_000):
        counts = np.zeros((len(self.points), len(self.floors)), dtype=np.int64)
        for s in range(0, self.weights.shape[1], scenarios):
            weights = np.ascontiguousarray(self.weights[:, s:s + scenarios])
            for j in range(0, len(self.points), jobs):
                totals = self.points[j:j + jobs] @ weights
                for i, floor in enumerate(self.floors):
                    for job, above in enumerate(totals >= floor, start=j):
                        counts[job, i] += np.count_nonzero(above)  # along an axis it is slower
        return counts


# Loops in functions of their own: numba 0.56 makes vector instructions of these, and not of the same loops written inside a prange.
@numba.njit
def start_totals(p, weights, totals):
    for s in range(totals.shape[0]):
        totals[s] = p * weights[s]


@numba.njit
def add_four(points, weights, totals):
    p, q, r, t = points[0], points[1], points[2], points[3]
    a, b, c, d = weights[0], weights[1], weights[2], weights[3]
    for s in range(totals.shape[0]):
        totals[s] += p * a[s] + q * b[s] + r * c[s] + t * d[s]


@numba.njit
def count_above(totals, floor):
    count = 0
    for s in range(totals.shape[0]):
        count += totals[s] >= floor
    return count


@numba.njit
def count_job(points, blocks, floors, counts):
    totals = np.empty(blocks.shape[2], dtype=np.float32)
    for b in range(blocks.shape[0]):
        weights = blocks[b]
        start_totals(points[0], weights[0], totals)
        for f in range(1, len(points), 4):
            add_four(points[f:f + 4], weights[f:f + 4], totals)
        for i in range(len(floors)):
            counts[i] += count_above(totals, floors[i])


@numba.njit(parallel=True)
def numba_counts(points, blocks, floors):
    counts = np.zeros((len(points), len(floors)), dtype=np.int64)
    for j in numba.prange(len(points)):
        count_job(points[j], blocks, floors, counts[j])
    return counts


class Numba:
    """A parallel loop over jobs, float32, blocks of 1,024 scenarios, compare and count. (Faster here than 512 or 2,048.)"""

    def __init__(self, points, weights, size=1024):
        numba.set_num_threads(2)
        blocks = np.zeros((-(-len(weights) // size), FACTORS, size), dtype=np.float32)
        for number, block in enumerate(blocks):
            piece = weights[number * size:(number + 1) * size]
            block[:, :len(piece)] = piece.T / UNIT  # what is left stays 0, below every floor
        self.arguments = points.astype(np.float32), blocks, FLOORS.astype(np.float32)
        numba_counts(self.arguments[0][:4], *self.arguments[1:])  # compiled before any clock starts

    def __call__(self):
        return numba_counts(*self.arguments)


class Ours:
    """A process that reads the inputs, then times calls. With all largest points alike, T = FACTORS * sum w_f p_f."""

    def __init__(self, program, folder, instructions, threads):
        self.command = [program, folder, instructions, str(threads), str(CALLS)]
        self.folder = pathlib.Path(folder)
        self.kilobytes = 0

    def seconds(self):
        lines = subprocess.run(self.command, check=True, capture_output=True, text=True).stdout.split("\n")
        self.kilobytes = max(self.kilobytes, int(lines[1]))
        self.counts = np.fromfile(self.folder / "counts", dtype=np.uint64).reshape(-1, len(FLOORS))
        return statistics.median(map(float, lines[0].split())) / 1000


def write(folder, points, weights):
    path = pathlib.Path(folder)
    points.tofile(path / "points")
    weights.tofile(path / "weights")
    np.full(FACTORS, LARGEST, dtype=np.int64).tofile(path / "largest")
    (FLOORS.astype(np.int64) * FACTORS).tofile(path / "floors")


def timed(arm):
    seconds = []
    for _ in range(1 if isinstance(arm, Straight) else CALLS):
        begin = time.perf_counter()
        counts = arm()
        seconds.append(time.perf_counter() - begin)
    return statistics.median(seconds), counts


def measure(case, arguments):
    points, weights = draw(case["jobs"], case["distinct"], case["scenarios"], arguments.seed)
    with tempfile.TemporaryDirectory() as folder:
        write(folder, points, weights)
        peers = {"straight": Straight(points, weights), "tuned": Tuned(points, weights), "numba": Numba(points, weights)}
        ours = {kind: Ours(arguments.program, folder, kind, 2) for kind in arguments.kinds}
        times = {name: [] for name in (*peers, *ours)}
        for _ in range(arguments.rounds):
            expected = None
            for name, arm in peers.items():
                if name not in case["peers"]:
                    continue
                seconds, counts = timed(arm)
                times[name].append(seconds)
                if expected is not None and not np.array_equal(counts, expected):
                    sys.exit(f"{name}: counts differ")
                expected = counts
            for name, arm in ours.items():
                times[name].append(arm.seconds())
                if not np.array_equal(arm.counts, expected):
                    sys.exit(f"{name}: counts differ")
        return times, max(arm.kilobytes for arm in ours.values())


def report(case, times, kilobytes, kinds):
    evaluations = case["jobs"] * case["scenarios"]
    print(f"\n{case['jobs']:,} jobs ({case['distinct']:,} distinct) x {case['scenarios']:,} scenarios; memory {kilobytes / 1024:.1f} MB")
    for name, seconds in times.items():
        if seconds:
            middle = statistics.median(seconds)
            print(f"  {name:9} {middle * 1000:10.1f} ms  {evaluations / middle / 1e6:10.0f} M/s")
    met = kilobytes <= 32 * 1024
    for kind in kinds:
        for peer in case["peers"]:
            ratios = [a / b for a, b in zip(times[peer], times[kind])]
            required = case["peers"][peer]
            middle = statistics.median(ratios)
            met = met and middle >= required
            print(f"  {peer} / {kind}: {middle:.2f} ({min(ratios):.2f} to {max(ratios):.2f})  at least {required}")
    return met


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default="build/benchmark/bin/scenario_kernel")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--case", type=int, action="append", help="1, 2 or 3; default all")
    parser.add_argument("--kinds", nargs="+", default=["avx2", "avx512"])
    arguments = parser.parse_args()
    cases = [{"jobs": 5_000, "distinct": 5_000, "scenarios": 10_000, "peers": {"straight": 40, "tuned": 6, "numba": 3}},
             {"jobs": 5_000, "distinct": 5_000, "scenarios": 100_000, "peers": {"straight": 60}},
             {"jobs": 100_000, "distinct": 3_000, "scenarios": 10_000, "peers": {"straight": 400}}]
    met = True
    for number in arguments.case or (1, 2, 3):
        times, kilobytes = measure(cases[number - 1], arguments)
        met = report(cases[number - 1], times, kilobytes, arguments.kinds) and met
    sys.exit(0 if met else 1)


if __name__ == "__main__":
    main()
