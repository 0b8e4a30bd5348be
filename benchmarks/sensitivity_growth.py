#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libje authors
# SPDX-License-Identifier: Apache-2.0
"""Times `je sensitivity` as a whole process (CSV in, all default parts, JSON out) on 100 to 100,000 jobs, and draws how it grows.

Each size is timed in turn in every round; the plot has the median, and a line along which time grows with the number of jobs.
"""
import argparse
import csv
import pathlib
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SIZES = [100, 300, 1_000, 5_000, 20_000, 100_000]


def levels_of(scheme):
    """Factor ids with their level codes, read from the scheme file line by line."""
    factors, inside = [], False
    for line in (ROOT / "schemes" / f"{scheme}.yaml").read_text().splitlines():
        if re.match(r"^[a-z]", line):
            inside = line.startswith("factors:")
        if inside and (found := re.match(r"^  - id: (\S+)", line)):
            factors.append((found[1], []))
        if inside and (found := re.match(r'^      - \{id: "?([^",]+)"?', line)):
            factors[-1][1].append(found[1])
    return factors


def write_jobs(path, factors, count, seed):
    chance = random.Random(seed)
    with open(path, "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["id"] + [factor for factor, _ in factors])
        for i in range(count):
            out.writerow([f"job{i}"] + [chance.choice(levels) for _, levels in factors])


def draw(path, times):
    """The medians on two logarithmic scales, as SVG."""
    import math

    def x(n):
        return 70 + 430 * (math.log10(n) - 2) / 3

    def y(seconds):
        return 310 - 270 * (math.log10(seconds) + 3) / 4.5

    parts = ['<svg xmlns="http://www.w3.org/2000/svg" width="540" height="370" font-family="sans-serif" font-size="12">',
             '<rect width="540" height="370" fill="white"/>',
             '<text x="70" y="22">je sensitivity, CSV to JSON, two threads: seconds by number of jobs</text>']
    for power in range(2, 6):
        at = x(10**power)
        parts.append(f'<line x1="{at:.1f}" y1="40" x2="{at:.1f}" y2="310" stroke="#ddd"/>'
                     f'<text x="{at:.1f}" y="328" text-anchor="middle">{10**power:,}</text>')
    for power in range(-3, 2):
        at = y(10.0**power)
        parts.append(f'<line x1="70" y1="{at:.1f}" x2="500" y2="{at:.1f}" stroke="#ddd"/>'
                     f'<text x="62" y="{at + 4:.1f}" text-anchor="end">{10.0**power:g} s</text>')
    largest = max(times)
    first = times[largest] / largest * 1_000
    parts.append(f'<line x1="{x(1_000):.1f}" y1="{y(first):.1f}" x2="{x(largest):.1f}" y2="{y(times[largest]):.1f}" '
                 'stroke="#999" stroke-dasharray="4 4"/>')
    line = " ".join(f"{x(n):.1f},{y(seconds):.1f}" for n, seconds in sorted(times.items()))
    parts.append(f'<polyline points="{line}" fill="none" stroke="#0b5394" stroke-width="2"/>')
    for n, seconds in sorted(times.items()):
        parts.append(f'<circle cx="{x(n):.1f}" cy="{y(seconds):.1f}" r="4" fill="#0b5394"/>'
                     f'<text x="{x(n) + 6:.1f}" y="{y(seconds) + 16:.1f}">{seconds:.3g}</text>')
    parts.append('<text x="70" y="352" fill="#666">dashed: time in proportion to the number of jobs</text></svg>')
    path.write_text("\n".join(parts) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--je", default="build/benchmark/bin/je")
    parser.add_argument("--scheme", default="nnc-probation")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--plot", type=pathlib.Path, help="write the plot here")
    arguments = parser.parse_args()
    factors = levels_of(arguments.scheme)
    taken = {size: [] for size in SIZES}
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for size in SIZES:
            write_jobs(folder / f"{size}.csv", factors, size, size)
        for _ in range(arguments.rounds):
            for size in SIZES:
                out = folder / "out.json"
                out.unlink(missing_ok=True)  # to take a large file away takes time of its own
                begun = time.perf_counter()
                subprocess.run([arguments.je, "sensitivity", "--scheme", arguments.scheme, "--threads", str(arguments.threads),
                                "--format", "json", "--output", out, folder / f"{size}.csv"], check=True)
                taken[size].append(time.perf_counter() - begun)
                if out.read_text().count('"critical_spread"') != size:
                    print(f"not every one of {size} jobs has its result")
                    return 1
    medians = {size: statistics.median(all_of) for size, all_of in taken.items()}
    for size, all_of in taken.items():
        print(f"{size:7,} jobs: {medians[size]:.3f} s ({min(all_of):.3f} to {max(all_of):.3f})")
    if arguments.plot:
        draw(arguments.plot, medians)
    return 0


if __name__ == "__main__":
    sys.exit(main())
