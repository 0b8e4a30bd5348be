#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""How long exact shares of all bands take on one thread, against sampled ones in NumPy.

    benchmarks/shares_vs_numpy.py --program build/benchmark/bin/simplex_shares
                                  [--jobs 5000] [--factors 13] [--scenarios 10000] [--rounds 7] [--seed 1]

Weights are uniform on the simplex. The straight NumPy arm is what an analyst writes: T = P @ W.T, then searchsorted and bincount
per job; drawing the weights is not timed. The program keeps the points in memory as NumPy does; both time themselves, in turns,
the one that begins changing from round to round, NumPy held to one thread. Checked: exact shares of the first jobs against
fractions (error at most 1e-13), and all of them against the sampled ones (at most 5.5 standard errors and 2 / n apart, and on
average as far as chance has it). A failed check makes the exit status 1. Being slow is no failure: read the ratios.

Needs python3-numpy.

Required: at least 200 times as fast as NumPy with 10,000 scenarios.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
from fractions import Fraction

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"
import numpy as np  # noqa: E402 - threads are read when it is loaded


def share_below(knots, threshold):
    """The divided difference of max(0, t - x)^(F - 1) over different knots, in fractions."""
    total = Fraction(0)
    for i, x in enumerate(knots):
        if x < threshold:
            term = Fraction(threshold - x) ** (len(knots) - 1)
            for j, other in enumerate(knots):
                if j != i:
                    term /= other - x
            total += term
    return total


def sampled(points, weights, floors):
    """Shares of bands per job, and the seconds they took."""
    begin = time.perf_counter()
    totals = points @ weights.T
    counts = np.empty((len(points), len(floors) + 1), dtype=np.int64)
    for job, row in enumerate(totals):
        counts[job] = np.bincount(np.searchsorted(floors, row, side="right"), minlength=len(floors) + 1)
    return counts / len(weights), time.perf_counter() - begin


class Program:
    """Our program, which keeps the points and answers a line with a line."""

    def __init__(self, path, points, factors, floors):
        floors = ",".join(str(floor) for floor in floors)
        self.process = subprocess.Popen([path, points, str(factors), floors], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)

    def ask(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            sys.exit("the program has ended")
        return answer.split()

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def make_points(chance, jobs, factors):
    """Whole points, all different within a job, so that the check in fractions needs no derivatives."""
    points = np.empty((jobs, factors))
    for row in points:
        centre = chance.integers(200, 800)
        row[:] = np.clip(centre + 10 * chance.integers(-40, 41, size=factors), 0, 1000) * 16 + chance.permutation(16)[:factors]
    return points


def worst_error(points, floors, exact, jobs):
    worst = 0.0
    for row, shares in zip(points[:jobs], exact[:jobs]):
        knots = [int(p) for p in row]
        below = [Fraction(0)] + [share_below(knots, int(floor)) for floor in floors] + [Fraction(1)]
        for band, share in enumerate(shares):
            worst = max(worst, abs(float(below[band + 1] - below[band] - Fraction(float(share)))))
    return worst


def check(arguments, points, floors, exact, estimate):
    error = worst_error(points, floors, exact, 200)
    print(f"worst error against fractions, 200 jobs: {error:.1e}")
    deviation = np.sqrt(exact * (1 - exact) / arguments.scenarios)
    allowed = 5.5 * deviation + 2 / arguments.scenarios
    beyond = int((np.abs(exact - estimate) > allowed).sum())
    print(f"largest sampling error {np.abs(exact - estimate).max():.4f}; {beyond} of {exact.size} shares too far apart")
    ratio = float(np.sqrt(((exact - estimate) ** 2).sum() / (deviation ** 2).sum()))
    print(f"sampling error, of what chance has it: {ratio:.2f}")
    return error <= 1e-13 and beyond == 0 and 0.5 < ratio < 2


def show(what, values, form=".0f"):
    print(f"{what}: median {statistics.median(values):{form}}, smallest {min(values):{form}}, largest {max(values):{form}}")


def measure(arguments, program, points, weights, floors):
    """Runs both in turns; gives the last sampled shares."""
    times = {"numpy": [], "exact": []}
    spread = {0.1: [], 0.2: [], 0.3: []}
    arms = {"exact": lambda: times["exact"].append(float(program.ask("simplex")[0]))}

    def run_numpy():
        nonlocal estimate
        estimate, seconds = sampled(points, weights, floors)
        times["numpy"].append(seconds)

    estimate = None
    arms["numpy"] = run_numpy
    program.ask("simplex")  # pages of the result are fetched once
    for number in range(arguments.rounds):
        for arm in sorted(arms, reverse=number % 2 == 1):
            arms[arm]()
        for half_width, answers in spread.items():
            answers.append(program.ask(f"spread {half_width}"))
        print(f"round {number + 1}: " + ", ".join(f"{arm} {1e3 * times[arm][-1]:.2f} ms" for arm in times), flush=True)
    show("NumPy / exact", [a / b for a, b in zip(times["numpy"], times["exact"])])
    show("exact, microseconds a job", [1e6 * t / arguments.jobs for t in times["exact"]], ".2f")
    for half_width, answers in spread.items():
        pairs = int(answers[0][1])
        what = f"spread {half_width}: {pairs} reachable (job, floor) pairs, error below {float(answers[0][2]):.1e}"
        show(f"{what}, microseconds each", [1e6 * float(a[0]) / max(pairs, 1) for a in answers], ".2f")
    return estimate


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--jobs", type=int, default=5000)
    parser.add_argument("--factors", type=int, default=13, choices=range(2, 17), metavar="2..16")
    parser.add_argument("--scenarios", type=int, default=10000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = np.random.default_rng(arguments.seed)
    points = make_points(chance, arguments.jobs, arguments.factors)
    weights = chance.dirichlet(np.ones(arguments.factors), arguments.scenarios)
    floors = np.arange(250, 750, 50) * 16  # ten
    print(f"{arguments.jobs} jobs, {arguments.factors} factors, {len(floors)} floors, {arguments.scenarios} scenarios, "
          f"seed {arguments.seed}, NumPy {np.__version__}")
    with tempfile.TemporaryDirectory(prefix="je-benchmark-") as folder:
        path = pathlib.Path(folder) / "points"
        points.tofile(path)
        program = Program(arguments.program, path, arguments.factors, floors)
        estimate = measure(arguments, program, points, weights, floors)
        program.ask(f"write {folder}/bands")
        exact = np.fromfile(f"{folder}/bands").reshape(estimate.shape)
        program.close()
    return 0 if check(arguments, points, floors, exact, estimate) else 1


if __name__ == "__main__":
    sys.exit(main())
